//! A profile of a line whose depths, ice and strait are known.

use super::*;
use crate::cable::Gazetteer;
use crate::geodata::polygons_from_geojson;
use crate::i18n::{Catalogue, PlainFormat, Words};

const STRAIT: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"gate","geometry":{"type":"Polygon","coordinates":[[[-2,75],[2,75],[2,76],[-2,76],[-2,75]]]},
 "properties":{"kind":"chokepoint","name":{"en":"Gate"},"class":"strait","summary":{"en":"G."},"sources":["a"]}}]}"#;

/// Ice about the Pole down to 80° N, cut at the antimeridian as files have it.
const ICE: &str = r#"{"type":"Polygon","coordinates":[[[-180,80],[-120,80],[-60,80],[0,80],[60,80],[120,80],[180,80],[180,90],[-180,90],[-180,80]]]}"#;

fn profile() -> Profile {
    let mut gazetteer = Gazetteer::default();
    assert_eq!(gazetteer.add("s.geojson", STRAIT.as_bytes()), []);
    let (polygons, problems) = polygons_from_geojson("ice.geojson", ICE.as_bytes());
    assert_eq!(problems, []);
    let ice = Ice::new(&polygons);
    let track = Track::new(vec![LonLat::new(0.0, 70.0), LonLat::new(0.0, 85.0)]);
    Profile::new(&track, &gazetteer, [Some(&ice), None])
}

#[test]
fn ice_and_straits_are_found_along_the_line() {
    let profile = profile();
    assert_eq!(profile.points.len(), POINTS);
    // 15° of meridian: 1,674 km; the ice begins at two thirds, the strait from a third to 2/5.
    let length = profile.points[POINTS - 1].km;
    assert!((length - 1_674.0).abs() < 2.0, "{length}");
    let [(from, to)] = profile.ice_spans(0)[..] else { panic!("{:?}", profile.ice_spans(0)) };
    assert!((from / length - 2.0 / 3.0).abs() < 0.01 && (to - length).abs() < 1e-6);
    assert_eq!(profile.ice_spans(1), []);
    let [span] = &profile.chokepoints[..] else { panic!("{:?}", profile.chokepoints) };
    assert_eq!(span.id, "gate");
    assert!((span.km.0 / length - 1.0 / 3.0).abs() < 0.01 && (span.km.1 / length - 0.4).abs() < 0.01);
}

#[test]
fn depths_make_a_drawing_whose_axes_hold_them() {
    let mut profile = profile();
    let depths: Vec<f64> = (0..POINTS).map(|i| if i < 20 { f64::NAN } else { 3_000.0 }).collect();
    profile.set_depths(&depths);
    assert_eq!(profile.soundings().len(), POINTS - 20);
    assert_eq!(profile.flat().len(), 2 * POINTS);
    let catalogue = Catalogue::english();
    let chart = chart(&profile, &Words::new(&catalogue, &PlainFormat));
    let texts: Vec<&str> = chart
        .shapes
        .iter()
        .filter_map(|s| if let Shape::Text(_, _, _, t) = s { Some(t.as_str()) } else { None })
        .collect();
    assert_eq!(
        texts,
        ["0", "1,000", "2,000", "3,000", "4,000", "0", "500", "1,000", "1,500", "Depth in m", "Distance in km"]
    );
    let water = chart.shapes.iter().find_map(|s| if let Shape::Path("water", d) = s { Some(d.as_str()) } else { None });
    assert_eq!(water.map(|d| d.matches('M').count()), Some(1), "one run of known depths");
    let (x, y) = chart.place(0.0, None);
    let (x1, y1) = chart.place(profile.points[POINTS - 1].km, Some(3_000.0));
    assert!(x < x1 && y < y1 && y1 < Chart::SIZE.1 && x1 < Chart::SIZE.0);
}
