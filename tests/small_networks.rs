//! Small networks whose answers are worked out by hand.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what went wrong by stopping there"
)]

use arctic_cable_map::cable::Status;
use arctic_cable_map::network::compare::{Course, compare};
use arctic_cable_map::network::disjoint::{Apart, disjoint};
use arctic_cable_map::network::effect::{Country, Fate, effect};
use arctic_cable_map::network::search::{by_corridor, on_one_side, shortest};
use arctic_cable_map::network::single::singles;
use arctic_cable_map::network::weak::weak;
use arctic_cable_map::network::{
    Assumptions, Cable, Corridor, Corridors, Cut, Edge, EdgeKind, Network, Node, NodeKind, Scenario, Standing, Years,
};
use arctic_cable_map::sphere::LonLat;

/// A network of landings by their names, and segments of so many kilometres: `ab` 100 joins `a` and `b`. Each segment is a
/// system of its own, in service.
fn network(segments: &[(&str, f64)]) -> Network {
    let mut names: Vec<char> = segments.iter().flat_map(|(ends, _)| ends.chars().take(2)).collect();
    names.sort_unstable();
    names.dedup();
    let node = |name: &char| Node {
        id: name.to_string(),
        kind: NodeKind::Landing,
        country: name.to_uppercase().to_string(),
        at: LonLat::new(0.0, 0.0),
    };
    let at = |c: Option<char>| names.iter().position(|n| Some(*n) == c).unwrap();
    let edge = |(i, (ends, km)): (usize, &(&str, f64))| Edge {
        id: (*ends).to_owned(),
        ends: [at(ends.chars().next()), at(ends.chars().nth(1))],
        kind: EdgeKind::Sea,
        cable: Some(i),
        drawn_km: *km,
        published_km: Some(*km),
        chokepoints: Vec::new(),
        crosses: Corridors::NONE,
    };
    let cable = |(ends, _): &(&str, f64)| Cable {
        id: (*ends).to_owned(),
        status: Some(Status::InService),
        years: Years::default(),
    };
    Network::new(
        names.iter().map(node).collect(),
        segments.iter().enumerate().map(edge).collect(),
        segments.iter().map(cable).collect(),
        vec!["strait".to_owned()],
    )
}

fn all(network: &Network) -> Standing {
    Scenario::default().standing(network).unwrap()
}

fn costs(network: &Network) -> Vec<f64> {
    network.edges.iter().map(|e| e.drawn_km).collect()
}

fn names(network: &Network, nodes: &[usize]) -> String {
    nodes.iter().map(|n| network.nodes[*n].id.as_str()).collect()
}

fn way(network: &Network, standing: &Standing, from: &str, to: &str) -> Option<(String, f64)> {
    let ends = network.ends(from, to).unwrap();
    let path = shortest(network, standing, &costs(network), ends[0], ends[1])?;
    Some((names(network, &path.nodes), path.cost))
}

/// Two squares joined by one segment, and a tail.
fn squares() -> Network {
    network(&[
        ("ab", 100.0),
        ("bc", 100.0),
        ("cd", 300.0),
        ("da", 300.0),
        ("ce", 50.0),
        ("ef", 100.0),
        ("fg", 100.0),
        ("ge", 100.0),
        ("gh", 70.0),
    ])
}

#[test]
fn the_shortest_way_and_the_next_when_it_is_cut() {
    let network = squares();
    assert_eq!(way(&network, &all(&network), "a", "h"), Some(("abcegh".to_owned(), 420.0)));
    let cut = Scenario::default().cut(vec![Cut::Segment("bc".to_owned())]).standing(&network).unwrap();
    assert_eq!(way(&network, &cut, "a", "h"), Some(("adcegh".to_owned(), 820.0)));
    let cut = Scenario::default().cut(vec![Cut::Landing("e".to_owned())]).standing(&network).unwrap();
    assert_eq!(way(&network, &cut, "a", "h"), None);
}

