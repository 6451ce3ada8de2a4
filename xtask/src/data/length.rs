//! Published cable length against the length of the drawn lines.

use arctic_cable_map::cable::{Atlas, System};

/// Cable is some per cent longer than its route, for slack, and a drawn line is shorter than the
/// route; a ratio outside this range needs a reason.
const RATIO: std::ops::RangeInclusive<f64> = 0.9..=1.35;

/// What a note that explains the ratio speaks of.
const WORD: &str = "drawn";

/// Published length over the length of all drawn segments; `None` where either is not known.
pub(crate) fn ratio(atlas: &Atlas, system: &System) -> Option<f64> {
    let published = system.length_km.as_ref()?.value()?;
    let drawn: f64 = atlas.segments_of(&system.id).map(|s| s.drawn_km).sum();
    (drawn > 0.0).then(|| published / drawn)
}

/// One sentence for each system whose ratio is odd and not explained in the note of its length.
pub(crate) fn faults(atlas: &Atlas) -> Vec<String> {
    let mut faults = Vec::new();
    for system in &atlas.systems {
        let Some(ratio) = ratio(atlas, system).filter(|r| !RATIO.contains(r)) else { continue };
        let note = system.length_km.as_ref().and_then(|f| f.shown.note.as_ref());
        if !note.is_some_and(|n| n.get("en").contains(WORD)) {
            faults.push(format!(
                "{}, feature {}, property length_km: the cable is {ratio:.2} times the drawn lines, and no note says why (it must speak of what is “{WORD}”)",
                system.file, system.id
            ));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::tests_support::atlas;

    #[test]
    fn an_odd_ratio_needs_a_reason() {
        let atlas = atlas();
        // One degree of latitude is 111 km; the systems claim 120 km and 500 km.
        let ratios: Vec<f64> = atlas.systems.iter().filter_map(|s| ratio(&atlas, s)).collect();
        assert!((ratios[0] - 1.08).abs() < 0.01 && (ratios[1] - 4.5).abs() < 0.05, "{ratios:?}");
        let faults = faults(&atlas);
        assert_eq!(faults.len(), 1);
        assert!(faults[0].contains("feature old") && faults[0].contains("4.48 times"), "{}", faults[0]);
    }
}
