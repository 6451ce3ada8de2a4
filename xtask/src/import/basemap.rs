//! `geodata/basemap/` beside the land: lakes, borders, glaciers and ice shelves at 1 : 50 million.

use super::areas;
use super::fetch::{self, MARBLE};
use super::mask::land_polygons;
use super::natural::{self, Table};
use super::text::{Geometry, Position, collection, feature};
use super::{pn2, provenance};
use crate::natural_earth::sha256;
use anyhow::{Result, bail};
use serde_json::{Value, json};
use shapefile::{Polygon, PolygonRing, Polyline};
use std::path::Path;

const MARBLE_FOLDER: &str = "usr/share/marble/data/naturalearth/";
const GLACIERS: (&str, &str) =
    ("ne_50m_glaciated_areas.pn2", "987e573fc82c0dcbf297aa8d79c213e3ba9bf1ba66dc389d6a86556f227c5dbf");
const SHELVES: (&str, &str) =
    ("ne_50m_antarctic_ice_shelves_polys.pn2", "e94c0a22108e82214d632040615ac553cb16ebb36e9ad0291b18862e58022d0a");

/// What is smaller is the coarser of two coasts standing out beside the finer.
const CRUMB_KM2: f64 = 3.0;

/// Writes the files and adds them to the folder's provenance.
pub(super) fn run(root: &Path, cache: &Path) -> Result<()> {
    let folder = root.join("geodata/basemap");
    lakes(root, &folder)?;
    borders(root, &folder)?;
    ice(root, cache, &folder)
}

fn lakes(root: &Path, folder: &Path) -> Result<()> {
    let table: Table<Polygon> = natural::read(root, "physical/ne_50m_lakes")?;
    let mut features = Vec::new();
    for (i, (shape, record)) in table.rows.iter().enumerate() {
        let mut properties = json!({"featurecla": record.text("featurecla"), "scalerank": record.number("scalerank")});
        if !record.text("name_en").is_empty() {
            properties["name"] = json!({"en": record.text("name_en"), "ja": record.text("name_ja")});
        }
        features.extend(feature(&format!("ne-50m-lake-{:03}", i + 1), &properties, &Geometry::Polygons(rings(shape)?)));
    }
    let steps = [
        "Rings were turned (RFC 7946) and positions rounded to 4 decimals.",
        "featurecla, scalerank and the English and Japanese names were kept; ids are record numbers.",
    ];
    save(folder, "lakes-50m.geojson", "Lakes at 1 : 50 million", &features, &table.source, &steps, None)
}

/// Borders that the states on both sides agree on, and others, which a map should draw otherwise.
fn borders(root: &Path, folder: &Path) -> Result<()> {
    let table: Table<Polyline> = natural::read(root, "cultural/ne_50m_admin_0_boundary_lines_land")?;
    let note = "Natural Earth draws who governs a place, not who claims it; lines that it calls disputed, of control, indefinite or indeterminate are in a file of their own. No line here is an opinion of this project.";
    let steps =
        ["Positions were rounded to 4 decimals.", "featurecla and scalerank were kept; ids are record numbers."];
    for (name, title, agreed) in [
        ("borders-50m.geojson", "Land borders at 1 : 50 million", true),
        ("borders-disputed-50m.geojson", "Land borders at 1 : 50 million that are disputed or not settled", false),
    ] {
        let mut features = Vec::new();
        for (i, (shape, record)) in table.rows.iter().enumerate() {
            let class = record.text("FEATURECLA");
            if class.starts_with("International boundary") != agreed {
                continue;
            }
            let lines = shape.parts().iter().map(|part| part.iter().map(|p| (p.x, p.y)).collect()).collect();
            let properties = json!({"featurecla": class, "scalerank": record.number("SCALERANK")});
            features.extend(feature(&format!("ne-50m-border-{:03}", i + 1), &properties, &Geometry::Lines(lines)));
        }
        save(folder, name, title, &features, &table.source, &steps, Some(note))?;
    }
    Ok(())
}

