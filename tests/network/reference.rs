//! The whole network against networkx (`tests/reference/network.py`), and what must hold of any cut.

use crate::data::NETWORK;
use arctic_cable_map::cable::Status;
use arctic_cable_map::network::disjoint::{Apart, Disjoint, disjoint};
use arctic_cable_map::network::effect::{Fate, effect};
use arctic_cable_map::network::search::{costs_from, shortest};
use arctic_cable_map::network::single::singles;
use arctic_cable_map::network::{Assumptions, Corridors, Cut, Cuts, EdgeKind, NodeKind, Scenario, Standing};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static REFERENCE: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../reference/network.json")).unwrap());

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect()
}

fn cuts(value: &Value) -> Vec<Cut> {
    texts(value).iter().map(|t| Cut::parse(t).unwrap()).collect()
}

fn scenario(reference: &Value) -> Scenario {
    Scenario {
        statuses: texts(&reference["statuses"]).iter().map(|s| Status::parse(s).unwrap()).collect(),
        closed: Corridors::NONE,
        cuts: cuts(&reference["cut"]),
        ..Scenario::default()
    }
}

/// Costs in kilometres of cable.
fn lengths() -> Vec<f64> {
    NETWORK.edges.iter().map(|e| e.cable_km(&Assumptions::default())).collect()
}

/// Equal but for how the two measure a geodesic.
fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 2e-4 * b + 0.01
}

/// The reference, what it calls its scenario, and what stands in it.
fn scenarios() -> Vec<(&'static Value, &'static str, Standing)> {
    let all = REFERENCE["scenarios"].as_array().unwrap();
    all.iter().map(|r| (r, r["name"].as_str().unwrap(), scenario(r).standing(&NETWORK).unwrap())).collect()
}

#[test]
fn the_parts_are_those_of_the_reference() {
    for (reference, name, standing) in scenarios() {
        let parts = standing.parts(&NETWORK);
        let mut sizes = vec![0_usize; NETWORK.nodes.len()];
        parts.iter().filter(|p| **p < sizes.len()).copied().collect::<Vec<_>>().iter().for_each(|p| sizes[*p] += 1);
        sizes.retain(|s| *s > 0);
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        let wanted: Vec<usize> = serde_json::from_value(reference["parts"].clone()).unwrap();
        assert_eq!(sizes, wanted, "{name}");
        let edges = NETWORK.edges.iter().zip(&standing.edges).filter(|(e, s)| **s && e.kind != EdgeKind::Backhaul);
        assert_eq!(edges.count() as u64, reference["edges"].as_u64().unwrap(), "{name}");
    }
}

#[test]
fn bridges_and_articulation_points_are_those_of_the_reference() {
    for (reference, name, standing) in scenarios() {
        let single = singles(&NETWORK, &standing);
        let bridges: BTreeSet<&str> = single.bridges.iter().map(|e| NETWORK.edges[*e].id.as_str()).collect();
        let articulations: BTreeSet<&str> =
            single.articulations.iter().map(|n| NETWORK.nodes[*n].id.as_str()).collect();
        assert_eq!(bridges, texts(&reference["bridges"]).into_iter().collect(), "{name}");
        assert_eq!(articulations, texts(&reference["articulations"]).into_iter().collect(), "{name}");
        assert!(bridges.len() > 50 && articulations.len() > 50);
    }
}

#[test]
fn the_shortest_ways_are_those_of_the_reference() {
    let costs = lengths();
    let mut found = 0;
    for (reference, name, standing) in scenarios() {
        for pair in reference["pairs"].as_array().unwrap() {
            let [a, b] = ["from", "to"].map(|end| NETWORK.landing(pair[end].as_str().unwrap()).unwrap());
            let ours = shortest(&NETWORK, &standing, &costs, a, b);
            match (&ours, pair["km"].as_f64()) {
                (Some(ours), Some(km)) => assert!(is_near(ours.cost, km), "{name} {pair}: {}", ours.cost),
                (ours, km) => assert_eq!(ours.is_some(), km.is_some(), "{name} {pair}"),
            }
            found += usize::from(ours.is_some());
        }
    }
    assert!(found > 120, "{found}");
}

