//! The questions of the connectivity panel and their answers in words: on networks worked out by hand, and on the map's own.

use crate::data::{ATLAS, GAZETTEER, NETWORK};
use arctic_cable_map::app::Carried;
use arctic_cable_map::app::lab::{
    Asked, Frail, Harm, Known, Machines, Ways, apartness, crosses, cut_text, sentence, usual_pairs,
};
use arctic_cable_map::cable::{Atlas, Gazetteer, Status};
use arctic_cable_map::i18n::{Catalogue, PlainFormat, Words};
use arctic_cable_map::network::disjoint::Apart;
use arctic_cable_map::network::effect::Fate;
use arctic_cable_map::network::incident::incident;
use arctic_cable_map::network::weak::{Weighing, weak};
use arctic_cable_map::network::{
    Building, Cable, Corridors, Cut, Edge, EdgeKind, Network, Node, NodeKind, Scenario, Years,
};
use arctic_cable_map::sphere::LonLat;

fn carried(pairs: &[(&str, &str)]) -> Carried {
    let mut out = Carried::default();
    pairs.iter().for_each(|(key, value)| assert!(out.set(key, value), "{key}"));
    out
}

/// Answers on the map's own network, in English.
fn with_map<R>(f: impl FnOnce(Known<'_>) -> R) -> R {
    let catalogue = Catalogue::english();
    let words = Words::new(&catalogue, &PlainFormat);
    f(Known { atlas: &ATLAS, gazetteer: &GAZETTEER, network: &NETWORK, words: &words })
}

/// Four landings in a row on the equator, a degree apart, 1000 km of cable each; and a by-way of 5000 km from a to d.
fn row() -> Network {
    let node = |(i, id): (u32, &str)| Node {
        id: id.to_owned(),
        kind: NodeKind::Landing,
        country: "FI".to_owned(),
        at: LonLat::new(f64::from(i), 0.0),
    };
    let edge = |(i, (id, ends, km)): (usize, (&str, [usize; 2], f64))| Edge {
        id: id.to_owned(),
        ends,
        kind: EdgeKind::Sea,
        cable: Some(i),
        drawn_km: km,
        published_km: Some(km),
        chokepoints: Vec::new(),
        crosses: Corridors::NONE,
    };
    let cable = |id: &str| Cable { id: id.to_owned(), status: Some(Status::InService), years: Years::default() };
    Network::new(
        ["a", "b", "c", "d"].into_iter().zip(0..).map(|(id, i)| node((i, id))).collect(),
        [("ab", [0, 1], 1000.0), ("bc", [1, 2], 1000.0), ("cd", [2, 3], 1000.0), ("ad", [0, 3], 5000.0)]
            .into_iter()
            .enumerate()
            .map(edge)
            .collect(),
        ["ab", "bc", "cd", "ad"].map(cable).into(),
        Vec::new(),
    )
}

fn with_row<R>(f: impl FnOnce(Known<'_>) -> R) -> R {
    let (atlas, gazetteer, network) = (Atlas::default(), Gazetteer::default(), row());
    let catalogue = Catalogue::english();
    let words = Words::new(&catalogue, &PlainFormat);
    f(Known { atlas: &atlas, gazetteer: &gazetteer, network: &network, words: &words })
}

#[test]
fn a_comparison_worked_out_by_hand() {
    with_row(|known| {
        let asked = Asked::read(&carried(&[("from", "landing:a"), ("to", "d"), ("via", "index:1.5")]), known.network);
        let ways = Ways::answer(known, &asked).unwrap();
        // 2 × 3000 km × 1.5 ÷ 299,792.458 km/s is 30.0 ms; the great circle is 3 × 111.32 km, 3.3 ms in that fibre, 2.2 ms in vacuum.
        assert_eq!((ways.title.as_str(), ways.rows.len()), ("a – d", 1));
        let row = &ways.rows[0];
        assert_eq!((row.rtt.as_str(), row.length.as_str(), row.hops.as_str()), ("30 ms", "3,000 km", "3 segments"));
        assert_eq!(row.formula, "2 × 3,000 km × 1.5 ÷ c");
        assert_eq!((row.look, row.share, row.mark.as_str()), (Some(0), 1.0, ""));
        assert!(ways.limit.contains("3.3 ms in fibre or 2.2 ms in vacuum"), "{}", ways.limit);
        assert!(ways.finding.starts_with("As it stands, the fastest way takes 30 ms: 8.98 times"), "{}", ways.finding);
        assert!(ways.none.contains("Past Suez") && ways.claims.is_empty());
    });
}

#[test]
fn cuts_worked_out_by_hand() {
    with_row(|known| {
        let link = [("from", "a"), ("to", "d"), ("via", "index:1.5"), ("cut", "segment:bc,cable:nothing,landing:")];
        let asked = Asked::read(&carried(&link), known.network);
        assert_eq!(asked.strange, ["cable:nothing", "landing:"]);
        assert_eq!(cut_text(&asked.scenario.cuts), "segment:bc");
        let harm = Harm::answer(known, &asked).unwrap();
        assert_eq!(harm.verdict, "Of 1 pairs of places 0 are isolated, 1 slower and 0 unaffected.");
        let pair = &harm.pairs[0];
        assert_eq!(
            (pair.fate, pair.times.join(" "), pair.detail.as_str()),
            (Fate::Slower, "30 ms 50 ms".into(), "+20 ms")
        );
        let asked = Asked::read(&carried(&[("from", "a"), ("to", "d"), ("cut", "segment:bc,cable:ad")]), known.network);
        let harm = Harm::answer(known, &asked).unwrap();
        assert_eq!(harm.pairs[0].fate, Fate::Isolated);
        let helps = "What would help: Mend bc: b – c, Mend the whole of ad.";
        assert!(harm.pairs[0].detail.ends_with(helps), "{}", harm.pairs[0].detail);
    });
}

#[test]
fn ways_apart_and_single_points_worked_out_by_hand() {
    with_row(|known| {
        let asked = Asked::read(&carried(&[("from", "a"), ("to", "d")]), known.network);
        for apart in [Apart::Edges, Apart::Nodes] {
            let found = apartness(known, &asked, apart).unwrap();
            assert_eq!(found.ways.len(), 2, "along the row, and round it");
            assert!(found.min_cut.contains("ab") || found.min_cut.contains("a – b"), "{}", found.min_cut);
        }
        let cut = Scenario::default().cut(vec![Cut::Segment("ad".to_owned())]);
        let pairs = [[0, 3]];
        let found = weak(known.network, &cut, &pairs).unwrap();
        let frail = Frail::new(known, &found, &pairs);
        // Without the by-way each of three segments is a bridge, and each landing between holds the row together.
        assert!(frail.note.contains("3 segments and 2 landing points"), "{}", frail.note);
        assert!(frail.list.iter().any(|w| w.cut == Cut::Landing("b".to_owned()) && w.costs[0] == "no way a – d"));
    });
}

#[test]
fn a_way_by_land_alone_says_so() {
    with_map(|known| {
        let asked = Asked::read(&carried(&[("from", "place:osaka"), ("to", "place:kobe")]), known.network);
        let found = apartness(known, &asked, Apart::Edges).unwrap();
        assert_eq!(found.ways.iter().map(|w| w.1.as_str()).collect::<Vec<_>>(), ["Links over land"; 3]);
        assert_eq!(found.min_cut, "", "no loss of cables parts what land joins");
    });
}

#[test]
fn what_is_weighed_in_slices_is_what_is_weighed_at_once() {
    let pairs = usual_pairs(&NETWORK);
    let scenario = Scenario::default().open();
    let whole = weak(&NETWORK, &scenario, &pairs).unwrap();
    let mut slices = Weighing::begin(&NETWORK, &scenario, &pairs).unwrap();
    let mut count = 1;
    while slices.some(&NETWORK, &pairs, 7).unwrap() {
        count += 1;
    }
    assert!(count > 20, "{count} slices");
    assert_eq!(slices.finish(), whole);
}

#[test]
fn what_is_built_in_slices_is_what_is_built_at_once() {
    let mut building = Building::begin(&ATLAS, &GAZETTEER);
    while building.some(&ATLAS, &GAZETTEER, 5) {}
    assert_eq!(building.network, *NETWORK);
}

#[test]
fn helsinki_to_tokyo_as_the_command_line_has_it() {
    with_map(|known| {
        let asked = Asked::read(&carried(&[("from", "place:helsinki"), ("to", "place:tokyo")]), known.network);
        let ways = Ways::answer(known, &asked).unwrap();
        assert_eq!(ways.title, "Helsinki – Tokyo");
        assert!(ways.finding.contains("With Polar Connect it would be"), "{}", ways.finding);
        let names: Vec<&str> = ways.rows.iter().map(|r| r.name.as_str()).collect();
        assert!(names.contains(&"Past Suez") && names.contains(&"Arctic, by Polar Connect"), "{names:?}");
        let times: Vec<f64> = ways.rows.iter().map(|r| r.rtt_ms).collect();
        assert!(times.is_sorted(), "{times:?}");
        assert_eq!(ways.rows.iter().filter(|r| r.look.is_some()).count(), 5);
        let polar = ways.rows.iter().find(|r| r.name.contains("Polar Connect")).unwrap();
        assert!(polar.mark.contains("if built") && polar.chokepoints.contains("Bering Strait"), "{polar:?}");
        assert_eq!(ways.lines(known).len(), 5);
    });
}

#[test]
fn each_trouble_is_a_sentence_that_says_what_would_work() {
    with_map(|known| {
        let said = |from: &str, to: &str, cut: &str| {
            let asked = Asked::read(&carried(&[("from", from), ("to", to), ("cut", cut)]), known.network);
            Ways::answer(known, &asked).map_or_else(|t| sentence(known, &t), |w| w.finding)
        };
        assert_eq!(said("place:tokyo", "tokyo", ""), "Both ends are Tokyo. Choose two different ones.");
        assert_eq!(said("tokio", "helsinki", ""), "No place or landing point is called “tokio”. Did you mean Tokyo?");
        let cut_off = said("longyearbyen-sj", "tokyo", "landing:longyearbyen-sj");
        assert!(cut_off.contains("What would help: Mend Longyearbyen"), "{cut_off}");
    });
}

#[test]
fn a_scenario_that_removes_everything_says_so() {
    with_map(|known| {
        let link = [("from", "helsinki"), ("to", "tokyo"), ("via", "-in-service,-terrestrial")];
        let asked = Asked::read(&carried(&link), known.network);
        let ways = Ways::answer(known, &asked).unwrap();
        assert!(ways.finding.starts_with("What counts leaves no cable standing."), "{}", ways.finding);
        assert!(ways.finding.contains("What would help"), "{}", ways.finding);
    });
}

#[test]
fn incidents_are_known_again_by_their_link_and_have_an_effect() {
    with_map(|known| {
        let mut replayed = 0;
        for event in &GAZETTEER.events {
            let Some(scenario) = incident(&NETWORK, event) else { continue };
            let year = scenario.year.unwrap().to_string();
            let link = [("cut", cut_text(&scenario.cuts)), ("year", year)];
            let link: Vec<(&str, &str)> = link.iter().map(|(k, v)| (*k, v.as_str())).collect();
            let asked = Asked::read(&carried(&link), known.network);
            assert_eq!(asked.strange, Vec::<String>::new(), "{}", event.id);
            let found = asked.incident(known.network, &GAZETTEER.events).map(|e| e.id.as_str());
            assert_eq!(found, Some(event.id.as_str()));
            let standing = |cuts: Vec<Cut>| asked.scenario.cut(cuts).standing(&NETWORK).unwrap();
            assert_ne!(standing(scenario.cuts.clone()), standing(Vec::new()), "{}: what failed stood", event.id);
            assert!(!Harm::answer(known, &asked).unwrap().verdict.is_empty());
            assert!(scenario.cuts.iter().all(|c| !crosses(known, c).is_empty()), "{}", event.id);
            replayed += 1;
        }
        assert!(replayed >= 5, "{replayed}");
    });
}

#[test]
fn supercomputers_are_nearer_to_each_other_over_the_arctic() {
    with_map(|known| {
        let ends = Machines::ends(known);
        assert!(ends.len() >= 4, "LUMI, Leonardo, MareNostrum 5 and JUPITER with Fugaku");
        let mut found = Machines::default();
        let asked = Asked::read(&carried(&[]), known.network);
        ends.iter().for_each(|ends| found.add(known, &asked, *ends).unwrap());
        assert!(["Far North Fiber", "Polar Connect"].iter().all(|name| found.proposals.contains(&(*name).to_owned())));
        let ms = |words: &str| words.split_whitespace().next().unwrap().parse::<f64>().unwrap();
        for pair in &found.pairs {
            assert!(pair.name.ends_with(" – Fugaku"), "{}", pair.name);
            assert!(pair.by.iter().all(|by| ms(by) < ms(&pair.now) && ms(by) > ms(&pair.limit)), "{pair:?}");
            let measured = pair.measured.as_ref().unwrap();
            assert!(ms(&measured.value) > ms(&pair.limit) && !measured.sources.is_empty(), "{pair:?}");
        }
        // The table has what a comparison of the same two says.
        let asked = Asked::read(&carried(&[("from", "place:lumi"), ("to", "place:fugaku")]), known.network);
        let lumi = found.pairs.iter().find(|p| p.name.starts_with("LUMI")).unwrap();
        let finding = Ways::answer(known, &asked).unwrap().finding;
        assert!(finding.contains(&lumi.now), "{finding} {lumi:?}");
    });
}
