//! The worlds that pictures and labels are tried with, each made once.

use super::scenes::Data;
use super::{statuses, world};
use arctic_cable_map::scene::World;
use std::sync::LazyLock;

/// A world, with the land as the page first shows it, or coarser still for pictures of half the world, so that
/// they are small enough to keep.
pub(crate) fn data(data: Data, coarse: bool) -> &'static World {
    static FIRST: LazyLock<World> = LazyLock::new(|| world::world(5.0));
    static FIRST_COARSE: LazyLock<World> = LazyLock::new(|| world::world(50.0));
    static FULL: LazyLock<World> = LazyLock::new(|| world::full(5.0));
    static FULL_COARSE: LazyLock<World> = LazyLock::new(|| world::full(50.0));
    static STATUSES: LazyLock<World> = LazyLock::new(statuses::world);
    match (data, coarse) {
        (Data::First, false) => &FIRST,
        (Data::First, true) => &FIRST_COARSE,
        (Data::Full, false) => &FULL,
        (Data::Full, true) => &FULL_COARSE,
        (Data::Statuses, _) => &STATUSES,
    }
}
