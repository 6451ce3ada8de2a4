//! Drawn lines against the land at 1 : 10 million: none runs over it but near its landings.

use arctic_cable_map::cable::{Atlas, Segment};
use arctic_cable_map::seaway::{BEACH_KM, Shore, land_crossings, land_faults};
use arctic_cable_map::sphere::LonLat;
use std::collections::BTreeSet;

/// What was found.
pub(crate) struct OnLand {
    /// One sentence for each part of a line on land that is not the last stretch to a landing.
    pub(crate) faults: Vec<String>,
    /// Landings farther from the water than a beach, whose position is not sure to be nearer.
    pub(crate) inland: BTreeSet<String>,
}

/// Looks at every segment but those that say that they run over land.
pub(crate) fn find(atlas: &Atlas, shore: &Shore) -> OnLand {
    let mut found = OnLand { faults: Vec::new(), inland: BTreeSet::new() };
    for segment in atlas.segments.iter().filter(|s| !s.overland) {
        look(atlas, segment, shore, &mut found);
    }
    found
}

fn look(atlas: &Atlas, segment: &Segment, shore: &Shore, found: &mut OnLand) {
    let at_ends = atlas.landings.iter().filter(|l| l.id == segment.from || l.id == segment.to);
    let landings: Vec<(&str, LonLat, f64)> = at_ends.map(|l| (l.id.as_str(), l.at, l.accuracy_km)).collect();
    let ends: Vec<(LonLat, f64)> = landings.iter().map(|(_, at, km)| (*at, *km)).collect();
    let faults = land_faults(shore, &segment.line, &ends);
    found.faults.extend(faults.iter().map(|part| format!("{}, segment {}: {part}", segment.file, segment.id)));
    for part in land_crossings(shore, &segment.line) {
        let reason = landings.iter().find(|(_, at, km)| part.is_within(*at, *km));
        found.inland.extend(reason.filter(|(_, at, _)| !part.is_within(*at, BEACH_KM)).map(|(id, ..)| (*id).to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::tests_support::atlas;
    use arctic_cable_map::geodata::polygons_from_geojson;

    fn island(south: f64, north: f64) -> Shore {
        let ring = format!("[[9.9, {south}], [10.1, {south}], [10.1, {north}], [9.9, {north}], [9.9, {south}]]");
        let text = format!(r#"{{"type": "Polygon", "coordinates": [{ring}]}}"#);
        Shore::new(&polygons_from_geojson("island", text.as_bytes()).0)
    }

    #[test]
    fn a_line_may_touch_land_only_at_its_ends() {
        // The segment "new" runs along 10° E from 70° to 71° N.
        assert!(find(&atlas(), &island(69.9, 70.03)).faults.is_empty());
        let found = find(&atlas(), &island(70.4, 70.5)).faults;
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("segment new/a-no--b-no"), "{}", found[0]);
    }
}
