//! Numbers, dates and names as the browser's `Intl` writes them.

use crate::i18n::{Category, Format};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/ui/intl.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn number(lang: &str, value: f64, decimals: u8) -> Result<String, JsValue>;
    #[wasm_bindgen(catch)]
    fn date(lang: &str, iso: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(catch)]
    fn plural(lang: &str, count: f64) -> Result<String, JsValue>;
    #[wasm_bindgen(catch)]
    fn money(lang: &str, amount: f64, currency: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(catch)]
    fn region(lang: &str, code: &str) -> Result<String, JsValue>;
}

/// The browser's formats for one language. What `Intl` refuses comes back plain.
#[derive(Clone, Debug)]
pub(super) struct IntlFormat(pub(super) String);

impl Format for IntlFormat {
    fn number(&self, value: f64, max_decimals: u8) -> String {
        number(&self.0, value, max_decimals).unwrap_or_else(|_| value.to_string())
    }

    fn date(&self, iso: &str) -> String {
        date(&self.0, iso).unwrap_or_else(|_| iso.to_owned())
    }

    #[allow(clippy::cast_precision_loss, reason = "counts of things on a map are small")]
    fn plural(&self, count: u64) -> Category {
        plural(&self.0, count as f64).map_or(Category::Other, |name| Category::from_name(&name))
    }

    fn money(&self, amount: f64, currency: &str) -> String {
        money(&self.0, amount, currency).unwrap_or_else(|_| [&amount.to_string(), " ", currency].concat())
    }

    fn region(&self, code: &str) -> String {
        region(&self.0, code).unwrap_or_else(|_| code.to_owned())
    }
}
