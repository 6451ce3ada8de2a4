//! `geodata/environment/`: the sea that ice covers in half of the years, in March and in September.
//!
//! The edges at sea are a few dozen positions each, thinned from the NSIDC's median edge. Between them lines run over land,
//! as far from the coast as they please: the area poleward of the whole is cut by the land of the basemap.

use super::mask::land_polygons;
use super::text::{Geometry, Position, collection, feature};
use super::{areas, provenance};
use crate::natural_earth::sha256;
use anyhow::{Context, Result};
use arctic_cable_map::sphere::{LonLat, UnitVec};
use serde_json::{Value, json};
use std::path::Path;

/// Islands and inlets below this are left out: the source's cells have 25 km.
const LEAST_KM2: f64 = 625.0;

/// Positions no further apart than this, along great circles.
const STEP_DEG: f64 = 1.0;

/// Latitude and longitude, from 180° W eastwards round the Pole to 180° E.
type Edge = &'static [(f64, f64)];

/// Bering Sea; over North America, south of the Gulf of Saint Lawrence; Newfoundland to Davis Strait; over southern
/// Greenland; to Svalbard and the Barents Sea; round the White Sea and over Siberia, Sakhalin and Hokkaido; Okhotsk; over
/// Kamchatka; Bering Sea.
#[rustfmt::skip]
const MARCH: Edge = &[
    (60.6, -180.0), (60.0, -177.5), (59.2, -174.5), (58.0, -171.0), (57.5, -167.0), (57.6, -164.0), (58.0, -161.5),
    (57.3, -158.5),
    (57.2, -157.5), (58.3, -156.0), (59.8, -154.8), (61.5, -153.5), (63.5, -147.0), (62.0, -138.0), (58.0, -128.0),
    (53.0, -118.0), (50.0, -100.0), (48.5, -85.0), (47.0, -77.0), (46.0, -73.2), (46.4, -70.8), (47.4, -69.2),
    (48.2, -67.0), (47.2, -66.3), (46.0, -65.2), (45.95, -64.15), (45.6, -63.2), (45.45, -62.0), (45.9, -60.8),
    (45.4, -60.5), (47.3, -59.4),
    (47.9, -58.6), (48.6, -57.0), (48.3, -54.3),
    (47.9, -53.0), (48.9, -50.1), (50.4, -50.9), (52.1, -51.5), (54.0, -53.0), (56.0, -56.7), (58.0, -58.7),
    (60.0, -59.6), (61.6, -58.6), (62.9, -56.4), (64.0, -54.9), (65.6, -53.6),
    (65.8, -51.5), (63.5, -49.0), (61.5, -46.5), (60.6, -44.8), (60.2, -44.0),
    (59.8, -43.3), (61.0, -41.6), (63.0, -40.0), (64.6, -37.5), (65.4, -33.0), (66.2, -29.6), (67.4, -23.5),
    (68.8, -19.0), (70.2, -15.6), (71.6, -12.1), (73.7, -10.3), (75.1, -7.7), (76.5, -4.3), (77.7, -2.3), (79.0, 1.3),
    (79.9, 7.4), (79.3, 9.6), (78.0, 10.2), (76.6, 13.1), (75.2, 17.2), (74.6, 19.1), (75.0, 23.1), (75.8, 29.1),
    (76.0, 35.0), (75.6, 41.0), (75.6, 47.5), (74.4, 49.4), (73.0, 50.0), (71.5, 48.3), (70.0, 46.0), (69.2, 43.0),
    (68.0, 41.0),
    (67.3, 38.5), (67.4, 33.5), (67.3, 31.5), (66.0, 31.5), (64.5, 33.5), (63.5, 36.5), (63.0, 40.0), (62.0, 45.0),
    (60.0, 60.0), (58.0, 80.0), (55.0, 100.0), (53.0, 120.0), (52.0, 135.0), (51.9, 140.5), (51.8, 142.8),
    (50.0, 143.0), (48.0, 142.6), (47.0, 142.3), (46.3, 142.05), (45.95, 142.05), (45.4, 141.9), (44.5, 142.5),
    (43.7, 143.5), (43.5, 144.6), (43.6, 145.1), (43.8, 145.5), (44.1, 145.95), (44.4, 146.25), (44.5, 146.95),
    (44.8, 147.4),
    (44.65, 147.69), (45.5, 148.6), (45.95, 147.3), (46.3, 146.5), (47.8, 147.6), (49.1, 148.2), (51.0, 149.3),
    (53.0, 149.4), (54.7, 149.6), (55.0, 151.5), (57.4, 153.6), (56.4, 154.7), (54.5, 155.3), (52.4, 156.2),
    (52.6, 157.5), (54.0, 159.5), (55.3, 161.0),
    (55.4, 162.0), (56.2, 163.8), (57.9, 164.2), (59.3, 166.2), (60.0, 171.2), (60.9, 175.0), (61.2, 176.0),
    (60.6, 180.0),
];

