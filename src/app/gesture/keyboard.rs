//! Keys, about the middle of the map.

use super::{Gesture, Keys};
use crate::plane::Point;

/// How far an arrow key moves the map, in CSS pixels; with shift, four times as far.
const STEP_PX: f64 = 60.0;
/// How far `+` zooms, in octaves.
const STEP_OCTAVES: f64 = 0.5;
/// How far `]` turns, in degrees.
const STEP_DEG: f64 = 15.0;

/// What a key means. With a modifier that makes it a command of the browser it means nothing.
pub(super) fn gesture(key: &str, keys: Keys, middle: Point) -> Option<Gesture> {
    // Many layouts type brackets with Option or AltGr, which reads as Ctrl and Alt.
    let typed = key.chars().count() == 1;
    let command = if typed { keys.meta || (keys.ctrl && !keys.alt) } else { keys.meta || keys.ctrl || keys.alt };
    if command {
        return None;
    }
    // An arrow looks further that way, so the map goes the other way.
    let pan = |x: f64, y: f64| {
        let step = if keys.shift { 4.0 * STEP_PX } else { STEP_PX };
        Gesture::Pan { from: middle, to: Point::new(middle.x - x * step, middle.y - y * step) }
    };
    Some(match key {
        "ArrowLeft" => pan(-1.0, 0.0),
        "ArrowRight" => pan(1.0, 0.0),
        "ArrowUp" => pan(0.0, -1.0),
        "ArrowDown" => pan(0.0, 1.0),
        "+" | "=" => Gesture::ZoomAt { at: middle, octaves: STEP_OCTAVES },
        "-" | "_" | "−" => Gesture::ZoomAt { at: middle, octaves: -STEP_OCTAVES },
        "[" => Gesture::TurnAt { at: middle, deg: -STEP_DEG },
        "]" => Gesture::TurnAt { at: middle, deg: STEP_DEG },
        "0" => Gesture::Home,
        "?" => Gesture::Help,
        "Escape" => Gesture::Escape,
        _ => return None,
    })
}
