//! The lines of lists, and the signs before them as the map draws them.

use super::build::{el, text};
use crate::scene::{Colour, Sign, StrokeId};
use leptos::prelude::*;

/// What an entry's button is pressed to do.
type Press = Box<dyn FnMut() + Send>;
/// Whether an entry's button is pressed in.
type Pressed = Box<dyn Fn() -> bool + Send + Sync>;

/// A line of a list: a button with a sign, a name and what is said of it.
pub(crate) fn entry(mark: AnyView, name: &str, detail: String, pressed: Pressed, mut press: Press) -> AnyView {
    let button = el("button")
        .attr("type", "button")
        .class("entry")
        .live_attr("aria-pressed", move || pressed().to_string())
        .on_click(move |_| press())
        .child(mark)
        .child(el("span").class("name").text(name))
        .child(el("span").class("detail").text(detail));
    el("li").child(button).into()
}

/// A piece of line.
pub(crate) fn swatch(stroke: StrokeId, colour: Colour) -> AnyView {
    drawing("M1 6H35".to_owned(), None, Some((stroke, colour)))
}

/// A ring, as landings have.
pub(crate) fn ring() -> AnyView {
    el("span").class("ring").into()
}

/// Sheets on top of each other: layers.
pub(crate) fn sheets() -> AnyView {
    drawing("M18 1L27 4.3L18 7.6L9 4.3ZM9 7.7L18 11L27 7.7".to_owned(), None, Some((StrokeId::Cross, Colour::Mark)))
}

/// The sign of a layer: sign, stroke of a line or an edge, colour.
pub(crate) fn sign((sign, stroke, colour): (Sign, Option<StrokeId>, Colour)) -> AnyView {
    match sign {
        Sign::Ring => ring(),
        Sign::Line => stroke.map_or_else(|| text(""), |stroke| swatch(stroke, colour)),
        Sign::Area => {
            // Ice has an edge of its own colour; what has none is set off from the panel.
            let edge = match (stroke, colour) {
                (None, _) => (StrokeId::Coast, Colour::Coast),
                (Some(stroke), Colour::SeaIce) => (stroke, Colour::IceEdge),
                (Some(stroke), colour) => (stroke, colour),
            };
            drawing("M7 1H29V11H7Z".to_owned(), Some(colour), Some(edge))
        }
        // "Aa".
        Sign::Text => {
            let letters = "M10 10.5L14 1.5L18 10.5M11.6 7.4H16.4M26.5 5V10.5M26.5 7.8A2.8 2.8 0 1 1 20.9 7.8A2.8 2.8 0 1 1 26.5 7.8";
            drawing(letters.to_owned(), None, Some((StrokeId::Cross, colour)))
        }
        Sign::Dot => drawing("M15.4 6a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0".to_owned(), Some(colour), None),
        Sign::Diamond | Sign::Narrows | Sign::Flag => drawing(outline(sign), Some(colour), None),
    }
}

/// The corners of a sign about the middle of its drawing.
fn outline(sign: Sign) -> String {
    let mut path = String::new();
    for (i, (x, y)) in sign.corners().iter().enumerate() {
        path.push(if i == 0 { 'M' } else { 'L' });
        path.push_str(&crate::decimal::write(x + 18.0, 1));
        path.push(' ');
        path.push_str(&crate::decimal::write(y + 6.0, 1));
    }
    path.push('Z');
    path
}

fn variable(colour: Colour) -> String {
    ["var(--map-", colour.css_name(), ")"].concat()
}

fn drawing(path: String, fill: Option<Colour>, edge: Option<(StrokeId, Colour)>) -> AnyView {
    let none = || "none".to_owned();
    let fill = fill.map_or_else(none, variable);
    let colour = edge.map_or_else(none, |(_, colour)| variable(colour));
    let (width, dash) = edge.map_or(("0", ""), |(stroke, _)| stroke.svg());
    let cap = edge.map_or("butt", |(stroke, _)| stroke.cap());
    view! {
        <svg class="swatch" width="36" height="12" viewBox="0 0 36 12" aria-hidden="true">
            <path d=path fill=fill stroke=colour stroke-width=width stroke-dasharray=dash stroke-linecap=cap />
        </svg>
    }
    .into_any()
}
