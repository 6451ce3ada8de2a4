//! The packed forms of layers that hold bare geometry: polygons, lines and grids, as coarse as a tier wants them.

use crate::geotiff::{self, EMPTY};
use arctic_cable_map::geodata::grid::{Frame, Grid, Lattice};
use arctic_cable_map::geodata::{
    Code, LayerKind, Polygon, Problem, lines_from_geojson, packed, polygons_from_geojson, visvalingam,
};
use arctic_cable_map::sphere::LonLat;

/// Packed positions are whole hundredths of a degree: 1.1 km or less, about the accuracy of the
/// 1 : 50 million land.
const QUANTUM_DEG: f64 = 0.01;

/// Depths to the nearest 5 m on the shelves, where ice and anchors reach a cable, 12.5 m on the slopes and 25 m in the
/// deep; one byte reaches 11,100 m. Measured north of 50° N: 89 kB at 10 km.
const DEPTH_RANGES: &[(u8, u16)] = &[(20, 10), (32, 25), (202, 50)];

/// Kilometres of a degree of latitude.
const KM_PER_DEG: f64 = 111.2;

/// A layer's geometry.
pub(crate) enum Bare {
    Polygons(Vec<Polygon>),
    Lines(Vec<Vec<LonLat>>),
    Grid(Lattice, Vec<i16>),
}

impl Bare {
    /// The geometry in a file; `None` for a kind that holds entities.
    pub(crate) fn read(kind: LayerKind, file: &str, bytes: &[u8]) -> Option<(Self, Vec<Problem>)> {
        match kind {
            LayerKind::Land | LayerKind::Areas => {
                let (polygons, problems) = polygons_from_geojson(file, bytes);
                Some((Self::Polygons(polygons), problems))
            }
            LayerKind::Lines => {
                let (lines, problems) = lines_from_geojson(file, bytes);
                Some((Self::Lines(lines), problems))
            }
            LayerKind::Grid => Some(match geotiff::read(bytes) {
                Ok((lattice, heights)) => (Self::Grid(lattice, heights), Vec::new()),
                Err(fault) => {
                    let problem = Problem::of_file(file, Code::UnavailableFile, &[&format!("{fault:#}")]);
                    (Self::Lines(Vec::new()), vec![problem])
                }
            }),
            LayerKind::Cables | LayerKind::Landings | LayerKind::Labels | LayerKind::Points => None,
        }
    }

    /// The packed bytes for a map at `km_per_px`, and what is in them.
    pub(crate) fn pack(&self, km_per_px: f64) -> (Vec<u8>, String) {
        match self {
            Self::Polygons(polygons) => {
                let thinned = visvalingam::thin(polygons, km_per_px);
                let positions: usize = thinned.iter().flat_map(|p| &p.rings).map(Vec::len).sum();
                let about = format!("{} polygons, {positions} positions", thinned.len());
                (packed::encode(&thinned, QUANTUM_DEG), about)
            }
            Self::Lines(lines) => {
                let thinned = visvalingam::thin_lines(lines, km_per_px);
                let positions: usize = thinned.iter().map(Vec::len).sum();
                (packed::encode_lines(&thinned, QUANTUM_DEG), format!("{} lines, {positions} positions", thinned.len()))
            }
            Self::Grid(lattice, heights) => {
                let grid = grid(*lattice, heights, km_per_px);
                let about = format!("{} × {} cells", grid.lattice.width, grid.lattice.height);
                (grid.encode(DEPTH_RANGES), about)
            }
        }
    }
}

/// The grid of depths with cells of at least half of `km_per_px` where that is wider than its own.
fn grid(mut lattice: Lattice, heights: &[i16], km_per_px: f64) -> Grid {
    let km = match lattice.frame {
        Frame::LonLat => KM_PER_DEG,
        Frame::NorthPole => 1.0,
    };
    let mut depths: Vec<Option<f64>> =
        heights.iter().map(|h| (*h != EMPTY).then(|| f64::from(-i32::from(*h)).max(0.0))).collect();
    while lattice.step * km * 2.0 <= km_per_px && lattice.width >= 5 && lattice.height >= 5 {
        (lattice, depths) = halved(lattice, &depths);
    }
    Grid::new(lattice, DEPTH_RANGES, &depths)
}

