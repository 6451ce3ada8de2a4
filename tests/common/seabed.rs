//! The map's own grids of depths, packed as `cargo xtask data pack` packs them.

use arctic_cable_map::geodata::grid::{Frame, Grid, Lattice};
use std::io::Cursor;
use tiff::decoder::{Decoder, DecodingResult};
use tiff::tags::Tag;

/// The levels of a packed grid.
pub(crate) const RANGES: &[(u8, u16)] = &[(20, 10), (32, 25), (202, 50)];

/// The grids, the coarsest first.
pub(crate) const FILES: &[&str] = &["world-half-degree.tif", "north-10km.tif"];

/// The bytes of a packed grid of `geodata/seabed/`.
pub(crate) fn packed(file: &str) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata/seabed").join(file);
    let bytes = std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut tiff = Decoder::new(Cursor::new(bytes)).expect("a TIFF");
    let (width, height) = tiff.dimensions().expect("its size");
    let scale = tiff.get_tag_f64_vec(Tag::ModelPixelScaleTag).expect("its scale")[0];
    let tie = tiff.get_tag_f64_vec(Tag::ModelTiepointTag).expect("its place");
    // A plane is in metres, degrees are small.
    let (frame, unit) = if scale > 100.0 { (Frame::NorthPole, 1000.0) } else { (Frame::LonLat, 1.0) };
    let first = (tie[3] / unit, tie[4] / unit);
    let lattice = Lattice { frame, width: width as usize, height: height as usize, first, step: scale / unit };
    let DecodingResult::I16(heights) = tiff.read_image().expect("its heights") else { panic!("16-bit heights") };
    let depths: Vec<Option<f64>> =
        heights.iter().map(|h| (*h != i16::MIN).then(|| f64::from(-i32::from(*h)).max(0.0))).collect();
    Grid::new(lattice, RANGES, &depths).encode(RANGES)
}
