//! The few things asked of the document directly.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The element of an id that `index.html` brings.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The element of the whole document.
pub(crate) fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// Sets an attribute of an element; that an attribute has a valid name is known when this is written.
pub(crate) fn set(element: Option<&HtmlElement>, name: &str, value: &str) {
    if let Some(element) = element {
        let _ = element.set_attribute(name, value);
    }
}

/// Sets what a control of a form shows.
pub(crate) fn set_value(id: &str, value: &str) {
    if let Some(element) = element(id) {
        // Setting a property that the element has cannot fail.
        let _ = js_sys::Reflect::set(&element, &"value".into(), &value.into());
    }
}

/// Scrolls to an element and puts the focus there.
pub(crate) fn show(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
    focus(id);
}

/// Puts the focus on an element, if it takes it.
pub(crate) fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Whether a dialog is open.
pub(crate) fn is_dialog_open() -> bool {
    document().and_then(|d| d.query_selector("dialog[open]").ok().flatten()).is_some()
}

/// Whether the hand on the page is a finger.
pub(crate) fn has_coarse_pointer() -> bool {
    web_sys::window().and_then(|w| w.match_media("(pointer: coarse)").ok().flatten()).is_some_and(|q| q.matches())
}

/// Milliseconds since the page began.
pub(crate) fn now_ms() -> f64 {
    web_sys::window().and_then(|w| w.performance()).map_or(0.0, |p| p.now())
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
