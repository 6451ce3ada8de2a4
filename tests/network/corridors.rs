//! What the network answers about the map's own cables: corridors, proposals, cuts, incidents, years, bad questions.

use crate::data::{ATLAS, GAZETTEER, NETWORK};
use arctic_cable_map::cable::Status;
use arctic_cable_map::network::chokepoints::{across, through};
use arctic_cable_map::network::compare::{Comparison, Course, compare};
use arctic_cable_map::network::effect::{Country, Effect, Fate, effect};
use arctic_cable_map::network::incident::incident;
use arctic_cable_map::network::weak::weak;
use arctic_cable_map::network::{
    Assumptions, Corridor, Corridors, Cut, EdgeKind, NodeKind, Remedy, Scenario, Trouble, Way,
};
use arctic_cable_map::sphere::LonLat;

fn ask(scenario: &Scenario, from: &str, to: &str) -> Comparison {
    compare(&NETWORK, scenario, &Assumptions::default(), NETWORK.ends(from, to).unwrap()).unwrap()
}

fn way(found: &Comparison, course: Course) -> Option<&Way> {
    found.rows.iter().find(|r| r.course == course).and_then(|r| r.way.as_ref())
}

fn effect_of(before: &Scenario, after: &Scenario, pairs: &[(&str, &str)]) -> Effect {
    let pairs: Vec<[usize; 2]> = pairs.iter().map(|(a, b)| NETWORK.ends(a, b).unwrap()).collect();
    let hubs = ["london", "frankfurt", "ashburn", "los-angeles", "singapore", "tokyo"];
    let hubs: Vec<usize> = hubs.iter().map(|h| NETWORK.end(h).unwrap()).collect();
    effect(&NETWORK, [before, after], &Assumptions::default(), &pairs, &hubs).unwrap()
}

fn at(country: &str, found: &Effect) -> Fate {
    found.countries.iter().find(|c| c.country == country).map_or(Fate::Apart, Country::fate)
}

#[test]
fn every_segment_and_place_is_in_the_network_with_its_chokepoints() {
    let segments = NETWORK.edges.iter().filter(|e| e.kind != EdgeKind::Backhaul).count();
    assert_eq!(segments, ATLAS.segments.len());
    for (i, chokepoint) in GAZETTEER.chokepoints.iter().enumerate() {
        let ours = NETWORK.edges.iter().filter(|e| e.chokepoints.contains(&i)).map(|e| e.id.clone());
        assert_eq!(ours.collect::<Vec<_>>(), through(&ATLAS, chokepoint), "{}", chokepoint.id);
    }
    for place in &GAZETTEER.places {
        let node = NETWORK.place(&place.id).unwrap();
        assert!(!NETWORK.links(node).is_empty(), "{} is joined to nothing", place.id);
    }
}

/// No way leads from one side of the world to the other but over a wall, so every landing has its side.
#[test]
fn the_walls_part_the_world_in_two() {
    let mut side = vec![None; NETWORK.nodes.len()];
    side[NETWORK.landing("london-gb").unwrap()] = Some(false);
    let walls = Corridors::of(&Corridor::ALL);
    let mut grows = true;
    while grows {
        grows = false;
        for edge in &NETWORK.edges {
            let odd = edge.crosses.iter().filter(|c| walls.has(*c)).count() % 2 == 1;
            for [a, b] in [edge.ends, [edge.ends[1], edge.ends[0]]] {
                let (Some(here), there) = (side[a], side[b]) else { continue };
                match there {
                    None => (side[b], grows) = (Some(here ^ odd), true),
                    Some(there) => assert_eq!(there, here ^ odd, "{}: {:?}", edge.id, edge.crosses),
                }
            }
        }
    }
    for (id, beyond) in [
        ("marseille-fr", false),
        ("new-york-us", false),
        ("longyearbyen-sj", false),
        ("tokyo-jp", true),
        ("singapore-sg", true),
        ("los-angeles-us", true),
        ("mumbai-in", true),
        ("jeddah-sa", true),
        ("nome-us", true),
        ("sydney-au", true),
    ] {
        assert_eq!(side[NETWORK.landing(id).unwrap()].unwrap_or(beyond), beyond, "{id}");
    }
}