fn ice(root: &Path, cache: &Path, folder: &Path) -> Result<()> {
    let package = fetch::package(cache, &MARBLE)?;
    let read = |(name, sum): (&str, &str)| -> Result<Vec<Vec<Vec<Position>>>> {
        let mut polygons = pn2::polygons(&fetch::from_deb(&package, &[MARBLE_FOLDER, name].concat(), sum)?)?;
        // Antarctica is closed just short of the Pole, and cut as much as a unit short of the antimeridian.
        for p in polygons.iter_mut().flatten().flatten() {
            p.0 = if p.0.abs() > 179.99 { 180.0_f64.copysign(p.0) } else { p.0 };
            p.1 = if p.1 < -89.9 { -90.0 } else { p.1 };
        }
        Ok(polygons)
    };
    let source = |(name, sum): (&str, &str)| {
        json!({
            "dataset": format!("Natural Earth {}", name.trim_end_matches(".pn2")),
            "version": "2.0",
            "version_note": "Not stated; the borders beside it are those of 2.0.0. Kept by Marble at 1/120 degree.",
            "url": "https://www.naturalearthdata.com/downloads/50m-physical-vectors/",
            "package": {"registry": "Debian", "name": "marble-qt-data", "version": "4:22.12.3-1", "sha256": MARBLE.sha256},
            "file": {"path": format!("{MARBLE_FOLDER}{name}"), "sha256": sum},
            "licence_note": "plain.dgml beside it: “Made with Natural Earth … License: Public Domain”"
        })
    };
    let land = areas::multi(&land_polygons(root)?);
    let glaciers = areas::both(&areas::multi(&read(GLACIERS)?), &land, CRUMB_KM2);
    let steps = [
        "Cut with land-50m.geojson, since the two are of different versions; parts and holes below 3 km² were dropped.",
        "Rings were turned (RFC 7946) and positions rounded to 4 decimals; ids are numbers in order.",
    ];
    save(
        folder,
        "glaciated-50m.geojson",
        "Glaciers and ice sheets at 1 : 50 million",
        &each("ice", "Glaciated areas", glaciers),
        &source(GLACIERS),
        &steps,
        None,
    )?;
    let shelves = areas::first_alone(&areas::multi(&read(SHELVES)?), &land, CRUMB_KM2);
    let steps = ["What lies on land-50m.geojson was cut away; parts and holes below 3 km² were dropped.", steps[1]];
    save(
        folder,
        "ice-shelves-50m.geojson",
        "Antarctic ice shelves at 1 : 50 million",
        &each("shelf", "Antarctic ice shelf", shelves),
        &source(SHELVES),
        &steps,
        None,
    )
}

fn each(name: &str, class: &str, polygons: Vec<Vec<Vec<Position>>>) -> Vec<String> {
    let properties = json!({"featurecla": class});
    let numbered = polygons.into_iter().enumerate();
    numbered
        .filter_map(|(i, rings)| {
            feature(&format!("ne-50m-{name}-{:03}", i + 1), &properties, &Geometry::Polygons(vec![rings]))
        })
        .collect()
}

fn rings(shape: &Polygon) -> Result<Vec<Vec<Vec<Position>>>> {
    let mut out: Vec<Vec<Vec<Position>>> = Vec::new();
    for ring in shape.rings() {
        let positions = ring.points().iter().map(|p| (p.x, p.y)).collect();
        match (ring, out.last_mut()) {
            (PolygonRing::Inner(_), Some(last)) => last.push(positions),
            (PolygonRing::Inner(_), None) => bail!("a polygon begins with a hole"),
            (PolygonRing::Outer(_), _) => out.push(vec![positions]),
        }
    }
    Ok(out)
}

fn save(
    folder: &Path,
    name: &str,
    title: &str,
    features: &[String],
    source: &Value,
    steps: &[&str],
    note: Option<&str>,
) -> Result<()> {
    let text = collection(features);
    std::fs::write(folder.join(name), &text)?;
    println!("geodata/basemap/{name}: {} features, {} bytes", features.len(), text.len());
    let mut entry =
        json!({"file": name, "title": title, "sha256": sha256(text.as_bytes()), "source": source, "steps": steps});
    if let Some(note) = note {
        entry["note"] = json!(note);
    }
    provenance::add_file(folder, entry)
}
