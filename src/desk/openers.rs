//! The way to the applications beside the map that are fetched when they are asked for: a button each, and keys of the state
//! that open them.

use super::DeskContext;
use crate::beside::link;
use crate::i18n::Msg;
use crate::web::build::{el, icon, live, text};
use crate::web::{applications, effect};
use leptos::prelude::*;

/// An application that is opened from here.
struct Opener {
    /// Its name, as `#map` has its address.
    name: &'static str,
    /// Its button.
    label: Msg,
    sign: &'static str,
    /// The keys of the state that open it.
    keys: &'static [&'static str],
}

/// All of them, in the order of their buttons.
const OPENERS: [Opener; 1] = [Opener {
    name: "lab",
    label: Msg::LabTitle,
    // Three points joined.
    sign: "M4 15.5a1.5 1.5 0 1 0 .01 0M15.500 12a1.500 1.500 0 1 0 .01 0M8 4a1.500 1.500 0 1 0 .01 0M5 14.500L8 6M9.500 6.500L14.500 12.200M6 16.200L14 14.200",
    keys: &["from", "to", "via", "cut"],
}];

/// Opens what the state asks for, now and later.
pub(super) fn follow(cx: DeskContext) {
    effect(move || {
        for opener in &OPENERS {
            if cx.state.with(|s| opener.keys.iter().any(|key| !s.carried.get(key).is_empty())) {
                applications::open(opener.name, |_| ());
            }
        }
    });
}

/// The buttons; what could not be opened says so.
pub(super) fn openers(cx: DeskContext) -> AnyView {
    let failed = RwSignal::new(String::new());
    let button = move |opener: &'static Opener| {
        let press = move |_| {
            applications::open(opener.name, move |reason| {
                failed.set(reason.clone().unwrap_or_default());
                if reason.is_none() {
                    link::call(opener.name);
                }
            });
        };
        let button = el("button").attr("type", "button").class("entry").on_click(press).child(icon(opener.sign));
        button.child(el("span").class("name").text(cx.t(opener.label))).into()
    };
    let trouble = move || {
        let reason = failed.get();
        if reason.is_empty() {
            return text("");
        }
        let told = cx.words(|w| w.with(Msg::SaveFailed, &[("reason", &reason)]));
        el("p").class("note").attr("role", "alert").text(told).into()
    };
    live(move || el("div").class("openers").children(OPENERS.iter().map(button)).child(live(trouble)).into())
}
