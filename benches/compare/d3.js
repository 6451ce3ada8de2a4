// Draws Natural Earth's land on a canvas as d3-geo's documentation does it: every vertex, through clipping and
// adaptive resampling, in the polar map's projection. `show` and `project` are what the bench asks of each contender.
const SIZE = [innerWidth, innerHeight];

const canvas = document.querySelector('canvas');
[canvas.width, canvas.height] = SIZE;
const ctx = canvas.getContext('2d');
// d3's stereographic projection is half as large as ours: r = tan(c/2).
const projection = d3.geoStereographic().clipAngle(150).clipExtent([[0, 0], SIZE]);
const path = d3.geoPath(projection, ctx);
let land;
// Where our page, whose panels take room, has its middle, and how many pixels a radius of the Earth has at zoom 0.
let middle, radius;
window.frameLike = (frame) => { ({ middle, radius } = frame); };

function aim({ lon, lat, zoom, turn }) {
  projection.rotate([-75 - turn, -90]).scale(2 * radius * 2 ** zoom).translate([0, 0]);
  const [x, y] = projection([lon, lat]);
  projection.translate([middle[0] - x, middle[1] - y]);
}

window.show = (view) => {
  aim(view);
  ctx.fillStyle = '#06101f';
  ctx.fillRect(0, 0, ...SIZE);
  ctx.beginPath();
  path(land);
  ctx.fillStyle = '#1c242b';
  ctx.fill('evenodd');
  ctx.strokeStyle = '#4b5a68';
  ctx.lineWidth = 0.6;
  ctx.stroke();
};
window.project = (point) => projection(point);

fetch('land.geojson').then((answer) => answer.json()).then((collection) => {
  // d3 has the inside of a ring on the right, RFC 7946 on the left.
  const turned = (polygon) => polygon.map((ring) => ring.toReversed());
  const polygons = collection.features.flatMap(({ geometry: { type, coordinates } }) =>
    (type === 'Polygon' ? [coordinates] : coordinates).map(turned));
  land = { type: 'MultiPolygon', coordinates: polygons };
  document.documentElement.dataset.ready = '';
});
