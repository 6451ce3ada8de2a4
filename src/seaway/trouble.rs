//! Why there is no way.

use crate::sphere::LonLat;
use std::fmt;

/// Which point of a way is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Where it begins.
    From,
    /// The point to pass, by its place in the list.
    Via(usize),
    /// Where it ends.
    To,
}

impl Trouble {
    /// Which point it is about.
    #[must_use]
    pub fn stop(&self) -> Stop {
        match self {
            Self::TooFarInland { stop, .. }
            | Self::Lake { stop, .. }
            | Self::Same { stop }
            | Self::Ice { stop }
            | Self::Avoided { stop, .. }
            | Self::OnLand { stop, .. }
            | Self::NoWay { stop } => *stop,
        }
    }
}

/// Why there is no way through water.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// The point is further from any shore than a landing may be.
    TooFarInland {
        /// The point.
        stop: Stop,
        /// Where it is.
        at: LonLat,
        /// How far the nearest shore is, in kilometres.
        km: f64,
    },
    /// The water at the point does not reach the water at the point before.
    Lake {
        /// The point.
        stop: Stop,
        /// Where it is.
        at: LonLat,
    },
    /// The point is the one before it, within a kilometre.
    Same {
        /// The later of the two.
        stop: Stop,
    },
    /// The point lies in the ice that is to be kept out of.
    Ice {
        /// The point.
        stop: Stop,
    },
    /// The point lies in what is to be avoided.
    Avoided {
        /// The point.
        stop: Stop,
        /// What it lies in.
        label: String,
    },
    /// The point to pass is on land, and no water is near.
    OnLand {
        /// The point.
        stop: Stop,
        /// Where it is.
        at: LonLat,
    },
    /// Everything that is to be avoided, or that the cost forbids, leaves no way to the point.
    NoWay {
        /// The point that cannot be reached.
        stop: Stop,
    },
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::From => f.write_str("the start"),
            Self::Via(i) => write!(f, "via point {}", i + 1),
            Self::To => f.write_str("the end"),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = |at: &LonLat| format!("[{:.4}, {:.4}]", at.lon_deg, at.lat_deg);
        match self {
            Self::TooFarInland { stop, at, km } => {
                write!(f, "{stop} {} is {km:.0} km from the nearest shore", place(at))
            }
            Self::Lake { stop, at } => write!(f, "the water at {stop} {} is a lake, or shut off", place(at)),
            Self::Same { stop } => write!(f, "{stop} is where the point before it is"),
            Self::Ice { stop } => write!(f, "{stop} lies in the ice"),
            Self::Avoided { stop, label } => write!(f, "{stop} lies in “{label}”, which is to be avoided"),
            Self::OnLand { stop, at } => write!(f, "{stop} {} is on land", place(at)),
            Self::NoWay { stop } => write!(f, "what is to be avoided leaves no way to {stop}"),
        }
    }
}

impl std::error::Error for Trouble {}
