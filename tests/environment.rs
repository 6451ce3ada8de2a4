//! The layers under and about the cables: lakes, ice, borders, names of countries and sea ice are whole, valid, and packed
//! without loss beyond their quantum.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what went wrong by stopping there"
)]

use arctic_cable_map::cable::Atlas;
use arctic_cable_map::geodata::{Polygon, lines_from_geojson, packed, polygons_from_geojson, visvalingam};
use arctic_cable_map::sphere::{LonLat, UnitVec, contains};
use serde_json::Value;
use std::collections::HashSet;
use std::path::Path;

const QUANTUM_DEG: f64 = 0.01;

fn bytes(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata").join(file);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{file}: {e}"))
}

fn polygons(file: &str) -> Vec<Polygon> {
    let (polygons, problems) = polygons_from_geojson(file, &bytes(file));
    assert_eq!(problems, [], "{file}");
    polygons
}

fn lines(file: &str) -> Vec<Vec<LonLat>> {
    let (lines, problems) = lines_from_geojson(file, &bytes(file));
    assert_eq!(problems, [], "{file}");
    lines
}

/// Whether a position lies in one of the polygons.
fn holds(polygons: &[Polygon], lon: f64, lat: f64) -> bool {
    let rings: Vec<Vec<UnitVec>> =
        polygons.iter().flat_map(|p| &p.rings).map(|r| r.iter().map(|p| p.to_unit()).collect()).collect();
    contains(rings.iter().map(Vec::as_slice), LonLat::new(lon, lat).to_unit())
}

fn km2(polygons: &[Polygon]) -> f64 {
    let signed = |i: usize| if i == 0 { 1.0 } else { -1.0 };
    let area = |p: &Polygon| -> f64 {
        p.rings.iter().enumerate().map(|(i, r)| visvalingam::ring_area_km2(r) * signed(i)).sum()
    };
    polygons.iter().map(area).sum()
}

#[test]
fn sea_ice_holds_the_pole_and_ends_where_the_edge_is() {
    // File, area of the NSIDC's monthly mean of 1981–2010 in km², places in it, places outside.
    let both_in = [(0.0, 90.0), (180.0, 80.0), (-180.0, 75.0), (-120.0, 80.0), (-10.0, 80.0), (-108.0, 74.2)];
    let march_only =
        [(-172.0, 62.0), (180.0, 63.0), (-85.0, 60.0), (150.0, 55.0), (-60.0, 70.0), (38.0, 65.5), (40.0, 77.0)];
    let never = [
        (0.0, 65.0),
        (35.0, 72.0),
        (-40.0, 75.0),
        (100.0, 65.0),
        (-30.0, 55.0),
        (180.0, 55.0),
        (0.0, -90.0),
        (0.0, 0.0),
    ];
    for (file, wanted, march) in
        [("environment/sea-ice-march.geojson", 15.43e6, true), ("environment/sea-ice-september.geojson", 6.41e6, false)]
    {
        let ice = polygons(file);
        let area = km2(&ice);
        assert!((area / wanted - 1.0).abs() < 0.02, "{file}: {area} km²");
        for (lon, lat) in both_in {
            assert!(holds(&ice, lon, lat), "{file}: {lon} {lat} is open water");
        }
        for (lon, lat) in march_only {
            assert_eq!(holds(&ice, lon, lat), march, "{file}: {lon} {lat}");
        }
        for (lon, lat) in never {
            assert!(!holds(&ice, lon, lat), "{file}: {lon} {lat} is ice");
        }
        // Nothing is left of the seam along which the file cuts it.
        let seam = |w: &[LonLat]| w.iter().all(|p| p.lon_deg.abs() > 179.999);
        assert!(ice.iter().flat_map(|p| &p.rings).all(|r| !r.windows(2).any(seam)), "{file}: edges along 180°");
    }
}

