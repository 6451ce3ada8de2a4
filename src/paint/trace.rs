//! Plays a display list as text, one line an operation: what tests compare and people read.

use crate::scene::{DisplayList, Step};
use std::fmt::Write;

/// The list in words, numbers rounded to a tenth of a pixel.
#[must_use]
pub fn trace(list: &DisplayList) -> String {
    let mut out = String::new();
    for step in list.steps() {
        let _ = match step {
            Step::Path => writeln!(out, "path"),
            Step::Run(points) => {
                let _ = write!(out, "run {}:", points.len() / 2);
                for p in points.chunks_exact(2) {
                    let _ = write!(out, " {:.1},{:.1}", p[0], p[1]);
                }
                writeln!(out)
            }
            Step::Close => writeln!(out, "close"),
            Step::Circle { x, y, radius } => writeln!(out, "circle {x:.1},{y:.1} r{radius:.1}"),
            Step::Fill { colour } => writeln!(out, "fill {}", colour.css_name()),
            Step::Stroke { stroke, colour, width_factor, .. } => {
                writeln!(out, "stroke {stroke:?} {} ×{width_factor:.1}", colour.css_name())
            }
            Step::Relief => writeln!(out, "relief"),
            Step::Alpha(opacity) => writeln!(out, "alpha {opacity:.2}"),
            Step::Text { font, colour, text, x, y, angle, .. } => {
                writeln!(out, "text {font:?} {} {text:?} {x:.1},{y:.1} {angle:.2}", colour.css_name())
            }
        };
    }
    out
}
