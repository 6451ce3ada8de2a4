// The seabed: a module of its own, fetched with the first grid, that draws the relief. It answers at once, so that the
// relief moves with the map.

let opening;
let seabed;

/** Opens the module once and gives it a grid; says then what is wrong with either, or nothing. A grid that comes after the
 * module could not be had asks for it again. */
export function addGrid(file, bytes, then) {
  opening ??= import(new URL(document.getElementById('map').dataset.seabed, document.baseURI)).then(async (module) => {
    await module.ready;
    seabed = module;
  });
  opening.then(() => seabed.add(file, bytes)).then((wrong) => {
    window.cableMap.depths = depths;
    window.cableMap.dispatchEvent(new Event('seabed'));
    then(wrong);
  }, (error) => {
    opening = undefined;
    then(String(error?.message ?? error));
  });
}

/** Gives `look` the images of a view, in motion for so large a share of the screen's pixels each way; says whether better
 * ones are to be had. */
export const prepare = (look, view, isDark, share) => seabed.prepare(look, view, isDark, share);

/** Goes on with the images of a map at rest for some milliseconds; says whether another is now there. */
export const sharpen = (look, view, isDark, ms) => seabed.sharpen(look, view, isDark, ms);

/** The depth in metres at a position; NaN where it is not known. */
export const depth = (lon, lat) => seabed?.depth(lon, lat) ?? NaN;

/** The depths in metres at positions `[lon, lat, lon, lat, …]`; NaN where one is not known. */
function depths(flat) {
  return Float64Array.from({ length: flat.length / 2 }, (_, i) => depth(flat[2 * i], flat[2 * i + 1]));
}

/** Calls `then` with the lines of each depth of a set. */
export const contours = (isNear, then) => seabed.contours(isNear, then);
