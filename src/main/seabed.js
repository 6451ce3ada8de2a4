// The seabed's start: loads its wasm, checked against its hash, and draws the relief with it. While the map moves, the images
// of it at rest are moved with it as far as that is right; else a coarse one is made for each frame.
import init, { Seabed } from "./{js}";

const wasm = new URL("./{wasm}", import.meta.url);

let seabed;

/** Kept when all that follows can be used. */
export const ready = init({ module_or_path: fetch(wasm, { integrity: "{integrity}" }) }).then(() => {
  seabed = new Seabed();
});

// Counts the grids: what was made before the last came is not of it.
let grids = 0;
// Counts the calls for each set of contours: only the last of each goes on.
const calls = [0, 0];
// Images of the map at rest: what it shows, and coarsely what lies around that.
let full;
let around;
// The coarse one of a map in motion.
let rough;
// Which image is under way.
let drawing;

/** Adds a grid; answers what is wrong with it, or nothing. */
export function add(file, bytes) {
  const wrong = seabed.add(file, bytes);
  grids += 1;
  full = around = rough = drawing = undefined;
  return wrong;
}

// CSS pixels to a pixel of an image: of what lies around the screen, and while the map moves. Such an image is smoothed to
// pixels a quarter as large, and drawn as it is then: to smooth the whole screen in each frame takes half a frame.
const AROUND = 12;
const COARSE = 16;
const FINER = 4;
// The image of what lies around is so many times as wide and high as the screen, and the one of a map in motion.
const WIDER = 3;
const SPARE = 1.2;
// The share of the screen's pixels each way with which the map moves, where that is too much, makes them as much larger.
const coarse = (share) => FINER * Math.round(COARSE / FINER / share);
// How many pixels the latter may be off where it is moved.
const LOOSE_PX = 4;
// The affine map that changes nothing.
const STILL = [1, 0, 0, 1, 0, 0];
// Places of zoom, width and height among the numbers of a view.
const [ZOOM, WIDTH, HEIGHT] = [3, 5, 6];

/** Gives `look` the images of a view, in motion for so large a share of the screen's pixels each way. Says whether better
 * ones are to be had. */
export function prepare(look, view, isDark, share) {
  const key = `${view} ${isDark}`;
  if (full?.key === key) {
    look.relief = [{ ...full, matrix: STILL }];
    return around?.key !== key;
  }
  const layers = [];
  for (const image of [full, around]) {
    const matrix = image?.isDark === isDark && seabed.moved(image.view, view);
    if (!matrix) continue;
    const fills = covers(image, matrix, view);
    // To turn an image takes several times as long as to shift it: one is enough then.
    if (fills || Math.abs(matrix[1]) < 1e-6) layers.unshift({ ...image, matrix, rough: true });
    if (fills) {
      look.relief = layers;
      return true;
    }
  }
  let matrix = rough?.isDark === isDark && (seabed.moved(rough.view, view) ?? seabed.nearly(rough.view, view, LOOSE_PX));
  if (!matrix || !covers(rough, matrix, view)) {
    // One that is right and too small is of a map that is turned or dragged: a larger one lasts for longer.
    const from = further(view, matrix ? WIDER : SPARE);
    const step = coarse(share);
    seabed.begin(from, isDark, step);
    while (!seabed.rows(65536));
    rough = { ...smooth(image(step, rough?.from), rough?.image), view: from, isDark };
    matrix = seabed.moved(from, view) ?? STILL;
    drawing = undefined;
  }
  look.relief = [{ ...rough, matrix, rough: true }, ...layers];
  return true;
}

/** A view from so many times as far. */
function further(view, times) {
  const from = Float64Array.from(view);
  from[ZOOM] -= Math.log2(times);
  return from;
}

/** Goes on with the images of a map at rest for some milliseconds; says whether another is now there. */
export function sharpen(look, view, isDark, ms) {
  const key = `${view} ${isDark}`;
  const isAround = full?.key === key;
  if (isAround && around?.key === key) return true;
  // An image is made of what it is drawn from: the same view, from further off.
  const from = further(view, isAround ? WIDER : 1);
  const step = isAround ? AROUND / WIDER : 1;
  if (drawing !== key + step) seabed.begin(from, isDark, step);
  drawing = key + step;
  const end = performance.now() + ms;
  let done = false;
  while (!done && performance.now() < end) done = seabed.rows(1);
  if (!done) return false;
  drawing = undefined;
  const made = { ...(isAround ? smooth(image(step)) : image(step)), view: from, isDark, key };
  if (isAround) around = made;
  else full = made;
  return true;
}

/** The image that the module has drawn, as a canvas: `canvas`, if it is of the same size. */
function image(step, canvas) {
  const width = seabed.width();
  const pixels = new ImageData(seabed.pixels(), width);
  canvas = sized(canvas, width, pixels.height);
  canvas.getContext('2d').putImageData(pixels, 0, 0);
  return { image: canvas, step };
}

/** An image in smaller pixels, and what it is made from; `canvas` is used if it is of the same size. */
function smooth({ image, step }, canvas) {
  const [width, height] = [image.width * FINER, image.height * FINER];
  canvas = sized(canvas, width, height);
  const ctx = canvas.getContext('2d');
  // Nothing may stay of what was there: beyond the map's edge the image is transparent.
  ctx.globalCompositeOperation = 'copy';
  ctx.drawImage(image, 0, 0, width, height);
  return { image: canvas, step: step / FINER, from: image };
}

/** `canvas`, if it is of that size, or a new one. */
function sized(canvas, width, height) {
  const fits = canvas?.width === width && canvas.height === height;
  return fits ? canvas : Object.assign(document.createElement('canvas'), { width, height });
}

/** Whether an image that is moved lies under all of a view's screen: its corners, moved back, are in it. */
function covers({ image, step }, [a, b, c, d, e, f], view) {
  const [width, height] = [image.width * step, image.height * step];
  return [[0, 0], [1, 0], [0, 1], [1, 1]].every(([i, j]) => {
    const [x, y] = [i * view[WIDTH] - e, j * view[HEIGHT] - f];
    const [u, v] = [d * x - c * y, a * y - b * x].map((n) => n / (a * d - b * c));
    return u >= -1 && v >= -1 && u <= width + 1 && v <= height + 1;
  });
}

/** The depth in metres at a position; NaN where it is not known. */
export function depth(lon, lat) {
  return seabed.depth(lon, lat);
}

/** Calls `then` with the lines of each depth of a set, one depth at a time, so that the page stays alive meanwhile; with
 * another grid they would be others, and another call makes them. */
export function contours(isNear, then) {
  const of = grids;
  const set = Number(isNear);
  const call = (calls[set] += 1);
  let index = 0;
  const next = () => {
    const lines = of === grids && call === calls[set] ? seabed.contours(isNear, index) : undefined;
    if (!lines) return;
    then(lines);
    index += 1;
    setTimeout(next);
  };
  setTimeout(next);
}
