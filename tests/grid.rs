//! Grids of depths: what is packed comes back, any other bytes are refused with a reason, and depths are read between cells.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what went wrong by stopping there"
)]

use arctic_cable_map::geodata::Code;
use arctic_cable_map::geodata::grid::{Frame, Grid, Lattice};
use arctic_cable_map::sphere::LonLat;
use proptest::prelude::*;

const RANGES: &[(u8, u16)] = &[(20, 10), (32, 25), (202, 50)];

fn lattice(width: usize, height: usize) -> Lattice {
    Lattice { frame: Frame::NorthPole, width, height, first: (-100.0, 100.0), step: 10.0 }
}

/// A hilly sea with an island.
fn some(width: usize, height: usize) -> Vec<Option<f64>> {
    let depth = |i: usize| {
        let (x, y) = ((i % width) as f64, (i / width) as f64);
        let island = (x - 8.0).hypot(y - 5.0) < 4.0;
        (!island).then(|| 2000.0 + 1900.0 * (x / 5.0).sin() * (y / 7.0).cos())
    };
    (0..width * height).map(depth).collect()
}

fn packed() -> Vec<u8> {
    Grid::new(lattice(40, 30), RANGES, &some(40, 30)).encode(RANGES)
}

#[test]
fn what_is_packed_comes_back_within_half_a_step() {
    let cells = some(40, 30);
    let grid = Grid::decode("g", &packed()).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(grid.lattice, lattice(40, 30));
    for (i, wanted) in cells.iter().enumerate() {
        let found = grid.cell_m(i % 40, i / 40);
        assert_eq!(found.is_some(), wanted.is_some(), "{i}");
        let Some((found, wanted)) = found.zip(*wanted) else { continue };
        let step = if wanted < 200.0 {
            10.0
        } else if wanted < 1000.0 {
            25.0
        } else {
            50.0
        };
        assert!((found - wanted).abs() <= step / 2.0, "{wanted} m came back as {found} m");
    }
    assert_eq!(grid.encode(RANGES), packed());
    assert!(packed().len() < 900, "{} bytes for 1200 cells", packed().len());
}

#[test]
fn levels_reach_from_the_surface_to_the_deepest_trench() {
    let wanted = [0.0, 4.9, 5.1, 200.0, 212.0, 213.0, 1000.0, 1050.0, 11_100.0, 20_000.0];
    let grid = Grid::new(lattice(10, 1), RANGES, &wanted.map(Some));
    let found: Vec<f64> = (0..10).filter_map(|i| grid.cell_m(i, 0)).collect();
    assert_eq!(found, [0.0, 0.0, 10.0, 200.0, 200.0, 225.0, 1000.0, 1050.0, 11_100.0, 11_100.0]);
    assert_eq!((grid.cell_m(10, 0), grid.cell_m(0, 1)), (None, None));
}

#[test]
fn every_prefix_and_every_addition_is_refused() {
    let bytes = packed();
    for n in 0..bytes.len() {
        let code = Grid::decode("g", &bytes[..n]).map(|_| ()).map_err(|p| p.code);
        assert_eq!(code, Err(if n == 0 { Code::EmptyFile } else { Code::PackedTruncated }), "{n}");
    }
    let longer = [bytes.as_slice(), &[0]].concat();
    assert_eq!(Grid::decode("g", &longer).map(|_| ()).map_err(|p| p.code), Err(Code::PackedCorrupt));
}

#[test]
fn other_files_are_named() {
    let code = |bytes: &[u8]| Grid::decode("g", bytes).map(|_| ()).map_err(|p| p.code);
    assert_eq!(code(b"{\"type\""), Err(Code::NotPacked));
    assert_eq!(code(b"ACMP\x01"), Err(Code::NotPacked));
    assert_eq!(code(b"ACMG\x02"), Err(Code::PackedVersion));
    for (at, byte) in [(5, 2), (21, 0xC1), (6, 0xFF)] {
        let mut bytes = packed();
        bytes[at] = byte;
        bytes[at + 1] = if at == 6 { 0xFF } else { bytes[at + 1] };
        let found = code(&bytes);
        assert!(matches!(found, Err(Code::PackedCorrupt | Code::PackedTruncated)), "byte {at}: {found:?}");
    }
}

