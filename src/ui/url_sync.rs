//! The address follows the state, and the state the address.

use super::context::{AppContext, Trouble};
use crate::app::url::{UrlProblem, decode, encode};
use crate::app::{Action, AppState};
use gloo::timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;
use leptos_use::use_event_listener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Safari allows a hundred changes of the address in thirty seconds; three a second are enough.
const THROTTLE_MS: u32 = 320;

/// The state that the address asks for.
pub(super) fn read() -> (AppState, Vec<UrlProblem>) {
    let location = window().location();
    decode(&location.search().unwrap_or_default(), &location.hash().unwrap_or_default())
}

/// Keeps both in step: moving replaces the address, a pick adds a step to the history.
pub(super) fn follow(cx: AppContext) {
    let pending: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let written = Rc::new(RefCell::new(encode(&cx.state.get_untracked())));
    let last = written.clone();
    Effect::new(move |before: Option<Option<crate::app::Selection>>| {
        let fragment = cx.state.with(encode);
        let sel = cx.state.with(|s| s.sel.clone());
        let picked = before.is_some_and(|b| b != sel);
        if *last.borrow() != fragment {
            let (last, write) = (last.clone(), fragment);
            if picked {
                pending.borrow_mut().take();
                last.replace(write.clone());
                show(&write, true);
            } else {
                *pending.borrow_mut() = Some(Timeout::new(THROTTLE_MS, move || {
                    last.replace(write.clone());
                    show(&write, false);
                }));
            }
        }
        sel
    });
    for event in [ev::Custom::new("hashchange"), ev::Custom::<web_sys::Event>::new("popstate")] {
        let written = written.clone();
        let _ = use_event_listener(window(), event, move |_: web_sys::Event| {
            let (state, problems) = read();
            let fragment = encode(&state);
            if *written.borrow() != fragment {
                written.replace(fragment);
                cx.troubles.update(|t| {
                    t.retain(|t| !matches!(t, Trouble::Address(_)));
                    t.extend(problems.into_iter().map(Trouble::Address));
                });
                cx.dispatch(Action::Restore(state));
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
