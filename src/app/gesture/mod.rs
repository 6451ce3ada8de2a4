//! From pointers, wheels and keys to what the hand meant: a state machine without a browser.
//!
//! One pointer drags, two pinch and turn, shift and drag turns, a wheel zooms at the pointer, a
//! short still press taps, a second one zooms. Keys act about the middle of the map. Each input
//! means one [`Gesture`] at most; the caller computes from it where the map goes.

mod input;
mod keyboard;
mod pinch;
mod pointers;
mod wheel;

#[cfg(test)]
mod tests;

pub use input::{Device, Input, Keys, WheelUnit};
pub use keyboard::{HANDS, KEYS, SEARCH};
pub use pinch::Pinch;

use crate::plane::Point;
use pointers::Pointers;

/// What the hand meant. Points are CSS pixels from the map's top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// What lies under `from` comes to lie under `to`.
    Pan {
        /// Where the hand was.
        from: Point,
        /// Where it is.
        to: Point,
    },
    /// Zoom so that what lies under `at` stays there.
    ZoomAt {
        /// The point that stays.
        at: Point,
        /// Octaves: 1 makes everything twice as large.
        octaves: f64,
    },
    /// Turn the picture about `at`.
    TurnAt {
        /// The point that stays.
        at: Point,
        /// Degrees clockwise on the screen.
        deg: f64,
    },
    /// Two fingers carry what lies under them.
    Pinch(Pinch),
    /// A short still press.
    Tap {
        /// Where.
        at: Point,
        /// With what; a finger needs a wider reach than a mouse.
        device: Device,
    },
    /// Back to the home view.
    Home,
    /// Back, or pick nothing.
    Escape,
    /// Show the list of keys.
    Help,
    /// The map is embedded and leaves this to the page around it; say how to zoom.
    WheelHint,
    /// The map is embedded and leaves this to the page around it; say how to move.
    TouchHint,
}

impl Gesture {
    /// Whether the map takes the input for itself, so that the browser must not act on it too.
    #[must_use]
    pub const fn is_ours(&self) -> bool {
        !matches!(self, Self::WheelHint | Self::TouchHint)
    }
}

/// The state between inputs: which pointers are down, when the last tap was.
#[derive(Clone, Debug, Default)]
pub struct Gestures {
    middle: Point,
    embedded: bool,
    pointers: Pointers,
}

impl Gestures {
    /// No pointer down, on a map of the given size in CSS pixels.
    #[must_use]
    pub fn new(width: f64, height: f64) -> Self {
        let mut gestures = Self::default();
        gestures.resize(width, height);
        gestures
    }

    /// Tells the map's size in CSS pixels.
    pub fn resize(&mut self, width: f64, height: f64) {
        if width.is_finite() && height.is_finite() {
            self.middle = Point::new(width / 2.0, height / 2.0);
        }
    }

    /// In an embedded map a plain wheel and a single finger belong to the page around it.
    pub fn set_embedded(&mut self, embedded: bool) {
        self.embedded = embedded;
    }

    /// Whether a pointer is dragging, pinching or turning the map now.
    #[must_use]
    pub fn is_moving(&self) -> bool {
        self.pointers.is_moving()
    }

    /// Takes one input and says what the hand meant, if anything yet.
    pub fn feed(&mut self, input: &Input<'_>) -> Option<Gesture> {
        if !input.is_finite() {
            return None;
        }
        match *input {
            Input::Key { key, keys } => keyboard::gesture(key, keys, self.middle),
            Input::Wheel { at, dy, unit, keys } => wheel::gesture(at, dy, unit, keys, self.embedded),
            Input::Down { id, at, device, primary, shift, time_ms } => {
                self.pointers.down(id, at, device, primary, shift, time_ms);
                None
            }
            Input::Move { id, at } => self.pointers.moved(id, at, self.middle, self.embedded),
            Input::Up { id, at, time_ms } => self.pointers.up(id, at, time_ms),
            Input::Cancel { id } => {
                self.pointers.cancel(id);
                None
            }
        }
    }
}
