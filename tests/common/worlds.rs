//! The worlds that pictures and labels are tried with, each made once.

use super::scenes::Data;
use super::{seabed, statuses, world};
use arctic_cable_map::scene::World;
use arctic_cable_map::scene::relief::Relief;
use arctic_cable_map::sphere::LonLat;
use std::sync::LazyLock;

/// A world, with the land as the page first shows it, or coarser still for pictures of half the world, so that
/// they are small enough to keep.
pub(crate) fn data(data: Data, coarse: bool) -> &'static World {
    static FIRST: LazyLock<World> = LazyLock::new(|| world::world(5.0));
    static FIRST_COARSE: LazyLock<World> = LazyLock::new(|| world::world(50.0));
    static FULL: LazyLock<World> = LazyLock::new(|| full(5.0));
    static FULL_COARSE: LazyLock<World> = LazyLock::new(|| full(50.0));
    static STATUSES: LazyLock<World> = LazyLock::new(statuses::world);
    static OVERLAY: LazyLock<World> = LazyLock::new(overlay);
    match (data, coarse) {
        (Data::First, false) => &FIRST,
        (Data::First, true) => &FIRST_COARSE,
        (Data::Full, false) => &FULL,
        (Data::Full, true) => &FULL_COARSE,
        (Data::Statuses, _) => &STATUSES,
        (Data::Overlay, _) => &OVERLAY,
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

/// A line in each look of what panels lay over the cables, from north to south, and signs at the ends of the last.
fn overlay() -> World {
    let mut world = statuses::world();
    let line = |lat: f64| [LonLat::new(-9.0, lat), LonLat::new(9.0, lat)];
    let mut lat = 74.0;
    for look in ["path-a", "path-b", "path-c", "path-d", "path-e", "plan", "measure"] {
        assert!(world.lay_over("lines", look, &line(lat)));
        lat -= 1.0;
    }
    let [west, east] = line(66.0);
    assert!(world.lay_over("signs", "cut", &[west]) && world.lay_over("signs", "lit", &[east]));
    world
}
