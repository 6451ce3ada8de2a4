//! Meridians, parallels and the Arctic Circle.

use super::Frame;
use crate::carto::{ClipCap, Graticule, Resample};
use crate::scene::{Colour, DisplayList, StrokeId, World};

/// Draws the net.
pub(super) fn draw(_: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    let view = &frame.view.faint();
    let cap = view.clip_cap();
    list.path();
    let mut resample = Resample::new(view.projector(), list).for_detail(view.detail());
    let mut link = ClipCap::new(cap, &mut resample);
    Graticule::for_view(view).stream(&cap, view.max_px_per_km(&cap), &mut link);
    list.stroke(StrokeId::Graticule, Colour::Graticule, 1.0, 0.0);
}

/// Draws the Arctic Circle.
pub(super) fn draw_circle(_: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    let view = &frame.view.faint();
    let cap = view.clip_cap();
    list.path();
    let mut resample = Resample::new(view.projector(), list).for_detail(view.detail());
    let mut link = ClipCap::new(cap, &mut resample);
    Graticule::arctic_circle(view.max_px_per_km(&cap), &mut link);
    list.stroke(StrokeId::Circle, Colour::Circle, 1.0, 0.0);
}