/// The number of ways, their least length in all, and a set of as many things whose loss parts the ends.
/// Osaka and Kobe are both near Shima: ways by land alone must not be counted without end.
#[test]
fn between_any_two_places_there_are_so_many_ways_and_no_more() {
    let places: Vec<usize> = (0..NETWORK.nodes.len()).filter(|n| NETWORK.nodes[*n].kind == NodeKind::Place).collect();
    let standing = Scenario::default().standing(&NETWORK).unwrap();
    for (i, from) in places.iter().enumerate() {
        for to in &places[i + 1..] {
            let found = disjoint(&NETWORK, &standing, &Assumptions::default(), [*from, *to], Apart::Edges);
            assert!(found.ways.len() < 100, "{} – {}", NETWORK.nodes[*from].id, NETWORK.nodes[*to].id);
        }
    }
}

#[test]
fn disjoint_ways_and_least_cuts_are_those_of_the_reference() {
    // Kilometres instead of milliseconds: the same ways are the shortest.
    let assumptions = Assumptions::default();
    for (reference, name, standing) in scenarios() {
        for pair in reference["pairs"].as_array().unwrap() {
            let ends = ["from", "to"].map(|end| NETWORK.landing(pair[end].as_str().unwrap()).unwrap());
            for (apart, count, km) in [(Apart::Edges, "edges", "edges_km"), (Apart::Nodes, "nodes", "nodes_km")] {
                let ours = disjoint(&NETWORK, &standing, &assumptions, ends, apart);
                assert_eq!(ours.ways.len() as u64, pair[count].as_u64().unwrap(), "{name} {pair}");
                if let Some(km) = pair[km].as_f64() {
                    let sum: f64 = ours.ways.iter().map(|w| w.cable_km).sum();
                    assert!(is_near(sum, km), "{name} {pair}: {sum} {km}");
                }
                check_disjoint(&ours, apart, ends);
                check_cut(&standing, &ours, ends);
            }
        }
    }
}

fn check_disjoint(found: &Disjoint, apart: Apart, ends: [usize; 2]) {
    let mut edges = BTreeSet::new();
    let mut nodes = BTreeSet::new();
    for way in &found.ways {
        assert_eq!([way.nodes[0], way.nodes[way.nodes.len() - 1]], ends);
        for (edge, pair) in way.edges.iter().zip(way.nodes.windows(2)) {
            assert_eq!(NETWORK.edges[*edge].other(pair[0]), pair[1]);
            assert!(edges.insert(*edge), "two ways over {}", NETWORK.edges[*edge].id);
        }
        for node in &way.nodes[1..way.nodes.len() - 1] {
            assert!(nodes.insert(*node) || apart == Apart::Edges, "two ways through {}", NETWORK.nodes[*node].id);
        }
    }
}

fn check_cut(standing: &Standing, found: &Disjoint, [from, to]: [usize; 2]) {
    assert_eq!(found.cut_edges.len() + found.cut_nodes.len(), found.ways.len());
    let mut after = standing.clone();
    found.cut_edges.iter().for_each(|e| after.edges[*e] = false);
    for node in &found.cut_nodes {
        after.cut(&NETWORK, &Cut::Landing(NETWORK.nodes[*node].id.clone())).unwrap();
    }
    assert_eq!(shortest(&NETWORK, &after, &lengths(), from, to), None);
}

