//! The few things asked of the document directly.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The element of an id that `index.html` brings.
pub(super) fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The element of the whole document.
pub(super) fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// Sets an attribute of an element; that an attribute has a valid name is known when this is written.
pub(super) fn set(element: Option<&HtmlElement>, name: &str, value: &str) {
    if let Some(element) = element {
        let _ = element.set_attribute(name, value);
    }
}

/// Scrolls to an element and puts the focus there.
pub(super) fn show(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
    focus(id);
}

/// Puts the focus on an element, if it takes it.
pub(super) fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Milliseconds since the page began.
pub(super) fn now_ms() -> f64 {
    web_sys::window().and_then(|w| w.performance()).map_or(0.0, |p| p.now())
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
