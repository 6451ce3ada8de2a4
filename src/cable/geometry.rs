//! What kind of geometry a feature has, and the one point or line that it must be.

use crate::geodata::reader::item;
use crate::geodata::{Code, Report, Shape};
use crate::sphere::LonLat;

/// The point that a shape must be.
pub(super) fn point(shape: &Shape, report: &mut Report) -> Option<LonLat> {
    match (shape.points.as_slice(), shape.lines.is_empty(), shape.polygons.is_empty()) {
        ([p], true, true) => Some(*p),
        _ => {
            report.add(Code::WrongGeometry, "geometry", &[shape_name(shape), "Point"]);
            None
        }
    }
}

/// The name of a shape's geometry.
pub(super) fn shape_name(shape: &Shape) -> &'static str {
    if !shape.polygons.is_empty() {
        "Polygon"
    } else if !shape.lines.is_empty() {
        "LineString"
    } else if shape.points.len() > 1 {
        "MultiPoint"
    } else if shape.points.len() == 1 {
        "Point"
    } else {
        "null"
    }
}

/// One line of parts that each begin where the one before ends, be it on the other side of the
/// antimeridian.
pub(super) fn whole(parts: &[Vec<LonLat>], report: &mut Report) -> Option<Vec<LonLat>> {
    const SAME_DEG: f64 = 1e-4;
    let mut line: Vec<LonLat> = Vec::new();
    for (i, part) in parts.iter().enumerate() {
        let (Some(&first), last) = (part.first(), line.last()) else { continue };
        let joins = last.is_none_or(|last| {
            let turn = (last.lon_deg - first.lon_deg).abs();
            (last.lat_deg - first.lat_deg).abs() <= SAME_DEG && (turn <= SAME_DEG || (turn - 360.0).abs() <= SAME_DEG)
        });
        if !joins {
            report.add(Code::BrokenLine, &item("geometry.coordinates", i), &[&(i + 1).to_string()]);
            return None;
        }
        line.extend(&part[usize::from(last.is_some())..]);
    }
    Some(line)
}
