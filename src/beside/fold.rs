//! What can be folded away.

use crate::web::build::{el, live, text};
use leptos::prelude::*;

/// Something that is folded to begin with, and made when it is first opened.
pub(crate) fn folded(
    mark: AnyView,
    title: String,
    count: Option<AnyView>,
    inside: Box<dyn Fn() -> AnyView + Send>,
) -> AnyView {
    folded_as(false, mark, title, count, inside)
}

/// Something that can be folded, open to begin with or not.
pub(crate) fn folded_as(
    is_open: bool,
    mark: AnyView,
    title: String,
    count: Option<AnyView>,
    inside: Box<dyn Fn() -> AnyView + Send>,
) -> AnyView {
    let opened = RwSignal::new(is_open);
    let summary = el("summary")
        .on_click(move |_| opened.set(true))
        .child(mark)
        .child(el("span").class("name").text(title))
        .children(count);
    let inside = live(move || if opened.get() { inside() } else { text("") });
    let fold = el("details").class("fold");
    let fold = if is_open { fold.attr("open", "") } else { fold };
    fold.child(summary).child(inside).into()
}
