//! What is asked of the page beside the map.

use wasm_bindgen::prelude::*;
use web_sys::EventTarget;

#[wasm_bindgen(module = "/src/beside/page.js")]
extern "C" {
    /// Hands a text out as a file.
    pub(crate) fn download(name: &str, kind: &str, text: &str);
    /// Scrolls an element into sight, no farther than it must.
    pub(crate) fn reveal(id: &str);
    /// Whether a key pressed now would be typed somewhere, or belongs to a dialog.
    #[wasm_bindgen(js_name = isTaken)]
    pub(crate) fn is_taken(target: &EventTarget) -> bool;
    /// The number of the option that an event is on, or −1.
    #[wasm_bindgen(js_name = optionOf)]
    pub(crate) fn option_of(target: &EventTarget) -> f64;
    /// Half of the smaller side of the map's free room, in pixels.
    pub(crate) fn room() -> f64;
    /// Whether an element of this id holds the focus.
    #[wasm_bindgen(js_name = holdsFocus)]
    pub(crate) fn holds_focus(id: &str) -> bool;
    /// The address of the page, with what it shows.
    pub(crate) fn address() -> String;
    /// Puts the focus on the first thing to press in an element.
    #[wasm_bindgen(js_name = focusFirst)]
    pub(crate) fn focus_first(id: &str);
}
