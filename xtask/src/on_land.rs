//! Part of `data check`: no line of a cable runs over land but near its landings, held against the
//! land at 1 : 10 million.

use crate::fine_land;
use anyhow::{Result, bail};
use arctic_cable_map::cable::Atlas;
use arctic_cable_map::seaway::{BEACH_KM, Shore, land_crossings, land_faults};
use arctic_cable_map::sphere::LonLat;
use std::collections::BTreeSet;
use std::path::Path;

/// Prints "lines on land: none", or fails with each line that is on land. What is only in order
/// because a landing's position is not sure is printed too.
pub(crate) fn check(geodata: &Path, atlas: &Atlas) -> Result<()> {
    let shore = Shore::new(&fine_land::read(geodata)?);
    let (mut faults, mut far) = (Vec::new(), BTreeSet::new());
    for segment in atlas.segments.iter().filter(|s| !s.overland) {
        let landings: Vec<(&str, LonLat, f64)> = atlas
            .landings
            .iter()
            .filter(|l| l.id == segment.from || l.id == segment.to)
            .map(|l| (l.id.as_str(), l.at, l.accuracy_km))
            .collect();
        let ends: Vec<(LonLat, f64)> = landings.iter().map(|(_, at, km)| (*at, *km)).collect();
        let found = land_faults(&shore, &segment.line, &ends);
        faults.extend(found.iter().map(|part| format!("{}, segment {}: {part}", segment.file, segment.id)));
        for part in land_crossings(&shore, &segment.line) {
            let reason = landings.iter().find(|(_, at, km)| part.is_within(*at, *km));
            far.extend(reason.filter(|(_, at, _)| !part.is_within(*at, BEACH_KM)).map(|(id, ..)| *id));
        }
    }
    if !far.is_empty() {
        let list: Vec<&str> = far.into_iter().collect();
        println!("landings whose unsure position is more than {BEACH_KM} km from the water: {}", list.join(", "));
    }
    if !faults.is_empty() {
        bail!("{} parts of lines are on land:\n{}", faults.len(), faults.join("\n"));
    }
    println!("lines on land: none");
    Ok(())
}
