// Draws Natural Earth's land and the cables with MapLibre GL on its globe, as its documentation does it: GeoJSON sources
// by address, a fill and line layers. Its globe cannot be centred north of 85.05°, and shows another view than the polar
// map: as much of the Earth at the same scale, moved in the same way.
import { Map as GlMap } from './npm/maplibre-gl/dist/maplibre-gl.mjs';
import { CABLES, COLOURS, DASH, LAND, QUIET_ALPHA, SEA, WIDTHS, isLoud, shown } from './common.js';

const address = (file) => new URL(file, location).href;
const lines = { type: 'line', layout: { 'line-join': 'round' } };
const line = (id, source, paint) => ({ ...lines, id, source, paint });
const sources = Object.fromEntries([LAND, ...CABLES].map((file) => [file, { type: 'geojson', data: address(file) }]));
const cables = CABLES.flatMap((file) => isLoud(file)
  ? [
      line(`${file} casing`, file, { 'line-color': SEA, 'line-width': WIDTHS.casing }),
      line(file, file, { 'line-color': COLOURS.loud, 'line-width': WIDTHS.loud, 'line-dasharray': DASH.map((d) => d / WIDTHS.loud) }),
    ]
  : [line(file, file, { 'line-color': COLOURS.quiet, 'line-width': WIDTHS.quiet, 'line-opacity': QUIET_ALPHA })]);

const map = new GlMap({
  container: 'map',
  center: [75, 85],
  zoom: -1.4,
  attributionControl: false,
  fadeDuration: 0,
  style: {
    version: 8,
    projection: { type: 'globe' },
    sources,
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': SEA } },
      { id: 'land', type: 'fill', source: LAND, paint: { 'fill-color': COLOURS.land } },
      line('coast', LAND, { 'line-color': COLOURS.coast, 'line-width': WIDTHS.coast }),
      ...cables,
    ],
  },
});
window.map = map;
map.once('load', () => { shown('first'); shown('whole'); });
map.on('error', ({ error }) => { document.documentElement.dataset.failed ??= error.message; });

let radius = 250;
window.frameLike = (frame) => { ({ radius } = frame); };
window.show = ({ lon, lat, zoom, turn }) => {
  const near = Math.min(lat, 85);
  // A globe of zoom z has a radius of 512 · 2^z / (2π cos lat) pixels.
  const scale = Math.log2((2 * Math.PI * radius * Math.cos((near * Math.PI) / 180)) / 512);
  map.jumpTo({ center: [lon, near], zoom: scale + zoom, bearing: turn });
};
window.project = (point) => { const { x, y } = map.project(point); return [x, y]; };