#[test]
fn bridges_and_articulation_points() {
    let network = squares();
    let single = singles(&network, &all(&network));
    let bridges: Vec<&str> = single.bridges.iter().map(|e| network.edges[*e].id.as_str()).collect();
    assert_eq!(bridges, ["ce", "gh"]);
    assert_eq!(names(&network, &single.articulations), "ceg");
    // A second cable beside the bridge: no segment is single any more, but the landings are.
    let twin = network_with(&squares(), ("ce", 60.0));
    let single = singles(&twin, &all(&twin));
    assert_eq!(single.bridges.iter().map(|e| twin.edges[*e].id.as_str()).collect::<Vec<_>>(), ["gh"]);
    assert_eq!(names(&twin, &single.articulations), "ceg");
}

fn network_with(network: &Network, (ends, km): (&str, f64)) -> Network {
    let mut out = network.clone();
    let [a, b] = [&ends[..1], &ends[1..2]].map(|id| out.landing(id).unwrap());
    out.add_edge(Edge {
        id: "extra".to_owned(),
        ends: [a, b],
        drawn_km: km,
        published_km: Some(km),
        ..out.edges[0].clone()
    });
    out
}

#[test]
fn what_fails_alone_and_what_it_costs() {
    let network = squares();
    let pairs = [network.ends("a", "h").unwrap(), network.ends("a", "c").unwrap()];
    let found = weak(&network, &Scenario::default(), &pairs).unwrap();
    let of = |cut: &str| found.list.iter().find(|w| w.cut.to_link() == cut);
    let bridge = of("segment:ce").unwrap();
    // The two halves have four landings each; the first of equal parts counts as the rest of the world.
    assert_eq!((names(&network, &bridge.landings).as_str(), bridge.pairs.as_slice()), ("efgh", &[0][..]));
    assert_eq!(bridge.countries, ["E", "F", "G", "H"]);
    let tail = of("landing:g").unwrap();
    assert_eq!((names(&network, &tail.landings).as_str(), tail.countries.join("")), ("h", "GH".to_owned()));
    assert!(of("segment:ab").is_none() && of("landing:b").is_none() && of("chokepoint:strait").is_none());
    assert_eq!(found.list[0].pairs.len(), 1);
}

#[test]
fn ways_that_share_nothing_are_found_though_the_shortest_stands_in_their_way() {
    // The shortest way from s to t, s a b t of 3, uses both middles; the two ways are s a t and s b t.
    let network = network(&[("sa", 1.0), ("ab", 1.0), ("bt", 1.0), ("sb", 4.0), ("at", 4.0)]);
    let ends = network.ends("s", "t").unwrap();
    for apart in [Apart::Edges, Apart::Nodes] {
        let found = disjoint(&network, &all(&network), &Assumptions::default(), ends, apart);
        let ways: Vec<(String, f64)> = found.ways.iter().map(|w| (names(&network, &w.nodes), w.cable_km)).collect();
        assert_eq!(ways.len(), 2);
        for way in [("sat".to_owned(), 5.0), ("sbt".to_owned(), 5.0)] {
            assert!(ways.contains(&way), "{ways:?}");
        }
        assert_eq!(found.cut_edges.len() + found.cut_nodes.len(), 2);
    }
}

#[test]
fn two_cables_through_one_landing_share_it() {
    let network = network(&[("sm", 1.0), ("sm", 2.0), ("mt", 1.0), ("mt", 2.0), ("st", 9.0)]);
    let ends = network.ends("s", "t").unwrap();
    let ask = |apart| disjoint(&network, &all(&network), &Assumptions::default(), ends, apart);
    let (edges, nodes) = (ask(Apart::Edges), ask(Apart::Nodes));
    assert_eq!((edges.ways.len(), edges.cut_edges.len(), edges.cut_nodes.len()), (3, 3, 0));
    assert_eq!((nodes.ways.len(), names(&network, &nodes.cut_nodes).as_str()), (2, "m"));
    assert_eq!(nodes.cut_edges.iter().map(|e| network.edges[*e].id.as_str()).collect::<Vec<_>>(), ["st"]);
}

/// A town whose traffic comes to the landings by land.
fn towns(network: &mut Network, names: &str) {
    for name in names.chars() {
        let town = network.end(&name.to_string()).unwrap();
        network.nodes[town].kind = NodeKind::Place;
        for edge in network.edges.iter_mut().filter(|e| e.ends.contains(&town)) {
            edge.ends = [town, edge.other(town)];
            edge.kind = EdgeKind::Backhaul;
        }
    }
}

