//! What a reader has picked: `cable:far-north-fiber`.

use crate::scene::Picked;
use std::fmt;

/// The kind of thing picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SelKind {
    /// A cable system.
    Cable,
    /// A landing point or a branching unit.
    Landing,
    /// A place that is no landing.
    Place,
    /// A strait or a canal.
    Chokepoint,
    /// An entry of the timeline.
    Event,
    /// A segment of a cable.
    Segment,
    /// A country or territory, by its code of two letters.
    Country,
}

impl SelKind {
    /// All kinds.
    pub const ALL: [Self; 7] =
        [Self::Cable, Self::Landing, Self::Place, Self::Chokepoint, Self::Event, Self::Segment, Self::Country];

    /// The word before the colon.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cable => "cable",
            Self::Landing => "landing",
            Self::Place => "place",
            Self::Chokepoint => "chokepoint",
            Self::Event => "event",
            Self::Segment => "segment",
            Self::Country => "country",
        }
    }
}

/// One thing picked on the map or in a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Selection {
    /// Its kind.
    pub kind: SelKind,
    /// Its id in the data.
    pub id: String,
}

/// The longest id, in bytes.
const MAX_ID_BYTES: usize = 200;

impl Selection {
    /// A selection; the id is not checked, as it comes from the data.
    #[must_use]
    pub fn new(kind: SelKind, id: impl Into<String>) -> Self {
        Self { kind, id: id.into() }
    }

    /// The same as the scene knows it, if it has that kind.
    #[must_use]
    pub fn picked(&self) -> Option<Picked> {
        let id = self.id.clone();
        match self.kind {
            SelKind::Cable => Some(Picked::Cable(id)),
            SelKind::Landing => Some(Picked::Landing(id)),
            SelKind::Place => Some(Picked::Place(id)),
            SelKind::Chokepoint => Some(Picked::Chokepoint(id)),
            SelKind::Event => Some(Picked::Event(id)),
            SelKind::Segment | SelKind::Country => None,
        }
    }

    /// Reads `kind:id`. An id is anything printable that is not too long; whether it is on the
    /// map, the map knows.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once(':')?;
        let kind = SelKind::ALL.into_iter().find(|k| k.code() == kind)?;
        is_id(id).then(|| Self::new(kind, id))
    }
}

impl fmt::Display for Selection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.code(), self.id)
    }
}

/// Whether a text can be an id in the address: printable, no spaces about it, not too long.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.len() <= MAX_ID_BYTES && text.trim() == text && !text.chars().any(char::is_control)
}
