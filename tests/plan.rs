//! Cables that are planned on the map: the packed waters, what is wished of a way, and why there is none.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what went wrong by stopping there"
)]

use arctic_cable_map::app::plan::{Plan, changes, finding, joined, pairs, refusal, rtt_ms};
use arctic_cable_map::cable::{Atlas, Gazetteer};
use arctic_cable_map::geodata::{Catalog, Code, Polygon, packed, polygons_from_geojson, visvalingam};
use arctic_cable_map::i18n::{Catalogue, PlainFormat, Words};
use arctic_cable_map::network::{Assumptions, Network, Scenario};
use arctic_cable_map::seaway::{Grid, Help, Mask, Options, Planned, Planner, Refusal, Stop, Trouble, Waters, wire};
use arctic_cable_map::sphere::{Arc, EARTH_RADIUS_KM, LonLat, contains};
use serde_json::Value;
use std::path::Path;
use std::sync::LazyLock;

fn bytes(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{file}: {e}"))
}

fn polygons(file: &str) -> Vec<Polygon> {
    let (polygons, problems) = polygons_from_geojson(file, &bytes(file));
    assert_eq!(problems, []);
    polygons
}

/// The land as the page has it at its finest.
static LAND: LazyLock<Vec<Polygon>> = LazyLock::new(|| {
    let land = visvalingam::thin(&polygons("geodata/basemap/land-10m.geojson"), 0.5);
    packed::decode("land", &packed::encode(&land, 0.001)).unwrap()
});

static BUILT: LazyLock<Waters> = LazyLock::new(|| Waters::new(&LAND));
static PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| BUILT.grid().encode());

/// The waters as a page has them, with both months' ice.
static PLANNER: LazyLock<Planner> = LazyLock::new(|| {
    let mut planner = Planner::new(Waters::with(&LAND, Grid::decode("waters", &PACKED).unwrap()));
    planner.ice = ICE.each_ref().map(|ice| Some(Mask::new(ice)));
    planner
});

static ICE: LazyLock<[Vec<Polygon>; 2]> = LazyLock::new(|| {
    ["march", "september"].map(|month| polygons(&["geodata/environment/sea-ice-", month, ".geojson"].concat()))
});

static WORLD: LazyLock<(Atlas, Gazetteer)> = LazyLock::new(|| {
    let (catalog, _) = Catalog::parse("catalog.json", &bytes("geodata/catalog.json"));
    let (mut atlas, mut gazetteer) = (Atlas::default(), Gazetteer::default());
    for layer in catalog.layers.iter().filter(|l| l.kind.has_entities()) {
        atlas.add(&layer.file, &bytes(&["geodata/", &layer.file].concat()));
    }
    for file in ["geodata/context/chokepoints.geojson", "geodata/context/places.geojson"] {
        gazetteer.add(file, &bytes(file));
    }
    (atlas, gazetteer)
});

/// What the worker answers to a plan, through the numbers that pass between.
fn plan(text: &str) -> Result<Planned, Refusal> {
    let (plan, strange) = Plan::read(text);
    assert_eq!(strange, Vec::<String>::new(), "{text}");
    let question = plan.question(&WORLD.0, &WORLD.1).unwrap_or_else(|stop| panic!("{stop} is not known"));
    wire::read(&wire::answer(&PLANNER, &question.write())).expect("an answer")
}

fn planned(text: &str) -> Planned {
    plan(text).unwrap_or_else(|refused| panic!("{text}: {refused:?}"))
}

/// What is wrong, in English.
fn told(text: &str) -> String {
    let (wished, _) = Plan::read(text);
    let refused = plan(text).expect_err(text);
    let catalogue = Catalogue::english();
    refusal(&wished, &refused, &WORLD.0, &WORLD.1, &Words::new(&catalogue, &PlainFormat)).text
}

/// Calls `on` with points of a line, a kilometre apart.
fn along(line: &[LonLat], mut on: impl FnMut(LonLat)) {
    for leg in line.windows(2) {
        let arc = Arc::new(leg[0].to_unit(), leg[1].to_unit());
        let steps = (arc.length_rad * EARTH_RADIUS_KM).ceil().max(1.0);
        let mut k = 0.5;
        while k < steps {
            on(arc.at(arc.length_rad * k / steps).to_lonlat());
            k += 1.0;
        }
    }
}

#[test]
fn the_packed_waters_are_the_built_ones() {
    assert!(PACKED.len() < 250_000, "{}", PACKED.len());
    let back = Grid::decode("waters", &PACKED).unwrap();
    assert_eq!((back.len(), back.encode()), (BUILT.grid().len(), PACKED.clone()));
    // Chance decides nothing: of pairs of ports the ways are the same, to the last position.
    for (from, to) in [
        ((5.32, 60.39), (139.78, 35.63)),
        ((30.75, 46.49), (23.63, 37.94)),
        ((5.36, 43.3), (72.82, 18.93)),
        ((24.95, 60.15), (-74.0, 40.6)),
    ] {
        let [from, to] = [from, to].map(|(lon, lat)| LonLat::new(lon, lat));
        let built = BUILT.way(from, to, &Options::default());
        assert_eq!(built, PLANNER.waters.way(from, to, &Options::default()));
        assert!(built.is_ok(), "{built:?}");
    }
}