#[test]
fn a_depth_lies_between_those_of_the_cells_about_it() {
    let flat = |level: f64| Some(level);
    let lattice = Lattice { frame: Frame::LonLat, width: 4, height: 3, first: (-180.0, 45.0), step: 90.0 };
    let lattice = Lattice { height: 2, ..lattice };
    let cells = [flat(100.0), flat(200.0), None, flat(50.0), flat(0.0), None, None, flat(150.0)];
    let grid = Grid::new(lattice, RANGES, &cells);
    let at = |lon, lat| grid.depth_m(LonLat::new(lon, lat));
    assert_eq!(at(-180.0, 45.0), Some(100.0));
    assert_eq!(at(180.0, 45.0), Some(100.0));
    assert_eq!(at(-135.0, 45.0), Some(150.0));
    assert_eq!(at(135.0, 0.0), Some(75.0), "round the globe");
    assert_eq!(at(-45.0, 45.0), Some(200.0), "half of the weight is sea");
    assert_eq!(at(-44.0, 45.0), None, "less than half is");
    assert_eq!(at(0.0, 45.1), None, "north of the grid");
    assert_eq!(at(0.0, -45.1), None, "south of it");
}

#[test]
fn the_polar_plane_is_lambert_s() {
    let (x, y) = Frame::NorthPole.place(LonLat::new(90.0, 0.0));
    assert!((x - 6_371.228 * 2.0_f64.sqrt()).abs() < 1e-6 && y.abs() < 1e-6);
    let (x, y) = Frame::NorthPole.place(LonLat::new(0.0, 60.0));
    assert!(x.abs() < 1e-9 && (y + 2.0 * 6_371.228 * 15_f64.to_radians().sin()).abs() < 1e-6, "0° is downwards");
    for (lon, lat) in [(0.0, 90.0), (-135.0, 72.5), (179.9, 10.0)] {
        let (x, y) = Frame::NorthPole.place(LonLat::new(lon, lat));
        let back = Frame::NorthPole.position(x, y);
        assert!((back.lat_deg - lat).abs() < 1e-9 && (lat == 90.0 || (back.lon_deg - lon).abs() < 1e-9), "{back:?}");
    }
    assert_eq!(lattice(21, 21).index(LonLat::new(12.0, 90.0)), (10.0, 10.0));
    assert!((lattice(21, 21).position(10, 10).lat_deg - 90.0).abs() < 1e-9);
}

proptest! {
    #[test]
    fn any_levels_come_back(width in 1_usize..40, seed in proptest::collection::vec(proptest::option::of(0.0..12_000.0_f64), 1..900)) {
        let height = seed.len().div_ceil(width);
        let mut cells = seed;
        cells.resize(width * height, None);
        let grid = Grid::new(lattice(width, height), RANGES, &cells);
        prop_assert_eq!(Grid::decode("g", &grid.encode(RANGES)).expect("what was packed"), grid);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400), good in any::<bool>()) {
        // Half of the cases have a good header, so that the cells are reached.
        let mut bytes = bytes;
        if good {
            bytes.splice(0..0, packed()[..36].to_vec());
        }
        if let Err(problem) = Grid::decode("g", &bytes) {
            let message = problem.message();
            prop_assert!(!message.contains('{'), "{}", message);
        }
    }

    #[test]
    fn a_changed_byte_is_noticed(at in 0_usize..600, byte in any::<u8>()) {
        let mut bytes = packed();
        let at = at % bytes.len();
        let same = bytes[at] == byte;
        bytes[at] = byte;
        // Places, steps and depths have no wrong value; the cells have.
        if !(5..FIXED).contains(&at) && !same {
            let whole = Grid::new(lattice(40, 30), RANGES, &some(40, 30));
            // The last bytes round the code off and may have several values.
            prop_assert!(Grid::decode("g", &bytes).map_or(true, |read| read == whole), "byte {}", at);
        }
    }
}

/// The bytes of frame, size, place and depths.
const FIXED: usize = 32;

#[test]
fn a_finer_tier_covers_the_coarser_one_and_nothing_else_does() {
    let coarse = lattice(21, 21);
    let fine = Lattice { step: 5.0, width: 41, height: 41, first: (-98.0, 102.0), ..coarse };
    assert!(fine.covers(&coarse) && coarse.covers(&coarse), "of one place, to a step");
    assert!(!coarse.covers(&fine), "coarser");
    assert!(!Lattice { width: 30, ..fine }.covers(&coarse), "it ends before");
    assert!(!Lattice { first: (-80.0, 102.0), ..fine }.covers(&coarse), "it begins after");
    assert!(!Lattice { frame: Frame::LonLat, ..fine }.covers(&coarse), "in another plane");
}