#[test]
fn sea_ice_says_when_it_was_and_where_from() {
    let sources: Value = serde_json::from_slice(&bytes("sources.json")).unwrap();
    for (file, month) in [("environment/sea-ice-march.geojson", 3), ("environment/sea-ice-september.geojson", 9)] {
        let root: Value = serde_json::from_slice(&bytes(file)).unwrap();
        let properties = &root["features"][0]["properties"];
        assert_eq!((&properties["kind"], &properties["month"]), (&"sea-ice".into(), &month.into()));
        assert_eq!((&properties["period"], &properties["thinned"]), (&"1981/2010".into(), &true.into()));
        for key in ["name", "note"] {
            assert!(properties[key]["en"].is_string() && properties[key]["ja"].is_string(), "{file}: {key}");
        }
        for id in properties["sources"].as_array().unwrap() {
            assert!(sources["sources"].as_array().unwrap().iter().any(|s| s["id"] == *id), "{file}: {id}");
        }
    }
}

#[test]
fn lakes_and_ice_are_where_they_should_be() {
    let (lakes, ice) = (polygons("basemap/lakes-50m.geojson"), polygons("basemap/glaciated-50m.geojson"));
    for (name, lon, lat) in [("Ladoga", 31.5, 60.8), ("Great Bear Lake", -121.0, 66.0), ("Victoria", 33.0, -1.0)] {
        assert!(holds(&lakes, lon, lat), "{name}");
    }
    assert!(!holds(&lakes, 35.0, 60.0) && !holds(&lakes, 0.0, 80.0));
    for (name, lon, lat) in [
        ("Greenland", -40.0, 73.0),
        ("Vatnajökull", -16.8, 64.4),
        ("Austfonna", 24.0, 79.8),
        ("Pole", 0.0, -90.0),
        ("Antarctica on 180°", 180.0, -88.0),
    ] {
        assert!(holds(&ice, lon, lat), "{name}");
    }
    assert!(!holds(&ice, -30.0, 83.9) && !holds(&ice, 10.0, 62.0) && !holds(&ice, 0.0, 90.0));
    let area = km2(&ice);
    assert!((area / 14.44e6 - 1.0).abs() < 0.01, "{area} km²");
    let shelves = polygons("basemap/ice-shelves-50m.geojson");
    assert!(holds(&shelves, 180.0, -81.0) && holds(&shelves, -60.0, -78.0) && !holds(&shelves, 180.0, -75.0));
}

#[test]
fn packed_areas_read_back_within_half_a_quantum() {
    // File, and the most bytes in full and for 10 km a pixel.
    for (file, most, coarse_most) in [
        ("basemap/lakes-50m.geojson", 40_000, 17_000),
        ("basemap/glaciated-50m.geojson", 33_000, 16_000),
        ("basemap/ice-shelves-50m.geojson", 13_500, 8_000),
        ("environment/sea-ice-march.geojson", 36_000, 22_000),
        ("environment/sea-ice-september.geojson", 9_500, 6_000),
    ] {
        let original = polygons(file);
        let bytes = packed::encode(&original, QUANTUM_DEG);
        let back = packed::decode(file, &bytes).unwrap_or_else(|e| panic!("{e}"));
        assert_rounded(
            file,
            original.iter().flat_map(|p| &p.rings).flatten(),
            back.iter().flat_map(|p| &p.rings).flatten(),
        );
        assert_eq!(packed::encode(&back, QUANTUM_DEG), bytes, "{file}: packing again gives the same bytes");
        let coarse = packed::encode(&visvalingam::thin(&original, 10.0), QUANTUM_DEG);
        assert!(bytes.len() < most && coarse.len() < coarse_most, "{file}: {} and {} bytes", bytes.len(), coarse.len());
    }
}

