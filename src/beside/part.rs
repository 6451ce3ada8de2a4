//! Small pieces of which panels are made.

use crate::web::build::{El, el, text};
use leptos::prelude::*;

/// A button with a text.
pub(crate) fn button(class: &'static str, label: impl Into<String>, press: impl FnMut() + Send + 'static) -> El {
    let mut press = press;
    el("button").attr("type", "button").class(class).text(label).on_click(move |_| press())
}

/// A paragraph; nothing for an empty text.
pub(crate) fn paragraph(class: &'static str, words: impl Into<String>) -> AnyView {
    let words = words.into();
    if words.is_empty() { text("") } else { el("p").class(class).text(words).into() }
}

/// A table with a caption for those who do not see it; the first cell of each row is its head.
pub(crate) fn table(caption: &str, head: &[String], rows: Vec<Vec<AnyView>>) -> AnyView {
    let head = head.iter().map(|h| el("th").attr("scope", "col").text(h.as_str()).into());
    let row = |cells: Vec<AnyView>| {
        let cell = |(i, cell): (usize, AnyView)| {
            let of = if i == 0 { el("th").attr("scope", "row") } else { el("td") };
            of.child(cell).into()
        };
        el("tr").children(cells.into_iter().enumerate().map(cell)).into()
    };
    let table = el("table")
        .child(el("caption").class("visually-hidden").text(caption))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows.into_iter().map(row)));
    // What can be scrolled sideways must be reached by the keyboard.
    el("div").class("wide").attr("tabindex", "0").attr("role", "group").attr("aria-label", caption).child(table).into()
}

/// A fold that keeps what is in it.
pub(crate) fn fold(title: String, inside: impl IntoIterator<Item = AnyView>) -> AnyView {
    let summary = el("summary").child(el("span").class("name").text(title));
    el("details").class("fold").child(summary).children(inside).into()
}
