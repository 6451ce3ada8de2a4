//! The map element: its size, its frames, and when labels settle.

use super::context::{AppContext, Phase};
use super::hands;
use super::painter::{Painter, Shown};
use crate::app::AppState;
use crate::carto::{Insets, Viewport};
use crate::decimal;
use crate::i18n::{self, Msg};
use crate::paint::pace::Pace;
use crate::scene::{Palette, Words};
use crate::web::{dom, events};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

/// Labels settle when the map has stood still for so long.
const SETTLE_MS: u32 = 160;

/// The width of a presented map as it is drawn: the smallest letters, of 10.5 px, are 24 px of a screen of 1920 × 1080.
const PRESENTED_PX: f64 = 840.0;

/// The painter with its pending frame and timer.
#[derive(Clone)]
pub(super) struct Map {
    cx: AppContext,
    painter: Rc<RefCell<Painter>>,
    frame: Rc<RefCell<Option<AnimationFrame>>>,
    settling: Rc<RefCell<Option<Timeout>>>,
    sharpening: Rc<RefCell<Option<Timeout>>>,
    /// Labels must be placed before the next frame.
    unplaced: Rc<Cell<bool>>,
    pace: Rc<Cell<Pace>>,
}

thread_local! {
    /// The page has one map; the API asks it for its stats.
    static MAP: RefCell<Option<Map>> = const { RefCell::new(None) };
    /// How many times as large it is shown as it is drawn.
    static TIMES: Cell<f64> = const { Cell::new(1.0) };
}

/// How many times as large the map is shown as it is drawn.
pub(super) fn shown_times() -> f64 {
    TIMES.get()
}

/// What the last frame cost.
pub(super) fn stats() -> super::painter::Stats {
    MAP.with_borrow(|map| map.as_ref().map(|m| m.painter.borrow().stats).unwrap_or_default())
}

/// Brings the canvas to life.
pub(super) fn wake(cx: AppContext) {
    let Some(canvas) = dom::element("canvas").and_then(|c| c.dyn_into::<HtmlCanvasElement>().ok()) else { return };
    let Some(painter) = Painter::new(canvas.clone()) else {
        dom::set(dom::element("map").as_ref(), "data-state", "failed");
        return;
    };
    let map = Map {
        cx,
        painter: Rc::new(RefCell::new(painter)),
        frame: Rc::default(),
        settling: Rc::default(),
        sharpening: Rc::default(),
        unplaced: Rc::new(Cell::new(true)),
        pace: Rc::default(),
    };
    MAP.set(Some(map.clone()));
    follow_size(cx);
    hands::listen(cx, &canvas);
}

/// Keeps the viewport in step with the element's size and with the panels, whose room the style
/// sheet gives to `#free`.
fn follow_size(cx: AppContext) {
    let measure = move || {
        let (Some(map), Some(free)) = (dom::element("map"), dom::element("free")) else { return };
        let (outer, inner) = (map.get_bounding_client_rect(), free.get_bounding_client_rect());
        let times = times(outer.width(), outer.height());
        TIMES.set(times);
        let insets = Insets {
            left: (inner.left() - outer.left()) / times,
            top: (inner.top() - outer.top()) / times,
            right: (outer.right() - inner.right()) / times,
            bottom: (outer.bottom() - inner.bottom()) / times,
        };
        // Where the style sheet is missing the map is as high as its canvas: no higher than the window, or both would grow.
        let most = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(f64::INFINITY);
        let viewport = Viewport { width: outer.width() / times, height: outer.height().min(most) / times, insets };
        if cx.viewport.get_untracked() != viewport && viewport.width > 0.0 && viewport.height > 0.0 {
            cx.viewport.set(viewport);
        }
    };
    let watched: Vec<_> = ["map", "free"].into_iter().filter_map(dom::element).collect();
    events::on_resize(&watched, measure);
    // Zooming the page, or moving it to another screen, changes the device's pixels and resizes the window.
    events::listen(&window(), "resize", move |_: &web_sys::Event| redraw());
}

/// How many times as large the map is shown as it is drawn: once, but for an audience as large as what is written beside
/// it, whose style sheet then stretches the canvas.
fn times(width: f64, height: f64) -> f64 {
    let Some(root) = dom::root().filter(|r| r.get_attribute("data-presenting").as_deref() == Some("yes")) else {
        return 1.0;
    };
    let times = (width.min(height * 16.0 / 9.0) / PRESENTED_PX).max(1.0);
    // The name of the property is a valid one.
    let _ = root.style().set_property("--times", &decimal::write(times, 4));
    times
}

