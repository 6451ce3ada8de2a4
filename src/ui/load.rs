//! Fetches the data: the catalogue, then every layer at once, each failing for itself.

use super::context::{AppContext, Phase, Trouble, as_picked};
use crate::app::url::UrlProblem;
use crate::app::{AppState, SelKind};
use crate::cable::Chart;
use crate::geodata::{Catalog, CatalogLayer, LayerKind, Problem, packed};
use crate::i18n::Msg;
use crate::scene::{World, needs};
use crate::web::fetch::{Copy, data, files};
use leptos::prelude::*;
use std::cell::RefCell;
use std::vec::IntoIter;

/// The list of what there is.
const CATALOG: &str = "catalog.json";

/// How names of packed polygons, lines and grids begin to end: `.acmp`, `.acml`, `.acmg`.
const PACKED: &str = ".acm";

/// A file to load, and the layer it is of.
struct Job {
    layer: String,
    file: String,
    style: String,
    kind: LayerKind,
}

/// Loads everything, and says when the map can be used.
pub(super) fn start(cx: AppContext) {
    files(&[data(CATALOG)], Copy::Current, move |mut files| {
        let catalog = match files.pop() {
            Some(Ok(bytes)) => {
                let (catalog, problems) = Catalog::parse(CATALOG, &bytes);
                report(cx, problems);
                catalog
            }
            failed => {
                missing(cx, "catalog", CATALOG, failed.and_then(Result::err).unwrap_or_default());
                Catalog::default()
            }
        };
        cx.catalog.set(catalog);
        load(cx, wanted(cx, false));
    });
}

/// What is loaded for a layer.
fn job(layer: &CatalogLayer) -> Job {
    job_of(layer, layer.tiers.first().map_or(&layer.file, |tier| &tier.file))
}

fn job_of(layer: &CatalogLayer, file: &str) -> Job {
    Job { layer: layer.id.clone(), file: file.to_owned(), style: layer.style.clone(), kind: layer.kind }
}

/// The layers that are to be shown and have not been asked for, as jobs; from now on they have. A thing that is selected
/// shows, whether its layer is on or not.
fn wanted(cx: AppContext, later: bool) -> Vec<Job> {
    let switched = cx.switched();
    let selected = cx.selected.with_untracked(|s| s.as_ref().map(|s| s.kind.code()));
    cx.catalog.with_untracked(|catalog| {
        let shows = |l: &&CatalogLayer| {
            l.later == later && (selected == Some(&l.style) || needs(&l.style, &switched).unwrap_or(l.visible))
        };
        ASKED.with_borrow_mut(|asked| {
            let fresh: Vec<_> =
                catalog.layers.iter().filter(shows).filter(|l| !asked.iter().any(|(id, _)| *id == l.id)).collect();
            asked.extend(fresh.iter().map(|l| (l.id.clone(), 0)));
            fresh.into_iter().map(job).collect()
        })
    })
}

/// Loads what a switch asks for.
pub(super) fn follow(cx: AppContext, before: Option<&AppState>, now: &AppState) {
    if before.is_some_and(|b| b.layers != now.layers || b.sel != now.sel) && cx.phase.get_untracked() == Phase::Ready {
        super::seabed::follow(cx);
        let jobs = wanted(cx, true);
        if !jobs.is_empty() {
            load_later(cx, jobs.len(), jobs.into_iter());
        }
    }
}

fn load(cx: AppContext, jobs: Vec<Job>) {
    let paths: Vec<String> = jobs.iter().map(|j| data(&j.file)).collect();
    files(&paths, Copy::Current, move |files| {
        let mut chart = Chart::default();
        for (job, file) in jobs.into_iter().zip(files) {
            match (file, job.kind) {
                (Err(reason), _) => missing(cx, &job.layer, &job.file, reason),
                (Ok(bytes), kind) if kind.has_entities() => chart.add(&bytes),
                (Ok(bytes), _) => show(cx, job, &bytes),
            }
        }
        cx.world.update(|w| w.set_chart(chart));
        cx.phase.set(Phase::Ready);
        refine(cx);
        let later = wanted(cx, true);
        load_later(cx, later.len(), later.into_iter());
    });
}

