// Draws Natural Earth's land and the cables on a canvas as d3-geo's documentation does it: every vertex, through
// clipping and adaptive resampling, in the polar map's projection. `show` and `project` are what the bench asks of each
// contender.
import { geoPath, geoStereographic } from 'd3-geo';
import { CABLES, COLOURS, DASH, LAND, QUIET_ALPHA, SEA, WIDTHS, features, isLoud, shown } from './common.js';

const SIZE = [innerWidth, innerHeight];
const canvas = document.querySelector('canvas');
[canvas.width, canvas.height] = SIZE;
const ctx = canvas.getContext('2d');
// d3's stereographic projection is half as large as ours: r = tan(c/2).
const projection = geoStereographic().clipAngle(150).clipExtent([[0, 0], SIZE]);
const path = geoPath(projection, ctx);
const drawn = { land: null, quiet: null, loud: null };
// Where our page, whose panels take room, has its middle, and how many pixels a radius of the Earth has at zoom 0.
let middle = SIZE.map((side) => side / 2), radius = 250;
window.frameLike = (frame) => { ({ middle, radius } = frame); };

function aim({ lon, lat, zoom, turn }) {
  projection.rotate([-75 - turn, -90]).scale(2 * radius * 2 ** zoom).translate([0, 0]);
  const [x, y] = projection([lon, lat]);
  projection.translate([middle[0] - x, middle[1] - y]);
}

function stroke(object, colour, width, dash = []) {
  ctx.beginPath();
  path(object);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.stroke();
}

window.show = (view) => {
  aim(view);
  ctx.fillStyle = SEA;
  ctx.fillRect(0, 0, ...SIZE);
  ctx.lineJoin = 'round';
  if (drawn.land) {
    ctx.beginPath();
    path(drawn.land);
    ctx.fillStyle = COLOURS.land;
    ctx.fill('evenodd');
    ctx.strokeStyle = COLOURS.coast;
    ctx.lineWidth = WIDTHS.coast;
    ctx.setLineDash([]);
    ctx.stroke();
  }
  if (!drawn.loud) return;
  ctx.globalAlpha = QUIET_ALPHA;
  stroke(drawn.quiet, COLOURS.quiet, WIDTHS.quiet);
  ctx.globalAlpha = 1;
  stroke(drawn.loud, SEA, WIDTHS.casing);
  stroke(drawn.loud, COLOURS.loud, WIDTHS.loud, DASH);
};
window.project = (point) => projection(point);

const home = { lon: 0, lat: 90, zoom: 0, turn: 0 };
const collection = (features) => ({ type: 'FeatureCollection', features });
const cables = Promise.all(CABLES.map(features));
const land = await features(LAND);
// d3 has the inside of a ring on the right, RFC 7946 on the left.
const turned = (polygon) => polygon.map((ring) => ring.toReversed());
const coordinates = land.flatMap(({ geometry: { type, coordinates } }) =>
  (type === 'Polygon' ? [coordinates] : coordinates).map(turned));
drawn.land = { type: 'MultiPolygon', coordinates };
show(home);
shown('first');
const sets = await cables;
drawn.quiet = collection(sets.filter((_, i) => !isLoud(CABLES[i])).flat());
drawn.loud = collection(sets.filter((_, i) => isLoud(CABLES[i])).flat());
show(home);
shown('whole');
