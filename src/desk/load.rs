//! Reads the files that the map has fetched, for all that is in them; some features at a time, so that the map stays
//! free to move.

use super::context::{DeskContext, Missing};
use crate::cable::Reading;
use crate::geodata::{Catalog, Problem};
use crate::web::dom;
use crate::web::fetch::{Copy, data, files};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::vec::IntoIter;

/// The list of what there is.
const CATALOG: &str = "catalog.json";

/// How many features are read at a time: a few milliseconds' worth.
const AT_A_TIME: usize = 40;

/// Loads everything that has facts.
pub(super) fn start(cx: DeskContext) {
    // What cannot be had of the map's own files is told by the map.
    files(&[data(CATALOG)], Copy::Kept, move |mut files| {
        let catalog =
            files.pop().and_then(Result::ok).map(|bytes| Catalog::parse(CATALOG, &bytes).0).unwrap_or_default();
        let layers = catalog.layers.iter().filter(|l| l.visible && l.kind.has_entities());
        let names: Vec<String> = layers.map(|l| l.file.clone()).collect();
        let sources = catalog.sources.clone();
        cx.catalog.set(catalog);
        next(cx, names.into_iter(), sources);
    });
}

fn next(cx: DeskContext, mut names: IntoIter<String>, sources: Option<String>) {
    let Some(name) = names.next() else { return read_sources(cx, sources) };
    files(&[data(&name)], Copy::Kept, move |mut files| match files.pop() {
        Some(Ok(bytes)) => read(cx, Reading::new(&name, &bytes), Box::new(move || next(cx, names, sources))),
        _ => next(cx, names, sources),
    });
}

fn read(cx: DeskContext, mut reading: Reading, then: Box<dyn FnOnce()>) {
    let more = cx.atlas.try_update_untracked(|atlas| reading.some(atlas, AT_A_TIME));
    Timeout::new(0, move || {
        if more == Some(true) {
            read(cx, reading, then);
        } else {
            report(cx, reading.problems());
            then();
        }
    })
    .forget();
}

fn read_sources(cx: DeskContext, sources: Option<String>) {
    let Some(name) = sources else { return finish(cx) };
    files(&[data(&name)], Copy::Kept, move |mut files| {
        match files.pop() {
            Some(Ok(bytes)) => {
                let found = cx.atlas.try_update_untracked(|atlas| atlas.add_sources(&name, &bytes));
                report(cx, found.unwrap_or_default());
            }
            failed => {
                let reason = failed.and_then(Result::err).unwrap_or_default();
                cx.missing.update(|all| all.push(Missing { file: name, reason }));
            }
        }
        finish(cx);
    });
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
