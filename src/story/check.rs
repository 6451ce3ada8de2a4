//! What a story names that the map does not have: told, and no more than that, for the rest of it can be shown.

use super::{Step, Story};
use crate::app::{SelKind, Selection};
use crate::cable::{Atlas, Gazetteer};
use crate::geodata::{Code, Problem, Report};
use crate::scene::LAYERS;

/// Whether something is on the map.
#[must_use]
pub fn missing(selection: &Selection, atlas: &Atlas, gazetteer: &Gazetteer) -> bool {
    let id = selection.id.as_str();
    let is_known = match selection.kind {
        SelKind::Cable => atlas.system(id).is_some(),
        SelKind::Segment => atlas.segment(id).is_some(),
        SelKind::Landing => atlas.node_at(id).is_some(),
        SelKind::Place => gazetteer.place(id).is_some(),
        SelKind::Chokepoint => gazetteer.chokepoint(id).is_some(),
        SelKind::Event => gazetteer.events.iter().any(|e| e.id == id),
        SelKind::Country => {
            atlas.landings.iter().any(|l| l.country == id)
                || atlas.countries.iter().any(|c| c.code.as_deref() == Some(id))
        }
    };
    !is_known
}

/// One warning for each layer, thing and source of a story that is not there.
#[must_use]
pub fn check(story: &Story, atlas: &Atlas, gazetteer: &Gazetteer) -> Vec<Problem> {
    let mut report = Report::new(&story.file);
    for step in &story.steps {
        report.feature = Some(step.id.clone());
        for (key, value) in &step.state {
            let path = ["state.", key].concat();
            for name in value.split(',').map(str::trim).filter(|name| !is_there(key, name, atlas, gazetteer)) {
                report.add(Code::UnknownThing, &path, &[name]);
            }
        }
        for id in sources(step).filter(|id| atlas.source(id).is_none()) {
            report.add(Code::UnknownSource, "sources", &[id]);
        }
    }
    report.problems
}

/// The sources of a step, its chart's too.
fn sources(step: &Step) -> impl Iterator<Item = &str> {
    let rows = step.chart.iter().flat_map(|c| &c.rows).flat_map(|r| &r.sources);
    step.sources.iter().chain(rows).map(String::as_str)
}

fn is_there(key: &str, name: &str, atlas: &Atlas, gazetteer: &Gazetteer) -> bool {
    let name = name.strip_prefix('-').unwrap_or(name);
    match key {
        "layers" => LAYERS.iter().any(|layer| layer.id == name),
        "sel" | "from" | "to" | "cut" => Selection::parse(name).is_some_and(|s| !missing(&s, atlas, gazetteer)),
        _ => true,
    }
}
