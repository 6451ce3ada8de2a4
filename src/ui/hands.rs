//! Hands on the map: the browser's events to gestures, gestures to actions.

use super::context::AppContext;
use crate::app::gesture::{Device, Gesture, Gestures, Input, Keys, WheelUnit};
use crate::app::{Action, UiMode};
use crate::i18n::Msg;
use crate::plane::Point;
use crate::scene::pick;
use crate::sphere::UnitVec;
use crate::web::dom;
use crate::web::events::listen as on;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlCanvasElement, KeyboardEvent, PointerEvent, WheelEvent};

/// How near a tap must come, in pixels: a finger needs more than a mouse.
fn reach_px(device: Device) -> f64 {
    match device {
        Device::Mouse => 8.0,
        Device::Touch | Device::Pen => 20.0,
    }
}

/// Listens to everything a hand can do on the canvas.
pub(super) fn listen(cx: AppContext, canvas: &HtmlCanvasElement) {
    let gestures = Rc::new(RefCell::new(Gestures::new(1.0, 1.0)));
    listen_to_pointers(cx, canvas, &gestures);
    let wheel = gestures.clone();
    on(canvas, "wheel", move |e: &WheelEvent| {
        let unit = WheelUnit::from_mode(e.delta_mode());
        feed(cx, &wheel, &Input::Wheel { at: at(e), dy: e.delta_y(), unit, keys: mouse_keys(e) }, e);
    });
    on(canvas, "keydown", move |e: &KeyboardEvent| {
        let keys = Keys { shift: e.shift_key(), ctrl: e.ctrl_key(), alt: e.alt_key(), meta: e.meta_key() };
        feed(cx, &gestures, &Input::Key { key: &e.key(), keys }, e);
    });
    on(&window(), "keydown", move |e: &KeyboardEvent| escape_anywhere(cx, e));
}

/// Escape lets go of what is selected wherever the focus is; an open dialog or menu has it first. The
/// other keys are the map's only while the focus is on it, so that no letter typed elsewhere moves it
/// (WCAG 2.2, 2.1.4).
fn escape_anywhere(cx: AppContext, e: &KeyboardEvent) {
    let in_menu = e.target().is_some_and(|t| t.has_type::<web_sys::HtmlSelectElement>());
    let taken = e.default_prevented() || in_menu || dom::is_dialog_open();
    if e.key() == "Escape" && !taken && cx.selected.with_untracked(Option::is_some) {
        cx.select(None);
        dom::focus("canvas");
    }
}

fn listen_to_pointers(cx: AppContext, canvas: &HtmlCanvasElement, gestures: &Rc<RefCell<Gestures>>) {
    let (down, moved, up, cancel) = (gestures.clone(), gestures.clone(), gestures.clone(), gestures.clone());
    let target = canvas.clone();
    on(canvas, "pointerdown", move |e: &PointerEvent| {
        // A pointer that is gone already cannot be captured, and need not be.
        let _ = target.set_pointer_capture(e.pointer_id());
        let (device, primary) = (Device::from_name(&e.pointer_type()), e.button() == 0);
        let (id, at, shift) = (e.pointer_id(), at(e), e.shift_key());
        feed(cx, &down, &Input::Down { id, at, device, primary, shift, time_ms: dom::now_ms() }, e);
        // Taking the press for ourselves would keep the focus, and with it the keys, from the map.
        let _ = target.focus();
    });
    let target = canvas.clone();
    on(canvas, "pointermove", move |e: &PointerEvent| {
        feed(cx, &moved, &Input::Move { id: e.pointer_id(), at: at(e) }, e);
        let moving = moved.borrow().is_moving();
        point(cx, &target, e, moving);
    });
    on(canvas, "pointerup", move |e: &PointerEvent| {
        feed(cx, &up, &Input::Up { id: e.pointer_id(), at: at(e), time_ms: dom::now_ms() }, e);
    });
    on(canvas, "pointercancel", move |e: &PointerEvent| {
        feed(cx, &cancel, &Input::Cancel { id: e.pointer_id() }, e);
    });
    on(canvas, "pointerleave", move |_: &PointerEvent| cx.pointer.set(None));
}

/// Shows what is under the pointer: its position, and by the cursor whether it can be picked.
fn point(cx: AppContext, canvas: &HtmlCanvasElement, e: &PointerEvent, moving: bool) {
    let view = cx.view_now();
    cx.pointer.set(view.sphere_from_screen(at(e)).map(UnitVec::to_lonlat));
    let over = !moving
        && cx.world.with_untracked(|w| !pick(w, &view, &cx.switched(), at(e), reach_px(Device::Mouse)).is_empty());
    let cursor = if moving {
        "grabbing"
    } else if over {
        "pointer"
    } else {
        "grab"
    };
    let _ = web_sys::HtmlElement::style(canvas).set_property("cursor", cursor);
}

/// Where on the map a pointer is. Its offset is in whole pixels of the map, too coarse for one that is stretched over the
/// window for an audience: that one takes the window's pixels.
fn at(e: &web_sys::MouseEvent) -> Point {
    let times = super::map::shown_times();
    let (x, y) = if times > 1.0 { (e.client_x(), e.client_y()) } else { (e.offset_x(), e.offset_y()) };
    Point::new(f64::from(x) / times, f64::from(y) / times)
}

fn mouse_keys(e: &web_sys::MouseEvent) -> Keys {
    Keys { shift: e.shift_key(), ctrl: e.ctrl_key(), alt: e.alt_key(), meta: e.meta_key() }
}

fn feed(cx: AppContext, gestures: &RefCell<Gestures>, input: &Input<'_>, event: &web_sys::Event) {
    let viewport = cx.viewport.get_untracked();
    let mut gestures = gestures.borrow_mut();
    gestures.resize(viewport.width, viewport.height);
    gestures.set_embedded(cx.state.with_untracked(|s| s.ui) == UiMode::Embed);
    let gesture = gestures.feed(input);
    if !matches!(input, Input::Move { .. }) {
        crate::web::motion::stop();
    }
    drop(gestures);
    if let Some(gesture) = gesture {
        if gesture.is_ours() {
            event.prevent_default();
        }
        act(cx, gesture);
    }
}

/// Does what the hand meant.
fn act(cx: AppContext, gesture: Gesture) {
    let view = cx.view_now();
    match gesture {
        Gesture::Pan { from, to } => cx.go_to(view.with_fixed(from, to, 0.0, 0.0)),
        Gesture::ZoomAt { at, octaves } => cx.go_to(view.with_fixed(at, at, octaves, 0.0)),
        Gesture::TurnAt { at, deg } => cx.go_to(view.with_fixed(at, at, 0.0, deg)),
        Gesture::Pinch(p) => cx.go_to(view.with_fixed(p.from_middle(), p.to_middle(), p.octaves(), p.turn_deg())),
        Gesture::Tap { at, device } => {
            let found = cx.world.with_untracked(|w| pick(w, &view, &cx.switched(), at, reach_px(device)));
            cx.select(found.first());
        }
        Gesture::Home => cx.dispatch(Action::Home),
        Gesture::Escape => cx.select(None),
        Gesture::Help => super::desk::dialog(cx, "help"),
        Gesture::WheelHint => hint(cx, Msg::EmbedHint),
        Gesture::TouchHint => hint(cx, Msg::EmbedHintTouch),
    }
}

/// Says how to move an embedded map, for a moment.
fn hint(cx: AppContext, message: Msg) {
    cx.hint.set(Some(message));
    set_timeout(move || cx.hint.set(None), std::time::Duration::from_millis(1800));
}
