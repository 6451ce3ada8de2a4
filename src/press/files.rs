//! Which files a picture takes: those that the map has on the screen, finer where it is printed.

use super::Request;
use crate::geodata::{Catalog, CatalogLayer, LayerKind};
use crate::scene::needs;

/// With more dots than this a pixel of the map, the finest tiers are taken.
const FINE: f64 = 1.5;

/// The layers that show, the lowest first, each with its file.
pub(super) fn shown<'a>(catalog: &'a Catalog, request: &Request) -> Vec<(&'a CatalogLayer, &'a str)> {
    let switched = request.state.switched_layers();
    let shows = |l: &&CatalogLayer| needs(&l.style, &switched).unwrap_or(l.visible);
    catalog.layers.iter().filter(shows).map(|l| (l, file(l, request))).collect()
}

/// The file of a layer: the map takes the coarsest tier of all but the land, of which it takes what the scale asks for.
fn file<'a>(layer: &'a CatalogLayer, request: &Request) -> &'a str {
    let (first, last) = (layer.tiers.first(), layer.tiers.last());
    let tier = match layer.kind {
        LayerKind::Land => {
            let km_per_dot = request.km_per_dot();
            layer.tiers.iter().find(|t| t.km_per_px <= km_per_dot).or(last)
        }
        _ if request.dots_per_px() > FINE => last,
        _ => first,
    };
    tier.map_or(&layer.file, |tier| &tier.file)
}
