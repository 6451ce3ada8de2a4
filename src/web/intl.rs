//! Numbers, dates and names as the browser's `Intl` writes them.

use crate::i18n::{Category, Format};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/web/intl.js")]
extern "C" {
    fn number(lang: &str, value: f64, decimals: u8) -> String;
    fn date(lang: &str, iso: &str) -> String;
    fn plural(lang: &str, count: f64) -> String;
    fn money(lang: &str, amount: f64, currency: &str) -> String;
    fn region(lang: &str, code: &str) -> String;
    /// Whether one name stands before another in that language's order.
    #[wasm_bindgen(js_name = isBefore)]
    pub(crate) fn is_before(lang: &str, a: &str, b: &str) -> bool;
    /// A name in capitals, as that language writes them.
    pub(crate) fn upper(lang: &str, text: &str) -> String;
}

/// The browser's formats for one language. What `Intl` refuses comes back plain.
#[derive(Clone, Debug)]
pub(crate) struct IntlFormat(pub(crate) String);

impl Format for IntlFormat {
    fn number(&self, value: f64, max_decimals: u8) -> String {
        number(&self.0, value, max_decimals)
    }

    fn date(&self, iso: &str) -> String {
        date(&self.0, iso)
    }

    #[allow(clippy::cast_precision_loss, reason = "counts of things on a map are small")]
    fn plural(&self, count: u64) -> Category {
        Category::from_name(&plural(&self.0, count as f64))
    }

    fn money(&self, amount: f64, currency: &str) -> String {
        money(&self.0, amount, currency)
    }

    fn region(&self, code: &str) -> String {
        region(&self.0, code)
    }
}
