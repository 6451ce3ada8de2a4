// What the contenders share: the files, the few looks, and how each says that it is there. The looks are those of our
// map's dark theme: lines for comparison thin, the proposals dashed on a casing.
export const LAND = '../geodata/basemap/land-50m.geojson';
export const CABLES = ['overland', 'existing', 'arctic', 'extensions', 'routes'].map((set) => `../geodata/${set}/cables.geojson`);
export const SEA = '#06101f';
export const COLOURS = { land: '#1c242b', coast: '#4b5a68', quiet: '#8b9bb0', loud: '#f0a33a' };
export const WIDTHS = { coast: 0.7, quiet: 0.9, casing: 5, loud: 2.6 };
export const QUIET_ALPHA = 0.55;
export const DASH = [11, 5];

/** Whether a set is one that the map is about. */
export const isLoud = (file) => /extensions|routes/.test(file);

/** A GeoJSON file; systems, which have no geometry, left out. */
export async function features(file) {
  const { features } = await (await fetch(file)).json();
  return features.filter((feature) => feature.geometry);
}

/** What the bench reads: when anything was painted, when land was first shown, and when all of it was. */
export const times = (window.times = {
  get paint() { return performance.getEntriesByName('first-contentful-paint')[0]?.startTime; },
  first: null,
  whole: null,
});

/** Notes a time once what was drawn is on its way to the screen. */
export function shown(what) {
  requestAnimationFrame(() => { times[what] ??= performance.now(); });
}
