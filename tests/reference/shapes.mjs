// The shapes that d3.mjs clips: rings with the inside on the left, none repeating its first position.

/** A small random generator (mulberry32), so that every run writes the same. */
export function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const rad = Math.PI / 180;
const round = (v) => Number(v.toFixed(4));

/** The position at `distance` degrees from `centre` in the direction `bearing`, clockwise from north. */
export function around([lon, lat], distance, bearing) {
  const [l, p, d, b] = [lon, lat, distance, bearing].map((v) => v * rad);
  const north = [-Math.sin(p) * Math.cos(l), -Math.sin(p) * Math.sin(l), Math.cos(p)];
  const east = [-Math.sin(l), Math.cos(l), 0];
  const here = [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)];
  const [x, y, z] = here.map((v, i) => v * Math.cos(d) + (north[i] * Math.cos(b) + east[i] * Math.sin(b)) * Math.sin(d));
  return [round(Math.atan2(y, x) / rad), round(Math.atan2(z, Math.hypot(x, y)) / rad)];
}

/** A star of `n` corners about `centre`, anticlockwise, between `near` and `far` degrees out. */
function star(centre, n, near, far, next) {
  return Array.from({ length: n }, (_, k) => around(centre, near + (far - near) * next(), (-360 * k) / n));
}

/** An anticlockwise regular ring. */
const disc = (centre, radius, n = 24) => star(centre, n, radius, radius, () => 0);
const turned = (ring) => [...ring].reverse();
const parallel = (lat, n = 36) => Array.from({ length: n }, (_, k) => [(k * 360) / n - 180, lat]);

/** The `k`-th tooth of a comb, from its foot in the east over the edge of the cap to its foot in the west. */
const tooth = (k) => [[8, 40], [8, 75], [2, 75], [2, 40]].map(([lon, lat]) => [k * 10 + lon, lat]);

/** Polygons with the cap that cuts each. */
export function shapes() {
  const pole = [0, 90];
  const arctic = { centre: pole, radius: 30 }, wide = { centre: pole, radius: 150 };
  const list = [
    ['inside', arctic, [disc([10, 80], 5)]],
    ['outside', arctic, [disc([10, 20], 5)]],
    ['over the edge', arctic, [disc([10, 60], 12)]],
    ['round the pole', arctic, [parallel(75)]],
    ['all but the polar cap', arctic, [turned(parallel(75))]],
    ['cap inside a polygon', arctic, [parallel(40)]],
    ['cap inside a hole', arctic, [parallel(20), turned(parallel(40))]],
    ['ring with a hole', arctic, [parallel(65), turned(parallel(80))]],
    ['hole cut by the edge', arctic, [disc([0, 70], 18), turned(disc([0, 60], 5))]],
    ['hole round the pole', arctic, [disc([0, 85], 20), turned(disc([0, 90], 4))]],
    ['two holes, one outside', arctic, [disc([90, 60], 25), turned(disc([90, 50], 4)), turned(disc([90, 70], 4))]],
    ['a vertex on the pole', arctic, [[[0, 90], [20, 70], [60, 70]]]],
    ['an edge over the pole', arctic, [[[-30, 80], [60, 70], [150, 80]]]],
    ['a sliver over the pole', arctic, [[[0, 50], [0.5, 50], [179.9, 65], [-179.6, 65]]]],
    ['a sliver that ends on the edge', arctic, [[[0, 50], [0.5, 50], [179.9, 60], [-179.6, 60]]]],
    ['corners on the edge', arctic, [[[0, 60], [40, 60], [40, 70], [0, 70]], [[10, 64], [10, 66], [20, 66], [20, 64]]]],
    ['over the antimeridian', arctic, [[[170, 65], [-170, 65], [-170, 72], [170, 72]]]],
    ['along the antimeridian', arctic, [[[180, 50], [-160, 50], [-160, 80], [180, 80]]]],
    ['comb', arctic, [[[0, 25], [30, 25], [60, 25], ...[5, 4, 3, 2, 1, 0].flatMap(tooth)]]],
    ['spike', arctic, [[[40, 50], [50, 50], [45.01, 85], [45, 85]]]],
    ['tiny on the edge', arctic, [disc([33, 60], 0.2, 7)]],
    ['ice about the south pole, in a wide cap', wide, [turned(parallel(-70))]],
    ['ice cut by the rim', wide, [turned(parallel(-50))]],
    ['hemisphere', wide, [parallel(0)]],
    ['more than a hemisphere', wide, [turned(disc([0, -40], 30))]],
    ['two-thirds of the sphere in a small cap', { centre: [100, 10], radius: 25 }, [turned(disc([0, -40], 50))]],
    ['half in a hemisphere', { centre: [90, 0.0001], radius: 89.9 }, [disc([0, 0], 20)]],
    ['doubled corner', arctic, [[[0, 50], [40, 50], [40, 50], [40, 75], [0, 75]]]],
    ['thin triangle beside the edge', arctic, [[[0, 59.5], [4, 59.5], [2, 61]]]],
  ];
  const next = random(2026);
  for (let k = 0; k < 45; k += 1) {
    const centre = [round(next() * 360 - 180), round(Math.asin(2 * next() - 1) / rad)];
    const cap = { centre: around(centre, next() * 60, next() * 360), radius: round(10 + next() * (k % 3 === 0 ? 130 : 60)) };
    const size = 8 + next() * 40;
    const rings = [star(centre, 5 + Math.floor(next() * 14), size * 0.45, size, next)];
    if (k % 2) rings.push(turned(star(centre, 5, size * 0.1, size * 0.3, next)));
    if (k % 5 === 4) rings.reverse().forEach((r) => r.reverse());
    list.push([`star ${k}`, cap, rings]);
  }
  return list.map(([name, cap, rings]) => ({ name, cap, rings }));
}

/** Lines with the cap that cuts each. */
export function lines() {
  const arctic = { centre: [0, 90], radius: 30 };
  const list = [
    ['through 89.9° N', arctic, [[-30, 70], [-30, 89.9], [150, 89.9], [150, 70]]],
    ['over the pole', arctic, [[20, 50], [0, 90], [-160, 50]]],
    ['across the edge and back', arctic, [[0, 50], [0, 70], [90, 52], [180, 52], [180, 80]]],
    ['a great circle that bulges in', arctic, [[-50, 50], [50, 50]]],
    ['outside', arctic, [[0, 10], [50, 20]]],
    ['one step', arctic, [[15, 78], [15.1, 78]]],
    ['Svalbard to Tokyo', { centre: [75, 90], radius: 80 }, [[15.6, 78.2], [139.7, 35.7]]],
  ];
  const next = random(7);
  for (let k = 0; k < 13; k += 1) {
    const start = [round(next() * 360 - 180), round(next() * 160 - 80)];
    const line = [start];
    while (line.length < 8) line.push(around(line.at(-1), 5 + next() * 50, next() * 360));
    list.push([`walk ${k}`, { centre: around(start, 20, 50), radius: round(20 + next() * 90) }, line]);
  }
  return list.map(([name, cap, line]) => ({ name, cap, line }));
}
