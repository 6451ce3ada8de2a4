//! The desk, seen from the map: opened when something is to be read, or when the page is idle.

use super::context::{AppContext, Told, Trouble};
use crate::i18n::Msg;
use crate::web::{applications, dom};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::HtmlDialogElement;

#[wasm_bindgen(module = "/src/ui/desk.js")]
extern "C" {
    #[wasm_bindgen(js_name = whenIdle)]
    fn when_idle(f: &JsValue);
    #[wasm_bindgen(js_name = onFound)]
    fn on_found(then: &JsValue);
}

/// What takes longer than this is said to be under way.
const PATIENCE_MS: u32 = 300;

/// An application that the map opens: its name, which is that of the layer to name where it is missing, and its first place.
type Application = (&'static str, &'static str);
const DESK: Application = ("desk", "desk-details");
const FIND: Application = ("find", "find-lists");

/// Opens an application, and calls `then` once it is open.
fn open(cx: AppContext, (name, place): Application, then: Box<dyn FnOnce()>) {
    let waiting = Timeout::new(PATIENCE_MS, move || cx.progress.set(untrack(|| cx.t(Msg::Loading))));
    applications::open(name, move |failed| {
        waiting.cancel();
        cx.progress.set(String::new());
        match failed {
            None => then(),
            Some(reason) => {
                dom::set(dom::element(place).as_ref(), "data-state", "failed");
                let (layer, file) = (name.to_owned(), name.to_owned());
                cx.add_troubles(vec![Trouble::Missing { layer, file, reason }]);
            }
        }
    });
}

/// Has the desk pack a file of GeoJSON, and tell what is wrong in it.
pub(super) fn pack(cx: AppContext, file: &str, is_lines: bool, bytes: &[u8], then: impl FnOnce(Vec<u8>) + 'static) {
    let (file, bytes) = (file.to_owned(), bytes.to_vec());
    open(cx, DESK, Box::new(move || then(applications::packed(&file, is_lines, &bytes))));
}

/// Opens the desk and what finds when the page is idle.
pub(super) fn open_when_idle(cx: AppContext) {
    when_idle(&Closure::once_into_js(move || [DESK, FIND].into_iter().for_each(|app| open(cx, app, Box::new(|| ())))));
}

/// Opens the desk at once where something is picked; tracks that.
pub(super) fn follow(cx: AppContext) {
    if cx.selected.with(Option::is_some) {
        open(cx, DESK, Box::new(|| ()));
    }
}

/// Shows one of the desk's dialogs.
pub(super) fn dialog(cx: AppContext, id: &'static str) {
    let show = move || {
        let dialog = dom::element(id).and_then(|d| d.dyn_into::<HtmlDialogElement>().ok());
        if let Some(dialog) = dialog.filter(|d| !d.open()) {
            // Showing fails only where the dialog is not in the document.
            let _ = dialog.show_modal();
        }
    };
    open(cx, DESK, Box::new(show));
}

/// Takes over what the desk finds wrong with the data.
pub(super) fn listen(cx: AppContext) {
    let take = move |found: Array| {
        let found: Vec<Told> = found.iter().map(|problem| told(&problem)).collect();
        if cx.told.with_untracked(|told| *told != found) {
            cx.told.set(found);
        }
    };
    on_found(&Closure::<dyn Fn(Array)>::new(take).into_js_value());
}

fn told(problem: &JsValue) -> Told {
    let text = |key: &str| Reflect::get(problem, &key.into()).ok().and_then(|v| v.as_string()).unwrap_or_default();
    Told { level: text("level"), code: text("code"), message: text("message"), place: text("where") }
}
