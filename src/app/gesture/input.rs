//! What the hand did, as a browser tells it.

use crate::plane::Point;

/// What touches the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Device {
    /// A mouse or anything as fine.
    #[default]
    Mouse,
    /// A finger.
    Touch,
    /// A pen.
    Pen,
}

impl Device {
    /// The device of `PointerEvent.pointerType`.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        match name {
            "touch" => Self::Touch,
            "pen" => Self::Pen,
            _ => Self::Mouse,
        }
    }

    /// How far a press may wander and still be a tap, in CSS pixels.
    #[must_use]
    pub const fn slop_px(self) -> f64 {
        match self {
            Self::Mouse => 5.0,
            Self::Touch | Self::Pen => 10.0,
        }
    }
}

/// The unit of a wheel's travel, `WheelEvent.deltaMode`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WheelUnit {
    /// Pixels.
    #[default]
    Pixel,
    /// Lines of text.
    Line,
    /// Pages.
    Page,
}

impl WheelUnit {
    /// The unit of a `deltaMode`.
    #[must_use]
    pub const fn from_mode(mode: u32) -> Self {
        match mode {
            1 => Self::Line,
            2 => Self::Page,
            _ => Self::Pixel,
        }
    }
}

/// The modifier keys held down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// Shift.
    pub shift: bool,
    /// Control.
    pub ctrl: bool,
    /// Alt or Option.
    pub alt: bool,
    /// Command or the Windows key.
    pub meta: bool,
}

/// One thing that the hand did. Points are CSS pixels from the map's top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Input<'a> {
    /// A pointer came down.
    Down {
        /// Its id.
        id: i32,
        /// Where.
        at: Point,
        /// What it is.
        device: Device,
        /// Whether it is the main button; others are the browser's.
        primary: bool,
        /// Whether shift is held.
        shift: bool,
        /// When, in milliseconds.
        time_ms: f64,
    },
    /// A pointer moved; it need not be down.
    Move {
        /// Its id.
        id: i32,
        /// Where to.
        at: Point,
    },
    /// A pointer went up.
    Up {
        /// Its id.
        id: i32,
        /// Where.
        at: Point,
        /// When, in milliseconds.
        time_ms: f64,
    },
    /// The browser took a pointer away.
    Cancel {
        /// Its id.
        id: i32,
    },
    /// A wheel turned, or two fingers on a trackpad (then `ctrl` is set).
    Wheel {
        /// Where the pointer is.
        at: Point,
        /// Travel downwards.
        dy: f64,
        /// The travel's unit.
        unit: WheelUnit,
        /// Modifier keys.
        keys: Keys,
    },
    /// A key went down.
    Key {
        /// `KeyboardEvent.key`.
        key: &'a str,
        /// Modifier keys.
        keys: Keys,
    },
}

impl Input<'_> {
    /// Whether every number is one.
    pub(super) fn is_finite(&self) -> bool {
        let point = |p: Point| p.x.is_finite() && p.y.is_finite();
        match *self {
            Self::Down { at, time_ms, .. } | Self::Up { at, time_ms, .. } => point(at) && time_ms.is_finite(),
            Self::Move { at, .. } => point(at),
            Self::Wheel { at, dy, .. } => point(at) && dy.is_finite(),
            Self::Cancel { .. } | Self::Key { .. } => true,
        }
    }
}
