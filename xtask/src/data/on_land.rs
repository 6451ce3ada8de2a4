//! Drawn lines against the finest land there is.

use arctic_cable_map::cable::{Atlas, Segment};
use arctic_cable_map::seaway::{Shore, land_crossings};

/// How far inland a landing may be: a town stands for a beach near it.
const INLAND_KM: f64 = 12.0;

/// One sentence for each part of a line on land that is not the last stretch to a landing. What
/// runs over land by design says so and is left out.
pub(crate) fn faults(atlas: &Atlas, shore: &Shore) -> Vec<String> {
    atlas.segments.iter().filter(|s| !s.overland).flat_map(|s| of(s, shore)).collect()
}

fn of(segment: &Segment, shore: &Shore) -> Vec<String> {
    let ends = [segment.line.first(), segment.line.last()];
    let ashore =
        |part: &arctic_cable_map::seaway::OnLand| ends.iter().flatten().any(|&&end| part.is_within(end, INLAND_KM));
    land_crossings(shore, &segment.line)
        .iter()
        .filter(|part| !ashore(part))
        .map(|part| {
            format!(
                "{}, feature {}: {:.1} km on land from {:.2}, {:.2}",
                segment.file, segment.id, part.length_km, part.from.lon_deg, part.from.lat_deg
            )
        })
        .collect()
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
        assert!(faults(&atlas(), &island(69.9, 70.05)).is_empty());
        let found = faults(&atlas(), &island(70.4, 70.5));
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("feature new/a-no--b-no: 11.2 km on land"), "{}", found[0]);
    }
}
