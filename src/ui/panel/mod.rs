//! The panels beside the map.

pub(super) mod about;
pub(super) mod controls;
pub(super) mod details;
pub(super) mod legend;
pub(super) mod problems;
pub(super) mod settings;