/// The state changed: a move places labels when it has come to rest, all else at once.
pub(super) fn follow(before: Option<&AppState>, now: &AppState) {
    let Some(map) = MAP.with_borrow(Clone::clone) else { return };
    let moved = before.is_some_and(|b| (b.at, b.morph) != (now.at, now.morph));
    let still =
        before.is_none_or(|b| (&b.sel, &b.layers, b.theme, b.view) != (&now.sel, &now.layers, now.theme, now.view));
    if moved {
        let later = map.clone();
        *map.settling.borrow_mut() = Some(Timeout::new(SETTLE_MS, move || later.settle()));
    }
    if still {
        map.unplaced.set(true);
    }
    if moved || still {
        map.schedule();
    }
}

/// Data, words, size or colours changed.
pub(super) fn redraw() {
    if let Some(map) = MAP.with_borrow(Clone::clone) {
        map.unplaced.set(true);
        map.schedule();
    }
}

impl Map {
    /// Asks for a frame, once.
    fn schedule(&self) {
        let mut pending = self.frame.borrow_mut();
        if pending.is_none() {
            let map = self.clone();
            *pending = Some(request_animation_frame(move |_| map.paint()));
        }
    }

    fn paint(&self) {
        let began_ms = dom::now_ms();
        self.frame.borrow_mut().take();
        let place = self.unplaced.take();
        if place {
            translate(self.cx);
        }
        let palette = if super::theme::is_dark(self.cx) { Palette::Dark } else { Palette::Light };
        let moves = self.settling.borrow().is_some();
        let share = if moves { self.pace.get().share() } else { 1.0 };
        self.painter.borrow_mut().set_look(palette, window().device_pixel_ratio() * TIMES.get(), share);
        let is_coarse = self.with_shown(|painter, shown| {
            if place {
                painter.place_labels(shown);
            }
            let moving = shown.view.moving(share);
            painter.paint(&if moves { Shown { view: &moving, ..*shown } } else { *shown })
        });
        if moves {
            self.keep_pace(began_ms);
        }
        if is_coarse {
            self.sharpen_in(SETTLE_MS);
        }
        if self.cx.phase.get_untracked() == Phase::Ready {
            super::api::announce_ready();
        }
    }

    /// Notes how long a frame kept the page: a task of the page's own comes after what the browser does with the frame.
    fn keep_pace(&self, began_ms: f64) {
        let pace = self.pace.clone();
        let free = move || {
            let mut now = pace.get();
            now.took(dom::now_ms() - began_ms);
            pace.set(now);
        };
        Timeout::new(0, free).forget();
    }

    fn settle(&self) {
        self.settling.borrow_mut().take();
        super::load::refine(self.cx);
        super::seabed::follow(self.cx);
        self.with_shown(Painter::place_labels);
        // The last frame in motion was coarser than one at rest.
        self.schedule();
    }

    /// Draws the seabed in full once the map has stood still for so long, in slices between which the page lives.
    fn sharpen_in(&self, ms: u32) {
        let map = self.clone();
        let step = move || {
            if map.with_shown(Painter::sharpen) {
                map.schedule();
            } else {
                map.sharpen_in(0);
            }
        };
        *self.sharpening.borrow_mut() = Some(Timeout::new(ms, step));
    }

    fn with_shown<R>(&self, f: impl FnOnce(&mut Painter, &Shown<'_>) -> R) -> R {
        let cx = self.cx;
        untrack(|| {
            let (view, picked, switched) = (cx.view(), cx.picked(), cx.switched());
            let upper = crate::web::intl::upper;
            let sea_ice = [cx.t(Msg::SeaIceMarch), cx.t(Msg::SeaIceSeptember)];
            let words = Words { lang: cx.lang(), arctic_circle: cx.t(Msg::ArcticCircle), sea_ice, upper };
            cx.world.with(|world| {
                let shown = Shown { world, view: &view, picked: picked.as_ref(), words: &words, switched: &switched };
                f(&mut self.painter.borrow_mut(), &shown)
            })
        })
    }
}

/// Gives what the map names words in the page's language where its files have none.
fn translate(cx: AppContext) {
    let name = |words: &i18n::Words<'_>, key: &str| match key.len() {
        2 => Some(words.country(key)),
        _ => words.catalogue.by_key(key).map(str::to_owned),
    };
    cx.world.update_untracked(|world| {
        untrack(|| cx.words(|words| world.translate(words.catalogue.code(), &|key| name(words, key))));
    });
}

/// Names the canvas in the page's language; tracks it.
pub(super) fn name_canvas(cx: AppContext) {
    let canvas = dom::element("canvas");
    dom::set(canvas.as_ref(), "aria-label", &cx.t(Msg::MapLabel));
    dom::set(canvas.as_ref(), "aria-roledescription", &cx.t(Msg::MapRole));
    if let Some(help) = dom::element("map-help") {
        help.set_text_content(Some(&cx.t(Msg::MapHelp)));
    }
}
