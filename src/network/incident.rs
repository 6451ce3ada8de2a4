//! Incidents of the past as scenarios.

use super::{Cut, Network, Scenario};
use crate::cable::gazetteer::Event;

/// The scenario of an event: the network of the end of its year, with what failed cut; whatever failed stood, so its system does,
/// though its year be unknown. `None` where the event names
/// nothing that failed, or no year can be read from its date. The event has the sources, and each of its cuts a note.
#[must_use]
pub fn incident(network: &Network, event: &Event) -> Option<Scenario> {
    let year = event.date.get(..4)?.parse().ok()?;
    let mut cuts: Vec<Cut> = Vec::new();
    for cut in &event.cuts {
        match (&cut.segment, &cut.chokepoint) {
            (Some(segment), _) => cuts.push(Cut::Segment(segment.clone())),
            (None, Some(strait)) => cuts.extend(through(network, &cut.system, strait)),
            (None, None) => cuts.push(Cut::Cable(cut.system.clone())),
        }
    }
    cuts.dedup();
    let mut with: Vec<String> = event.cuts.iter().map(|c| c.system.clone()).collect();
    with.dedup();
    (!cuts.is_empty()).then(|| Scenario { cuts, with, ..Scenario::at_year(year) })
}

/// The segments of a system through a chokepoint.
fn through(network: &Network, cable: &str, strait: &str) -> Vec<Cut> {
    let cable = network.cable(cable);
    let strait = network.chokepoints.iter().position(|c| c == strait);
    let passes =
        |e: &&super::Edge| cable.is_some() && e.cable == cable && strait.is_some_and(|s| e.chokepoints.contains(&s));
    network.edges.iter().filter(passes).map(|e| Cut::Segment(e.id.clone())).collect()
}
