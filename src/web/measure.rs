//! How wide texts are, asked of the canvas once a text.

use crate::scene::FontId;
use crate::scene::label::Measure;
use std::cell::RefCell;
use web_sys::CanvasRenderingContext2d;

/// Widths of the few hundred letters and names of the map.
pub(crate) struct CanvasMeasure {
    ctx: CanvasRenderingContext2d,
    known: RefCell<Vec<(FontId, String, f64)>>,
}

impl CanvasMeasure {
    pub(crate) fn new(ctx: CanvasRenderingContext2d) -> Self {
        Self { ctx, known: RefCell::default() }
    }
}

impl Measure for CanvasMeasure {
    fn width_px(&self, font: FontId, text: &str) -> f64 {
        let known = self.known.borrow().iter().find(|(f, t, _)| *f == font && t == text).map(|(_, _, width)| *width);
        if let Some(width) = known {
            return width;
        }
        self.ctx.set_font(&font.css());
        let width = self.ctx.measure_text(text).map_or(0.0, |m| m.width());
        self.known.borrow_mut().push((font, text.to_owned(), width));
        width
    }
}
