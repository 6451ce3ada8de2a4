// The map's views, made of d3-geo's projections: shapes and lines on each, and which pixels are land.
// Called by d3.mjs. Nothing in it is random: the same version writes the same bytes.
import { readFileSync } from 'node:fs';
import * as d3 from 'd3-geo';
import { random, around } from './shapes.mjs';

const rad = Math.PI / 180;
const round = (v, digits) => Number(v.toFixed(digits));
const mix = (a, b, t) => a + (b - a) * t;
const wrap = (deg) => ((((deg + 180) % 360) + 360) % 360) - 180;

/** The general perspective projection as d3 wants it: u = 0 orthographic … −1 stereographic. */
const perspective = (u) => (lon, lat) => {
  const k = (1 - u) / (1 - u * Math.cos(lat) * Math.cos(lon));
  return [k * Math.cos(lat) * Math.sin(lon), k * Math.sin(lat)];
};

/** Mercator's, its poles not quite infinitely far, so that ice about a pole has an outline. */
const mercator = (lon, lat) => d3.geoMercatorRaw(lon, Math.min(Math.max(lat, -89.9 * rad), 89.9 * rad));

/** The root of the area scale of a raw projection, by differences of 1e-6. */
function scaleAt(raw, [lon, lat]) {
  const h = 1e-6, l = lon * rad, p = lat * rad;
  const d = (a, b) => [(a[0] - b[0]) / (2 * h), (a[1] - b[1]) / (2 * h)];
  const e = d(raw(l + h, p), raw(l - h, p)).map((v) => v / Math.cos(p)), n = d(raw(l, p + h), raw(l, p - h));
  return Math.sqrt(Math.abs(e[0] * n[1] - e[1] * n[0]));
}

/** The scale of the polar map at a position, in which zoom is counted. */
const middleScale = ([, lat]) => 2 / (1 + Math.sin(Math.max(lat, -40) * rad));

/** A view as `View::new` has it: the projection, where the sphere is turned for it, and how large. */
function view({ stop, centre: [lon, lat], zoom, turn, size: [w, h] }) {
  const off = wrap(lon - 75);
  let raw, rotate, roll = 0, clip = null, box = [1.86, 1.06];
  if (stop === 'world') [raw, rotate] = [d3.geoEqualEarthRaw, [-lon, 0]];
  else if (stop === 1) [raw, rotate] = [mercator, [-lon, 0]];
  else if (stop > 0.5) {
    const s = 2 * stop - 1, phi = Math.asin(1 - s);
    [raw, rotate] = [d3.geoConicConformalRaw(phi, phi), [-(75 + s * off), 0]];
  } else {
    const s = 2 * stop;
    box = [mix(1.06, 1.86, s), 1.06];
    [raw, rotate, roll] = [perspective(-s), [-lon, -mix(lat, 90, s)], -s * off];
    clip = Math.min(Math.acos(-s) / rad, mix(180, 150, s));
  }
  const fit = Math.min(w / box[0], h / box[1]);
  const local = d3.geoRotation(rotate)([lon, lat]);
  const wanted = fit * 2 ** zoom * middleScale([lon, lat]);
  const map = d3.geoProjection(raw).rotate(rotate).angle(-(turn + roll)).scale(wanted / scaleAt(raw, local));
  map.translate([0, 0]).precision(0.05);
  const [x, y] = map([lon, lat]);
  map.translate([w / 2 - x, h / 2 - y]);
  return clip === null ? map : map.clipAngle(clip);
}

/** The subpaths that d3 draws. */
export function subpaths(map, object) {
  const out = [];
  const ctx = { moveTo: (x, y) => out.push([x, y]), lineTo: (x, y) => out.at(-1).push(x, y), closePath() {}, arc() {} };
  d3.geoPath(map, ctx)(object);
  return out;
}

const size = [320, 200];
/** Views: pixels per radian in the middle at zoom 0 as a share of the screen, and the latitudes that a shape may have on each to be clear of the map's last parallels. */
const views = [
  ...[[90, 72], [10, 20], [-170, -35], [0, 0]].map((centre) => ({ stop: 0, centre, large: 0.48, south: -90, north: 90 })),
  ...[[146, 82], [-100, 40]].map((centre) => ({ stop: 0.15, centre, large: 0.45, south: -90, north: 90 })),
  ...[[20, 60], [-130, 10]].map((centre) => ({ stop: 0.3, centre, large: 0.5, south: -90, north: 90 })),
  ...[[146, 82], [-60, 50]].map((centre) => ({ stop: 0.6, centre, large: 0.4, south: -60, north: 90 })),
  ...[[20, 60], [-110, 30]].map((centre) => ({ stop: 0.75, centre, large: 0.32, south: -65, north: 90 })),
  ...[[0, 30], [-110, 58], [179.5, -20]].map((centre) => ({ stop: 1, centre, large: 0.25 / Math.cos(centre[1] * rad), south: -80, north: 80 })),
  ...[[0, 0], [-110, 0], [150, 40]].map((centre) => ({ stop: 'world', centre, large: 0.32, south: -90, north: 90 })),
].map(({ large, ...v }, i) => ({ ...v, zoom: round(Math.log2(large / middleScale(v.centre)), 2), turn: [0, 25, -140][i % 3], size }));

const star = (centre, n, near, far, next) =>
  Array.from({ length: n }, (_, k) => around(centre, near + (far - near) * next(), (-360 * k) / n));
