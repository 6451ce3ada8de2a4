//! Fetches the data: the catalogue, then every layer at once, each failing for itself.

use super::context::{AppContext, Phase, Trouble, as_picked};
use crate::app::url::UrlProblem;
use crate::cable::Chart;
use crate::geodata::{Catalog, CatalogLayer, LayerKind, Polygon, Problem, packed, polygons_from_geojson};
use crate::i18n::Msg;
use crate::scene::World;
use crate::web::fetch::{Copy, data, files};
use leptos::prelude::*;
use std::cell::Cell;
use std::vec::IntoIter;

/// The list of what there is.
const CATALOG: &str = "catalog.json";

/// How names of packed polygons end.
const PACKED: &str = ".acmp";

/// A file to load, and the layer it is of.
struct Job {
    layer: String,
    file: String,
    style: String,
    kind: Kind,
}

/// What a file holds.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Land,
    Areas,
    Features,
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
        let jobs =
            |later| catalog.layers.iter().filter(move |l| l.visible && l.later == later).filter_map(job).collect();
        let (first, later): (Vec<Job>, Vec<Job>) = (jobs(false), jobs(true));
        cx.catalog.set(catalog);
        load(cx, first, later);
    });
}

/// What is loaded for a layer; nothing for kinds that are not drawn.
fn job(layer: &CatalogLayer) -> Option<Job> {
    let kind = match layer.kind {
        LayerKind::Land => Kind::Land,
        LayerKind::Areas => Kind::Areas,
        LayerKind::Cables | LayerKind::Landings | LayerKind::Labels => Kind::Features,
        LayerKind::Lines | LayerKind::Grid | LayerKind::Points => return None,
    };
    let file = layer.tiers.first().map_or(&layer.file, |tier| &tier.file).clone();
    Some(Job { layer: layer.id.clone(), file, style: layer.style.clone(), kind })
}

fn load(cx: AppContext, jobs: Vec<Job>, later: Vec<Job>) {
    let paths: Vec<String> = jobs.iter().map(|j| data(&j.file)).collect();
    files(&paths, Copy::Current, move |files| {
        let mut chart = Chart::default();
        for (job, file) in jobs.iter().zip(files) {
            match (file, job.kind) {
                (Err(reason), _) => missing(cx, &job.layer, &job.file, reason),
                (Ok(bytes), Kind::Features) => chart.add(&bytes),
                (Ok(bytes), _) => set_polygons(cx, job, &bytes),
            }
        }
        cx.world.update(|w| w.set_chart(chart));
        cx.phase.set(Phase::Ready);
        refine(cx);
        load_later(cx, later.len(), later.into_iter());
    });
}

/// Loads what is there for comparison, a file at a time, so that the map stays free to move.
fn load_later(cx: AppContext, count: usize, mut jobs: IntoIter<Job>) {
    let Some(job) = jobs.next() else {
        cx.progress.set(String::new());
        cx.world.update(World::make_lines);
        super::map::redraw();
        report_selection(cx);
        super::desk::open_when_idle(cx);
        return;
    };
    let (done, all) = ((count - jobs.len()).to_string(), count.to_string());
    cx.progress.set(untrack(|| cx.words(|w| w.with(Msg::LoadingMore, &[("done", &done), ("count", &all)]))));
    files(&[data(&job.file)], Copy::Current, move |mut files| {
        match files.pop() {
            Some(Ok(bytes)) if job.kind == Kind::Features => cx.world.update_untracked(|w| w.add_layer(&bytes)),
            Some(Ok(bytes)) => set_polygons(cx, &job, &bytes),
            failed => missing(cx, &job.layer, &job.file, failed.and_then(Result::err).unwrap_or_default()),
        }
        load_later(cx, count, jobs);
    });
}

/// Shows the land or the areas of a file, unless nothing of it could be read.
fn set_polygons(cx: AppContext, Job { file, style, kind, .. }: &Job, bytes: &[u8]) {
    let (polygons, problems): (Vec<Polygon>, _) = if file.ends_with(PACKED) {
        packed::decode(file, bytes).map_or_else(|p| (Vec::new(), vec![p]), |polygons| (polygons, Vec::new()))
    } else {
        polygons_from_geojson(file, bytes)
    };
    report(cx, problems);
    if !polygons.is_empty() {
        // No list or panel depends on land.
        cx.world.update_untracked(|w| match kind {
            Kind::Areas => w.add_areas(style, &polygons),
            _ => w.set_land(&polygons),
        });
        super::map::redraw();
    }
}

/// A link may name a thing that this map does not hold.
fn report_selection(cx: AppContext) {
    let Some(selection) = cx.selected.get_untracked() else { return };
    if as_picked(&selection).is_none_or(|picked| cx.world.with_untracked(|w| w.name(&picked, "en").is_none())) {
        cx.add_troubles(vec![Trouble::Address(UrlProblem::missing(&selection))]);
    }
}

fn report(cx: AppContext, problems: Vec<Problem>) {
    cx.add_troubles(problems.into_iter().map(Trouble::Data).collect());
}

fn missing(cx: AppContext, layer: &str, file: &str, reason: String) {
    cx.add_troubles(vec![Trouble::Missing { layer: layer.to_owned(), file: file.to_owned(), reason }]);
}

thread_local! {
    /// The finest tier of the land that has been asked for.
    static TIER: Cell<usize> = const { Cell::new(0) };
}

/// Loads a finer tier of the land once the zoom asks for it; called when the map has come to rest.
pub(super) fn refine(cx: AppContext) {
    let wanted = untrack(|| tier_for(cx)).filter(|(index, _)| *index > TIER.get());
    let Some((index, file)) = wanted else { return };
    TIER.set(index);
    files(&[data(&file)], Copy::Current, move |mut files| match files.pop() {
        Some(Ok(bytes)) => {
            set_polygons(cx, &Job { layer: String::new(), file, style: String::new(), kind: Kind::Land }, &bytes);
        }
        failed => missing(cx, "land", &file, failed.and_then(Result::err).unwrap_or_default()),
    });
}

/// The tier that the zoom asks for: the first that is as fine as a pixel at the middle of the map.
fn tier_for(cx: AppContext) -> Option<(usize, String)> {
    let view = cx.view();
    let km_per_px = 1.0 / view.px_per_km(view.pose().centre.to_unit());
    cx.catalog.with(|c| {
        let tiers = &c.layers.iter().find(|l| l.kind == LayerKind::Land)?.tiers;
        let fine = tiers.iter().position(|t| t.km_per_px <= km_per_px).or(tiers.len().checked_sub(1))?;
        Some((fine, tiers[fine].file.clone()))
    })
}
