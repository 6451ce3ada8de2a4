//! Keys, about the middle of the map.

use super::{Gesture, Keys};
use crate::i18n::Msg;
use crate::plane::Point;

/// The key that leads to the search, which is a panel's and no gesture.
pub const SEARCH: &str = "/";
/// The key that leads to saving and printing, which is a panel's too.
const SAVE: &str = "s";

/// Every key that means something, by its name in the browser, with the message that says what; in the order of a list.
/// A message stands once, whatever the number of its keys.
pub const KEYS: [(&[&str], Msg); 8] = [
    (&["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"], Msg::KeysArrows),
    (&["+", "=", "-", "_", "−"], Msg::KeysZoom),
    (&["[", "]"], Msg::KeysTurn),
    (&["0"], Msg::KeysHome),
    (&[SEARCH], Msg::KeysSearch),
    (&[SAVE], Msg::KeysSave),
    (&["Escape"], Msg::KeysEscape),
    (&["?"], Msg::KeysHelp),
];

/// What hands do without keys, in the order of a list.
pub const HANDS: [Msg; 3] = [Msg::KeysDrag, Msg::KeysDoubleClick, Msg::KeysTouch];

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

#[cfg(test)]
mod tests {
    use super::*;

    fn means(key: &str) -> bool {
        gesture(key, Keys { shift: false, ctrl: false, alt: false, meta: false }, Point::new(0.0, 0.0)).is_some()
    }

    #[test]
    fn list_has_every_key_and_no_other() {
        let listed: Vec<&str> = KEYS.iter().flat_map(|(keys, _)| keys.iter().copied()).collect();
        let beside = |key: &str| [SEARCH, SAVE].contains(&key);
        assert!(listed.iter().all(|key| means(key) != beside(key)), "search and save are not the map's");
        let typed: Vec<String> = (' '..='~').map(String::from).collect();
        let named =
            ["−", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Escape", "Enter", "Tab", "Home", "End", "F1"];
        for key in typed.iter().map(String::as_str).chain(named) {
            assert_eq!(means(key) || beside(key), listed.contains(&key), "{key:?}");
        }
    }
}
