//! Sentences of hand-made routes, checked against lengths and directions computed by hand.

use super::*;
use crate::app::{SelKind, Selection};
use crate::i18n::{Catalogue, PlainFormat};

/// A cable of two segments over 80° N, one due east along the equator, and a chokepoint on each.
const CABLES: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"top","geometry":null,"properties":{"kind":"system","name":{"en":"Top"},
 "status":{"value":"proposed","sources":["a"],"date":"2024","confidence":"A"},"summary":{"en":"T."},"route":{"en":"A – B"},
 "owners":{"value":["X"],"sources":["a"],"date":"2024","confidence":"A"},"ends":[{"from":"a-jp","to":"b-no"}],
 "length_km":{"value":3000,"unit":"km","sources":["a"],"date":"2024","confidence":"A"}}},
{"type":"Feature","id":"top/m","geometry":{"type":"LineString","coordinates":[[0,70],[0,80]]},
 "properties":{"kind":"segment","system":"top","from":"b-no","to":"bu-m","role":"trunk",
 "course":{"value":"indicative","sources":[],"date":"2026","confidence":"C","derived":{"en":"Drawn."}}}},
{"type":"Feature","id":"top/j","geometry":{"type":"LineString","coordinates":[[180,65],[180,80],[0,80]]},
 "properties":{"kind":"segment","system":"top","from":"a-jp","to":"bu-m","role":"trunk",
 "course":{"value":"indicative","sources":[],"date":"2026","confidence":"C","derived":{"en":"Drawn."}}}},
{"type":"Feature","id":"flat","geometry":null,"properties":{"kind":"system","name":{"en":"Flat"},
 "status":{"value":"in-service","sources":["a"],"date":"2024","confidence":"A"},"summary":{"en":"F."},"route":{"en":"C – D"},
 "owners":{"value":["X"],"sources":["a"],"date":"2024","confidence":"A"}}},
{"type":"Feature","id":"flat/s","geometry":{"type":"MultiLineString","coordinates":[[[175,0],[180,0]],[[-180,0],[-175,0]]]},
 "properties":{"kind":"segment","system":"flat","from":"c-fj","to":"d-ws","role":"trunk",
 "course":{"value":"indicative","sources":[],"date":"2026","confidence":"C","derived":{"en":"Drawn."}}}}]}"#;

const LANDINGS: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"a-jp","geometry":{"type":"Point","coordinates":[180,65]},"properties":{"kind":"landing","name":{"en":"Aa"},"country":"JP","position":{"value":"town","accuracy_km":5,"sources":["a"],"date":"2024","confidence":"A"}}},
{"type":"Feature","id":"b-no","geometry":{"type":"Point","coordinates":[0,70]},"properties":{"kind":"landing","name":{"en":"Bb"},"country":"NO","position":{"value":"town","accuracy_km":5,"sources":["a"],"date":"2024","confidence":"A"}}},
{"type":"Feature","id":"c-fj","geometry":{"type":"Point","coordinates":[175,0]},"properties":{"kind":"landing","name":{"en":"Cc"},"country":"FJ","position":{"value":"town","accuracy_km":5,"sources":["a"],"date":"2024","confidence":"A"}}},
{"type":"Feature","id":"d-ws","geometry":{"type":"Point","coordinates":[-175,0]},"properties":{"kind":"landing","name":{"en":"Dd"},"country":"WS","position":{"value":"town","accuracy_km":5,"sources":["a"],"date":"2024","confidence":"A"}}},
{"type":"Feature","id":"bu-m","geometry":{"type":"Point","coordinates":[0,80]},"properties":{"kind":"branching-unit","name":{"en":"M"},"position":{"value":"approximate","accuracy_km":5,"sources":["a"],"date":"2024","confidence":"A"}}}]}"#;

const SEAS: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"near","geometry":{"type":"Point","coordinates":[0,75]},"properties":{"kind":"sea","name":{"en":"Near Sea"},"rank":2}},
{"type":"Feature","id":"pole","geometry":{"type":"Point","coordinates":[0,88]},"properties":{"kind":"sea","name":{"en":"Polar Sea"},"rank":1}}]}"#;

const AREAS: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"near","properties":{},"geometry":{"type":"Polygon","coordinates":[[[-10,68],[10,68],[10,78],[-10,78],[-10,68]]]}},
{"type":"Feature","id":"pole","properties":{},"geometry":{"type":"Polygon","coordinates":[[[-180,72],[-120,72],[-60,72],[0,72],[60,72],[120,72],[180,72],[180,90],[-180,90],[-180,72]]]}}]}"#;

const STRAIT: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"gate","geometry":{"type":"Polygon","coordinates":[[[-2,76],[2,76],[2,77],[-2,77],[-2,76]]]},
 "properties":{"kind":"chokepoint","name":{"en":"Gate"},"class":"strait","summary":{"en":"G."},"sources":["a"]}}]}"#;

