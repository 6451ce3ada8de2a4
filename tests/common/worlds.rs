//! The worlds that pictures and labels are tried with, each made once.

use super::scenes::Data;
use super::{seabed, statuses, world};
use arctic_cable_map::scene::World;
use arctic_cable_map::scene::relief::Relief;
use std::sync::LazyLock;

/// A world, with the land as the page first shows it, or coarser still for pictures of half the world, so that
/// they are small enough to keep.
pub(crate) fn data(data: Data, coarse: bool) -> &'static World {
    static FIRST: LazyLock<World> = LazyLock::new(|| world::world(5.0));
    static FIRST_COARSE: LazyLock<World> = LazyLock::new(|| world::world(50.0));
    static FULL: LazyLock<World> = LazyLock::new(|| full(5.0));
    static FULL_COARSE: LazyLock<World> = LazyLock::new(|| full(50.0));
    static STATUSES: LazyLock<World> = LazyLock::new(statuses::world);
    match (data, coarse) {
        (Data::First, false) => &FIRST,
        (Data::First, true) => &FIRST_COARSE,
        (Data::Full, false) => &FULL,
        (Data::Full, true) => &FULL_COARSE,
        (Data::Statuses, _) => &STATUSES,
    }
}

/// All layers, with the lines of equal depth.
fn full(km_per_px: f64) -> World {
    let mut world = world::full(km_per_px);
    let mut relief = Relief::default();
    for file in seabed::FILES {
        assert_eq!(relief.add(file, &seabed::packed(file)), []);
    }
    world.set_seabed();
    world.add_contours(false, relief.contours(20.0));
    world
}
