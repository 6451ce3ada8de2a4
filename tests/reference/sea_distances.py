"""Shortest ways through water by another method, for tests/seaway.rs: A* over a visibility graph.

Great circles are straight in the gnomonic projection, so in the plane of one centre a shortest way
bends at convex corners of land only. Land is Natural Earth 1 : 10 million as in geodata/basemap,
projected, simplified by a tolerance (see PAIRS; 0.001 is 6.4 km at the centre), and shrunk by as
much, so that lines may touch it; islands that vanish are left out.
Needs Python with numpy, shapely 2 and pyproj. Writes sea-distances.json beside itself.
"""

import heapq
import json
import pathlib

import numpy as np
import shapely
from pyproj import Geod

HERE = pathlib.Path(__file__).parent
LAND = HERE.parents[1] / "geodata/basemap/land-10m.geojson"
GEOD = Geod(ellps="WGS84")

# Name, from, to (points in open water off the port), centre of the projection, slack of the ellipse,
# tolerance.
PAIRS = [
    ("Bergen–Tokyo", (4.6, 60.6), (140.2, 34.6), (110, 88), 1.32, 0.003),
    ("Marseille–Alexandria", (5.2, 43.1), (29.7, 31.4), (17, 37), 1.15, 0.0006),
    ("Singapore–Tokyo", (104.5, 1.35), (140.2, 34.6), (120, 18), 1.12, 0.001),
    ("Odesa–Piraeus", (31.0, 46.2), (23.6, 37.7), (27, 42), 1.4, 3e-05),
    ("Hudson Bay–Galway", (-93.0, 59.0), (-10.2, 53.2), (-50, 60), 1.15, 0.001),
    ("Buenos Aires–Valparaíso", (-56.0, -36.2), (-72.0, -33.0), (-66, -45), 4.6, 0.001),
    ("Copenhagen–Saint Petersburg", (12.68, 55.9), (29.2, 60.05), (20, 58), 1.3, 0.0004),
    ("Mumbai–Chennai", (72.4, 18.8), (80.7, 13.1), (77, 12), 2.9, 0.0008),
    ("Cape Town–Mombasa", (17.8, -33.8), (40.0, -4.2), (30, -22), 1.35, 0.001),
    ("Tromsø–Prudhoe Bay", (18.0, 70.6), (-148.0, 71.0), (0, 89), 1.12, 0.002),
]


def unit(lonlat):
    lon, lat = np.radians(np.asarray(lonlat, float)).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], -1)


def frame(centre):
    m = unit(centre)
    e = np.cross([0, 0, 1.0], m)
    e /= np.linalg.norm(e)
    return m, e, np.cross(m, e)


def project(lonlat, axes):
    u = unit(lonlat)
    xy = np.stack([u @ axes[1], u @ axes[2]], -1)
    # What lies beyond 80° from the centre is drawn in to there.
    reach = np.linalg.norm(xy, axis=-1)
    far = (u @ axes[0]) < np.cos(np.radians(80))
    depth = np.where(far, np.maximum(reach, 1e-9) / np.tan(np.radians(80)), u @ axes[0])
    return xy / depth[..., None]


def land(axes, tolerance):
    out = []
    for feature in json.loads(LAND.read_text())["features"]:
        geometry = feature["geometry"]
        parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        for part in parts:
            if (unit(part[0]) @ axes[0]).max() < np.cos(np.radians(80)):
                continue
            rings = [project(ring, axes) for ring in part]
            polygon = shapely.make_valid(shapely.Polygon(rings[0], rings[1:]))
            out.append(polygon)
    whole = shapely.unary_union(out).simplify(tolerance)
    parts = shapely.get_parts(whole)
    return shapely.union_all(parts[~shapely.is_empty(shapely.buffer(parts, -tolerance))])


def corners(area):
    found = []
    for polygon in shapely.get_parts(area):
        if polygon.geom_type != "Polygon":
            continue
        polygon = shapely.geometry.polygon.orient(polygon)
        for ring in [polygon.exterior, *polygon.interiors]:
            p = np.asarray(ring.coords)[:-1]
            a, b = p - np.roll(p, 1, 0), np.roll(p, -1, 0) - p
            found.append(p[a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0] > 0])
    return np.concatenate(found)


def lonlat(xy, axes):
    u = axes[0] + xy[:, :1] * axes[1] + xy[:, 1:] * axes[2]
    u /= np.linalg.norm(u, axis=1)[:, None]
    return np.degrees(np.stack([np.arctan2(u[:, 1], u[:, 0]), np.arcsin(u[:, 2])], -1))


def distance(a, b):
    a, b = np.broadcast_arrays(a, b)
    return GEOD.inv(a[:, 0], a[:, 1], b[:, 0], b[:, 1])[2] / 1000


def shortest(start, end, centre, slack, tolerance):
    axes = frame(centre)
    area = land(axes, tolerance)
    ends = np.array([start, end], float)
    nodes = np.concatenate([ends, lonlat(corners(area), axes)])
    straight = distance(ends[:1], ends[1:])[0]
    keep = distance(nodes, ends[:1]) + distance(nodes, ends[1:]) <= straight * slack
    nodes = nodes[keep | (np.arange(len(nodes)) < 2)]
    xy = project(nodes, axes)
    body = shapely.buffer(area, -tolerance)
    shapely.prepare(body)
    left = distance(nodes, ends[1:])
    best, done, queue = np.full(len(nodes), np.inf), np.zeros(len(nodes), bool), [(left[0], 0)]
    best[0] = 0
    while queue:
        _, i = heapq.heappop(queue)
        if done[i]:
            continue
        done[i] = True
        if i == 1:
            return best[1], straight, len(nodes)
        cost = best[i] + distance(nodes[i : i + 1], nodes)
        worth = np.flatnonzero(~done & (cost < best - 1e-9))
        lines = shapely.linestrings(np.stack([np.broadcast_to(xy[i], (len(worth), 2)), xy[worth]], 1))
        for j in worth[~shapely.intersects(body, lines)]:
            best[j] = cost[j]
            heapq.heappush(queue, (cost[j] + left[j], j))
    raise ValueError("no way")


rows = []
for name, start, end, centre, slack, tolerance in PAIRS:
    km, straight, count = shortest(start, end, centre, slack, tolerance)
    # A way that is longer than the ellipse allows might not be the shortest.
    assert km <= straight * slack, (name, km, straight, slack)
    print(f"{name}: {km:.0f} km, {straight:.0f} km straight, {count} corners", flush=True)
    rows.append({"name": name, "from": start, "to": end, "km": round(float(km), 1)})
(HERE / "sea-distances.json").write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
