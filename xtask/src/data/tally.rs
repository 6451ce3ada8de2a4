//! What there is: systems, segments and landings by status, facts by confidence, licences.

use super::facts;
use arctic_cable_map::cable::{Atlas, Confidence, PositionKind, Status};
use arctic_cable_map::geodata::Catalog;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The table that `data check` prints.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    rows: Vec<(&'static str, [usize; 3])>,
    all: [usize; 3],
    branching_units: usize,
    approximate: usize,
    confidence: [usize; 3],
    unsourced: usize,
    conflicting: usize,
    sources: usize,
    licences: BTreeMap<String, usize>,
}

impl Tally {
    /// Counts. A landing counts once under each status of the systems that come ashore there.
    pub(crate) fn of(atlas: &Atlas, catalog: &Catalog) -> Self {
        let mut rows = Vec::new();
        for (name, status) in Status::NAMES {
            let systems: BTreeSet<&str> =
                atlas.systems.iter().filter(|s| s.status.value() == Some(status)).map(|s| s.id.as_str()).collect();
            let segments: Vec<_> = atlas.segments.iter().filter(|s| systems.contains(s.system.as_str())).collect();
            let landings: BTreeSet<&str> = segments
                .iter()
                .flat_map(|s| [&s.from, &s.to])
                .filter_map(|n| atlas.landing(n))
                .map(|l| l.id.as_str())
                .collect();
            rows.push((*name, [systems.len(), segments.len(), landings.len()]));
        }
        let facts = facts::all(atlas);
        let count = |c: Confidence| facts.iter().filter(|f| f.confidence == c).count();
        let mut licences = BTreeMap::new();
        for layer in &catalog.layers {
            *licences.entry(layer.licence.clone()).or_default() += 1;
        }
        Self {
            rows,
            all: [atlas.systems.len(), atlas.segments.len(), atlas.landings.len()],
            branching_units: atlas.branching_units.len(),
            approximate: atlas
                .landings
                .iter()
                .filter(|l| l.position.value() == Some(&PositionKind::Approximate))
                .count(),
            confidence: [Confidence::A, Confidence::B, Confidence::C].map(count),
            unsourced: facts.iter().filter(|f| f.unsourced).count(),
            conflicting: facts.iter().filter(|f| f.claims > 1).count(),
            sources: atlas.sources.len(),
            licences,
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<20}{:>8}{:>9}{:>9}", "status", "systems", "segments", "landings")?;
        for (name, [systems, segments, landings]) in self.rows.iter().filter(|(_, n)| n[0] > 0) {
            writeln!(f, "{name:<20}{systems:>8}{segments:>9}{landings:>9}")?;
        }
        let [systems, segments, landings] = self.all;
        writeln!(f, "{:<20}{systems:>8}{segments:>9}{landings:>9}", "all")?;
        writeln!(f, "branching units: {}; landings marked approximate: {}", self.branching_units, self.approximate)?;
        let [a, b, c] = self.confidence;
        writeln!(
            f,
            "facts by confidence: A {a}, B {b}, C {c}; unsourced: {}; with several claims: {}",
            self.unsourced, self.conflicting
        )?;
        let licences: Vec<String> = self.licences.iter().map(|(name, n)| format!("{name} ({n} layers)")).collect();
        writeln!(f, "sources: {}; licences: {}", self.sources, licences.join(", "))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it fails")]
mod tests {
    use super::*;
    use crate::data::tests_support::{atlas, catalog};

    #[test]
    fn counts_by_status_and_confidence() {
        let tally = Tally::of(&atlas(), &catalog());
        assert_eq!(tally.all, [2, 2, 3]);
        let row = |name: &str| tally.rows.iter().find(|(n, _)| *n == name).unwrap().1;
        assert_eq!(row("in-service"), [1, 1, 2]);
        assert_eq!(row("retired"), [1, 1, 2]);
        assert_eq!(row("planned"), [0, 0, 0]);
        // Two systems of three facts, two courses, three positions; one length has no source.
        assert_eq!((tally.confidence, tally.unsourced, tally.conflicting), ([4, 5, 2], 1, 0));
        let text = tally.to_string();
        assert!(
            text.contains("unsourced: 1") && text.contains("CC-BY-4.0 (1 layers)") && !text.contains("planned"),
            "{text}"
        );
    }
}
