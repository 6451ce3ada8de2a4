//! The wheel, and a trackpad's pinch, which browsers tell as a wheel with Ctrl.

use super::{Gesture, Keys, WheelUnit};
use crate::plane::Point;

/// The most that one event zooms, in octaves.
const MAX_OCTAVES: f64 = 0.5;

/// What a turn of the wheel means.
pub(super) fn gesture(at: Point, dy: f64, unit: WheelUnit, keys: Keys, embedded: bool) -> Option<Gesture> {
    if dy == 0.0 {
        return None;
    }
    if embedded && !keys.ctrl && !keys.meta {
        return Some(Gesture::WheelHint);
    }
    // The steps of d3-zoom: a pinch travels a tenth of what a wheel does.
    let per_unit = match unit {
        WheelUnit::Pixel => 0.002,
        WheelUnit::Line => 0.05,
        WheelUnit::Page => 1.0,
    };
    let pinch = if keys.ctrl { 10.0 } else { 1.0 };
    let octaves = (-dy * per_unit * pinch).clamp(-MAX_OCTAVES, MAX_OCTAVES);
    Some(Gesture::ZoomAt { at, octaves })
}
