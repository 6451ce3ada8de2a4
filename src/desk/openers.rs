//! The way to the applications beside the map that are fetched when they are asked for: a button each, and keys of the state
//! that open them.

use super::DeskContext;
use super::about::dialog;
use crate::beside::{Missing, link};
use crate::i18n::Msg;
use crate::web::build::{el, icon, live};
use crate::web::{applications, effect};
use leptos::prelude::*;

/// A button that opens something.
struct Opener {
    /// The application, as `#map` has its address.
    application: &'static str,
    /// The dialog of it that is shown; none where it shows itself.
    dialog: Option<&'static str>,
    label: Msg,
    /// The strokes of its icon, for what is a part of the map; what hands the map on has none.
    sign: Option<&'static str>,
}

/// All of them, in the order of their buttons.
const OPENERS: [Opener; 5] = [
    Opener {
        application: "lab",
        dialog: None,
        label: Msg::LabTitle,
        // Three points joined.
        sign: Some(
            "M4 15.5a1.5 1.5 0 1 0 .01 0M15.5 12a1.5 1.5 0 1 0 .01 0M8 4a1.5 1.5 0 1 0 .01 0M5 14.5L8 6M9.5 6.5L14.5 12.2M6 16.2L14 14.2",
        ),
    },
    Opener {
        application: "plan",
        dialog: None,
        label: Msg::PlanTitle,
        // A line from shore to shore round what is between.
        sign: Some(
            "M4 15.5a1.5 1.5 0 1 0 .01 0M16 3.5a1.5 1.5 0 1 0 .01 0M5.5 16C11 16 13 14 11.5 11.5S9 7 14.5 5M4 4.5H8M6 2.5V6.5",
        ),
    },
    Opener {
        application: "stage",
        dialog: Some("stories"),
        label: Msg::StoriesOpen,
        // A screen that plays.
        sign: Some("M3.5 4.5H16.5V14.5H3.5ZM8.5 7.2L12.2 9.5L8.5 11.8ZM7 17H13"),
    },
    Opener { application: "class", dialog: Some("share"), label: Msg::ShareOpen, sign: None },
    Opener { application: "class", dialog: Some("build"), label: Msg::BuildOpen, sign: None },
];

/// The keys of the state that open an application.
const ASKING: [(&str, &[&str]); 3] =
    [("lab", &["from", "to", "via", "cut"]), ("plan", &["plan"]), ("stage", &["story"])];

/// Opens an application, and calls `then` once it is there; what kept it from opening is told with the problems.
fn open(cx: DeskContext, name: &'static str, then: impl FnOnce() + 'static) {
    applications::open(name, move |failed| {
        if cx.missing.with_untracked(|all| all.iter().any(|m| m.file == name)) {
            cx.missing.update(|all| all.retain(|m| m.file != name));
        }
        match failed {
            None => then(),
            Some(reason) => {
                // The class is told of as the stage: it is about stories too.
                let layer = if name == "class" { "stage" } else { name };
                let missing = Missing { layer: layer.to_owned(), file: name.to_owned(), reason };
                cx.missing.update(|all| all.push(missing));
            }
        }
    });
}

/// Opens what the state asks for, now and later.
pub(super) fn follow(cx: DeskContext) {
    for (name, keys) in ASKING {
        let mut is_asked = false;
        effect(move || {
            let is_wanted = cx.state.with(|s| keys.iter().any(|key| !s.carried.get(key).is_empty()));
            if is_wanted && !std::mem::replace(&mut is_asked, true) {
                open(cx, name, || ());
            }
        });
    }
}

/// The buttons of what is a part of the map.
pub(super) fn shown(cx: DeskContext) -> AnyView {
    live(move || row(cx, true))
}

/// The buttons of what hands the map on.
pub(super) fn handed(cx: DeskContext) -> AnyView {
    live(move || row(cx, false))
}

fn row(cx: DeskContext, has_sign: bool) -> AnyView {
    let of = OPENERS.iter().filter(|opener| opener.sign.is_some() == has_sign);
    el("div").class("openers").children(of.map(|opener| button(cx, opener))).into()
}

fn button(cx: DeskContext, opener: &'static Opener) -> AnyView {
    let show = move || match opener.dialog {
        None => link::call(opener.application),
        Some(id) => {
            if let Some(dialog) = dialog(id).filter(|d| !d.open()) {
                // Showing fails only where the dialog is not in the document.
                let _ = dialog.show_modal();
            }
        }
    };
    el("button")
        .attr("type", "button")
        .class("plain")
        .on_click(move |_| open(cx, opener.application, show))
        .children(opener.sign.map(icon))
        .child(el("span").text(cx.t(opener.label)))
        .into()
}