#[test]
fn what_is_no_file_of_waters_is_told_and_nothing_panics() {
    let code = |bytes: &[u8]| Grid::decode("w", bytes).err().map(|p| p.code);
    assert_eq!(code(b""), Some(Code::EmptyFile));
    assert_eq!(code(b"PNG "), Some(Code::NotPacked));
    assert_eq!(code(b"ACMW\x09"), Some(Code::PackedVersion));
    assert_eq!(code(&PACKED[..11]), Some(Code::PackedTruncated));
    for cut in [13, 14, 1_000, PACKED.len() / 2, PACKED.len() - 1] {
        assert!(code(&PACKED[..cut]).is_some(), "{cut}");
    }
    for at in [5, 9, 13, 20, 5_000, PACKED.len() / 3, PACKED.len() - 9] {
        let mut bytes = PACKED.clone();
        bytes[at] ^= 0x55;
        assert!(code(&bytes).is_some(), "byte {at}");
    }
    let mut long = PACKED.clone();
    long.extend([0; 40]);
    assert!(code(&long).is_some());
    // A question that is none gets no answer.
    assert_eq!(wire::answer(&PLANNER, &[1.0, 2.0]), Vec::<f64>::new());
    assert_eq!(wire::survey(&PLANNER, &[f64::NAN]), Vec::<f64>::new());
}

/// The best lengths known: those of a visibility graph of the same coasts (`tests/reference/sea_distances.py`), which shares
/// nothing with the search here. A cable keeps off the shore, so it may not be much shorter either.
#[test]
fn ways_are_no_more_than_three_per_cent_longer_than_by_another_method() {
    let rows: Vec<Value> = serde_json::from_slice(&bytes("tests/reference/sea-distances.json")).expect("JSON");
    assert!(rows.len() >= 8);
    let worst = rows.iter().map(|row| {
        let [from, to] = ["from", "to"].map(|key| format!("{}/{}", row[key][0], row[key][1]));
        let length_km = planned(&format!("{from},{to}")).way.length_km;
        let ratio = length_km / row["km"].as_f64().expect("a length");
        println!("{}: {length_km:.0} km, {ratio:.4} of {}", row["name"], row["km"]);
        ratio
    });
    let ratios: Vec<f64> = worst.collect();
    assert!(ratios.iter().all(|ratio| (0.99..1.03).contains(ratio)), "{ratios:?}");
}

/// Lengths found with a graph four times as fine, or told by distance tables for ships.
#[test]
fn ways_round_continents_are_no_more_than_three_per_cent_longer_than_the_best_known() {
    for (text, km) in [
        ("5.32/60.39,139.78/35.63", 10_880.0),
        ("5.36/43.3,72.82/18.93", 19_050.0),
        ("30.75/46.49,23.63/37.94", 1_282.0),
    ] {
        let length_km = planned(text).way.length_km;
        assert!(length_km < km * 1.03 && length_km > km * 0.97, "{text}: {length_km}");
    }
}

#[test]
fn no_way_is_over_land() {
    for text in [
        "landing:bergen-no,place:tokyo",
        "place:helsinki,place:tokyo,ice:september",
        "place:lisbon,place:new-york,deeper:200,off:50",
        "place:singapore,place:marseille,avoid:bab-el-mandeb",
        "place:tokyo,-150/71.5,5/79,landing:bergen-no,avoid:vilkitsky-strait",
    ] {
        let way = planned(text).way;
        let [first, last] = [way.points[0], way.points[way.points.len() - 1]].map(LonLat::to_unit);
        along(&way.points, |at| {
            let p = at.to_unit();
            let by_an_end = [(first, way.inland_km[0]), (last, way.inland_km[1])]
                .iter()
                .any(|(end, km)| end.angle_to(p) * EARTH_RADIUS_KM <= km + 0.5);
            assert!(by_an_end || !PLANNER.waters.shore.on_land(p), "{text}: {at:?}");
        });
    }
}