const turned = (ring) => [...ring].reverse();
const parallel = (lat, n = 24) => Array.from({ length: n }, (_, k) => [(k * 360) / n - 177, lat]);
const forD3 = (rings) => ({ type: 'Polygon', coordinates: rings.map((r) => [...r, r[0]].reverse()) });

/** Shapes for a view: at its cut, with holes, about the poles, and anywhere. */
function shapes({ centre: [lon], south, north }, next) {
  const cut = wrap(lon + 180);
  const list = [
    ['over the cut', [star([cut, 20], 9, 10, 18, next)]],
    ['over the cut with a hole over it', [star([cut, 30], 12, 22, 28, next), turned(star([cut, 30], 7, 5, 9, next))]],
    ['over 180°', [[[170, 5], [-165, 10], [-170, 40], [172, 35]]]],
    ['to the cut and back', [[[wrap(cut - 40), 0], [wrap(cut - 4), 10], [wrap(cut + 4), 20], [wrap(cut - 4), 30], [wrap(cut - 40), 40]]]],
  ];
  if (north > 85) {
    list.push(['round the north pole', [parallel(62)]], ['a ring round it', [parallel(50), turned(parallel(70))]],
      ['a corner on the pole', [[[20, 60], [70, 60], [0, 90]]]], ['over the pole', [[[-30.3, 75], [59.7, 72], [146, 75]]]]);
  }
  if (south < -85) list.push(['ice', [turned(parallel(-70))]], ['all but an island', [turned(star([lon, 10], 8, 10, 20, next))]]);
  while (list.length < 24) {
    const at = [round(next() * 360 - 180, 3), round(mix(Math.max(south + 32, -88), Math.min(north - 32, 88), next()), 3)];
    const far = 4 + 26 * next(), rings = [star(at, 4 + Math.floor(next() * 9), far * 0.4, far, next)];
    if (list.length % 2) rings.push(turned(star(at, 5, far * 0.1, far * 0.3, next)));
    list.push([`star ${list.length}`, rings]);
  }
  return list;
}

/** Open lines: walks that cross the cut and the limb. */
function walk({ south, north }, next) {
  const line = [[round(next() * 360 - 180, 3), round(mix(Math.max(-70, south + 25), Math.min(70, north - 25), next()), 3)]];
  while (line.length < 6) {
    const to = around(line.at(-1), 5 + 40 * next(), next() * 360);
    if (to[1] > Math.max(-75, south + 18) && to[1] < Math.min(75, north - 18)) line.push(to);
  }
  return line;
}

const thin = (path) => path.map((v) => round(v, 2));

/** Every shape and line on every view, and points there and back. */
export function viewCases() {
  const next = random(77);
  return views.map((v) => {
    const map = view(v);
    const polygons = shapes(v, next).map(([name, rings]) => {
      const object = forD3(rings);
      return { name, rings, area: round(d3.geoPath(map).area(object), 2), paths: subpaths(map, object).map(thin) };
    });
    const lines = Array.from({ length: 6 }, () => {
      const line = walk(v, next), object = { type: 'LineString', coordinates: line };
      return { line, length: round(d3.geoPath(map).measure(object), 2), paths: subpaths(map, object).map(thin) };
    });
    const points = Array.from({ length: 25 }, () => {
      const p = around(v.centre, 60 * next(), 360 * next());
      return [...p, ...map(p).map((c) => round(c, 3))];
    }).filter(([, lat]) => lat > v.south + 5 && lat < Math.min(v.north, 89));
    const { stop, centre, zoom, turn } = v;
    return { stop, centre, zoom, turn, size, points, polygons, lines };
  });
}

/** The pixels whose middle is inside by the even-odd rule, as runs of equal pixels row by row, sea first. */
function mask(paths, [w, h]) {
  const rows = Array.from({ length: h }, () => []);
  for (const path of paths) {
    const n = path.length / 2;
    for (let i = 0; i < n; i += 1) {
      const [x0, y0, x1, y1] = [path[2 * i], path[2 * i + 1], path[2 * ((i + 1) % n)], path[2 * ((i + 1) % n) + 1]];
      const [low, high] = y0 < y1 ? [y0, y1] : [y1, y0];
      for (let row = Math.max(0, Math.ceil(low - 0.5)); row < Math.min(h, Math.ceil(high - 0.5)); row += 1) {
        rows[row].push(x0 + ((row + 0.5 - y0) / (y1 - y0)) * (x1 - x0));
      }
    }
  }
  const runs = [];
  let [last, count] = [0, 0];
  for (const row of rows) {
    row.sort((a, b) => a - b);
    let k = 0;
    for (let x = 0; x < w; x += 1) {
      while (k < row.length && row[k] < x + 0.5) k += 1;
      const bit = k % 2;
      if (bit !== last) { runs.push(count); [last, count] = [bit, 0]; }
      count += 1;
    }
  }
  return [...runs, count];
}

/** Which pixels are land, on every view. */
export function landMasks() {
  const file = new URL('../../geodata/basemap/land-50m.geojson', import.meta.url);
  const features = JSON.parse(readFileSync(file)).features;
  const polygons = features.flatMap(({ geometry: g }) => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates));
  const land = polygons.map((rings) => ({ type: 'Polygon', coordinates: rings.map((r) => [...r].reverse()) }));
  return views.map((v) => {
    const map = view(v);
    const runs = mask(land.flatMap((polygon) => subpaths(map, polygon)), size);
    const { stop, centre, zoom, turn, south, north } = v;
    return { stop, centre, zoom, turn, size, south, north, runs: runs.join(' ') };
  });
}
