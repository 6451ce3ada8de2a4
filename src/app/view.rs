//! The views of the map.

use super::At;
use crate::carto::{Pose, Stop};

/// A way to show the globe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ViewKind {
    /// A turning globe.
    Globe,
    /// The map about the North Pole.
    #[default]
    Polar,
    /// Mercator's map.
    Mercator,
    /// The whole world in Equal Earth.
    World,
}

/// The views, in the order of a menu; the first three lie along the spine.
pub const VIEWS: &[ViewKind] = &[ViewKind::Globe, ViewKind::Polar, ViewKind::Mercator, ViewKind::World];

impl ViewKind {
    /// The word in the address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Globe => "globe",
            Self::Polar => "polar",
            Self::Mercator => "mercator",
            Self::World => "world",
        }
    }

    /// The projection.
    #[must_use]
    pub const fn stop(self) -> Stop {
        match self {
            Self::Globe => Stop::GLOBE,
            Self::Polar => Stop::POLAR,
            Self::Mercator => Stop::MERCATOR,
            Self::World => Stop::World,
        }
    }

    /// The view that a place along the spine is nearest to.
    #[must_use]
    pub fn nearest(morph: f64) -> Self {
        if morph < 0.25 {
            Self::Globe
        } else if morph > 0.75 {
            Self::Mercator
        } else {
            Self::Polar
        }
    }
}

/// The home view of a stop.
#[must_use]
pub(super) fn home(stop: Stop) -> At {
    settle(stop, stop.home().into())
}

/// The nearest place that a stop can be at.
#[must_use]
pub(super) fn settle(stop: Stop, at: At) -> At {
    At::from(stop.settle(Pose::from(at.settle())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::MAX_ZOOM;

    #[test]
    fn the_state_and_the_map_agree_on_what_is_valid() {
        for zoom in [-2.0, MAX_ZOOM] {
            for at in
                [At { zoom, ..At::HOME }, At { lon_deg: 180.0, lat_deg: 90.0, zoom, rotation_deg: 180.0 }.settle()]
            {
                assert_eq!(settle(Stop::POLAR, at), at);
            }
        }
        let far = settle(Stop::POLAR, At { lat_deg: -80.0, ..At::HOME });
        assert!(far.lat_deg > -80.0 && far.lon_deg == At::HOME.lon_deg);
        for stop in VIEWS.iter().map(|v| v.stop()).chain([Stop::Spine(0.3), Stop::Spine(0.9)]) {
            for lat_deg in [-90.0, -80.0, 0.0, 60.0, 90.0] {
                for zoom in [-9.0, 0.0, 99.0] {
                    let at = settle(stop, At { lat_deg, zoom, ..At::HOME });
                    assert_eq!(settle(stop, at), at, "{stop:?}");
                }
            }
            assert_eq!(home(stop), settle(stop, home(stop)));
        }
        assert_eq!(home(Stop::POLAR), At::HOME);
    }
}