/// Every second column and row, beginning with the second, each cell the mean of the sea about it with the weights
/// 1 2 1 both ways.
fn halved(lattice: Lattice, depths: &[Option<f64>]) -> (Lattice, Vec<Option<f64>>) {
    const NEAR: [(usize, f64); 3] = [(0, 1.0), (1, 2.0), (2, 1.0)];
    let (width, height) = ((lattice.width - 1) / 2, (lattice.height - 1) / 2);
    let get = |column: usize, row: usize| depths.get(row * lattice.width + column).copied().flatten();
    let mut out = Vec::with_capacity(width * height);
    for row in 0..height {
        for column in 0..width {
            let (left, top) = (2 * column, 2 * row);
            let mut sum = (0.0, 0.0);
            for ((right, a), (down, b)) in NEAR.iter().flat_map(|x| NEAR.iter().map(move |y| (x, y))) {
                if let Some(depth) = get(left + right, top + down) {
                    sum = (sum.0 + a * b * depth, sum.1 + a * b);
                }
            }
            out.push(get(left + 1, top + 1).map(|_| sum.0 / sum.1));
        }
    }
    let (x, y) = lattice.first;
    let first = (x + lattice.step, y - lattice.step);
    (Lattice { width, height, first, step: 2.0 * lattice.step, ..lattice }, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seabed(name: &str) -> Bare {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../geodata/seabed").join(name);
        let (bare, problems) = Bare::read(LayerKind::Grid, name, &std::fs::read(path).unwrap()).unwrap();
        assert_eq!(problems, []);
        bare
    }

    fn unpacked(bare: &Bare, km_per_px: f64) -> (Grid, usize) {
        let (bytes, _) = bare.pack(km_per_px);
        (Grid::decode("g", &bytes).unwrap(), bytes.len())
    }

    /// What ETOPO1 has at 0.1°: the place, degrees east and north, its depth, and how far the mean of a 10 km and a 55 km
    /// cell may be from it: a step, but in the Molloy Deep, a hole no wider than a few cells.
    const KNOWN: &[(&str, f64, f64, f64, f64, f64)] = &[
        ("Molloy Deep", 2.82, 79.13, 5241.0, 500.0, 2000.0),
        ("Lomonosov Ridge", 140.0, 87.8, 1147.0, 50.0, 200.0),
        ("Amundsen Basin", 70.0, 88.5, 4312.0, 50.0, 50.0),
        ("Fram Strait", 0.0, 78.8, 2506.0, 50.0, 200.0),
        ("Canada Basin", -140.0, 76.0, 3678.0, 50.0, 50.0),
        ("Barents Sea", 35.0, 74.0, 273.0, 25.0, 25.0),
    ];

    #[test]
    fn depths_are_those_of_the_source() {
        let (north, world) = (seabed("north-10km.tif"), seabed("world-half-degree.tif"));
        let (fine, bytes) = unpacked(&north, 0.0);
        let (coarse, coarse_bytes) = unpacked(&north, 20.0);
        let (world, world_bytes) = unpacked(&world, 0.0);
        assert_eq!((fine.lattice.width, coarse.lattice.width, world.lattice.width), (871, 435, 720));
        for (name, lon, lat, wanted, near, far) in KNOWN {
            let at = LonLat::new(*lon, *lat);
            for (grid, near) in [(&fine, near), (&coarse, far), (&world, far)] {
                let found = grid.depth_m(at).unwrap();
                assert!(
                    (found - wanted).abs() <= *near,
                    "{name}: {found} m, not {wanted}, every {}",
                    grid.lattice.step
                );
            }
        }
        assert!(
            bytes < 110_000 && coarse_bytes < 36_000 && world_bytes < 110_000,
            "{bytes} {coarse_bytes} {world_bytes}"
        );
    }

    #[test]
    fn what_is_packed_is_the_file_within_half_a_step() {
        let bare = seabed("north-10km.tif");
        let Bare::Grid(lattice, heights) = &bare else { panic!("a grid") };
        let (grid, _) = unpacked(&bare, 0.0);
        for (i, height) in heights.iter().enumerate() {
            let found = grid.cell_m(i % lattice.width, i / lattice.width);
            assert_eq!(found.is_some(), *height != EMPTY);
            let Some(found) = found else { continue };
            let depth = f64::from(-height);
            let step = if depth < 200.0 {
                10.0
            } else if depth < 1000.0 {
                25.0
            } else {
                50.0
            };
            assert!((found - depth).abs() <= step / 2.0, "{depth} m came back as {found} m");
        }
    }

    #[test]
    fn there_is_no_sea_under_ice_sheets_nor_south_of_50_in_the_northern_grid() {
        let (north, world) = (seabed("north-10km.tif"), seabed("world-half-degree.tif"));
        let (north, world) = (unpacked(&north, 0.0).0, unpacked(&world, 0.0).0);
        let inland = [(-40.0, 73.0), (-45.0, 77.0), (100.0, 68.0), (180.0, 67.0), (-180.0, 66.5)]
            .map(|(x, y)| LonLat::new(x, y));
        assert!(inland.iter().all(|at| north.depth_m(*at).is_none() && world.depth_m(*at).is_none()));
        assert_eq!(world.depth_m(LonLat::new(-110.0, -80.0)), None);
        assert_eq!(north.depth_m(LonLat::new(-30.0, 49.5)), None);
        assert!(world.depth_m(LonLat::new(142.2, 11.35)).is_some_and(|m| m > 7_000.0), "the Mariana Trench");
        // The seam and the Pole are ordinary places.
        for lon in [-180.0, 180.0] {
            let at = LonLat::new(lon, 72.0);
            assert!(world.depth_m(at).zip(north.depth_m(at)).is_some_and(|(a, b)| (a - b).abs() < 50.0));
        }
        assert!(world.depth_m(LonLat::new(17.0, 90.0)).is_some_and(|m| (3_500.0..4_500.0).contains(&m)));
    }
}