#[test]
fn packed_borders_read_back_within_half_a_quantum() {
    for (file, count, most, coarse_most) in [
        ("basemap/borders-50m.geojson", 355, 40_000, 20_000),
        ("basemap/borders-disputed-50m.geojson", 35, 2_500, 1_400),
    ] {
        let original = lines(file);
        assert!(original.len() >= count, "{file}: {}", original.len());
        let bytes = packed::encode_lines(&original, QUANTUM_DEG);
        let back = packed::decode_lines(file, &bytes).unwrap_or_else(|e| panic!("{e}"));
        assert!(back.len() + 1 >= original.len(), "{file}: at most a crumb is lost");
        assert_rounded(file, original.iter().flatten(), back.iter().flatten());
        let coarse = packed::encode_lines(&visvalingam::thin_lines(&original, 10.0), QUANTUM_DEG);
        assert!(bytes.len() < most && coarse.len() < coarse_most, "{file}: {} and {} bytes", bytes.len(), coarse.len());
    }
}

/// Every position that came back is one of the file's, rounded to the quantum, and every one of the file's is there unless
/// its ring fell together.
fn assert_rounded<'a>(file: &str, original: impl Iterator<Item = &'a LonLat>, back: impl Iterator<Item = &'a LonLat>) {
    #[allow(clippy::cast_possible_truncation, reason = "hundredths of a degree fit")]
    let key = |p: &LonLat| {
        let lon = (p.lon_deg * 100.0).round() as i32;
        (if lon == -18_000 { 18_000 } else { lon }, (p.lat_deg * 100.0).round() as i32)
    };
    let original: HashSet<_> = original.map(key).collect();
    let back: HashSet<_> = back.map(key).collect();
    assert!(back.is_subset(&original), "{file}: a position that is not in it");
    assert!(back.len() * 1000 >= original.len() * 995, "{file}: {} of {} positions", back.len(), original.len());
}

#[test]
fn countries_have_names_in_every_language_and_a_place() {
    let file = "labels/countries.geojson";
    let mut atlas = Atlas::default();
    assert_eq!(atlas.add(file, &bytes(file)), []);
    assert_eq!(atlas.countries.len(), 242);
    let norway = atlas.countries.iter().find(|c| c.code.as_deref() == Some("NO")).expect("Norway");
    let names: Vec<&str> = ["en", "ja", "sv", "zh-Hans", "zh-Hant-TW", "nn"].map(|tag| norway.name.get(tag)).to_vec();
    assert_eq!(names, ["Norway", "ノルウェー", "Norge", "挪威", "挪威", "Norway"]);
    assert_eq!((norway.id.as_str(), norway.rank, norway.max_km_per_px), ("country-nor", 3, Some(19.6)));
    for country in &atlas.countries {
        assert_eq!(country.name.iter().count(), 26, "{}", country.id);
        assert!((1..=7).contains(&country.rank) && country.max_km_per_px.is_some_and(|s| s > 1.0), "{}", country.id);
    }
    assert_eq!(atlas.countries.iter().filter(|c| c.code.is_none()).count(), 3, "Somaliland, Northern Cyprus, Siachen");
    let schema: Value = serde_json::from_slice(&bytes("schema/feature.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let mut countries: Value = serde_json::from_slice(&bytes(file)).unwrap();
    assert!(schema.is_valid(&countries));
    countries["features"][0]["properties"]["code"] = "Aruba".into();
    assert!(!schema.is_valid(&countries));
    assert_eq!(Atlas::default().add(file, countries.to_string().as_bytes()).len(), 1, "a bad code costs the code");
}

#[test]
fn a_name_is_written_in_its_country() {
    let file = "labels/countries.geojson";
    let mut atlas = Atlas::default();
    atlas.add(file, &bytes(file));
    let land = polygons("basemap/land-50m.geojson");
    let ashore = |c: &&arctic_cable_map::cable::Country| holds(&land, c.at.lon_deg, c.at.lat_deg);
    let north: Vec<_> = atlas.countries.iter().filter(|c| c.at.lat_deg > 45.0).collect();
    let at_sea: Vec<&str> = north.iter().filter(|c| !ashore(c)).map(|c| c.id.as_str()).collect();
    assert!(north.len() > 30 && at_sea.len() <= 2, "{at_sea:?}");
}
