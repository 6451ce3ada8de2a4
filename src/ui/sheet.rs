//! The sheet of small screens: three heights, by a tap, by a drag, by the keyboard.

use super::context::AppContext;
use crate::i18n::Msg;
use crate::web::build::el;
use crate::web::{dom, events};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::PointerEvent;

/// How high the sheet stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Height {
    /// The handle and a line.
    Low,
    /// Not quite half of the screen.
    #[default]
    Half,
    /// Nearly all of it.
    Full,
}

impl Height {
    /// The value of `data-height`.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Half => "half",
            Self::Full => "full",
        }
    }

    fn up(self) -> Self {
        if self == Self::Low { Self::Half } else { Self::Full }
    }

    fn down(self) -> Self {
        if self == Self::Full { Self::Half } else { Self::Low }
    }

    /// The next by a tap: up, and from the top to the bottom.
    fn next(self) -> Self {
        if self == Self::Full { Self::Low } else { self.up() }
    }
}

/// A drag of the handle counts from here, in pixels.
const DRAG_PX: i32 = 24;

const ID: &str = "sheet-handle";

/// The handle; only small screens show it.
pub(super) fn handle(cx: AppContext) -> AnyView {
    el("button")
        .attr("type", "button")
        .attr("id", ID)
        .class("handle")
        .live_attr("aria-expanded", move || (cx.sheet.get() != Height::Low).to_string())
        .live_attr("aria-label", move || cx.t(Msg::LegendTitle))
        .child(el("span").attr("aria-hidden", "true"))
        .into()
}

/// Listens to the handle: a drag moves the sheet a step, a tap or a key goes round.
pub(super) fn listen(cx: AppContext) {
    let Some(handle) = dom::element(ID) else { return };
    let (start, dragged) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(false)));
    let (from, was_dragged) = (start.clone(), dragged.clone());
    events::listen(&handle, "pointerdown", move |e: &PointerEvent| {
        start.set(e.client_y());
        dragged.set(false);
    });
    let was = was_dragged.clone();
    events::listen(&handle, "pointerup", move |e: &PointerEvent| {
        let by = e.client_y() - from.get();
        was.set(by.abs() > DRAG_PX);
        if was.get() {
            cx.sheet.update(|h| *h = if by > 0 { h.down() } else { h.up() });
        }
    });
    events::listen(&handle, "click", move |_: &web_sys::Event| {
        if !was_dragged.take() {
            cx.sheet.update(|h| *h = h.next());
        }
    });
}
