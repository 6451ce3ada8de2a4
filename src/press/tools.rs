//! What a browser lends the press: widths of letters, numbers and dates.

use super::Tools;
use crate::web::intl::{IntlFormat, upper};
use crate::web::measure::CanvasMeasure;
use web_sys::CanvasRenderingContext2d;

/// The browser's own letters and formats.
pub struct Browser {
    measure: CanvasMeasure,
    speech: IntlFormat,
}

impl Browser {
    /// Measures on that canvas.
    #[must_use]
    pub fn new(ctx: CanvasRenderingContext2d) -> Self {
        Self { measure: CanvasMeasure::new(ctx), speech: IntlFormat("en".to_owned()) }
    }

    /// Speaks that language from now on.
    pub fn speak(&mut self, lang: &str) {
        self.speech = IntlFormat(lang.to_owned());
    }

    /// What it lends.
    #[must_use]
    pub fn tools(&self) -> Tools<'_> {
        Tools { measure: &self.measure, speech: &self.speech, upper }
    }
}