/// Two towns near one landing once had as many ways between them as a wire on land has room for: a million.
#[test]
fn towns_that_share_a_landing_are_joined_by_land_once_and_by_cables_besides() {
    let mut network = network(&[("pl", 50.0), ("ql", 60.0), ("pm", 90.0), ("mn", 500.0), ("qn", 90.0), ("lm", 300.0)]);
    towns(&mut network, "pq");
    let ask = |from: &str, to: &str, apart| {
        let found = disjoint(&network, &all(&network), &Assumptions::default(), network.ends(from, to).unwrap(), apart);
        let ways: Vec<String> = found.ways.iter().map(|w| names(&network, &w.nodes)).collect();
        (ways.join(" "), found.cut_edges.len() + found.cut_nodes.len())
    };
    // By the landing, over one cable, over another and back by the same landing: no loss of cables parts them.
    assert_eq!(ask("p", "q", Apart::Edges), ("plq pmlq pmnq".to_owned(), 0));
    assert_eq!(ask("q", "p", Apart::Edges), ("qlp qlmp qnmp".to_owned(), 0));
    // A landing out of town may fail, and what comes by it shares it.
    assert_eq!(ask("p", "q", Apart::Nodes), ("plq pmnq".to_owned(), 2));
    // A town and its own landing.
    assert_eq!(ask("p", "l", Apart::Edges), ("pl pml".to_owned(), 0));
    assert_eq!(ask("l", "p", Apart::Edges), ("lp lmp".to_owned(), 0));
}

#[test]
fn ways_through_one_strait_fail_together() {
    let mut network = network(&[("sa", 1.0), ("at", 1.0), ("sb", 1.0), ("bt", 1.0), ("sc", 1.0), ("ct", 1.0)]);
    for edge in [0, 2] {
        network.edges[edge].chokepoints.push(0);
    }
    let ends = network.ends("s", "t").unwrap();
    let found = disjoint(&network, &all(&network), &Assumptions::default(), ends, Apart::Nodes);
    assert_eq!((found.ways.len(), found.shared), (3, vec![(0, 2)]));
    let cut = Scenario::default().cut(vec![Cut::Chokepoint("strait".to_owned())]).standing(&network).unwrap();
    assert_eq!(way(&network, &cut, "s", "t"), Some(("sct".to_owned(), 2.0)));
}

#[test]
fn a_corridor_is_crossed_once_and_no_other() {
    let mut network = network(&[("ab", 10.0), ("bc", 10.0), ("ac", 50.0), ("ad", 5.0), ("dc", 5.0), ("bd", 1.0)]);
    network.edges[1].crosses = Corridors::of(&[Corridor::Suez]);
    network.edges[2].crosses = Corridors::of(&[Corridor::Cape]);
    network.edges[4].crosses = Corridors::of(&[Corridor::Arctic]);
    let (standing, costs) = (all(&network), costs(&network));
    let ends = network.ends("a", "c").unwrap();
    let by = |ends, c| by_corridor(&network, &standing, &costs, ends, c).map(|p| (names(&network, &p.nodes), p.cost));
    assert_eq!(by(ends, Corridor::Suez), Some(("adbc".to_owned(), 16.0)));
    assert_eq!(by(ends, Corridor::Cape), Some(("ac".to_owned(), 50.0)));
    assert_eq!(by(ends, Corridor::Arctic), Some(("adc".to_owned(), 10.0)));
    assert_eq!(by(ends, Corridor::American), None);
    assert_eq!(on_one_side(&network, &standing, &costs, ends), None);
    // Both on one side: there and back over a wall is no way by it.
    let near = network.ends("a", "b").unwrap();
    assert_eq!(by(near, Corridor::Suez), None);
    assert_eq!(on_one_side(&network, &standing, &costs, near).unwrap().cost, 6.0);
}

