//! Small pieces of which the parts of the panel are made.

use super::context::Lab;
pub(super) use crate::beside::part::{button, fold, paragraph, table};
use crate::i18n::Msg;
use crate::scene::look_stroke;
use crate::web::build::{El, el};
use crate::web::sign::swatch;
use leptos::prelude::*;

/// The looks of ways on the map, in their order.
pub(super) const LOOKS: [&str; 5] = ["path-a", "path-b", "path-c", "path-d", "path-e"];

/// The piece of line of a look, as the map draws it.
pub(super) fn look(number: Option<usize>) -> AnyView {
    let stroke = number.and_then(|n| LOOKS.get(n)).and_then(|name| look_stroke(name));
    stroke.map_or_else(|| el("span").class("swatch").into(), |(stroke, colour)| swatch(stroke, colour))
}

/// A heading with what is under it.
pub(super) fn section(lab: Lab, heading: Msg) -> El {
    el("section").child(el("h3").text(lab.t(heading)))
}
