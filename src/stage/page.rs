//! What the stage asks of the page: keys, copies, dialogs.

use crate::i18n::Msg;
use crate::web::build::{CROSS, El, el, icon};
use crate::web::dom;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/stage/page.js")]
extern "C" {
    #[wasm_bindgen(js_name = openDialog)]
    pub(super) fn open_dialog(id: &str);
    #[wasm_bindgen(js_name = closeDialog)]
    pub(super) fn close_dialog(id: &str);
    #[wasm_bindgen(js_name = onOpen)]
    fn watch_open(id: &str, then: &JsValue);
    #[wasm_bindgen(js_name = onKeys)]
    fn keys(take: &JsValue);
    #[wasm_bindgen(js_name = copy)]
    fn copy_field(id: &str, then: &JsValue);
    /// Asks another application of the page for something.
    pub(super) fn ask(what: &str);
    fn hear(then: &JsValue);
    /// Where the page is, without its state; nothing where no other page can hold it.
    pub(super) fn site() -> String;
    /// The link to what is shown now.
    pub(super) fn here() -> String;
    #[wasm_bindgen(js_name = canSend)]
    pub(super) fn can_send() -> bool;
    /// Hands a link on.
    pub(super) fn send(title: &str, url: &str);
    /// A text of JSON that people can read.
    pub(super) fn pretty(text: &str) -> String;
    /// Sets a frame's address.
    pub(super) fn frame(id: &str, address: &str);
}

/// Calls `take` with whether a dialog is open, now and when that changes.
pub(super) fn on_open(id: &str, take: impl Fn(bool) + 'static) {
    watch_open(id, &Closure::<dyn Fn(bool)>::new(take).into_js_value());
}

/// Calls `take` with what another application asks for.
pub(super) fn on_asked(take: impl Fn(String) + 'static) {
    hear(&Closure::<dyn Fn(String)>::new(take).into_js_value());
}

/// Hears keys before the map does; `take` says which are taken.
pub(super) fn on_keys(take: impl Fn(String, bool) -> bool + 'static) {
    keys(&Closure::<dyn Fn(String, bool) -> bool>::new(take).into_js_value());
}

/// Copies a field's text; `then` is told whether that worked.
pub(super) fn copy(id: &str, then: impl Fn(bool) + 'static) {
    copy_field(id, &Closure::<dyn Fn(bool)>::new(then).into_js_value());
}

/// A dialog, closed: its title and what is in it.
pub(super) fn dialog(cx: super::StageContext, id: &'static str, title: Msg, inside: Vec<AnyView>) -> El {
    let close = el("button").attr("type", "button").class("close").attr("aria-label", cx.t(Msg::Close));
    let close = close.on_click(move |_| close_dialog(id)).child(icon(CROSS));
    let heading = [id, "-title"].concat();
    el("div").class("stage").child(close).child(el("h2").attr("id", heading).text(cx.t(title))).children(inside)
}

/// The element of a dialog.
pub(super) fn shell(id: &'static str, inside: AnyView) -> AnyView {
    el("dialog").attr("id", id).attr("aria-labelledby", [id, "-title"].concat()).child(inside).into()
}

/// Puts the focus on an element that is about to be there.
pub(super) fn focus_soon(id: &'static str) {
    request_animation_frame(move || dom::focus(id));
}

/// A button.
pub(super) fn button(name: String, class: &'static str, press: impl Fn() + Send + 'static) -> El {
    el("button").attr("type", "button").class(class).on_click(move |_| press()).text(name)
}

/// A control with its name above it.
pub(super) fn field(name: String, control: El) -> El {
    el("label").class("field").child(el("span").text(name)).child(control)
}
