//! How wide texts are, asked of the canvas once a text.

use crate::scene::FontId;
use crate::scene::label::Measure;
use std::cell::RefCell;
use std::collections::HashMap;
use web_sys::CanvasRenderingContext2d;

/// Widths by font and text.
pub(super) struct CanvasMeasure {
    ctx: CanvasRenderingContext2d,
    known: RefCell<HashMap<(u8, String), f64>>,
}

impl CanvasMeasure {
    pub(super) fn new(ctx: CanvasRenderingContext2d) -> Self {
        Self { ctx, known: RefCell::default() }
    }
}

impl Measure for CanvasMeasure {
    fn width_px(&self, font: FontId, text: &str) -> f64 {
        let key = (font as u8, text.to_owned());
        if let Some(width) = self.known.borrow().get(&key) {
            return *width;
        }
        self.ctx.set_font(&font.css());
        let width = self.ctx.measure_text(text).map_or(0.0, |m| m.width());
        self.known.borrow_mut().insert(key, width);
        width
    }
}
