//! The address follows the state, and the state the address.

use super::context::AppContext;
use crate::app::url::{UrlProblem, decode, encode};
use crate::app::{Action, AppState};
use crate::web::events;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// Safari allows a hundred changes of the address in thirty seconds; three a second are enough.
const THROTTLE_MS: u32 = 320;

/// The state that the address asks for.
pub(super) fn read() -> (AppState, Vec<UrlProblem>) {
    let location = window().location();
    decode(&location.search().unwrap_or_default(), &location.hash().unwrap_or_default())
}

thread_local! {
    /// What the address says, and the writing that is still to come.
    static ADDRESS: RefCell<(String, Option<Timeout>)> = const { RefCell::new((String::new(), None)) };
}

/// Writes the state into the address: moving replaces it, a pick adds a step to the history.
pub(super) fn follow(before: Option<&AppState>, now: &AppState) {
    let fragment = encode(now);
    let Some(before) = before else {
        ADDRESS.with_borrow_mut(|a| a.0 = fragment);
        return;
    };
    if ADDRESS.with_borrow(|a| a.0 == fragment) {
        // Back where the address is: what was still to be written is out of date.
        return ADDRESS.with_borrow_mut(|a| a.1 = None);
    }
    if before.sel == now.sel {
        let later = Timeout::new(THROTTLE_MS, move || write(fragment, false));
        ADDRESS.with_borrow_mut(|a| a.1 = Some(later));
    } else {
        write(fragment, true);
    }
}

fn write(fragment: String, push: bool) {
    show(&fragment, push);
    ADDRESS.replace((fragment, None));
}

/// Takes over what the reader writes into the address, or finds in the history.
pub(super) fn listen(cx: AppContext) {
    for event in ["hashchange", "popstate"] {
        events::listen(&window(), event, move |_: &web_sys::Event| {
            let (state, problems) = read();
            let fragment = encode(&state);
            let changed = ADDRESS.with_borrow(|a| a.0 != fragment);
            if changed || !problems.is_empty() {
                cx.blame_address(problems);
            }
            if changed {
                ADDRESS.replace((fragment, None));
                cx.dispatch(Action::Restore(Box::new(state)));
            }
        });
    }
}

/// Writes the fragment into the address; a sandboxed frame may refuse, and then the address stays.
fn show(fragment: &str, push: bool) {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    // A query that speaks of the state has had its say: the fragment holds all of it now.
    let search = location.search().unwrap_or_default();
    let search = if decode(&search, "").0 == AppState::default() { search } else { String::new() };
    let mark = if fragment.is_empty() { "" } else { "#" };
    let url = [&path, &search, mark, fragment].concat();
    if let Ok(history) = window().history() {
        let _ = if push {
            history.push_state_with_url(&JsValue::NULL, "", Some(&url))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
        };
    }
}
