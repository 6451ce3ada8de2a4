//! The sheet of small screens: three heights, by a tap, by a drag, by the keyboard.

use super::context::AppContext;
use crate::i18n::Msg;
use leptos::prelude::*;
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

/// The handle; only small screens show it.
#[component]
pub(super) fn Handle() -> impl IntoView {
    let cx = expect_context::<AppContext>();
    let start = RwSignal::new(None::<i32>);
    let dragged = RwSignal::new(false);
    let down = move |e: PointerEvent| {
        start.set(Some(e.client_y()));
        dragged.set(false);
    };
    let up = move |e: PointerEvent| {
        let Some(from) = start.get_untracked() else { return };
        start.set(None);
        let by = e.client_y() - from;
        dragged.set(by.abs() > DRAG_PX);
        if by > DRAG_PX {
            cx.sheet.update(|h| *h = h.down());
        } else if by < -DRAG_PX {
            cx.sheet.update(|h| *h = h.up());
        }
    };
    let tap = move |_| {
        if !dragged.get_untracked() {
            cx.sheet.update(|h| *h = h.next());
        }
        dragged.set(false);
    };
    let expanded = move || (cx.sheet.get() != Height::Low).to_string();
    view! {
        <button type="button" class="handle" aria-expanded=expanded aria-label=cx.t(Msg::LegendTitle) on:pointerdown=down on:pointerup=up on:click=tap>
            <span aria-hidden="true"></span>
        </button>
    }
}
