"""What NetworkX makes of the whole network, for tests/network/reference.rs: shortest ways, disjoint ways, bridges, cuts.

The graph is built here anew from geodata/: nodes are landings and branching units, edges are segments, each as long as is
published, else its line along geodesics (GeographicLib) and 5 % at sea, 30 % over land. Costs are kilometres.
Needs Python with networkx 3.6.1 and geographiclib 2.1. Writes network.json beside itself.
"""

import json
import pathlib
import random

import networkx as nx
from geographiclib.geodesic import Geodesic

HERE = pathlib.Path(__file__).parent
GEODATA = HERE.parents[1] / "geodata"
LAYERS = ["routes", "extensions", "existing", "arctic", "overland"]

# Name, statuses that count, systems and landings cut, number of pairs.
SCENARIOS = [
    ("today", ["in-service", "terrestrial"], [], [], 60),
    ("to come", ["in-service", "terrestrial", "under-construction", "planned", "proposed"], [], [], 60),
    ("cut", ["in-service", "terrestrial"], ["sea-me-we-5", "marea", "c-lion1"], ["marseille-fr", "singapore-sg"], 40),
    ("sea only", ["in-service"], [], [], 40),
]
# Pairs that are of interest, besides those drawn by lot.
PAIRS = [("helsinki-fi", "tokyo-jp"), ("london-gb", "new-york-us"), ("singapore-sg", "minamiboso-jp")]


def features(name):
    for layer in LAYERS:
        yield from json.loads((GEODATA / layer / f"{name}.geojson").read_text())["features"]


def km(geometry):
    parts = geometry["coordinates"]
    parts = parts if geometry["type"] == "MultiLineString" else [parts]
    legs = (pair for part in parts for pair in zip(part, part[1:]))
    return sum(Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0])["s12"] for a, b in legs) / 1000


def whole():
    cables = list(features("cables"))
    status = {f["id"]: f["properties"]["status"]["value"] for f in cables if f["properties"]["kind"] == "system"}
    edges = []
    for f in cables:
        p = f["properties"]
        if p["kind"] == "segment":
            drawn = km(f["geometry"]) * (1.3 if p.get("overland") else 1.05)
            published = p.get("length_km", {}).get("value")
            edges.append((p["from"], p["to"], f["id"], p["system"], published or drawn))
    return status, edges


def graph(status, edges, statuses, cables, landings):
    g = nx.MultiGraph()
    for a, b, segment, system, length in edges:
        gone = system in cables or a in landings or b in landings
        if status[system] in statuses and not gone and a != b:
            g.add_edge(a, b, key=segment, km=length)
    return g


def flow_graph(g, s, t, nodes):
    """Every node in two, joined by room for one way where `nodes` and the node is no end."""
    f = nx.MultiDiGraph()
    for n in g:
        f.add_edge((n, 0), (n, 1), capacity=1 if nodes and n not in (s, t) else 10**6, weight=0)
    for a, b, length in g.edges(data="km"):
        for x, y in ((a, b), (b, a)):
            f.add_edge((x, 1), (y, 0), capacity=1, weight=round(length * 1000))
    return f


def disjoint(g, s, t, nodes, with_cost):
    """How many ways, and where asked for the least kilometres of so many ways."""
    f = flow_graph(g, s, t, nodes)
    simple = nx.DiGraph()
    for a, b, d in f.edges(data=True):
        room = simple.get_edge_data(a, b, {"capacity": 0})["capacity"]
        simple.add_edge(a, b, capacity=room + d["capacity"])
    count = nx.maximum_flow_value(simple, (s, 1), (t, 0))
    if not with_cost or count == 0:
        return count, None
    f.nodes[(s, 1)]["demand"], f.nodes[(t, 0)]["demand"] = -count, count
    return count, nx.network_simplex(f)[0] / 1000


def pair(g, s, t, with_cost):
    if s not in g or t not in g or not nx.has_path(g, s, t):
        return {"from": s, "to": t, "km": None, "edges": 0, "nodes": 0, "edges_km": None, "nodes_km": None}
    (edges, edges_km), (nodes, nodes_km) = (disjoint(g, s, t, by_nodes, with_cost) for by_nodes in (False, True))
    length = nx.dijkstra_path_length(g, s, t, weight="km")
    return {"from": s, "to": t, "km": length, "edges": edges, "nodes": nodes, "edges_km": edges_km, "nodes_km": nodes_km}


def scenario(status, edges, landings, name, statuses, cables, gone, count):
    g = graph(status, edges, statuses, cables, gone)
    lot = random.Random(name)
    pairs = PAIRS + [tuple(lot.sample(landings, 2)) for _ in range(count)]
    sole = {frozenset(ab) for ab in nx.bridges(nx.Graph(g)) if g.number_of_edges(*ab) == 1}
    return {
        "name": name,
        "statuses": statuses,
        "cut": [f"cable:{c}" for c in cables] + [f"landing:{n}" for n in gone],
        "nodes": len(g),
        "edges": g.number_of_edges(),
        "parts": sorted((len(c) for c in nx.connected_components(g)), reverse=True),
        "bridges": sorted(k for a, b, k in g.edges(keys=True) if frozenset((a, b)) in sole),
        "articulations": sorted(nx.articulation_points(nx.Graph(g))),
        "pairs": [pair(g, s, t, i < 20) for i, (s, t) in enumerate(pairs)],
    }


def main():
    status, edges = whole()
    landings = sorted({n for e in edges for n in e[:2] if not n.startswith("bu-")})
    out = {"networkx": nx.__version__, "scenarios": [scenario(status, edges, landings, *s) for s in SCENARIOS]}
    text = json.dumps(out, indent=1)
    (HERE / "network.json").write_text(text + "\n")
    for s in out["scenarios"]:
        print(s["name"], s["nodes"], s["edges"], len(s["bridges"]), len(s["articulations"]))


main()
