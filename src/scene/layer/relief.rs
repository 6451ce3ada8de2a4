//! The relief of the seabed: an image that the player of the list brings.

use super::Frame;
use crate::scene::{DisplayList, World};

/// Says where the image lies: on the sea, below everything else.
pub(super) fn draw(world: &World, _: &Frame<'_>, list: &mut DisplayList) {
    if world.has_seabed() {
        list.relief();
    }
}
