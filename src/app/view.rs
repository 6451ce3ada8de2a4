//! The views of the map.

use super::At;
use crate::carto::{Pose, View, Viewport};

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

/// The views that can be chosen; menus and the codec read this list.
pub const VIEWS: &[ViewKind] = &[ViewKind::Polar];

impl ViewKind {
    /// Every view that the address can name, chosen or not.
    pub const ALL: [Self; 4] = [Self::Globe, Self::Polar, Self::Mercator, Self::World];

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

    /// The nearest place that this view can be at.
    #[must_use]
    pub fn settle(self, at: At) -> At {
        let at = at.settle();
        match self {
            Self::Polar => View::polar(Pose::from(at), Viewport::plain(1.0, 1.0)).pose().into(),
            Self::Globe | Self::Mercator | Self::World => at,
        }
    }

    /// Whether the view can be chosen.
    #[must_use]
    pub fn is_available(self) -> bool {
        VIEWS.contains(&self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{MAX_ZOOM, MIN_ZOOM};

    #[test]
    fn the_state_and_the_map_agree_on_what_is_valid() {
        for zoom in [MIN_ZOOM, MAX_ZOOM] {
            for at in
                [At { zoom, ..At::HOME }, At { lon_deg: 180.0, lat_deg: 90.0, zoom, rotation_deg: 180.0 }.settle()]
            {
                assert_eq!(ViewKind::Polar.settle(at), at);
            }
        }
        let far = ViewKind::Polar.settle(At { lat_deg: -80.0, ..At::HOME });
        assert!(far.lat_deg > -80.0 && far.lon_deg == At::HOME.lon_deg);
        assert_eq!(ViewKind::Polar.settle(far), far);
    }
}
