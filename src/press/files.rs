//! Which files a picture takes: those that the map has on the screen, finer where it is printed.

use super::Request;
use crate::geodata::{Catalog, CatalogLayer};
use crate::scene::needs;

/// The layers that show, the lowest first, each with its file.
pub(super) fn shown<'a>(catalog: &'a Catalog, request: &Request) -> Vec<(&'a CatalogLayer, &'a str)> {
    let switched = request.state.switched_layers();
    let shows = |l: &&CatalogLayer| needs(&l.style, &switched).unwrap_or(l.visible);
    catalog.layers.iter().filter(shows).map(|l| (l, file(l, request))).collect()
}

/// The file of a layer: of its tiers the one that the scale asks for.
fn file<'a>(layer: &'a CatalogLayer, request: &Request) -> &'a str {
    let tier = layer.tier_at(request.km_per_dot()).and_then(|index| layer.tiers.get(index));
    tier.map_or(&layer.file, |tier| &tier.file)
}
