// Draws Natural Earth's land and the cables with OpenLayers, as its documentation does it for a projection of PROJ:
// proj4 is registered, vector sources read GeoJSON into it, and vector layers draw on canvas. The view is the polar
// map's: stereographic, on the sphere, with 75° E downwards.
import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import { register } from 'ol/proj/proj4.js';
import { fromLonLat, get as projectionOf } from 'ol/proj.js';
import proj4 from 'proj4';
import { CABLES, COLOURS, DASH, LAND, QUIET_ALPHA, SEA, WIDTHS, features, isLoud, shown } from './common.js';

const EARTH_M = 6371008.8;
proj4.defs('POLAR', `+proj=stere +lat_0=90 +lon_0=75 +k=1 +x_0=0 +y_0=0 +R=${EARTH_M} +units=m +no_defs`);
register(proj4);
const polar = projectionOf('POLAR');
// As far as our map shows: 60° beyond the equator.
const reach = 2 * EARTH_M * Math.tan((75 * Math.PI) / 180);
polar.setExtent([-reach, -reach, reach, reach]);

const line = (color, width, lineDash) => new Style({ stroke: new Stroke({ color, width, lineDash, lineCap: lineDash ? 'butt' : 'round', lineJoin: 'round' }) });
const LOOKS = {
  land: new Style({ fill: new Fill({ color: COLOURS.land }), stroke: new Stroke({ color: COLOURS.coast, width: WIDTHS.coast }) }),
  quiet: line(COLOURS.quiet, WIDTHS.quiet),
  loud: [line(SEA, WIDTHS.casing), line(COLOURS.loud, WIDTHS.loud, DASH)],
};
const layers = Object.fromEntries(Object.entries(LOOKS).map(([name, style]) =>
  [name, new VectorLayer({ source: new VectorSource(), style, opacity: name === 'quiet' ? QUIET_ALPHA : 1 })]));
const view = new View({ projection: polar, center: [0, 0], resolution: 25000, constrainResolution: false, smoothResolutionConstraint: false, minResolution: 1, maxResolution: 1e6 });
const map = new OlMap({ target: 'map', layers: Object.values(layers), view, controls: [] });
window.map = map;

let middle = [innerWidth / 2, innerHeight / 2], radius = 250;
window.frameLike = (frame) => { ({ middle, radius } = frame); };
window.show = ({ lon, lat, zoom, turn }) => {
  view.setRotation((turn * Math.PI) / 180);
  view.setResolution(EARTH_M / (radius * 2 ** zoom));
  view.centerOn(fromLonLat([lon, lat], polar), map.getSize(), middle);
};
window.project = (point) => map.getPixelFromCoordinate(fromLonLat(point, polar));

const format = new GeoJSON({ featureProjection: polar });
const add = (name, found) => layers[name].getSource().addFeatures(format.readFeatures({ type: 'FeatureCollection', features: found }));
// The South Pole lies at infinity here: a ring around it would fill the plane. Ours ends at 60° S as well.
const polygons = ({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : coordinates);
const northern = (feature) => {
  const coordinates = polygons(feature.geometry).filter(([ring]) => ring.every(([, lat]) => lat > -60));
  return { ...feature, geometry: { type: 'MultiPolygon', coordinates } };
};
const cables = Promise.all(CABLES.map(features));
add('land', (await features(LAND)).map(northern));
map.once('rendercomplete', () => shown('first'));
const sets = await cables;
sets.forEach((found, i) => add(isLoud(CABLES[i]) ? 'loud' : 'quiet', found));
map.once('rendercomplete', () => shown('whole'));
