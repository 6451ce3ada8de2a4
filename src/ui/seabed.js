// The seabed: a module of its own, fetched with the first grid, that draws the relief. It answers at once, so that
// the relief moves with the map.

import { setRelief } from '../paint/replay.js';

let opening;
let seabed;
let shown = '';
let sharp = '';

/** Opens the module once and gives it a grid; says then what is wrong with either, or nothing. */
export function addGrid(file, bytes, then) {
  opening ??= import(new URL(document.getElementById('map').dataset.seabed, document.baseURI)).then(async (module) => {
    await module.ready;
    seabed = new module.Seabed();
  });
  opening.then(() => seabed.add(file, bytes)).then(
    (wrong) => {
      shown = '';
      sharp = '';
      window.cableMap.depths = depths;
      window.cableMap.dispatchEvent(new Event('seabed'));
      then(wrong);
    },
    (error) => then(String(error?.message ?? error)),
  );
}

// CSS pixels to a pixel of the image while the map moves; the browser smooths it.
const COARSE = 16;

/** Gives `look` an image of a view: the one that is there already if it is of this view, else a coarse one. Says whether a
 * better one is to be had. */
export function prepare(look, view, isDark) {
  const wanted = `${view} ${isDark}`;
  if (shown === wanted && look.relief) return false;
  shown = '';
  sharp = '';
  seabed.begin(view, isDark, COARSE);
  while (!seabed.rows(65536));
  setRelief(look, seabed.pixels(), seabed.width(), COARSE);
  return true;
}

/** Goes on with the image in full for some milliseconds; says whether it is now there. */
export function sharpen(look, view, isDark, ms) {
  const wanted = `${view} ${isDark}`;
  if (sharp !== wanted) {
    seabed.begin(view, isDark, 1);
    sharp = wanted;
  }
  const end = performance.now() + ms;
  let done = false;
  while (!done && performance.now() < end) done = seabed.rows(1);
  if (done) {
    setRelief(look, seabed.pixels(), seabed.width(), 1);
    shown = wanted;
    sharp = '';
  }
  return done;
}

/** The depth in metres at a position; NaN where it is not known. */
export function depth(lon, lat) {
  return seabed ? seabed.depth(lon, lat) : NaN;
}

/** The depths in metres at positions `[lon, lat, lon, lat, …]`; NaN where one is not known. */
function depths(flat) {
  return Float64Array.from({ length: flat.length / 2 }, (_, i) => depth(flat[2 * i], flat[2 * i + 1]));
}

/** Calls `then` with the lines of each depth of a set, one depth at a time, so that the page stays alive meanwhile. */
export function contours(isNear, then) {
  let index = 0;
  const next = () => {
    const lines = seabed?.contours(isNear, index);
    if (!lines) return;
    then(lines);
    index += 1;
    setTimeout(next);
  };
  setTimeout(next);
}
