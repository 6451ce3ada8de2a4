//! Reads the files that the map has fetched, and those beside them, for all that is in them; some features at a time,
//! so that the map stays free to move.

use super::{Beside, Missing};
use crate::app::profile::Ice;
use crate::cable::{Reading, SeaArea, sea_areas};
use crate::geodata::{Catalog, CatalogLayer, LayerKind, Problem, packed};
use crate::web::dom;
use crate::web::fetch::{Copy, data, files};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
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
    /// How far seas reach.
    Areas,
}

impl Holds {
    fn is_things(self) -> bool {
        matches!(self, Self::Cables | Self::Context)
    }
}

/// A file to read.
struct Job {
    file: String,
    holds: Holds,
    /// The layer or list to name where it is missing; none where the map says so.
    layer: Option<String>,
}

/// Loads everything that has facts, or only the things themselves: without where facts are from, what was measured, and how far
/// seas reach. Marks the place on the page when all is read.
pub(crate) fn start(cx: Beside, place: &'static str, is_whole: bool) {
    // What cannot be had of the map's own files is told by the map.
    files(&[data(CATALOG)], Copy::Kept, move |mut files| {
        let catalog =
            files.pop().and_then(Result::ok).map(|bytes| Catalog::parse(CATALOG, &bytes).0).unwrap_or_default();
        let jobs: Vec<Job> = jobs(&catalog).into_iter().filter(|job| is_whole || job.holds.is_things()).collect();
        cx.catalog.set(catalog);
        next(cx, place, jobs.into_iter());
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
    // Seas are named in one layer; how far they reach stands beside it.
    let labels = catalog.layers.iter().filter(|l| l.kind == LayerKind::Labels);
    for folder in labels.filter_map(folder) {
        let layer = Some("seas".to_owned());
        jobs.push(Job { file: [folder, "/sea-areas.geojson"].concat(), holds: Holds::Areas, layer });
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

fn next(cx: Beside, place: &'static str, mut jobs: IntoIter<Job>) {
    let Some(Job { file, holds, layer }) = jobs.next() else { return finish(cx, place) };
    files(&[data(&file)], Copy::Kept, move |mut files| match (files.pop(), layer) {
        (Some(Ok(bytes)), _) => match holds {
            Holds::Cables => read(cx, place, Reading::new(&file, &bytes), jobs),
            _ => {
                report(cx, read_whole(cx, holds, &file, &bytes));
                next(cx, place, jobs);
            }
        },
        (failed, layer) => {
            if let Some(layer) = layer {
                let reason = failed.and_then(Result::err).unwrap_or_default();
                cx.missing.update(|all| all.push(Missing { layer, file, reason }));
            }
            next(cx, place, jobs);
        }
    });
}

fn read(cx: Beside, place: &'static str, mut reading: Reading, jobs: IntoIter<Job>) {
    let more = cx.atlas.try_update_untracked(|atlas| reading.some(atlas, AT_A_TIME));
    Timeout::new(0, move || {
        if more == Some(true) {
            read(cx, place, reading, jobs);
        } else {
            report(cx, reading.problems());
            next(cx, place, jobs);
        }
    })
    .forget();
}

/// Reads a file that is small.
fn read_whole(cx: Beside, holds: Holds, file: &str, bytes: &[u8]) -> Vec<Problem> {
    let found = match holds {
        Holds::Context => cx.gazetteer.try_update_untracked(|all| all.add(file, bytes)),
        Holds::Measurements => cx.gazetteer.try_update_untracked(|all| all.add_measurements(file, bytes)),
        Holds::Areas => {
            let (areas, problems) = sea_areas(file, bytes);
            AREAS.set(areas);
            return problems;
        }
        Holds::Cables | Holds::Sources => cx.atlas.try_update_untracked(|atlas| atlas.add_sources(file, bytes)),
    };
    found.unwrap_or_default()
}

/// The styles of the ice, March before September.
const ICE: [&str; 2] = ["sea-ice-march", "sea-ice-september"];

thread_local! {
    /// Whether the ice has been asked for.
    static ASKED: Cell<bool> = const { Cell::new(false) };
    /// How far seas reach.
    static AREAS: RefCell<Vec<SeaArea>> = const { RefCell::new(Vec::new()) };
    /// Median ice in March and September.
    static ICES: RefCell<[Option<Ice>; 2]> = const { RefCell::new([None, None]) };
}

/// How far seas reach, to be asked; nobody follows it, as it is there before anything is shown.
pub(crate) fn areas<R>(f: impl FnOnce(&[SeaArea]) -> R) -> R {
    AREAS.with_borrow(|areas| f(areas))
}

/// The ice, as far as it is here; `seabed` of the context says when it comes.
pub(crate) fn with_ice<R>(f: impl FnOnce([Option<&Ice>; 2]) -> R) -> R {
    ICES.with_borrow(|[march, september]| f([march.as_ref(), september.as_ref()]))
}

/// Fetches the ice, once; what cannot be had is left out.
pub(crate) fn ice(cx: Beside) {
    if ASKED.replace(true) {
        return;
    }
    let tier = |style: &str| {
        cx.catalog.with_untracked(|c| Some(c.layers.iter().find(|l| l.style == style)?.tiers.first()?.file.clone()))
    };
    let Some(names) = ICE.into_iter().map(tier).collect::<Option<Vec<String>>>() else { return };
    let paths: Vec<String> = names.iter().map(|name| data(name)).collect();
    files(&paths, Copy::Kept, move |files| {
        let mut ice = files.into_iter().zip(&names).map(|(file, name)| {
            let polygons = packed::decode(name, &file.ok()?).ok()?;
            Some(Ice::new(&polygons))
        });
        ICES.set([ice.next().flatten(), ice.next().flatten()]);
        cx.seabed.update(|known| *known = !*known);
    });
}

/// Says that all is read: to the panels, to the style sheet, to scripts.
fn finish(cx: Beside, place: &str) {
    cx.loaded.set(true);
    dom::set(dom::element(place).as_ref(), "data-state", "ready");
}

// What refers to what between the layers is checked by `data check`, not here: one missing file would
// bury its own message under dozens of dangling references.

/// Adds what is wrong with the data; tells nobody when that is nothing.
pub(crate) fn report(cx: Beside, mut found: Vec<Problem>) {
    if !found.is_empty() {
        cx.problems.update(|all| all.append(&mut found));
    }
}
