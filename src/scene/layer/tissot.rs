//! Tissot's indicatrix: circles of one size on the Earth, drawn as the map distorts them.

use super::Frame;
use crate::carto::{ClipCap, Resample, SphereSink};
use crate::scene::{Colour, DisplayList, StrokeId, World};
use crate::sphere::{Cap, EARTH_RADIUS_KM, LonLat};
use std::f64::consts::TAU;

/// Radius of the circles: large enough to be seen, small enough to be the ellipses of the theory, whose circles are
/// infinitely small (Tissot 1881; Snyder 1987, pp. 20–26).
const RADIUS_KM: f64 = 500.0;
/// Degrees between them.
const STEP_DEG: i32 = 30;
/// Corners of a circle; the links round it further where it is drawn large.
const CORNERS: u32 = 36;
/// Opacity of their inside.
const FILL: f64 = 0.28;

/// Draws a circle about every crossing of the meridians and parallels of 30°, and about the poles: round where the
/// map keeps angles, of one area where it keeps areas.
pub(super) fn draw(_: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    let (view, clip) = (frame.view, frame.view.clip_cap());
    list.path();
    let mut resample = Resample::new(view.projector(), list);
    let mut link = ClipCap::new(clip, &mut resample);
    for lat in (-90..=90).step_by(30) {
        // A pole is one point.
        let step = if i32::abs(lat) == 90 { 360 } else { STEP_DEG };
        for lon in (-180..180).step_by(usize::try_from(step).unwrap_or(360)) {
            let centre = LonLat::new(f64::from(lon), f64::from(lat)).to_unit();
            let circle = Cap::new(centre, RADIUS_KM / EARTH_RADIUS_KM);
            if clip.meets(&circle) {
                send(&circle, &mut link);
            }
        }
    }
    list.alpha(FILL);
    list.fill(Colour::Indicatrix);
    list.alpha(1.0);
    list.stroke(StrokeId::Coast, Colour::Indicatrix, 1.4, 0.0);
}

fn send(circle: &Cap, link: &mut ClipCap<'_>) {
    link.polygon_start();
    link.line_start();
    (0..CORNERS).for_each(|k| link.point(circle.edge(f64::from(k) * TAU / f64::from(CORNERS))));
    link.line_end();
    link.polygon_end();
}