#[test]
fn a_proposal_is_tried_beside_what_stands() {
    let mut network = network(&[("ab", 1000.0), ("bc", 1000.0), ("ac", 1500.0)]);
    network.edges[1].crosses = Corridors::of(&[Corridor::Suez]);
    network.edges[2].crosses = Corridors::of(&[Corridor::Arctic]);
    network.cables[2].status = Some(Status::Proposed);
    let ends = network.ends("a", "c").unwrap();
    let found = compare(&network, &Scenario::default(), &Assumptions::default(), ends).unwrap();
    let best = found.best.unwrap();
    // 2·2000 km·1.4682/299,792.458 km/s
    assert!((best.rtt_ms - 19.5895).abs() < 1e-3 && names(&network, &best.nodes) == "abc");
    let row = |course| found.rows.iter().find(|r| r.course == course).and_then(|r| r.way.clone());
    assert!((row(Course::Proposal(2)).unwrap().rtt_ms - 14.6921).abs() < 1e-3);
    assert_eq!(row(Course::Over(Corridor::Suez)), Some(best));
    assert_eq!(row(Course::Over(Corridor::Arctic)), None, "it does not stand");
}

#[test]
fn lengths_are_published_or_drawn_with_what_is_added() {
    let mut network = network(&[("ab", 1000.0), ("bc", 1000.0)]);
    network.edges[0].published_km = None;
    (network.edges[1].published_km, network.edges[1].kind) = (None, EdgeKind::Land);
    let cost = |a: Assumptions| a.costs(&network).iter().sum::<f64>();
    // 1050 and 1300 km.
    assert!((cost(Assumptions::default()) - 23.0177).abs() < 1e-3);
    let bare = Assumptions { group_index: 1.4620, sea_slack: 0.0, land_detour: 0.0, ..Assumptions::default() };
    assert!((cost(bare) - 19.5068).abs() < 1e-3);
    assert!((cost(Assumptions { station_ms: 0.25, ..bare }) - 20.5068).abs() < 1e-3);
    let ends = network.ends("a", "c").unwrap();
    let with_ends = Assumptions { end_ms: 1.0, ..bare };
    let found = compare(&network, &Scenario::default(), &with_ends, ends).unwrap();
    assert!((found.best.unwrap().rtt_ms - 21.5068).abs() < 1e-3);
}

#[test]
fn a_cut_is_told_by_pair_and_by_country() {
    let network = squares();
    let end = |id: &str| network.end(id).unwrap();
    let before = Scenario::default();
    let after = before.cut(vec![Cut::Segment("bc".to_owned()), Cut::Segment("gh".to_owned())]);
    let pairs = [[end("a"), end("c")], [end("e"), end("f")], [end("a"), end("h")]];
    let found = effect(&network, [&before, &after], &Assumptions::default(), &pairs, &[end("e")]).unwrap();
    let fates: Vec<Fate> = found.pairs.iter().map(|p| p.change.fate()).collect();
    assert_eq!(fates, [Fate::Slower, Fate::Unaffected, Fate::Isolated]);
    // From 200 km to 600 km: 400 km more there and back.
    let change = found.pairs[0].change;
    assert!((change.after_ms.unwrap() - change.before_ms.unwrap() - 3.9179).abs() < 1e-3);
    let fate = |c: &str| found.countries.iter().find(|x| x.country == c).map(Country::fate);
    assert_eq!((fate("H"), fate("A"), fate("C")), (Some(Fate::Isolated), Some(Fate::Slower), Some(Fate::Unaffected)));
    assert_eq!((fate("E"), names(&network, &found.cut_off).as_str()), (None, "h"));
}

#[test]
fn places_are_ends_and_never_on_the_way() {
    let mut network = squares();
    let place = network.add_node(Node { id: "p".to_owned(), kind: NodeKind::Place, ..network.nodes[0].clone() });
    let backhaul = |to: &str, network: &Network| Edge {
        id: String::new(),
        ends: [place, network.landing(to).unwrap()],
        kind: EdgeKind::Backhaul,
        cable: None,
        drawn_km: 1.0,
        published_km: None,
        chokepoints: Vec::new(),
        crosses: Corridors::NONE,
    };
    for to in ["a", "h"] {
        network.add_edge(backhaul(to, &network));
    }
    assert_eq!(way(&network, &all(&network), "a", "h"), Some(("abcegh".to_owned(), 420.0)));
    assert_eq!(way(&network, &all(&network), "place:p", "c").unwrap().0, "pabc");
    let single = singles(&network, &all(&network));
    assert_eq!(single, singles(&squares(), &all(&squares())));
}
