//! The views of the map.

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

    /// Whether the view can be chosen.
    #[must_use]
    pub fn is_available(self) -> bool {
        VIEWS.contains(&self)
    }
}
