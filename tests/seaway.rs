//! Ways through the real waters of the world, and the lines of every cable against the land.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what went wrong by stopping there"
)]

use arctic_cable_map::cable::Atlas;
use arctic_cable_map::geodata::{Catalog, Report, features, packed, polygons_from_geojson, visvalingam};
use arctic_cable_map::json::Value::Bool;
use arctic_cable_map::seaway::{
    Area, Avoid, BEACH_KM, Options, Stop, Trouble, Waters, Way, land_crossings, land_faults,
};
use arctic_cable_map::sphere::{Arc, Cap, EARTH_RADIUS_KM, LonLat, measure};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

fn bytes(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{file}: {e}"))
}

static WATERS: LazyLock<Waters> = LazyLock::new(|| {
    let (land, problems) = polygons_from_geojson("land", &bytes("geodata/basemap/land-10m.geojson"));
    assert_eq!(problems, []);
    Waters::new(&land)
});

type Place = (f64, f64);

const BERGEN: Place = (5.32, 60.39);
const MARSEILLE: Place = (5.36, 43.3);
const MUMBAI: Place = (72.82, 18.93);
const PIRAEUS: Place = (23.63, 37.94);
const ODESA: Place = (30.75, 46.49);
const SINGAPORE: Place = (103.85, 1.27);
const TOKYO: Place = (139.78, 35.63);

fn at((lon, lat): Place) -> LonLat {
    LonLat::new(lon, lat)
}

fn plan(from: Place, to: Place, options: &Options<'_>) -> Result<Way, Trouble> {
    WATERS.way(at(from), at(to), options)
}

fn way(from: Place, to: Place) -> Way {
    plan(from, to, &Options::default()).unwrap_or_else(|e| panic!("{from:?} – {to:?}: {e}"))
}

/// How near a way comes to a place, in kilometres.
fn nearest_km(way: &Way, place: Place) -> f64 {
    let p = at(place).to_unit();
    let legs = way.points.windows(2).map(|w| Arc::new(w[0].to_unit(), w[1].to_unit()).distance_rad(p));
    legs.fold(f64::INFINITY, f64::min) * EARTH_RADIUS_KM
}

fn around(label: &str, place: Place, km: f64) -> Avoid {
    Avoid::new(label, Area::Cap(Cap::new(at(place).to_unit(), km / EARTH_RADIUS_KM)))
}

/// No part of a way is on land but between a landing and the beach: by a point each kilometre.
fn assert_in_water(way: &Way) {
    let last = way.points.len() - 1;
    for (i, w) in way.points.windows(2).enumerate() {
        let on_the_beach = (i == 0 && way.inland_km[0] > 0.0) || (i + 1 == last && way.inland_km[1] > 0.0);
        let arc = Arc::new(w[0].to_unit(), w[1].to_unit());
        let steps = (arc.length_rad * EARTH_RADIUS_KM).ceil().max(1.0);
        let mut k = 0.5;
        while k < steps && !on_the_beach {
            let p = arc.at(arc.length_rad * k / steps);
            assert!(!WATERS.shore.on_land(p), "{:?} of {:?} – {:?}", p.to_lonlat(), way.points[0], way.points[last]);
            k += 1.0;
        }
    }
}

