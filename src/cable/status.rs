//! How far a system has come.

/// The status of a cable system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Carries traffic.
    InService,
    /// Is being laid.
    UnderConstruction,
    /// Contracted or funded.
    Planned,
    /// Announced or studied.
    Proposed,
    /// Nothing is heard of it, or it is said to rest.
    Suspended,
    /// Given up.
    Cancelled,
    /// Out of service for good.
    Retired,
    /// Runs over land.
    Terrestrial,
    /// Drawn to show a possibility; nobody proposes it.
    Illustrative,
}

impl Status {
    /// Every status with its name in the data.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("in-service", Self::InService),
        ("under-construction", Self::UnderConstruction),
        ("planned", Self::Planned),
        ("proposed", Self::Proposed),
        ("suspended", Self::Suspended),
        ("cancelled", Self::Cancelled),
        ("retired", Self::Retired),
        ("terrestrial", Self::Terrestrial),
        ("illustrative", Self::Illustrative),
    ];

    /// Every status.
    pub const ALL: [Self; 9] = [
        Self::InService,
        Self::UnderConstruction,
        Self::Planned,
        Self::Proposed,
        Self::Suspended,
        Self::Cancelled,
        Self::Retired,
        Self::Terrestrial,
        Self::Illustrative,
    ];

    /// The name in the data, in styles and in message keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::NAMES.iter().find(|(_, s)| *s == self).map_or("", |(name, _)| name)
    }

    /// The status of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(n, _)| *n == name).map(|(_, s)| *s)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_round_trip() {
        for status in Status::ALL {
            assert_eq!(Status::parse(status.as_str()), Some(status));
        }
        assert_eq!(Status::NAMES.len(), Status::ALL.len());
        assert_eq!(Status::parse("built"), None);
    }
}
