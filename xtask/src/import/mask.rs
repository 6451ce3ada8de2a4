//! Whether a position is on land, quickly: edges sorted into bands of latitude.

use super::text::Position;
use anyhow::{Result, ensure};
use arctic_cable_map::geodata::{Report, features};
use std::path::Path;

/// Bands to a degree of latitude.
const BANDS: f64 = 10.0;

/// Polygons as a flat file has them: cut at the antimeridian, straight in longitude and latitude.
pub(super) struct Mask {
    /// Per band, the ends of each edge that touches it.
    bands: Vec<Vec<[Position; 2]>>,
}

impl Mask {
    /// The land of `geodata/basemap/land-50m.geojson`.
    pub(super) fn land(root: &Path) -> Result<Self> {
        Ok(Self::new(&land(root)?))
    }

    /// Of rings, holes and exteriors alike.
    pub(super) fn new(rings: &[Vec<Position>]) -> Self {
        let mut bands = vec![Vec::new(); band(90.0) + 1];
        for ring in rings {
            for (i, a) in ring.iter().enumerate() {
                let b = ring[(i + 1) % ring.len()];
                let (low, high) = (band(a.1.min(b.1)), band(a.1.max(b.1)));
                bands[low..=high].iter_mut().for_each(|edges| edges.push([*a, b]));
            }
        }
        Self { bands }
    }

    /// Whether an odd number of edges lies east of the position. On the antimeridian, where files cut, it is asked
    /// up to 1 km beside it.
    pub(super) fn holds(&self, lon: f64, lat: f64) -> bool {
        let lon = lon.clamp(-179.99, 179.99);
        let crossed =
            |[a, b]: &[Position; 2]| (a.1 > lat) != (b.1 > lat) && lon < a.0 + (lat - a.1) * (b.0 - a.0) / (b.1 - a.1);
        self.bands[band(lat)].iter().filter(|edge| crossed(edge)).count() % 2 == 1
    }
}

/// Every ring of the land.
fn land(root: &Path) -> Result<Vec<Vec<Position>>> {
    Ok(land_polygons(root)?.into_iter().flatten().collect())
}

/// The polygons of the land as the file has them, rings without their repeated end.
pub(super) fn land_polygons(root: &Path) -> Result<Vec<Vec<Vec<Position>>>> {
    let bytes = std::fs::read(root.join("geodata/basemap/land-50m.geojson"))?;
    let mut report = Report::new("basemap/land-50m.geojson");
    let read = features(&bytes, &mut report);
    ensure!(report.problems.is_empty(), "{}", report.problems[0]);
    let polygons = read.into_iter().flat_map(|f| f.shape.polygons);
    Ok(polygons
        .map(|rings| rings.iter().map(|ring| ring.iter().map(|p| (p.lon_deg, p.lat_deg)).collect()).collect())
        .collect())
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1800")]
fn band(lat: f64) -> usize {
    ((lat.clamp(-90.0, 90.0) + 90.0) * BANDS) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_is_outside() {
        let square = |r: f64| vec![(-r, -r), (r, -r), (r, r), (-r, r)];
        let mask = Mask::new(&[square(10.0), square(3.0)]);
        assert!(mask.holds(5.0, 0.0) && mask.holds(0.0, -9.99) && mask.holds(-9.0, 9.0));
        assert!(!mask.holds(0.0, 0.0) && !mask.holds(10.01, 0.0) && !mask.holds(0.0, 90.0) && !mask.holds(0.0, -90.0));
    }

    #[test]
    fn the_antimeridian_is_land_where_land_is_cut_there() {
        let mask = Mask::new(&[vec![(179.0, 60.0), (180.0, 60.0), (180.0, 62.0), (179.0, 62.0)]]);
        assert!(mask.holds(180.0, 61.0) && !mask.holds(-180.0, 61.0) && !mask.holds(180.0, 63.0));
    }
}
