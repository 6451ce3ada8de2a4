//! Names of countries, as labels of the map.

use super::Text;
use crate::geodata::reader::Node;
use crate::geodata::{Code, Report, Shape};
use crate::sphere::LonLat;

/// A country or territory, by its name and the place where the name is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// `country-nor`.
    pub id: String,
    /// The file it is from.
    pub file: String,
    /// Its name.
    pub name: Text,
    /// ISO 3166-1 alpha-2, where it has one.
    pub code: Option<String>,
    /// 1 the most important … 10.
    pub rank: u8,
    /// The coarsest scale at which the name has room, in kilometres a pixel.
    pub max_km_per_px: Option<f64>,
    /// Where the name is written.
    pub at: LonLat,
}

impl Country {
    /// The country that a feature describes. `None` when a problem was noted that costs it.
    pub(super) fn read(
        id: Option<String>,
        node: &Node<'_>,
        file: &str,
        shape: &Shape,
        report: &mut Report,
    ) -> Option<Self> {
        node.known(&["kind", "name", "code", "rank", "max_km_per_px"], report);
        let name = Text::read(node, "name", report);
        let rank = node.number("rank", 1.0, 10.0, report);
        let code = node.get("code").and_then(|_| super::read::country(node, "code", report));
        let max_km_per_px = node.get("max_km_per_px").and_then(|_| node.number("max_km_per_px", 0.0, 1000.0, report));
        let at = match shape.points.as_slice() {
            [at] if shape.lines.is_empty() && shape.polygons.is_empty() => Some(*at),
            _ => {
                report.add(Code::WrongGeometry, "geometry", &[super::geometry::shape_name(shape), "Point"]);
                None
            }
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 10")]
        let rank = rank.map(|rank| rank as u8);
        Some(Self { id: id?, file: file.to_owned(), name: name?, code, rank: rank?, max_km_per_px, at: at? })
    }
}
