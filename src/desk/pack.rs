//! Files of shapes that a host has put beside the packed ones: packed for the map, which reads no others.

use super::DeskContext;
use crate::beside::load::report;
use crate::geodata::{lines_from_geojson, packed, polygons_from_geojson};
use std::cell::Cell;

/// Finer than a metre.
const QUANTUM_DEG: f64 = 1e-5;

thread_local! {
    /// Where problems are told.
    static DESK: Cell<Option<DeskContext>> = const { Cell::new(None) };
}

/// Makes it known where problems are told.
pub(super) fn listen(cx: DeskContext) {
    DESK.set(Some(cx));
}

/// The packed form of the lines or the areas of a GeoJSON file. What is wrong in it is told with the problems of the data,
/// and costs itself.
#[must_use]
pub fn pack(file: &str, is_lines: bool, bytes: &[u8]) -> Vec<u8> {
    let (packed, problems) = if is_lines {
        let (lines, problems) = lines_from_geojson(file, bytes);
        (packed::encode_lines(&lines, QUANTUM_DEG), problems)
    } else {
        let (polygons, problems) = polygons_from_geojson(file, bytes);
        (packed::encode(&polygons, QUANTUM_DEG), problems)
    };
    if let Some(cx) = DESK.get() {
        report(cx.beside, problems);
    }
    packed
}