#[test]
fn every_cable_keeps_off_the_land() {
    let (catalog, _) = Catalog::parse("catalog.json", &bytes("geodata/catalog.json"));
    let mut atlas = Atlas::default();
    let mut overland = BTreeSet::new();
    for layer in catalog.layers.iter().filter(|l| l.kind.has_entities()) {
        let bytes = bytes(&["geodata/", &layer.file].concat());
        atlas.add(&layer.file, &bytes);
        let all = features(&bytes, &mut Report::new(&layer.file)).into_iter();
        overland.extend(all.filter(|f| matches!(f.properties.get("overland"), Some(Bool(true)))).filter_map(|f| f.id));
    }
    let mut faults = Vec::new();
    for segment in atlas.segments.iter().filter(|s| !overland.contains(&s.id)) {
        let ends = atlas.landings.iter().filter(|l| l.id == segment.from || l.id == segment.to);
        let ends: Vec<(LonLat, f64)> = ends.map(|l| (l.at, l.accuracy_km)).collect();
        let found = land_faults(&WATERS.shore, &segment.line, &ends);
        faults.extend(found.iter().map(|part| format!("{}: {part}", segment.id)));
    }
    assert!(atlas.segments.len() >= 19);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn land_and_water_are_told_apart() {
    for (name, place, on_land) in [
        // Nearest is an atoll of 500 m whose ring crosses itself once it is rounded.
        ("east of the Maldives", (75.175_5, 2.685_3), false),
        ("Bosporus", (29.065, 41.1), false),
        ("Caspian Sea", (51.0, 41.5), false),
        ("North Pole", (0.0, 90.0), false),
        ("South Pole", (0.0, -90.0), true),
        ("Chukotka on 180°", (180.0, 67.0), true),
        ("Lake Superior, which is no sea", (-87.5, 47.7), true),
    ] {
        assert_eq!(WATERS.shore.on_land(at(place).to_unit()), on_land, "{name}");
    }
}

#[test]
fn lines_over_land_are_found() {
    // Jutland, from the North Sea to Kattegat at 56.2° N, is 143 km wide there.
    let line = [at((7.0, 56.2)), at((9.0, 56.2)), at((11.6, 56.2))];
    let found = land_crossings(&WATERS.shore, &line);
    let km: f64 = found.iter().map(|p| p.length_km).sum();
    assert!((130.0..190.0).contains(&km), "{found:?}");
    assert!(found[0].from.lon_deg > 8.0 && found[0].from.lon_deg < 8.3, "{found:?}");
    // A landing excuses what is near it and no more.
    let (from, to) = (found[0].from, found[found.len() - 1].to);
    let faults = land_faults(&WATERS.shore, &line, &[(from, BEACH_KM), (to, 300.0)]);
    assert!(faults.iter().map(|p| p.length_km).sum::<f64>() > 120.0, "{faults:?}");
    let beach = [at((7.0, 56.2)), LonLat::new(from.lon_deg + 0.05, 56.2)];
    assert_eq!(land_crossings(&WATERS.shore, &beach).len(), 1);
    assert_eq!(land_faults(&WATERS.shore, &beach, &[(beach[1], 0.0)]), []);
}

#[test]
fn the_arctic_is_the_short_way_from_bergen_to_tokyo() {
    let way = way(BERGEN, TOKYO);
    assert!(nearest_km(&way, (-168.9, 65.8)) < 60.0, "not by Bering Strait");
    assert!((10_600.0..11_200.0).contains(&way.length_km), "{}", way.length_km);
    assert_in_water(&way);
}

#[test]
fn suez_panama_kiel_and_corinth_are_no_water_ways() {
    let cape = way(MARSEILLE, MUMBAI);
    assert!(nearest_km(&cape, (18.4, -34.5)) < 150.0 && cape.length_km > 18_000.0, "{}", cape.length_km);
    for (name, from, to, least_km) in [
        ("Suez", (32.55, 29.8), (32.3, 31.4), 20_000.0),
        ("Panama", (-79.95, 9.45), (-79.5, 8.8), 15_000.0),
        ("Kiel", (9.0, 53.95), (10.2, 54.45), 700.0),
        ("Corinth", (22.9, 37.98), (23.05, 37.88), 250.0),
    ] {
        let got = way(from, to);
        assert!(got.length_km > least_km, "{name}: {} km", got.length_km);
        assert_in_water(&got);
    }
}

#[test]
fn narrow_straits_are_open() {
    for (name, from, to, most_km) in [
        ("Bosporus", (29.2, 41.3), (28.9, 40.9), 62.0),
        ("Dardanelles", (26.1, 40.0), (26.85, 40.5), 100.0),
        ("Øresund", (12.5, 56.25), (12.7, 55.25), 125.0),
        ("Little Belt", (9.9, 55.65), (9.85, 55.2), 75.0),
        ("Messina", (15.7, 38.35), (15.5, 37.85), 68.0),
        ("Kerch", (36.6, 45.6), (36.45, 44.95), 90.0),
        ("Bellot", (-93.6, 72.05), (-95.6, 71.95), 85.0),
        ("Bering by the Diomedes", (-168.95, 65.2), (-168.95, 66.4), 140.0),
        ("Singapore", (103.2, 1.2), (104.7, 1.4), 180.0),
        ("Kanmon", (130.75, 34.02), (131.25, 33.85), 62.0),
        ("Magellan", (-68.3, -52.5), (-75.0, -52.6), 640.0),
        ("Bab-el-Mandeb", (43.2, 13.2), (43.8, 12.3), 130.0),
    ] {
        let got = way(from, to);
        assert!(got.length_km < most_km, "{name}: {} km", got.length_km);
        assert_in_water(&got);
    }
}

#[test]
fn odesa_and_piraeus_are_joined_by_both_straits() {
    let way = way(ODESA, PIRAEUS);
    for (name, strait) in [("Bosporus", (29.065, 41.1)), ("Dardanelles", (26.4, 40.15))] {
        assert!(nearest_km(&way, strait) < 8.0, "not by the {name}");
    }
    assert_in_water(&way);
}

#[test]
fn lengths_agree_with_another_method() {
    let rows: Vec<Value> = serde_json::from_slice(&bytes("tests/reference/sea-distances.json")).expect("JSON");
    assert!(rows.len() >= 8);
    for row in &rows {
        let place = |key: &str| (row[key][0].as_f64().unwrap(), row[key][1].as_f64().unwrap());
        // Shortest, not best for a cable: as near the shore as it likes.
        let options = Options { offshore_km: 0.0, by_the_shore: 1.0, ..Options::default() };
        let got = plan(place("from"), place("to"), &options).unwrap();
        let ratio = got.length_km / row["km"].as_f64().unwrap();
        println!("{}: {:.0} km, {ratio:.4} of {}", row["name"], got.length_km, row["km"]);
        assert!((0.99..1.03).contains(&ratio), "{}: {} km, {ratio}", row["name"], got.length_km);
        assert_in_water(&got);
    }
}

#[test]
fn there_and_back_are_the_same() {
    for (a, b) in [(BERGEN, TOKYO), (ODESA, PIRAEUS), (SINGAPORE, TOKYO), (MARSEILLE, (29.9, 31.2))] {
        let (there, back) = (way(a, b).length_km, way(b, a).length_km);
        assert!((there / back - 1.0).abs() < 0.005, "{a:?} {b:?}: {there} {back}");
    }
}

#[test]
fn via_points_and_areas_to_avoid_are_kept() {
    let malacca = [around("malacca-strait", (100.5, 3.5), 150.0)];
    let options = Options { avoid: &malacca, ..Options::default() };
    let colombo = (79.84, 6.94);
    let straight = way(SINGAPORE, colombo);
    let sunda = plan(SINGAPORE, colombo, &options).unwrap();
    assert!(nearest_km(&straight, (100.5, 3.5)) < 150.0);
    assert!(nearest_km(&sunda, (100.5, 3.5)) >= 150.0 - 0.1 && sunda.length_km > straight.length_km + 500.0);
    let via = [at((-45.0, 30.0))];
    let azores = plan(MARSEILLE, (-9.2, 38.7), &Options { via: &via, ..Options::default() }).unwrap();
    assert!(nearest_km(&azores, (-45.0, 30.0)) < 0.1);
    for way in [&straight, &sunda, &azores] {
        assert_in_water(way);
    }
    let ring: Vec<_> = [(90.0, 0.0), (102.5, 0.0), (102.5, 9.0), (90.0, 9.0)].map(|p| at(p).to_unit()).to_vec();
    let ring = [Avoid::new("box", Area::Ring(ring))];
    let round = plan(SINGAPORE, colombo, &Options { avoid: &ring, ..Options::default() }).unwrap();
    assert!(round.points.windows(2).all(|w| !ring[0].area.meets(w[0].to_unit(), w[1].to_unit())));
}

#[test]
fn a_cost_moves_the_way() {
    // Nothing north of 66°, and the Mediterranean counts ten times.
    let south = |c: arctic_cable_map::seaway::Cell| {
        let p = c.at.to_lonlat();
        let mediterranean = (-5.0..36.0).contains(&p.lon_deg) && (30.0..46.0).contains(&p.lat_deg);
        (p.lat_deg < 66.0).then_some(if mediterranean { 10.0 } else { 1.0 })
    };
    let way = plan(BERGEN, TOKYO, &Options { cost: Some(&south), ..Options::default() }).unwrap();
    assert!(way.points.iter().all(|p| p.lat_deg < 66.5));
    assert!(way.length_km > 18_000.0, "{}", way.length_km);
    assert_in_water(&way);
    // A cost that is the same everywhere changes nothing but by how the chain was found.
    let same = |_| Some(1.0);
    let plain = Options { by_the_shore: 1.0, ..Options::default() };
    let dear = plan(SINGAPORE, TOKYO, &Options { cost: Some(&same), by_the_shore: 1.0, ..Options::default() }).unwrap();
    let ratio = dear.length_km / plan(SINGAPORE, TOKYO, &plain).unwrap().length_km;
    assert!((0.99..1.02).contains(&ratio), "{ratio}");
}

#[test]
fn what_cannot_be_is_said() {
    let none = Options::default();
    let paris = plan((2.35, 48.85), TOKYO, &none).unwrap_err();
    assert!(matches!(paris, Trouble::TooFarInland { stop: Stop::From, km, .. } if (130.0..180.0).contains(&km)));
    let aktau = (51.15, 43.65);
    assert_eq!(plan(BERGEN, aktau, &none).unwrap_err(), Trouble::Lake { stop: Stop::To, at: at(aktau) });
    assert!(way(aktau, (49.87, 40.37)).length_km > 350.0, "the Caspian Sea has its own ways");
    let gibraltar = [around("gibraltar", (-5.5, 35.95), 60.0)];
    let shut = Options { avoid: &gibraltar, ..Options::default() };
    assert_eq!(plan(MARSEILLE, (-9.2, 38.7), &shut).unwrap_err(), Trouble::NoWay { stop: Stop::To });
    let inside = plan((-5.6, 35.95), MARSEILLE, &shut).unwrap_err();
    assert_eq!(inside, Trouble::Avoided { stop: Stop::From, label: "gibraltar".to_owned() });
    let alps = [at((8.0, 46.5))];
    let via = plan(MARSEILLE, PIRAEUS, &Options { via: &alps, ..Options::default() }).unwrap_err();
    assert_eq!(via, Trouble::OnLand { stop: Stop::Via(0), at: alps[0] });
    assert_eq!(via.to_string(), "via point 1 [8.0000, 46.5000] is on land");
}

/// What a page would plan with: the land packed for half a kilometre a pixel.
#[test]
fn packed_land_gives_the_same_ways() {
    let (land, _) = polygons_from_geojson("land", &bytes("geodata/basemap/land-10m.geojson"));
    let bytes = packed::encode(&visvalingam::thin(&land, 0.5), 0.001);
    let waters = Waters::new(&packed::decode("land", &bytes).unwrap());
    assert!(waters.bytes() < 20_000_000);
    for (a, b) in [(BERGEN, TOKYO), (ODESA, PIRAEUS), (SINGAPORE, TOKYO), ((12.5, 56.25), (12.7, 55.25))] {
        let ratio = waters.way(at(a), at(b), &Options::default()).unwrap().length_km / way(a, b).length_km;
        assert!((ratio - 1.0).abs() < 0.01, "{a:?} {b:?}: {ratio}");
    }
}

#[test]
fn everything_fits_into_twenty_megabytes() {
    let bytes = WATERS.bytes();
    assert!(bytes < 20_000_000, "{bytes}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_two_shores_are_joined_off_the_land(
        a in (-180.0..180.0_f64, -1.0..1.0_f64), b in (-180.0..180.0_f64, -1.0..1.0_f64),
    ) {
        let shore = |(lon, sin): (f64, f64)| {
            let p = LonLat::new(lon, sin.asin().to_degrees()).to_unit();
            WATERS.shore.nearest(p).unwrap().at.to_lonlat()
        };
        let (a, b) = (shore(a), shore(b));
        match WATERS.way(a, b, &Options::default()) {
            Ok(way) => {
                assert_in_water(&way);
                prop_assert!(way.length_km >= measure::distance_km(a, b) * 0.995);
                prop_assert_eq!((way.points[0], way.points[way.points.len() - 1]), (a, b));
                prop_assert!(way.inland_km.iter().all(|km| *km < BEACH_KM));
            }
            // A lagoon, or the Caspian Sea.
            Err(trouble) => prop_assert!(matches!(trouble, Trouble::Lake { .. }), "{}", trouble),
        }
    }
}
