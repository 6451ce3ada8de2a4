//! Our landings against lists of landings that others compiled.

use anyhow::{Context, Result};
use arctic_cable_map::cable::Atlas;
use arctic_cable_map::sphere::{LonLat, measure};
use serde::Deserialize;
use std::fmt;
use std::path::Path;

/// How far apart the two places of one landing may be.
const NEAR_KM: f64 = 50.0;

/// The share of the systems whose landings must all be found.
const SHARE: f64 = 0.95;

/// Lists of landings by others: `existing/independent.json`.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Lists {
    systems: Vec<List>,
}

/// The landings of one system as one source has them.
#[derive(Debug, Deserialize)]
struct List {
    system: String,
    source: String,
    landings: Vec<Place>,
}

/// A town of the list, where a gazetteer has it.
#[derive(Debug, Deserialize)]
struct Place {
    name: String,
    at: [f64; 2],
}

impl Lists {
    /// Reads the lists.
    pub(crate) fn read(geodata: &Path) -> Result<Self> {
        let bytes = std::fs::read(geodata.join("existing/independent.json"))
            .context("existing/independent.json cannot be read")?;
        serde_json::from_slice(&bytes).context("existing/independent.json is not the lists of landings")
    }

    /// Looks each listed landing up among ours.
    pub(crate) fn compare(&self, atlas: &Atlas) -> Agreement {
        let mut agreement = Agreement { systems: self.systems.len(), ..Agreement::default() };
        for list in &self.systems {
            if atlas.system(&list.system).is_none() || atlas.source(&list.source).is_none() {
                agreement.unknown.push(format!("{} by {}", list.system, list.source));
                continue;
            }
            let ours = atlas.landings_of(&list.system);
            let far: Vec<&str> = list
                .landings
                .iter()
                .filter(|p| !ours.iter().any(|l| near(l.at, p.at)))
                .map(|p| p.name.as_str())
                .collect();
            agreement.landings += list.landings.len();
            agreement.landings_found += list.landings.len() - far.len();
            if far.is_empty() {
                agreement.systems_found += 1;
            } else {
                agreement.missing.push(format!("{}: {}", list.system, far.join(", ")));
            }
        }
        agreement
    }
}

fn near(ours: LonLat, [lon, lat]: [f64; 2]) -> bool {
    measure::distance_km(ours, LonLat::new(lon, lat)) <= NEAR_KM
}

/// How far the lists agree with ours.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Agreement {
    systems: usize,
    systems_found: usize,
    landings: usize,
    landings_found: usize,
    missing: Vec<String>,
    unknown: Vec<String>,
}

#[allow(clippy::cast_precision_loss, reason = "counts are small")]
fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 1.0 } else { part as f64 / of as f64 }
}

impl Agreement {
    /// One sentence for each rule that is broken.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults: Vec<String> =
            self.unknown.iter().map(|u| format!("existing/independent.json: {u} is not in the data")).collect();
        if share(self.systems_found, self.systems) < SHARE {
            faults.push(format!("existing/independent.json: fewer than {:.0} % of the systems agree", SHARE * 100.0));
        }
        faults
    }
}

impl fmt::Display for Agreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "landings listed by others within {NEAR_KM} km of ours: {} of {} systems wholly ({:.1} %), {} of {} landings ({:.1} %)",
            self.systems_found,
            self.systems,
            100.0 * share(self.systems_found, self.systems),
            self.landings_found,
            self.landings,
            100.0 * share(self.landings_found, self.landings)
        )?;
        self.missing.iter().try_for_each(|m| write!(f, "\n  not ours: {m}"))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it fails")]
mod tests {
    use super::*;
    use crate::data::tests_support::atlas;

    #[test]
    fn a_list_agrees_within_fifty_kilometres() {
        let lists = |lat: f64, source: &str| -> Lists {
            let text = format!(
                r#"{{"systems": [{{"system": "new", "source": "{source}", "landings": [{{"name": "B", "at": [10, {lat}]}}]}}]}}"#
            );
            serde_json::from_str(&text).unwrap()
        };
        let good = lists(71.4, "s").compare(&atlas());
        assert_eq!((good.systems_found, good.landings_found), (1, 1));
        assert!(good.faults().is_empty() && good.to_string().contains("1 of 1 systems wholly (100.0 %)"));
        let far = lists(71.6, "s").compare(&atlas());
        assert_eq!((far.systems_found, far.missing.as_slice()), (0, &["new: B".to_owned()][..]));
        assert_eq!(far.faults().len(), 1);
        assert_eq!(lists(71.4, "nobody").compare(&atlas()).faults().len(), 2);
    }
}
