// Writes d3.json and d3-views.json: projected points, clipped shapes, held points and distances as d3-geo 3.1.2 computes them.
// Run it in this folder with `npm install && npm run write`. Nothing in it is random: the same version writes the
// same bytes. Our polygons have the inside on the left, d3-geo's on the right, so rings are reversed for it.
import { readFileSync, writeFileSync } from 'node:fs';
import * as d3 from 'd3-geo';
import { shapes, lines, random, around } from './shapes.mjs';
import { viewCases, landMasks, subpaths } from './views.mjs';

const version = JSON.parse(readFileSync(new URL('./node_modules/d3-geo/package.json', import.meta.url))).version;
const round = (v, digits) => Number(v.toFixed(digits));
const forD3 = (rings) => ({ type: 'Polygon', coordinates: rings.map((r) => [...r, r[0]].reverse()) });

/** The polar map: 75° E down, `scale` pixels a radius of the Earth, `centre` at the middle, turned clockwise. */
function polar({ centre, scale, turn, size: [w, h] }) {
  // d3's stereographic projection is half as large: r = tan(c/2).
  const base = d3.geoStereographic().rotate([-75, -90]).scale(2 * scale).translate([0, 0]).clipAngle(null);
  const [cx, cy] = base(centre);
  const t = (turn * Math.PI) / 180, cos = Math.cos(t), sin = Math.sin(t);
  return {
    forward(p) {
      const [x, y] = base(p), dx = x - cx, dy = y - cy;
      return [w / 2 + cos * dx - sin * dy, h / 2 + sin * dx + cos * dy];
    },
    inverse([x, y]) {
      const dx = x - w / 2, dy = y - h / 2;
      return base.invert([cx + cos * dx + sin * dy, cy - sin * dx + cos * dy]);
    },
  };
}

const size = [1280, 800];
const fit = Math.min(size[0] / 1.86, size[1] / 1.06);
const poses = [
  [[75, 90], 0, 0], [[146, 82], 0, 0], [[-98, 70], 3, 0], [[-170, 66], 2, 115], [[20, 75], 5.5, -140], [[0, -30], -2, 45],
];

function projection() {
  const points = [[0, 90], [123, 90], [75, 60], [180, 70], [-180, 70], [180, -59], [-180, -59], [0, 0], [-105, 0], [165, 89.9]];
  const next = random(11);
  while (points.length < 60) points.push([round(next() * 360 - 180, 4), round(89.99 - next() * 149, 4)]);
  const pixels = [[640, 400], [0, 0], [1280, 0], [0, 800], [1280, 800], [641, 399], [100, 700], [1000, 30]];
  return poses.map(([centre, zoom, turn]) => {
    const map = polar({ centre, scale: fit * 2 ** zoom, turn, size });
    const forward = points.map((p) => [...p, ...map.forward(p).map((v) => round(v, 3))]);
    const inverse = pixels.map((p) => [...p, ...map.inverse(p).map((v) => round(v, 8))]);
    return { centre, zoom, turn, size, forward, inverse };
  });
}

/** A stereographic map about a cap, its rim 280 px from the middle. */
function capMap({ centre: [lon, lat], radius }) {
  const scale = 280 / Math.tan((radius * Math.PI) / 360);
  return d3.geoStereographic().rotate([-lon, -lat]).scale(scale).translate([0, 0]).clipAngle(radius).precision(0.05);
}

const thin = (path) => path.map((v) => round(v, 2));

function clippedPolygons() {
  return shapes().map(({ name, cap, rings }) => {
    const map = capMap(cap), object = forD3(rings);
    const area = round(d3.geoPath(map).area(object), 3);
    return { name, cap, rings, area, paths: subpaths(map, object).map(thin) };
  });
}

function clippedLines() {
  return lines().map(({ name, cap, line }) => {
    const map = capMap(cap), object = { type: 'LineString', coordinates: line };
    return { name, cap, line, length: round(d3.geoPath(map).measure(object), 3), paths: subpaths(map, object).map(thin) };
  });
}

/** Which of 30 points, most of them near its corners, each polygon holds: a string of 0 and 1. */
function held() {
  return shapes().map(({ name, rings }, i) => {
    const next = random(100 + i), corners = rings.flat();
    const near = (k) => around(corners[Math.floor(next() * corners.length)], (k < 24 ? 10 : 150) * next(), next() * 360);
    const points = Array.from({ length: 30 }, (_, k) => near(k));
    const object = forD3(rings);
    return { name, points, holds: points.map((p) => (d3.geoContains(object, p) ? 1 : 0)).join('') };
  });
}

/** Pairs with their angle in degrees and three points between them. */
function arcs() {
  const next = random(5);
  const pairs = [[[15, 78], [139.7, 35.7]], [[0, 90], [40, 0]], [[179.9, 66], [-179.9, 66]], [[-30, 89.9], [150, 89.9]], [[10, 10], [10.000001, 10]]];
  while (pairs.length < 40) pairs.push([0, 1].map(() => [round(next() * 360 - 180, 3), round(next() * 178 - 89, 3)]));
  return pairs.map(([a, b]) => {
    const along = d3.geoInterpolate(a, b);
    const between = [0.25, 0.5, 0.9].map((t) => along(t).map((v) => round(v, 8)));
    return { a, b, degrees: round((d3.geoDistance(a, b) * 180) / Math.PI, 10), between };
  });
}

/** Writes one entry a line, so that a change can be read. */
function write(file, all) {
  const body = Object.entries(all).map(([key, value]) =>
    Array.isArray(value) ? `${JSON.stringify(key)}:[\n${value.map((v) => JSON.stringify(v)).join(',\n')}\n]` : `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  writeFileSync(new URL(file, import.meta.url), `{\n${body.join(',\n')}\n}\n`);
}

write('./d3.json', { program: 'd3-geo', version, projection: projection(), polygons: clippedPolygons(), lines: clippedLines(), held: held(), arcs: arcs() });
write('./d3-views.json', { program: 'd3-geo', version, views: viewCases(), land: landMasks() });