#[test]
fn each_corridor_has_a_way_from_helsinki_to_tokyo_that_passes_there() {
    let found = ask(&Scenario::default(), "helsinki", "tokyo");
    let passes = |course, id: &str| {
        let way = way(&found, course).unwrap_or_else(|| panic!("no way by {course:?}"));
        way.chokepoints.iter().any(|c| NETWORK.chokepoints[*c] == id)
    };
    for cable in ["far-north-fiber", "polar-connect"] {
        assert!(passes(Course::Proposal(NETWORK.cable(cable).unwrap()), "bering-strait"), "{cable}");
    }
    assert!(passes(Course::Over(Corridor::Suez), "suez-land-bridge"));
    assert!(passes(Course::Over(Corridor::Suez), "bab-el-mandeb"));
    assert!(passes(Course::Over(Corridor::Cape), "cape-of-good-hope"));
    let countries = |c| &way(&found, Course::Over(c)).unwrap().countries;
    assert!(countries(Corridor::American).iter().any(|c| c == "US" || c == "CA"));
    assert!(countries(Corridor::Siberian).contains(&"RU".to_owned()));
    assert!(countries(Corridor::NearEast).iter().any(|c| c == "IR" || c == "IQ"));
    assert_eq!(way(&found, Course::Direct), None);
    let is_closed = |c| found.rows.iter().any(|r| r.course == Course::Over(c) && r.closed);
    assert!(is_closed(Corridor::Siberian) && !is_closed(Corridor::Suez));
}

#[test]
fn the_arctic_is_faster_than_what_stands_and_slower_than_light() {
    let found = ask(&Scenario::default(), "helsinki", "tokyo");
    let best = found.best.clone().unwrap();
    let polar = way(&found, Course::Proposal(NETWORK.cable("polar-connect").unwrap())).unwrap();
    assert!(polar.rtt_ms < best.rtt_ms && polar.rtt_ms > found.limit.fibre_ms, "{} {}", polar.rtt_ms, best.rtt_ms);
    // 7,842 km from Helsinki to Tokyo: geodesic of GeographicLib, as arctic-facts has it.
    assert!((found.limit.great_circle_km - 7842.0).abs() < 8.0 && (found.limit.fibre_ms - 76.8).abs() < 0.1);
    // With the cable standing the best way is that one, and cutting it brings back the way of before.
    let with = ask(&Scenario::default().and("polar-connect"), "helsinki", "tokyo");
    assert_eq!(with.best.unwrap(), *polar);
    let cut = Scenario::default().and("polar-connect").cut(vec![Cut::Cable("polar-connect".to_owned())]);
    assert_eq!(ask(&cut, "helsinki", "tokyo").best.unwrap(), best);
}

#[test]
fn the_model_is_within_ten_per_cent_of_what_carriers_offered() {
    let best = |from, to| ask(&Scenario::default(), from, to).best.unwrap().rtt_ms;
    for (from, to, offered_ms) in [("singapore", "tokyo", 63.0), ("london", "new-york", 58.95)] {
        assert!((best(from, to) / offered_ms - 1.0_f64).abs() < 0.1, "{from}–{to}: {}", best(from, to));
    }
}

#[test]
fn a_way_stays_on_its_side_where_both_ends_are() {
    let found = ask(&Scenario::default(), "singapore", "tokyo");
    assert_eq!(way(&found, Course::Direct), found.best.as_ref().ok());
    assert!(Corridor::ALL.iter().all(|c| way(&found, Course::Over(*c)).is_none()));
}

#[test]
fn closing_the_red_sea_slows_europe_to_india_and_closing_all_else_isolates() {
    let scenario = Scenario::default();
    let strait = Cut::Chokepoint("bab-el-mandeb".to_owned());
    let found =
        effect_of(&scenario, &scenario.cut(vec![strait.clone()]), &[("frankfurt", "mumbai"), ("tokyo", "sydney")]);
    assert_eq!(found.pairs[0].change.fate(), Fate::Slower);
    assert_eq!(found.pairs[1].change.fate(), Fate::Unaffected);
    assert_eq!((at("IN", &found), at("NZ", &found)), (Fate::Slower, Fate::Unaffected));
    // Without America and the Cape too, Asia is apart from Europe, and each remedy alone would do.
    let mut closed = scenario.cut(vec![strait.clone()]);
    closed.closed = closed.closed.with(Corridor::American).with(Corridor::Cape);
    let trouble = ask(&closed, "frankfurt", "mumbai").best.unwrap_err();
    let Trouble::Apart(remedies) = trouble else { panic!("{trouble:?}") };
    for remedy in [Remedy::Mend(strait), Remedy::Open(Corridor::American), Remedy::Allow(Status::Proposed)] {
        assert!(remedies.contains(&remedy), "{remedies:?}");
    }
}