/// Loads what is there for comparison, a file at a time, so that the map stays free to move.
fn load_later(cx: AppContext, count: usize, mut jobs: IntoIter<Job>) {
    let Some(job) = jobs.next() else {
        cx.progress.set(String::new());
        cx.world.update(World::make_lines);
        super::map::redraw();
        refine(cx);
        report_selection(cx);
        super::desk::open_when_idle(cx);
        return;
    };
    let (done, all) = ((count - jobs.len()).to_string(), count.to_string());
    cx.progress.set(untrack(|| cx.words(|w| w.with(Msg::LoadingMore, &[("done", &done), ("count", &all)]))));
    files(&[data(&job.file)], Copy::Current, move |mut files| {
        match files.pop() {
            Some(Ok(bytes)) if job.kind.has_entities() => cx.world.update_untracked(|w| w.add_layer(&bytes)),
            Some(Ok(bytes)) => show(cx, job, &bytes),
            failed => missing(cx, &job.layer, &job.file, failed.and_then(Result::err).unwrap_or_default()),
        }
        load_later(cx, count, jobs);
    });
}

/// Shows what a file holds; one that is not packed is packed first, which takes code that is not here.
fn show(cx: AppContext, job: Job, bytes: &[u8]) {
    match job.kind {
        LayerKind::Grid => super::seabed::add(cx, &job.file, bytes),
        LayerKind::Points => {
            let problems = cx.world.try_update_untracked(|w| w.add_points(&job.file, bytes));
            report(cx, problems.unwrap_or_default());
            super::map::redraw();
        }
        _ if job.file.contains(PACKED) => draw(cx, &job, bytes),
        kind => {
            let file = job.file.clone();
            let then = move |bytes: Vec<u8>| draw(cx, &job, &bytes);
            super::desk::pack(cx, &file, kind == LayerKind::Lines, bytes, then);
        }
    }
}

/// Draws lines or areas, unless nothing of them could be read.
fn draw(cx: AppContext, job: &Job, bytes: &[u8]) {
    let Job { layer, file, style, kind } = job;
    // No list or panel depends on these.
    let failed = cx.world.try_update_untracked(|w| {
        if *kind == LayerKind::Lines {
            return packed::decode_lines(file, bytes).map(|lines| w.add_lines(style, &lines)).err();
        }
        let polygons = match packed::decode(file, bytes) {
            Ok(polygons) => polygons,
            Err(problem) => return Some(problem),
        };
        match kind {
            _ if polygons.is_empty() => {}
            LayerKind::Land => w.set_land(&polygons),
            _ => w.add_areas(layer, style, &polygons),
        }
        None
    });
    report(cx, failed.flatten().into_iter().collect());
    super::map::redraw();
}

/// A link may name a thing that this map does not hold.
fn report_selection(cx: AppContext) {
    let Some(selection) = cx.selected.get_untracked() else { return };
    // Of other kinds the desk knows.
    let is_own = matches!(selection.kind, SelKind::Cable | SelKind::Landing);
    if is_own && as_picked(&selection).is_none_or(|picked| cx.world.with_untracked(|w| w.name(&picked, "en").is_none()))
    {
        cx.add_troubles(vec![Trouble::Address(UrlProblem::missing(&selection))]);
    }
}

/// Tells what is wrong with the data.
pub(super) fn report(cx: AppContext, problems: Vec<Problem>) {
    cx.add_troubles(problems.into_iter().map(Trouble::Data).collect());
}

fn missing(cx: AppContext, layer: &str, file: &str, reason: String) {
    cx.add_troubles(vec![Trouble::Missing { layer: layer.to_owned(), file: file.to_owned(), reason }]);
}

thread_local! {
    /// Layers that have been asked for, each with the place of its finest tier that was.
    static ASKED: RefCell<Vec<(String, usize)>> = const { RefCell::new(Vec::new()) };
}

/// Loads finer tiers of the layers that are there once the zoom asks for them; called when the map has come to rest.
pub(super) fn refine(cx: AppContext) {
    for job in untrack(|| finer(cx)) {
        files(&[data(&job.file)], Copy::Current, move |mut files| match files.pop() {
            Some(Ok(bytes)) => show(cx, job, &bytes),
            failed => missing(cx, &job.layer, &job.file, failed.and_then(Result::err).unwrap_or_default()),
        });
    }
}

/// Tiers that the zoom asks for, finer than those that are there; from now on they have been asked for.
fn finer(cx: AppContext) -> Vec<Job> {
    let view = cx.view();
    let km_per_px = 1.0 / view.px_per_km(view.pose().centre.to_unit());
    cx.catalog.with(|catalog| {
        ASKED.with_borrow_mut(|asked| {
            let finer = |(id, has): &mut (String, usize)| {
                let layer = catalog.layers.iter().find(|l| l.id == *id)?;
                let place = layer.tier_at(km_per_px).filter(|place| place > has)?;
                *has = place;
                Some(job_of(layer, &layer.tiers.get(place)?.file))
            };
            asked.iter_mut().filter_map(finer).collect()
        })
    })
}
