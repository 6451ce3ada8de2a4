//! Reads the files that the map has fetched, and those beside them, for all that is in them; some features at a time,
//! so that the map stays free to move.

use super::context::{DeskContext, Missing};
use crate::cable::Reading;
use crate::geodata::{Catalog, CatalogLayer, LayerKind, Problem};
use crate::web::dom;
use crate::web::fetch::{Copy, data, files};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::vec::IntoIter;

/// The list of what there is.
const CATALOG: &str = "catalog.json";

/// The style of names of countries, which the atlas holds.
const COUNTRY: &str = "country";

/// How many features are read at a time: a few milliseconds' worth.
const AT_A_TIME: usize = 40;

/// What a file holds.
#[derive(Clone, Copy)]
enum Holds {
    /// Systems, segments, landings, seas, countries.
    Cables,
    /// Chokepoints, places, events.
    Context,
    /// Measured round trips.
    Measurements,
    /// Where facts are from.
    Sources,
}

/// A file to read.
struct Job {
    file: String,
    holds: Holds,
    /// The layer or list to name where it is missing; none where the map says so.
    layer: Option<String>,
}

/// Loads everything that has facts.
pub(super) fn start(cx: DeskContext) {
    // What cannot be had of the map's own files is told by the map.
    files(&[data(CATALOG)], Copy::Kept, move |mut files| {
        let catalog =
            files.pop().and_then(Result::ok).map(|bytes| Catalog::parse(CATALOG, &bytes).0).unwrap_or_default();
        let jobs = jobs(&catalog);
        cx.catalog.set(catalog);
        next(cx, jobs.into_iter());
    });
}

/// The files to read, in order: the cables first, sources last.
fn jobs(catalog: &Catalog) -> Vec<Job> {
    let is_context = |l: &&CatalogLayer| l.kind == LayerKind::Points && l.style != COUNTRY;
    let mut jobs: Vec<Job> = Vec::new();
    let shown = catalog.layers.iter().filter(|l| l.visible && (l.kind.has_entities() || l.style == COUNTRY));
    jobs.extend(shown.map(|l| Job { file: l.file.clone(), holds: Holds::Cables, layer: None }));
    for layer in catalog.layers.iter().filter(is_context) {
        // The map does not fetch what is not shown.
        let told = (!layer.visible).then(|| layer.id.clone());
        jobs.push(Job { file: layer.file.clone(), holds: Holds::Context, layer: told });
    }
    let sources = |file: String| Job { file, holds: Holds::Sources, layer: Some("sources".to_owned()) };
    let mut last: Vec<Job> = catalog.sources.clone().into_iter().map(sources).collect();
    // Chokepoints, places and events have lists beside them.
    let mut folders: Vec<&str> = catalog.layers.iter().filter(is_context).filter_map(folder).collect();
    folders.dedup();
    for folder in folders {
        let file = [folder, "/measurements.json"].concat();
        jobs.push(Job { file, holds: Holds::Measurements, layer: Some("measurements".to_owned()) });
        last.push(sources([folder, "/sources.json"].concat()));
    }
    jobs.append(&mut last);
    jobs
}

fn folder(layer: &CatalogLayer) -> Option<&str> {
    layer.file.rsplit_once('/').map(|(folder, _)| folder)
}

fn next(cx: DeskContext, mut jobs: IntoIter<Job>) {
    let Some(Job { file, holds, layer }) = jobs.next() else { return finish(cx) };
    files(&[data(&file)], Copy::Kept, move |mut files| match (files.pop(), layer) {
        (Some(Ok(bytes)), _) => match holds {
            Holds::Cables => read(cx, Reading::new(&file, &bytes), jobs),
            _ => {
                report(cx, read_whole(cx, holds, &file, &bytes));
                next(cx, jobs);
            }
        },
        (failed, layer) => {
            if let Some(layer) = layer {
                let reason = failed.and_then(Result::err).unwrap_or_default();
                cx.missing.update(|all| all.push(Missing { layer, file, reason }));
            }
            next(cx, jobs);
        }
    });
}

fn read(cx: DeskContext, mut reading: Reading, jobs: IntoIter<Job>) {
    let more = cx.atlas.try_update_untracked(|atlas| reading.some(atlas, AT_A_TIME));
    Timeout::new(0, move || {
        if more == Some(true) {
            read(cx, reading, jobs);
        } else {
            report(cx, reading.problems());
            next(cx, jobs);
        }
    })
    .forget();
}

/// Reads a file that is small.
fn read_whole(cx: DeskContext, holds: Holds, file: &str, bytes: &[u8]) -> Vec<Problem> {
    let found = match holds {
        Holds::Context => cx.gazetteer.try_update_untracked(|all| all.add(file, bytes)),
        Holds::Measurements => cx.gazetteer.try_update_untracked(|all| all.add_measurements(file, bytes)),
        Holds::Cables | Holds::Sources => cx.atlas.try_update_untracked(|atlas| atlas.add_sources(file, bytes)),
    };
    found.unwrap_or_default()
}

/// Says that all is read: to the panels, to the style sheet, to scripts.
fn finish(cx: DeskContext) {
    cx.loaded.set(true);
    dom::set(dom::element("desk-details").as_ref(), "data-state", "ready");
}

// What refers to what between the layers is checked by `data check`, not here: one missing file would
// bury its own message under dozens of dangling references.

/// Adds what is wrong with the data; tells nobody when that is nothing.
pub(super) fn report(cx: DeskContext, mut found: Vec<Problem>) {
    if !found.is_empty() {
        cx.problems.update(|all| all.append(&mut found));
    }
}