#[test]
fn incidents_are_scenarios_of_their_year() {
    let replay = |id: &str| incident(&NETWORK, GAZETTEER.event(id).unwrap()).unwrap();
    for (id, year, cuts) in [
        ("2024-02-24-red-sea", 2024, 2),
        ("2025-09-06-red-sea", 2025, 6),
        ("2024-11-17-baltic", 2024, 2),
        ("2022-01-07-svalbard", 2022, 1),
        ("2023-06-11-quintillion", 2023, 1),
    ] {
        let found = replay(id);
        assert_eq!((found.year, found.cuts.len()), (Some(year), cuts), "{id}");
        assert!(!GAZETTEER.event(id).unwrap().sources.is_empty());
    }
    for event in GAZETTEER.events.iter().filter(|e| !e.cuts.is_empty()) {
        let found = incident(&NETWORK, event).unwrap_or_else(|| panic!("{}", event.id));
        let whole = found.cut(Vec::new());
        let standing = |s: &Scenario| s.standing(&NETWORK).unwrap();
        assert!(standing(&found) != standing(&whole), "{} cuts nothing", event.id);
    }
    let after = replay("2024-11-17-baltic");
    let found = effect_of(&after.cut(Vec::new()), &after, &[("helsinki", "berlin"), ("tokyo", "sydney")]);
    assert_eq!(found.pairs[0].change.fate(), Fate::Slower);
    assert_eq!(found.pairs[1].change.fate(), Fate::Unaffected);
    let after = replay("2022-01-07-svalbard");
    assert_eq!(at("SJ", &effect_of(&after.cut(Vec::new()), &after, &[])), Fate::Isolated);
    // Alaska is joined to nothing else in the data, and yet Oliktok Point is cut off from the rest of it.
    let after = replay("2023-06-11-quintillion");
    let cut_off = effect_of(&after.cut(Vec::new()), &after, &[]).cut_off;
    assert_eq!(cut_off.iter().map(|n| NETWORK.nodes[*n].id.as_str()).collect::<Vec<_>>(), ["oliktok-point-us"]);
    // The strait stands for the segments of that system through it.
    let events = |id: &str| replay(id).cuts;
    let taken = events("2008-12-19-sicily");
    assert!(
        taken
            .iter()
            .all(|c| matches!(c, Cut::Segment(id) if id.starts_with("sea-me-we-") || id.starts_with("flag-fea/")))
    );
    assert_eq!(incident(&NETWORK, GAZETTEER.event("2023-10-08-balticconnector").unwrap()), None);
}

#[test]
fn a_year_has_what_stood_then() {
    let stands = |year: i32, cable: &str| {
        let standing = Scenario::at_year(year).standing(&NETWORK).unwrap();
        let cable = NETWORK.cable(cable);
        NETWORK.edges.iter().zip(&standing.edges).any(|(e, s)| *s && e.cable == cable)
    };
    for (cable, first, last) in [("sea-me-we-3", 2000, 2023), ("c-lion1", 2016, 2040), ("tat-14", 2001, 2019)] {
        assert!(!stands(first - 1, cable) && stands(first, cable) && stands(last, cable), "{cable}");
        assert!(last == 2040 || !stands(last + 1, cable), "{cable}");
    }
    assert!(!stands(2027, "e2a") && stands(2028, "e2a") && !stands(2040, "far-north-fiber"));
    let count = |year| Scenario::at_year(year).standing(&NETWORK).unwrap().edges.iter().filter(|s| **s).count();
    assert!(count(1999) < count(2010) && count(2010) < count(2025) && count(2025) < count(2030));
}

#[test]
fn bad_questions_are_told_what_would_work() {
    assert!(matches!(NETWORK.ends("tokyo", "place:tokyo"), Err(Trouble::SameEnd(_))));
    let Err(Trouble::UnknownEnd { asked, near }) = NETWORK.end("tokio") else { panic!("tokio is known") };
    assert!(asked == "tokio" && near.iter().any(|n| NETWORK.nodes[*n].id == "tokyo"));
    let Err(Trouble::UnknownEnd { near, .. }) = NETWORK.end("landing:tomako") else { panic!("tomako is known") };
    assert_eq!(NETWORK.nodes[near[0]].id, "tomakomai-jp");
    assert!(matches!(NETWORK.end("xyzzyqqq"), Err(Trouble::UnknownEnd { near, .. }) if near.is_empty()));
    let mut network = NETWORK.clone();
    let Err(Trouble::Inland(near)) = network.end_at(LonLat::new(10.0, 23.0)) else { panic!("the Sahara has a shore") };
    assert!(near.len() == 3 && near[0].1 > 500.0);
    assert!(network.end_at(LonLat::new(24.0, 60.5)).is_ok_and(|n| network.nodes[n].kind == NodeKind::Place));

    let ends = NETWORK.ends("helsinki", "tokyo").unwrap();
    let same = compare(&NETWORK, &Scenario::default(), &Assumptions::default(), [ends[0], ends[0]]);
    assert_eq!(same, Err(Trouble::SameEnd(ends[0])));
    let unknown = Scenario::default().cut(vec![Cut::Segment("nowhere".to_owned())]).standing(&NETWORK);
    assert_eq!(unknown, Err(Trouble::UnknownCut(Cut::Segment("nowhere".to_owned()))));
    assert_eq!(Scenario::default().and("nothing").standing(&NETWORK), Err(Trouble::UnknownCable("nothing".to_owned())));

    let none = Scenario { statuses: vec![], ..Scenario::default() };
    let best = ask(&none, "helsinki", "tokyo").best;
    assert!(matches!(best, Err(Trouble::NothingStands(ref r)) if *r == [Remedy::StartOver]), "{best:?}");
    assert!(weak(&NETWORK, &none, &[ends]).is_err());
    let landing = Cut::Landing("nuuk-gl".to_owned());
    let best = ask(&Scenario::default().cut(vec![landing.clone()]), "nuuk", "london").best;
    let Err(Trouble::NotReached(node, remedies)) = best else { panic!("{best:?}") };
    assert_eq!((NETWORK.nodes[node].id.as_str(), remedies), ("nuuk", vec![Remedy::Mend(landing)]));
    // In 1960 only lines over land without a year.
    let early = ask(&Scenario::at_year(1960), "london", "tokyo").best;
    assert!(matches!(early, Err(Trouble::Apart(ref r)) if r.contains(&Remedy::AnyYear)), "{early:?}");
}