/// Cuts of every kind, by number.
fn cut_of(kind: usize, number: usize) -> Cut {
    let pick = |count: usize| number % count;
    let segments = NETWORK.edges.iter().filter(|e| e.kind != EdgeKind::Backhaul).count();
    match kind {
        0 => Cut::Cable(NETWORK.cables[pick(NETWORK.cables.len())].id.clone()),
        1 => Cut::Segment(NETWORK.edges[pick(segments)].id.clone()),
        2 => Cut::Chokepoint(NETWORK.chokepoints[pick(NETWORK.chokepoints.len())].clone()),
        _ => {
            let landings: Vec<&str> =
                NETWORK.nodes.iter().map(|n| n.id.as_str()).filter(|id| NETWORK.landing(id).is_some()).collect();
            Cut::Landing(landings[pick(landings.len())].to_owned())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_cut_never_shortens_a_way_and_undo_restores(
        from in 0_usize..2000, year in 1995_i32..2032, dated: bool,
        steps in proptest::collection::vec((0_usize..4, 0_usize..100_000), 1..5),
    ) {
        let costs = Assumptions::default().costs(&NETWORK);
        let scenario = if dated { Scenario::at_year(year) } else { Scenario::default() };
        let from = from % NETWORK.nodes.len();
        let mut cuts = Cuts::default();
        let mut seen = vec![scenario.standing(&NETWORK).unwrap()];
        for (kind, number) in &steps {
            let cut = cut_of(*kind, *number);
            if cuts.now().contains(&cut) {
                continue;
            }
            cuts.toggle(cut);
            let before = costs_from(&NETWORK, seen.last().unwrap(), &costs, from);
            let now = scenario.cut(cuts.now().to_vec()).standing(&NETWORK).unwrap();
            let after = costs_from(&NETWORK, &now, &costs, from);
            prop_assert!(before.iter().zip(&after).all(|(b, a)| a >= b));
            seen.push(now);
        }
        while let Some(standing) = seen.pop() {
            prop_assert_eq!(&scenario.cut(cuts.now().to_vec()).standing(&NETWORK).unwrap(), &standing);
            prop_assert_eq!(cuts.undo(), !seen.is_empty());
        }
    }

    #[test]
    fn there_is_as_far_as_back(a in 0_usize..2000, b in 0_usize..2000) {
        let costs = Assumptions::default().costs(&NETWORK);
        let standing = Scenario::default().standing(&NETWORK).unwrap();
        let (a, b) = (a % NETWORK.nodes.len(), b % NETWORK.nodes.len());
        let [there, back] = [(a, b), (b, a)].map(|(a, b)| shortest(&NETWORK, &standing, &costs, a, b));
        prop_assert_eq!(there.is_some(), back.is_some());
        if let (Some(there), Some(back)) = (there, back) {
            prop_assert!((there.cost - back.cost).abs() < 1e-9 * there.cost.max(1.0));
        }
        if a != b {
            let ways = |ends, apart| disjoint(&NETWORK, &standing, &Assumptions::default(), ends, apart).ways.len();
            for apart in [Apart::Edges, Apart::Nodes] {
                prop_assert_eq!(ways([a, b], apart), ways([b, a], apart));
            }
            prop_assert!(ways([a, b], Apart::Nodes) <= ways([a, b], Apart::Edges));
        }
    }

    #[test]
    fn what_a_cut_does_to_a_pair_it_does_to_its_mirror(kind in 0_usize..4, number in 0_usize..100_000) {
        let scenario = Scenario::default();
        let cut = scenario.cut(vec![cut_of(kind, number)]);
        let end = |id| NETWORK.end(id).unwrap();
        let pairs = [("helsinki", "tokyo"), ("marseille", "singapore"), ("reykjavik", "nuuk")];
        let pairs: Vec<[usize; 2]> =
            pairs.iter().flat_map(|(a, b)| [[end(a), end(b)], [end(b), end(a)]]).collect();
        let hubs = [end("london"), end("tokyo")];
        let found = effect(&NETWORK, [&scenario, &cut], &Assumptions::default(), &pairs, &hubs).unwrap();
        for both in found.pairs.chunks(2) {
            prop_assert_eq!(both[0].change.fate(), both[1].change.fate());
            prop_assert_eq!(both[0].trouble.is_some(), both[0].change.fate() == Fate::Isolated);
        }
        for c in &found.countries {
            prop_assert!(c.isolated + c.slower <= c.landings && c.added_ms >= 0.0, "{c:?}");
        }
    }
}
