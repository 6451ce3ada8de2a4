//! Every fact of the atlas, whatever its type.

use arctic_cable_map::cable::{Atlas, Confidence, Fact};

/// What can be said of a fact without knowing what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    /// How far it can be relied on.
    pub(crate) confidence: Confidence,
    /// Whether no source is known.
    pub(crate) unsourced: bool,
    /// How many published values it lists beside the one shown.
    pub(crate) claims: usize,
}

impl Seen {
    fn of<T>(fact: &Fact<T>) -> Self {
        Self { confidence: fact.shown.confidence, unsourced: fact.unsourced, claims: fact.claims.len() }
    }
}

/// All facts: of systems, of segments, of landings and branching units.
pub(crate) fn all(atlas: &Atlas) -> Vec<Seen> {
    let mut seen = Vec::new();
    for s in &atlas.systems {
        seen.extend([Seen::of(&s.status), Seen::of(&s.owners)]);
        seen.extend(s.supplier.as_ref().map(Seen::of));
        seen.extend(s.rfs.as_ref().map(Seen::of));
        let numbers = [&s.length_km, &s.fibre_pairs, &s.capacity_tbps, &s.cost, &s.rtt_claim_ms];
        seen.extend(numbers.into_iter().flatten().map(Seen::of));
    }
    for s in &atlas.segments {
        seen.push(Seen::of(&s.course));
        seen.extend(s.length_km.as_ref().map(Seen::of));
    }
    seen.extend(atlas.landings.iter().map(|l| Seen::of(&l.position)));
    seen.extend(atlas.branching_units.iter().map(|b| Seen::of(&b.position)));
    seen
}