#[test]
fn what_hangs_on_one_thing_is_told_the_most_serious_first() {
    let pairs = [NETWORK.ends("reykjavik", "nuuk").unwrap(), NETWORK.ends("helsinki", "tokyo").unwrap()];
    let found = weak(&NETWORK, &Scenario::default(), &pairs).unwrap();
    let weight = |i: usize| {
        let w = &found.list[i];
        (w.pairs.len(), w.countries.len(), w.landings.len())
    };
    assert!((1..found.list.len()).all(|i| weight(i - 1) >= weight(i)));
    let of = |cut: &str| found.list.iter().find(|w| w.cut.to_link() == cut);
    let greenland = of("cable:greenland-connect").unwrap();
    assert!(greenland.pairs == [0] && greenland.countries == ["GL"]);
    let svalbard = of("segment:svalbard/harstad-no--longyearbyen-sj").unwrap();
    assert_eq!(svalbard.countries, ["SJ"]);
    assert!(of("chokepoint:guam").unwrap().countries.len() > 2);
    assert!(of("cable:far-north-fiber").is_none(), "what does not stand cannot fail");
    // Without two ways out nothing fails alone: every bridge is in the list.
    assert!(found.bridges.iter().all(|b| of(&format!("segment:{}", NETWORK.edges[*b].id)).is_some()));
}

#[test]
fn a_line_drawn_across_the_sea_cuts_what_it_crosses() {
    let line = |points: &[(f64, f64)]| points.iter().map(|&(lon, lat)| LonLat::new(lon, lat)).collect::<Vec<_>>();
    // Across the Bering Strait from shore to shore, and the same in two strokes.
    let cut = across(&ATLAS, &line(&[(-172.0, 66.2), (-167.5, 65.7)]));
    let strait = NETWORK.chokepoints.iter().position(|c| c == "bering-strait");
    let through: Vec<&str> = NETWORK
        .edges
        .iter()
        .filter(|e| strait.is_some_and(|s| e.chokepoints.contains(&s)) && e.crosses.has(Corridor::Arctic))
        .map(|e| e.id.as_str())
        .collect();
    assert!(cut.len() >= 4);
    assert_eq!(cut, through);
    assert_eq!(across(&ATLAS, &line(&[(-172.0, 66.2), (-169.0, 65.9), (-167.5, 65.7)])), cut);
    assert!(across(&ATLAS, &line(&[(0.0, -70.0), (10.0, -75.0)])).is_empty());
}

#[test]
fn a_planned_cable_changes_the_comparison() {
    let mut network = NETWORK.clone();
    let ends = network.ends("helsinki", "tokyo").unwrap();
    let (kirkenes, tokyo) = (network.landing("kirkenes-no").unwrap(), network.landing("minamiboso-jp").unwrap());
    let points =
        [(30.0, 69.7), (60.0, 80.0), (180.0, 75.0), (-168.9, 65.8), (175.0, 55.0), (142.0, 35.5), (139.9, 34.9)];
    let line: Vec<LonLat> = points.iter().map(|&(lon, lat)| LonLat::new(lon, lat)).collect();
    network.add_planned("mine", [kirkenes, tokyo], &line, &GAZETTEER);
    let found = compare(&network, &Scenario::default(), &Assumptions::default(), ends).unwrap();
    let best = found.best.unwrap();
    assert!(best.edges.iter().any(|e| network.edges[*e].id == "mine"));
    assert!(best.rtt_ms < ask(&Scenario::default(), "helsinki", "tokyo").best.unwrap().rtt_ms);
    let row = found.rows.iter().find(|r| r.course == Course::Over(Corridor::Arctic)).unwrap();
    assert_eq!(row.way.as_ref(), Some(&best));
    assert!(best.chokepoints.iter().any(|c| network.chokepoints[*c] == "bering-strait"));
}
