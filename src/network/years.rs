//! In which years a system stands.

use crate::cable::{Status, System};

/// What is known of the years of a system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Years {
    /// The year in which it went or is to go into service, where it is published.
    pub ready: Option<i32>,
    /// The year of which its status is told; of a retired system the year in which it was retired.
    pub told: Option<i32>,
}

impl Years {
    /// The years of a system of the data.
    #[must_use]
    pub fn of(system: &System) -> Self {
        let year = |date: &str| date.get(..4).and_then(|y| y.parse().ok());
        Self {
            ready: system.rfs.as_ref().and_then(|f| f.value()).and_then(|date| year(date)),
            told: year(&system.status.shown.date),
        }
    }

    /// Whether the system stands at the end of `year`, its status being among those asked for.
    ///
    /// What is in service stands from the year in which it was ready; where that is not published, from the year in which it
    /// is told to be in service. What is retired stood till the year before it was. Lines over land stand always, where no
    /// year is published. What is being laid, planned or proposed stands from the year it is to be ready, but not before
    /// the year in which it was told to be on its way. What is given up, or rests, or has no date, never does.
    #[must_use]
    pub fn stands(self, status: Status, year: i32) -> bool {
        match status {
            Status::InService => self.ready.or(self.told).is_some_and(|from| from <= year),
            Status::Retired => {
                self.ready.is_some_and(|from| from <= year) && self.told.is_some_and(|until| year < until)
            }
            Status::Terrestrial => self.ready.is_none_or(|from| from <= year),
            Status::UnderConstruction | Status::Planned | Status::Proposed => {
                self.ready.is_some_and(|from| from <= year) && self.told.is_some_and(|told| told <= year)
            }
            Status::Suspended | Status::Cancelled | Status::Illustrative => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_come_and_go() {
        let stands = |status, ready, told, year| Years { ready, told }.stands(status, year);
        assert!(stands(Status::InService, Some(2010), Some(2026), 2010));
        assert!(!stands(Status::InService, Some(2010), Some(2026), 2009));
        assert!(
            !stands(Status::InService, None, Some(2025), 2024) && stands(Status::InService, None, Some(2025), 2025)
        );
        assert!(stands(Status::Retired, Some(2000), Some(2024), 2023));
        assert!(!stands(Status::Retired, Some(2000), Some(2024), 2024));
        assert!(stands(Status::Terrestrial, None, None, 1990) && !stands(Status::Terrestrial, Some(2012), None, 1990));
        assert!(stands(Status::Planned, Some(2028), Some(2025), 2028));
        assert!(!stands(Status::Planned, Some(2028), Some(2025), 2027));
        // Expected for 2025, and told in 2026 to be under construction still.
        assert!(!stands(Status::UnderConstruction, Some(2025), Some(2026), 2025));
        assert!(!stands(Status::Proposed, None, Some(2025), 2040));
        assert!(!stands(Status::Cancelled, Some(2000), Some(2000), 2040));
    }
}
