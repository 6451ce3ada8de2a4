//! The data that ships: every file is valid, the published schema says the same, and the packed
//! land is the land.

#![allow(clippy::cast_possible_truncation, reason = "hundredths of a degree fit")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what went wrong by stopping there"
)]

#[path = "fixtures/broken.rs"]
#[allow(dead_code, reason = "shared with tests/geodata.rs")]
mod broken;

use arctic_cable_map::cable::Atlas;
use arctic_cable_map::geodata::{
    Catalog, LayerKind, Polygon, Report, features, packed, polygons_from_geojson, visvalingam,
};
use arctic_cable_map::sphere::{LonLat, UnitVec, contains};
use broken::Kind;
use jsonschema::Validator;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

fn geodata() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata")
}

fn bytes(file: &str) -> Vec<u8> {
    std::fs::read(geodata().join(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
}

fn json(file: &str) -> Value {
    serde_json::from_slice(&bytes(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
}

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let (catalog, problems) = Catalog::parse("catalog.json", &bytes("catalog.json"));
    assert_eq!(problems, []);
    catalog
});

static LAND: LazyLock<Vec<Polygon>> = LazyLock::new(|| {
    let (polygons, problems) = polygons_from_geojson("land", &bytes("basemap/land-50m.geojson"));
    assert_eq!(problems, []);
    polygons
});

#[test]
fn the_layers_of_the_catalogue_have_no_problem() {
    let mut atlas = Atlas::default();
    let mut problems = Vec::new();
    for layer in CATALOG.layers.iter().filter(|l| l.kind.has_entities()) {
        problems.extend(atlas.add(&layer.file, &bytes(&layer.file)));
    }
    let sources = CATALOG.sources.as_deref().expect("the catalogue names the sources");
    problems.extend(atlas.add_sources(sources, &bytes(sources)));
    problems.extend(atlas.check());
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(said.is_empty(), "{said:#?}");
    assert!(atlas.systems.len() >= 4 && atlas.sources.len() > 20);
    for system in &atlas.systems {
        assert!(!system.ends.is_empty(), "{} has no ends to model", system.id);
    }
}

#[test]
fn every_source_is_used() {
    let folders = std::fs::read_dir(geodata()).expect("geodata").flatten().filter(|e| e.path().is_dir());
    let files = folders.flat_map(|folder| std::fs::read_dir(folder.path()).expect("a folder").flatten());
    let names_none = ["sources.json", "provenance.json"];
    let named = files.filter(|f| !names_none.iter().any(|n| f.file_name() == *n)).map(|file| file.path());
    let text: String = named.filter_map(|path| std::fs::read_to_string(path).ok()).collect();
    let sources = json("sources.json");
    for source in sources["sources"].as_array().expect("a list") {
        let id = source["id"].as_str().expect("text");
        assert!(text.contains(&format!("\"{id}\"")), "{id} is named by no file");
    }
}

#[test]
fn no_source_is_the_closed_map_of_cables() {
    let text = String::from_utf8(bytes("sources.json")).expect("text").to_lowercase();
    for closed in ["telegeography", "commsupdate", "submarinecablemap"] {
        assert!(!text.contains(closed), "{closed}");
    }
}

#[test]
fn every_landing_is_named_in_japanese_and_in_its_own_script() {
    // Countries whose main language is not written in Latin letters, with its tag.
    const SCRIPTS: &[(&str, &[&str])] = &[
        ("ar", &["AE", "BH", "EG", "IQ", "JO", "KW", "LB", "LY", "OM", "QA", "SA", "SD", "YE", "DZ", "TN", "MA"]),
        ("ru", &["RU"]),
        ("el", &["GR", "CY"]),
        ("zh-Hans", &["CN"]),
        ("zh-Hant", &["HK", "MO", "TW"]),
        ("ko", &["KR"]),
        ("th", &["TH"]),
        ("he", &["IL"]),
        ("fa", &["IR"]),
        ("bn", &["BD"]),
        ("my", &["MM"]),
        ("km", &["KH"]),
        ("kk", &["KZ"]),
        ("ur", &["PK"]),
        ("dv", &["MV"]),
        ("si", &["LK"]),
        ("hi", &["IN"]),
        ("bg", &["BG"]),
        ("ka", &["GE"]),
        ("mn", &["MN"]),
    ];
    let mut atlas = Atlas::default();
    for layer in CATALOG.layers.iter().filter(|l| l.kind == LayerKind::Landings) {
        assert_eq!(atlas.add(&layer.file, &bytes(&layer.file)), []);
    }
    assert!(atlas.landings.len() > 500);
    for landing in &atlas.landings {
        let has = |tag: &str| landing.name.iter().any(|(t, _)| t == tag);
        assert!(has("ja"), "{} has no Japanese name", landing.id);
        let tag =
            SCRIPTS.iter().find(|(_, countries)| countries.contains(&landing.country.as_str())).map(|(tag, _)| *tag);
        assert!(tag.is_none_or(has), "{} has no name in {tag:?}", landing.id);
    }
    assert!(atlas.branching_units.iter().all(|b| b.name.iter().any(|(t, _)| t == "ja")));
}

#[test]
fn every_data_set_says_where_it_is_from() {
    const LICENCES: &[&str] = &["public-domain", "CC-BY-4.0", "CC0-1.0"];
    for layer in &CATALOG.layers {
        assert!(LICENCES.contains(&layer.licence.as_str()), "{}", layer.id);
        let (folder, name) = layer.file.rsplit_once('/').expect("a folder a data set");
        let provenance = json(&format!("{folder}/provenance.json"));
        for key in ["id", "title", "producer", "retrieved", "accuracy", "attribution"] {
            assert!(provenance[key].is_string(), "{folder}: {key}");
        }
        let file = provenance["files"].as_array().and_then(|f| f.iter().find(|f| f["file"] == name));
        let file = file.unwrap_or_else(|| panic!("{folder}: {name} is not in provenance.json"));
        // A file may be somebody else's than the rest of its folder.
        let licence = file.get("licence").unwrap_or(&provenance["licence"]);
        assert_eq!(*licence, layer.licence, "{folder}/{name}");
    }
}

fn schema(name: &str) -> Validator {
    let schema = json(&format!("schema/{name}.schema.json"));
    jsonschema::meta::validate(&schema).unwrap_or_else(|e| panic!("{name}: {e}"));
    jsonschema::validator_for(&schema).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn assert_valid(schema: &Validator, name: &str, value: &Value) {
    let errors: Vec<String> = schema.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
}

#[test]
fn the_published_schema_accepts_every_file() {
    let feature = schema("feature");
    for layer in CATALOG.layers.iter().filter(|l| l.kind.has_entities()) {
        assert_valid(&feature, &layer.file, &json(&layer.file));
    }
    assert_valid(&schema("sources"), "sources.json", &json("sources.json"));
    assert_valid(&schema("catalog"), "catalog.json", &json("catalog.json"));
}

#[test]
fn the_published_schema_and_the_validator_agree_on_broken_files() {
    let (feature, sources, catalog) = (schema("feature"), schema("sources"), schema("catalog"));
    assert_valid(&feature, "good", &broken::atlas());
    assert_valid(&sources, "good", &broken::sources());
    assert_valid(&catalog, "good", &broken::catalog());
    for case in broken::all() {
        let schema = match case.kind {
            Kind::Atlas => &feature,
            Kind::Sources => &sources,
            Kind::Catalog => &catalog,
            // Any GeoJSON of polygons will do.
            Kind::Polygons => continue,
        };
        let Ok(value) = serde_json::from_slice::<Value>(&case.bytes) else { continue };
        assert_eq!(!schema.is_valid(&value), case.schema, "{}", case.name);
    }
}

fn units(polygons: &[Polygon]) -> Vec<Vec<UnitVec>> {
    polygons.iter().flat_map(|p| &p.rings).map(|r| r.iter().map(|p| p.to_unit()).collect()).collect()
}

fn holds(rings: &[Vec<UnitVec>], lon: f64, lat: f64) -> bool {
    contains(rings.iter().map(Vec::as_slice), LonLat::new(lon, lat).to_unit())
}

const ON_LAND: &[(&str, f64, f64)] = &[
    ("Chukotka on 180°", 180.0, 67.0),
    ("Chukotka west of it", 179.5, 67.5),
    ("Chukotka east of it", -179.5, 67.5),
    ("Wrangel Island on 180°", 180.0, 71.2),
    ("Fiji on 180°", 180.0, -16.9),
    ("South Pole", 0.0, -90.0),
    ("Antarctica on 180°", 180.0, -88.0),
    ("Bjørnøya", 19.0, 74.45),
    ("Jan Mayen", -8.4, 71.02),
    ("Kvitøya", 32.5, 80.15),
    ("Bennett Island", 149.0, 76.7),
    ("Spitsbergen", 17.0, 78.5),
    ("Greenland", -40.0, 75.0),
];

const AT_SEA: &[(&str, f64, f64)] = &[
    ("North Pole", 0.0, 90.0),
    ("Bering Strait", -169.0, 65.9),
    ("Caspian Sea", 51.0, 41.5),
    ("Long Strait on 180°", 180.0, 70.2),
    ("Ross Sea", 180.0, -75.0),
    ("Pacific", 180.0, 0.0),
];

#[test]
fn land_is_whole_at_the_antimeridian_and_the_pole() {
    assert_eq!(LAND.len(), 1416);
    let rings: Vec<&Vec<LonLat>> = LAND.iter().flat_map(|p| &p.rings).collect();
    let along_seam =
        rings.iter().flat_map(|r| r.windows(2)).filter(|w| w.iter().all(|p| p.lon_deg.abs() > 179.999)).count();
    assert_eq!(along_seam, 0, "edges along 180°");
    let area: f64 = LAND
        .iter()
        .map(|p| {
            p.rings
                .iter()
                .enumerate()
                .map(|(i, r)| visvalingam::ring_area_km2(r) * if i == 0 { 1.0 } else { -1.0 })
                .sum::<f64>()
        })
        .sum();
    assert!((area / 146.6e6 - 1.0).abs() < 0.003, "{area} km²");
    let units = units(&LAND);
    for (name, lon, lat) in ON_LAND {
        assert!(holds(&units, *lon, *lat), "{name} is at sea");
    }
    for (name, lon, lat) in AT_SEA {
        assert!(!holds(&units, *lon, *lat), "{name} is on land");
    }
}

#[test]
fn coarse_land_keeps_the_islands_of_the_arctic() {
    let coarse = visvalingam::thin(&LAND, 5.0);
    let units = units(&coarse);
    for (name, lon, lat) in ON_LAND {
        assert!(holds(&units, *lon, *lat), "{name} is gone");
    }
    let positions: usize = units.iter().map(Vec::len).sum();
    assert!((40_000..50_000).contains(&positions), "{positions}");
}

/// Rings as whole numbers of hundredths of a degree, without repeats; rings of less than three
/// positions are gone, with their polygon if they are its exterior.
fn hundredths(polygons: &[Polygon]) -> Vec<Vec<Vec<(i32, i32)>>> {
    let key = |p: &LonLat| {
        let lon = (p.lon_deg * 100.0).round() as i32;
        (if lon == -18_000 { 18_000 } else { lon }, (p.lat_deg * 100.0).round() as i32)
    };
    let mut out: Vec<Vec<Vec<(i32, i32)>>> = Vec::new();
    for polygon in polygons {
        let mut rings: Vec<Vec<(i32, i32)>> = polygon.rings.iter().map(|r| r.iter().map(key).collect()).collect();
        for ring in &mut rings {
            ring.dedup();
            while ring.len() > 1 && ring.first() == ring.last() {
                ring.pop();
            }
        }
        if rings[0].len() >= 3 {
            rings.retain(|r| r.len() >= 3);
            out.push(rings);
        }
    }
    out.sort();
    out
}

#[test]
fn packed_land_reads_back_within_half_a_quantum() {
    let packed = packed::encode(&LAND, 0.01);
    let back = packed::decode("land.acmp", &packed).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(hundredths(&back), hundredths(&LAND));
    for p in back.iter().flat_map(|p| &p.rings).flatten() {
        // What comes back is a whole number of quanta, so rounding moved each position by half of one at most.
        assert!((p.lon_deg * 100.0 - (p.lon_deg * 100.0).round()).abs() < 1e-9);
        assert!((p.lat_deg * 100.0 - (p.lat_deg * 100.0).round()).abs() < 1e-9);
    }
    assert_eq!(packed::encode(&back, 0.01), packed, "packing again gives the same bytes");
    assert!(packed.len() < 125_000, "{}", packed.len());
}

/// The positions of a geometry as the `geojson` crate reads it, rings without their repeated end.
fn flattened(value: &geojson::GeometryValue) -> Vec<LonLat> {
    use geojson::GeometryValue as G;
    let at = |p: &geojson::Position| LonLat { lon_deg: p[0], lat_deg: p[1] };
    let polygon = |rings: &Vec<Vec<geojson::Position>>| -> Vec<LonLat> {
        rings.iter().flat_map(|r| &r[..r.len() - 1]).map(at).collect()
    };
    match value {
        G::Point { coordinates } => vec![at(coordinates)],
        G::MultiPoint { coordinates } | G::LineString { coordinates } => coordinates.iter().map(at).collect(),
        G::MultiLineString { coordinates } => coordinates.iter().flatten().map(at).collect(),
        G::Polygon { coordinates } => polygon(coordinates),
        G::MultiPolygon { coordinates } => coordinates.iter().flat_map(polygon).collect(),
        G::GeometryCollection { geometries } => geometries.iter().flat_map(|g| flattened(&g.value)).collect(),
    }
}

#[test]
fn every_layer_reads_as_the_geojson_crate_reads_it() {
    for layer in CATALOG.layers.iter().filter(|l| l.kind != LayerKind::Grid) {
        let bytes = bytes(&layer.file);
        let theirs: geojson::FeatureCollection = serde_json::from_slice(&bytes).expect("GeoJSON");
        let mut report = Report::new(&layer.file);
        let ours = features(&bytes, &mut report);
        assert_eq!((ours.len(), report.problems.len()), (theirs.features.len(), 0), "{}", layer.file);
        for (ours, theirs) in ours.iter().zip(&theirs.features) {
            let shape = &ours.shape;
            let ours: Vec<LonLat> = shape
                .points
                .iter()
                .chain(shape.lines.iter().flatten())
                .chain(shape.polygons.iter().flatten().flatten())
                .copied()
                .collect();
            let theirs = theirs.geometry.as_ref().map_or_else(Vec::new, |g| flattened(&g.value));
            assert_eq!(ours, theirs);
        }
    }
}

/// Lists that are made of texts are easily taken apart inside brackets.
#[test]
fn names_of_owners_are_whole() {
    for layer in CATALOG.layers.iter().filter(|l| l.kind.has_entities()) {
        for feature in json(&layer.file)["features"].as_array().expect("features") {
            let names = feature["properties"]["owners"]["value"].as_array().into_iter().flatten();
            let is_whole =
                |name: &Value| name.as_str().is_some_and(|n| n.matches('(').count() == n.matches(')').count());
            assert!(names.clone().all(is_whole), "{}: {:?}", layer.file, names.collect::<Vec<_>>());
        }
    }
}
