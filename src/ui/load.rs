//! Fetches the data: the catalogue, then every layer at once, each failing for itself.

use super::context::{AppContext, Phase, Trouble};
use crate::cable::Atlas;
use crate::geodata::{Catalog, CatalogLayer, LayerKind, Polygon, Problem, Tier, packed, polygons_from_geojson};
use gloo::net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The folder of the data, beside the page.
const FOLDER: &str = "geodata/";
/// The list of what there is.
const CATALOG: &str = "catalog.json";

/// The bytes of a file of the site, or what the browser says to it.
pub(super) async fn bytes(path: &str) -> Result<Vec<u8>, String> {
    let response = Request::get(path).send().await.map_err(|e| e.to_string())?;
    if !response.ok() {
        return Err([&response.status().to_string(), " ", &response.status_text()].concat());
    }
    response.binary().await.map_err(|e| e.to_string())
}

/// What one file gave.
enum Loaded {
    Cables(String, Vec<u8>),
    Sources(String, Vec<u8>),
    Land(Vec<Polygon>, Vec<Problem>),
    Missing(Trouble),
}

/// Loads everything, and says when the map can be used.
pub(super) fn start(cx: AppContext) {
    spawn_local(async move {
        let catalog = catalog(cx).await;
        let jobs = catalog.layers.iter().filter(|l| l.visible).map(|l| layer(l.clone()));
        let mut loaded: Vec<Loaded> = futures_util::future::join_all(jobs).await;
        if let Some(file) = &catalog.sources {
            loaded.push(plain("sources", file, Loaded::Sources).await);
        }
        settle(cx, loaded);
        cx.catalog.set(catalog);
        cx.phase.set(Phase::Ready);
        refine(cx);
    });
}

async fn catalog(cx: AppContext) -> Catalog {
    match bytes(&[FOLDER, CATALOG].concat()).await {
        Ok(bytes) => {
            let (catalog, problems) = Catalog::parse(CATALOG, &bytes);
            report(cx, problems);
            catalog
        }
        Err(reason) => {
            cx.troubles.update(|t| t.push(Trouble::Missing { layer: "catalog".into(), file: CATALOG.into(), reason }));
            Catalog::default()
        }
    }
}

async fn layer(layer: CatalogLayer) -> Loaded {
    match layer.kind {
        LayerKind::Cables | LayerKind::Landings | LayerKind::Labels => plain(&layer.id, &layer.file, Loaded::Cables).await,
        LayerKind::Land => match layer.tiers.first() {
            Some(tier) => land_tier(&layer.id, tier).await,
            None => plain(&layer.id, &layer.file, |file, bytes| {
                let (polygons, problems) = polygons_from_geojson(&file, &bytes);
                Loaded::Land(polygons, problems)
            })
            .await,
        },
    }
}

async fn plain(layer: &str, file: &str, then: impl FnOnce(String, Vec<u8>) -> Loaded) -> Loaded {
    match bytes(&[FOLDER, file].concat()).await {
        Ok(bytes) => then(file.to_owned(), bytes),
        Err(reason) => Loaded::Missing(Trouble::Missing { layer: layer.to_owned(), file: file.to_owned(), reason }),
    }
}

async fn land_tier(layer: &str, tier: &Tier) -> Loaded {
    plain(layer, &tier.file, |file, bytes| match packed::decode(&file, &bytes) {
        Ok(polygons) => Loaded::Land(polygons, Vec::new()),
        Err(problem) => Loaded::Land(Vec::new(), vec![problem]),
    })
    .await
}

/// Puts into the world what came, and reports what did not.
fn settle(cx: AppContext, loaded: Vec<Loaded>) {
    let mut atlas = Atlas::default();
    let mut problems = Vec::new();
    for one in loaded {
        match one {
            Loaded::Cables(file, bytes) => problems.extend(atlas.add(&file, &bytes)),
            Loaded::Sources(file, bytes) => problems.extend(atlas.add_sources(&file, &bytes)),
            Loaded::Land(polygons, found) => {
                problems.extend(found);
                cx.world.update(|w| w.set_land(&polygons));
            }
            Loaded::Missing(trouble) => cx.troubles.update(|t| t.push(trouble)),
        }
    }
    problems.extend(atlas.check());
    report(cx, problems);
    report_selection(cx, &atlas);
    cx.world.update(|w| w.set_atlas(atlas));
}

/// A link may name a thing that this map does not hold.
fn report_selection(cx: AppContext, atlas: &Atlas) {
    let Some(selection) = cx.selected.get_untracked() else { return };
    let known = cx.words(|w| crate::app::details::details(atlas, &selection, w).is_some());
    if !known {
        cx.troubles.update(|t| t.push(Trouble::Address(crate::app::url::UrlProblem::missing(&selection))));
    }
}

fn report(cx: AppContext, problems: Vec<Problem>) {
    cx.troubles.update(|t| t.extend(problems.into_iter().map(Trouble::Data)));
}

/// Loads a finer tier of the land once the zoom asks for it.
fn refine(cx: AppContext) {
    let wanted = Memo::new(move |_| finest_wanted(cx));
    Effect::new(move |before: Option<usize>| {
        let best = before.unwrap_or(0);
        let Some(tier) = wanted.get().filter(|i| *i > best) else { return best };
        let found = cx.catalog.with_untracked(|c| land(c).and_then(|l| Some((l.id.clone(), l.tiers.get(tier)?.clone()))));
        if let Some((id, tier)) = found {
            spawn_local(async move {
                match land_tier(&id, &tier).await {
                    Loaded::Land(polygons, problems) if problems.is_empty() => cx.world.update(|w| w.set_land(&polygons)),
                    Loaded::Land(_, problems) => report(cx, problems),
                    Loaded::Missing(trouble) => cx.troubles.update(|t| t.push(trouble)),
                    Loaded::Cables(..) | Loaded::Sources(..) => {}
                }
            });
        }
        tier
    });
}

fn land(catalog: &Catalog) -> Option<&CatalogLayer> {
    catalog.layers.iter().find(|l| l.kind == LayerKind::Land)
}

/// The tier that the zoom asks for: the first that is as fine as a pixel at the middle of the map.
fn finest_wanted(cx: AppContext) -> Option<usize> {
    let view = cx.view();
    let km_per_px = 1.0 / view.px_per_km(view.pose().centre.to_unit());
    cx.catalog.with(|c| {
        let tiers = &land(c)?.tiers;
        let fine = tiers.iter().position(|t| t.km_per_px <= km_per_px);
        fine.or(tiers.len().checked_sub(1))
    })
}