fn said(kind: SelKind, id: &str) -> (Vec<String>, Way, Atlas) {
    let (mut atlas, mut gazetteer) = (Atlas::default(), Gazetteer::default());
    let mut problems = atlas.add("cables.geojson", CABLES.as_bytes());
    problems.extend(atlas.add("landings.geojson", LANDINGS.as_bytes()));
    problems.extend(atlas.add("seas.geojson", SEAS.as_bytes()));
    problems.extend(gazetteer.add("strait.geojson", STRAIT.as_bytes()));
    let (areas, more) = crate::cable::sea_areas("areas.geojson", AREAS.as_bytes());
    problems.extend(more);
    assert_eq!(problems, []);
    let way = way(&atlas, &Selection::new(kind, id)).unwrap();
    let catalogue = Catalogue::english();
    let said = describe(&way, &atlas, &gazetteer, &areas, &Words::new(&catalogue, &PlainFormat));
    (said, way, atlas)
}

#[test]
fn a_cable_over_the_top_says_so_and_lists_what_it_passes_in_order() {
    let (said, way, _) = said(SelKind::Cable, "top");
    assert_eq!((way.from.as_str(), way.to.as_str()), ("a-jp", "b-no"), "as the data has its ends");
    // On WGS 84 a degree of meridian is 111.5 km at 70° and 111.7 km at 90°; 25° + 20° of it are 5,020 km.
    assert!((way.track.length_km() - 5_022.0).abs() < 5.0, "{}", way.track.length_km());
    let km = format!("5,0{:02.0} km", way.track.length_km() - 5_000.0);
    assert_eq!(
        said,
        [
            "The line of Top leads north from Aa (Japan) as far as 90° N, then south to Bb (Norway).".to_owned(),
            "Seas on the way, in order: Polar Sea, Near Sea.".to_owned(),
            "Chokepoints on the way, in order: Gate.".to_owned(),
            "Countries and territories where it comes ashore: Norway, Japan.".to_owned(),
            format!("As drawn, this way is {km} long; the published length of the whole cable is 3,000 km."),
        ]
    );
}

#[test]
fn a_segment_across_the_antimeridian_leads_east() {
    let (said, way, _) = said(SelKind::Segment, "flat/s");
    // 10° of the equator: 10 × 111.3195 km.
    assert!((way.track.length_km() - 1_113.2).abs() < 0.2);
    assert_eq!(
        said,
        [
            "The line of Flat leads east from Cc (FJ) to Dd (WS).",
            "As drawn, this way is 1,113 km long; no length has been published."
        ]
    );
}

#[test]
fn the_other_way_round_leads_west_and_without_ends_the_farthest_landings_are_taken() {
    let (_, way, _) = said(SelKind::Cable, "flat");
    assert_eq!((way.from.as_str(), way.to.as_str()), ("c-fj", "d-ws"));
    let line: Vec<LonLat> = way.track.line().iter().rev().copied().collect();
    assert_eq!(wind(&line), Msg::DirectionW);
    let at = |points: &[(f64, f64)]| points.iter().map(|p| LonLat::new(p.0, p.1)).collect::<Vec<_>>();
    assert_eq!(wind(&at(&[(0.0, 50.0), (10.0, 58.0)])), Msg::DirectionNe);
    assert_eq!(wind(&at(&[(0.0, 50.0), (-0.5, 40.0)])), Msg::DirectionS);
    assert_eq!(
        detour(&Track::new(at(&[(0.0, 50.0), (0.0, 1.0), (1.0, 1.0), (1.0, 30.0)]))).map(|d| (d.0, d.1.round())),
        Some((false, 1.0))
    );
    assert_eq!(detour(&Track::new(at(&[(0.0, 50.0), (50.0, 49.0)]))), None);
}

#[test]
fn the_deepest_water_is_told_with_its_place() {
    let (_, way, atlas) = said(SelKind::Segment, "flat/s");
    let catalogue = Catalogue::english();
    let words = Words::new(&catalogue, &PlainFormat);
    let told = deepest(&way, &[(0.0, 12.0), (500.0, 5_432.0), (800.0, 77.0)], &atlas, &words);
    assert_eq!(
        told.as_deref(),
        Some("The deepest water on the way is about 5,430 m, 500 km from Cc, at 0° N, 179.5° E.")
    );
    assert_eq!(deepest(&way, &[], &atlas, &words), None);
}

#[test]
fn a_track_is_measured_and_walked() {
    let track = Track::new(vec![LonLat::new(0.0, 0.0), LonLat::new(10.0, 0.0), LonLat::new(10.0, 10.0)]);
    assert!((track.length_km() - (1_113.19 + 1_105.85)).abs() < 0.5, "{}", track.length_km());
    let near = |at: LonLat, lon: f64, lat: f64| (at.lon_deg - lon).abs() < 0.01 && (at.lat_deg - lat).abs() < 0.01;
    assert!(near(track.at(-5.0), 0.0, 0.0) && near(track.at(556.6), 5.0, 0.0) && near(track.at(9e9), 10.0, 10.0));
    assert_eq!(track.every(250.0).len(), 9);
    assert_eq!(Track::new(Vec::new()).length_km(), 0.0);
    assert_eq!(Track::new(Vec::new()).every(10.0).len(), 1);
}
