//! The panels beside the map.

pub(super) mod controls;
pub(super) mod legend;
pub(super) mod problems;
pub(super) mod views;