/// Chukchi and Beaufort Seas; over Banks and Victoria Islands; what is left in the Northwest Passage; over the islands to
/// northern Baffin Bay; over Greenland; to Svalbard, Franz Josef Land and Severnaya Zemlya; over Taymyr; Laptev and East
/// Siberian Seas.
#[rustfmt::skip]
const SEPTEMBER: Edge = &[
    (72.263, -180.0), (72.5, -178.2), (73.1, -174.5), (73.1, -168.5), (72.9, -165.0), (73.6, -162.5), (73.1, -158.0),
    (72.6, -154.0), (72.4, -149.0), (72.1, -145.5), (71.8, -141.0), (71.5, -136.5), (71.3, -133.0), (72.0, -129.0),
    (73.0, -125.3),
    (73.3, -121.0), (72.9, -117.8), (72.5, -114.0), (72.0, -110.0), (71.2, -106.5), (70.7, -105.0),
    (70.4, -100.9), (70.3, -99.0), (70.6, -99.0), (71.4, -99.7),
    (72.2, -99.2), (73.6, -98.8), (75.2, -98.5), (76.0, -99.0), (76.4, -97.5), (76.5, -95.5), (76.6, -92.0),
    (76.7, -89.6), (76.6, -86.0), (77.0, -82.0), (76.9, -79.0),
    (76.7, -76.9), (78.2, -73.6),
    (78.6, -70.0), (77.5, -60.0), (76.0, -40.0), (74.5, -25.0), (73.4, -22.5),
    (73.2, -21.2), (72.9, -19.0), (73.8, -16.3), (75.1, -12.9), (76.4, -8.0), (77.5, -4.9), (78.7, -1.4), (79.7, 2.3),
    (80.3, 6.2), (80.8, 12.7), (81.1, 19.3), (80.9, 25.0), (80.5, 32.0), (79.9, 37.6), (80.9, 42.0), (81.1, 46.5),
    (80.8, 47.5), (80.6, 50.5), (80.7, 55.0), (80.6, 58.0),
    (80.1, 62.0), (79.4, 67.5), (79.5, 73.0), (79.2, 78.7), (78.7, 85.0), (77.8, 89.7), (76.9, 93.0), (76.7, 99.5),
    (76.2, 101.0), (75.5, 105.0), (76.2, 112.0),
    (76.4, 113.6), (77.1, 118.0), (77.0, 123.0), (77.4, 131.5), (77.6, 137.5), (77.9, 141.0), (76.9, 142.8),
    (76.5, 147.0), (75.6, 152.0), (74.5, 159.0), (73.0, 161.9), (71.8, 163.2), (71.3, 167.0), (72.0, 172.0),
    (72.0, 178.0), (72.263, 180.0),
];

/// Writes both files and their provenance.
pub(super) fn run(root: &Path) -> Result<()> {
    let land = areas::multi(&land_polygons(root)?);
    let folder = root.join("geodata/environment");
    std::fs::create_dir_all(&folder)?;
    let mut files = Vec::new();
    for (month, number, ja, edge) in [("March", 3, "3月", MARCH), ("September", 9, "9月", SEPTEMBER)] {
        let covered = areas::first_alone(&areas::multi(&[vec![poleward(edge)]]), &land, LEAST_KM2);
        let id = format!("sea-ice-{}", month.to_ascii_lowercase());
        let text = feature(&id, &properties(month, number, ja), &Geometry::Polygons(covered))
            .map(|feature| collection(&[feature]))
            .context("no ice")?;
        let name = format!("{id}.geojson");
        std::fs::write(folder.join(&name), &text)?;
        println!("geodata/environment/{name}: {} bytes", text.len());
        let title = format!("Sea ice, median of {month} 1981–2010");
        files.push(json!({"file": name, "title": title, "sha256": sha256(text.as_bytes())}));
    }
    provenance::write(&folder, &about(&files))
}

/// The ring about everything north of an edge: along the edge, up the antimeridian, along the Pole and down again.
fn poleward(edge: Edge) -> Vec<Position> {
    let mut ring = Vec::new();
    for pair in edge.windows(2) {
        let [from, to] = [pair[0], pair[1]].map(|(lat, lon)| (lon, lat));
        ring.push(from);
        ring.extend(between(from, to));
    }
    ring.extend(edge.last().map(|(lat, lon)| (*lon, *lat)));
    ring.extend([(180.0, 90.0), (-180.0, 90.0)]);
    ring
}