#[test]
fn a_way_keeps_out_of_the_ice_and_out_of_straits() {
    let free = planned("landing:bergen-no,place:tokyo");
    let september = planned("landing:bergen-no,place:tokyo,ice:september");
    assert!(september.way.length_km > free.way.length_km);
    let rings: Vec<Vec<_>> =
        ICE[1].iter().flat_map(|p| &p.rings).map(|r| r.iter().map(|p| p.to_unit()).collect()).collect();
    let (mut under, mut under_free) = (0, 0);
    along(&september.way.points, |at| under += usize::from(contains(rings.iter().map(Vec::as_slice), at.to_unit())));
    along(&free.way.points, |at| under_free += usize::from(contains(rings.iter().map(Vec::as_slice), at.to_unit())));
    assert_eq!(under, 0, "kilometres under the ice of September");
    assert!(under_free > 500, "{under_free}: else it would prove nothing");
    // In March there is no way through the Arctic: round the Cape.
    let march = planned("landing:bergen-no,place:tokyo,ice:march");
    assert!(march.way.length_km > 20_000.0, "{}", march.way.length_km);
    let dover = planned("place:amsterdam,place:lisbon,avoid:strait-of-dover");
    assert!(dover.way.length_km > planned("place:amsterdam,place:lisbon").way.length_km + 500.0);
}

#[test]
fn a_way_keeps_off_the_shore_where_there_is_a_choice() {
    let near = planned("place:lisbon,place:new-york");
    let off = planned("place:lisbon,place:new-york,off:50");
    assert!(off.near_shore_km < 300.0 && off.way.length_km < near.way.length_km * 1.1, "{}", off.near_shore_km);
    let coast = planned("landing:bergen-no,18.95/69.65,off:40");
    let hug = planned("landing:bergen-no,18.95/69.65,off:0");
    assert!(coast.way.length_km > hug.way.length_km, "{} {}", coast.way.length_km, hug.way.length_km);
}

#[test]
fn whatever_is_wrong_is_told_with_what_would_work() {
    for (text, what, help) in [
        ("place:frankfurt,place:tokyo", "km from the sea", "the nearest sea"),
        ("-87.6/41.9,-92.1/46.8", "km from the sea", "the nearest sea"),
        ("49.9/40.3,place:tokyo", "does not lead to the other points", "the nearest sea"),
        ("place:tokyo,49.9/40.3", "does not lead to the other points", "the nearest sea"),
        ("place:tokyo,place:tokyo", "within a kilometre", "another point"),
        ("landing:bergen-no,20/70,landing:bergen-no,landing:bergen-no", "within a kilometre", "another point"),
        ("place:tokyo,0/85,landing:bergen-no,ice:september", "lies in the ice", "allowing the ice of September"),
        ("-168.9/65.8,landing:bergen-no,avoid:bering-strait", "lies in Bering Strait", "allowing Bering Strait"),
        ("landing:bergen-no,10/50,place:tokyo", "lies on land", "the nearest sea"),
        ("30.75/46.49,place:helsinki,avoid:great-belt,avoid:oresund,avoid:little-belt", "leaves none to", "allowing"),
    ] {
        let said = told(text);
        assert!(said.contains(what) && said.contains(help), "{text}: {said}");
        assert!(!said.contains('{'), "{said}");
    }
    // What is proposed in place of a stop does work.
    let refused = plan("place:frankfurt,place:tokyo").expect_err("Frankfurt is no port");
    assert!(matches!(refused.trouble, Trouble::TooFarInland { stop: Stop::From, .. }));
    let Some(Help::Sea(at, _)) = refused.helps.first() else { panic!("{refused:?}") };
    planned(&format!("{:.4}/{:.4},place:tokyo", at.lon_deg, at.lat_deg));
}

#[test]
fn what_it_would_change_is_what_the_comparison_has_with_it() {
    let (atlas, gazetteer) = &*WORLD;
    let network = Network::build(atlas, gazetteer);
    let (wished, _) = Plan::read("place:helsinki,place:tokyo,pair:helsinki/tokyo");
    let found = planned("place:helsinki,place:tokyo");
    let with = joined(&network, &wished, &found.way.points, gazetteer).unwrap();
    let all = pairs(&network, &wished, &found.way.points);
    let changes = changes(&network, &with, &all, &Scenario::default(), &Assumptions::default());
    let (before, after) = (changes[0].before_ms.unwrap(), changes[0].after_ms.unwrap());
    assert!((before - 209.5).abs() < 0.1, "{before}: as the comparison has it");
    // Between its own ends the cable alone is the way, but for a few kilometres of backhaul.
    let alone = rtt_ms(&wished, &found, None);
    assert!(after >= alone - 1e-6 && after < alone + 1.0, "{after} {alone}");
    assert!(changes.iter().all(|c| c.after_ms.zip(c.before_ms).is_none_or(|(a, b)| a <= b + 1e-9)));
    let catalogue = Catalogue::english();
    let words = Words::new(&catalogue, &PlainFormat);
    let said = finding(&wished, &found, &["Helsinki".to_owned(), "Tokyo".to_owned()], alone, &words);
    assert!(said.starts_with("From Helsinki to Tokyo the shortest way by water is ") && !said.contains('{'), "{said}");
}
