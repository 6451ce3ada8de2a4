//! What is land, asked of the GeoJSON file itself by plain longitude and latitude: a referee that
//! shares nothing with the map's own reading, stitching, projecting or clipping.

use arctic_cable_map::sphere::LonLat;
use serde_json::Value;

/// An edge of a ring in degrees, from west to east.
struct Edge {
    west: [f64; 2],
    east: [f64; 2],
}

/// The edges of all rings, by the whole degree of longitude that they pass.
pub(crate) struct Truth {
    columns: Vec<Vec<Edge>>,
}

impl Truth {
    /// The land of a file of `geodata/`.
    pub(crate) fn read(file: &str) -> Self {
        let mut columns: Vec<Vec<Edge>> = (0..360).map(|_| vec![]).collect();
        let all: Value = serde_json::from_slice(&super::world::bytes(file)).expect("JSON");
        for feature in all["features"].as_array().expect("features") {
            let geometry = &feature["geometry"];
            let polygons = match geometry["type"].as_str() {
                Some("Polygon") => vec![&geometry["coordinates"]],
                _ => geometry["coordinates"].as_array().expect("polygons").iter().collect(),
            };
            for ring in polygons.into_iter().flat_map(|p| p.as_array().expect("rings")) {
                let ring: Vec<[f64; 2]> = serde_json::from_value(ring.clone()).expect("positions");
                ring.windows(2).for_each(|w| add(&mut columns, w[0], w[1]));
            }
        }
        Self { columns }
    }

    /// Whether a ray to the north meets the edges an odd number of times.
    pub(crate) fn is_land(&self, p: LonLat) -> bool {
        let crosses = |e: &&Edge| {
            let ([x0, y0], [x1, y1]) = (e.west, e.east);
            x0 <= p.lon_deg && p.lon_deg < x1 && p.lat_deg < y0 + (p.lon_deg - x0) / (x1 - x0) * (y1 - y0)
        };
        self.columns[column(p.lon_deg)].iter().filter(crosses).count() % 2 == 1
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
fn column(lon_deg: f64) -> usize {
    (lon_deg + 180.0).floor().clamp(0.0, 359.0) as usize
}

fn add(columns: &mut [Vec<Edge>], a: [f64; 2], b: [f64; 2]) {
    let (west, east) = if a[0] <= b[0] { (a, b) } else { (b, a) };
    for edges in &mut columns[column(west[0])..=column(east[0])] {
        edges.push(Edge { west, east });
    }
}
