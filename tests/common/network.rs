//! The map's own network of cables, as the page builds it.

use arctic_cable_map::cable::{Atlas, Gazetteer};
use arctic_cable_map::geodata::Catalog;
use arctic_cable_map::network::Network;
use std::path::Path;
use std::sync::LazyLock;

fn bytes(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata").join(file);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Everything that the catalogue has of cables.
pub(crate) static ATLAS: LazyLock<Atlas> = LazyLock::new(|| {
    let (catalog, _) = Catalog::parse("catalog.json", &bytes("catalog.json"));
    let mut atlas = Atlas::default();
    for layer in catalog.layers.iter().filter(|l| l.kind.has_entities()) {
        atlas.add(&layer.file, &bytes(&layer.file));
    }
    atlas
});

/// Chokepoints, places, events and round trips.
pub(crate) static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut gazetteer = Gazetteer::default();
    for file in ["context/chokepoints.geojson", "context/places.geojson", "context/events.geojson"] {
        gazetteer.add(file, &bytes(file));
    }
    gazetteer.add_measurements("context/measurements.json", &bytes("context/measurements.json"));
    gazetteer
});

/// The network of both.
pub(crate) static NETWORK: LazyLock<Network> = LazyLock::new(|| Network::build(&ATLAS, &GAZETTEER));
