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
  opening.then(() => seabed.add(file, bytes)).then(then, (error) => {
    opening = undefined;
    then(String(error?.message ?? error));
  });
}

/** Gives `look` the images of a view; says whether better ones are to be had. */
export const prepare = (look, view, isDark) => seabed.prepare(look, view, isDark);

/** Goes on with the images of a map at rest for some milliseconds; says whether another is now there. */
export const sharpen = (look, view, isDark, ms) => seabed.sharpen(look, view, isDark, ms);

/** The depth in metres at a position; NaN where it is not known. */
export const depth = (lon, lat) => seabed?.depth(lon, lat) ?? NaN;

/** Calls `then` with the lines of each depth of a set. */
export const contours = (isNear, then) => seabed.contours(isNear, then);