/// Positions between two along the great circle.
fn between(from: Position, to: Position) -> Vec<Position> {
    let [a, b] = [from, to].map(|(lon, lat)| LonLat::new(lon, lat).to_unit());
    let angle = (a.x * b.x + a.y * b.y + a.z * b.z).clamp(-1.0, 1.0).acos();
    let steps = (angle.to_degrees() / STEP_DEG).ceil();
    let mut out = Vec::new();
    let mut k = 1.0;
    while k < steps {
        let (s, t) = ((angle * (1.0 - k / steps)).sin() / angle.sin(), (angle * k / steps).sin() / angle.sin());
        let at = UnitVec::new_unchecked(s * a.x + t * b.x, s * a.y + t * b.y, s * a.z + t * b.z).to_lonlat();
        out.push((at.lon_deg, at.lat_deg));
        k += 1.0;
    }
    out
}

fn properties(month: &str, number: u8, ja: &str) -> Value {
    json!({
        "kind": "sea-ice",
        "name": {"en": format!("Sea ice, {month} median 1981–2010"), "ja": format!("海氷({ja}の中央値、1981〜2010年)")},
        "month": number,
        "period": "1981/2010",
        "statistic": "median extent: ice of at least 15 % in half of the years or more",
        "thinned": true,
        "sources": ["nsidc-g02135-v4", "earth-lens-ice-edges"],
        "note": {
            "en": "The edge was thinned to a few dozen positions and follows the coast of the basemap; the source’s cells have 25 km. The Baltic, the Tatar Strait and other seas apart are left out. Ice of recent years reaches less far.",
            "ja": "海氷の縁は数十点に間引き、陸側は背景地図の海岸線に沿わせてある。元データの格子は25 km。バルト海や間宮海峡など離れた海域は省いた。近年の海氷域はこれより狭い。"
        }
    })
}

fn about(files: &[Value]) -> Value {
    json!({
        "id": "environment",
        "title": "Sea ice: median extent of March and September, 1981–2010",
        "producer": "National Snow and Ice Data Center; thinned and drawn by Arctic Cable Map",
        "licence": "CC-BY-4.0",
        "licence_note": "NSIDC asks for the citation below. The drawing is ours.",
        "retrieved": "2026-11-21",
        "files": files,
        "source": {
            "dataset": "Sea Ice Index, Version 4 (G02135): monthly median ice edge, 1981–2010, 25 km",
            "citation": "Fetterer, F. et al. 2025. Sea Ice Index (G02135, Version 4). National Snow and Ice Data Center. doi 10.7265/a98x-0f50",
            "url": "https://doi.org/10.7265/a98x-0f50",
            "by_way_of": "public/geo/sea-ice-median-edges.geojson of github.com/yokobo103/EARTH_LENS at 345ec18, which states no licence; single positions were read from it."
        },
        "steps": [
            "A few dozen positions of each edge were taken, to a tenth of a degree.",
            "They were joined along great circles, and across land by lines drawn by hand, to one ring round the Pole; it closes along 180° and the Pole, as Antarctica does in the south.",
            "The land of basemap/land-50m.geojson was cut out; parts and islands below 625 km² were left out.",
            "cargo xtask data import writes the files again from the positions in xtask/src/import/sea_ice.rs."
        ],
        "accuracy": "The edge is good to about 50 km, and between years it moves by hundreds. Not for navigation.",
        "attribution": "Sea ice: after NSIDC Sea Ice Index v4 (Fetterer et al. 2025)"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_run_once_round_the_pole() {
        for edge in [MARCH, SEPTEMBER] {
            let (first, last) = (edge[0], edge[edge.len() - 1]);
            assert_eq!((first.0, first.1, last.1), (last.0, -180.0, 180.0));
            for pair in edge.windows(2) {
                let jump = (pair[1].1 - pair[0].1).abs();
                assert!(jump <= 26.0 && (pair[1].0 - pair[0].0).abs() <= 5.5, "{pair:?}");
            }
        }
    }

    #[test]
    fn steps_are_short_and_on_the_great_circle() {
        let steps = between((-10.0, 70.0), (10.0, 70.0));
        assert_eq!(steps.len(), 6);
        assert!((steps[2].1 - 70.26).abs() < 0.1 && steps.windows(2).all(|s| s[1].0 > s[0].0), "{steps:?}");
    }
}
