//! Cables and their landing points.

use super::Frame;
use crate::scene::cable_line::QUIET;
use crate::scene::line::{stroke_line, surroundings, trace_line};
use crate::scene::{CableLine, Colour, DisplayList, Picked, StrokeId, World};
use crate::scene::{lanes, outline};

/// Opacity of what is not selected while something is.
const DIM: f64 = 0.28;
/// Width of lines that are there for comparison, as a share of their stroke's, and at most in pixels: browsers draw what
/// is no wider than a pixel several times as fast, dashes above all.
const QUIET_WIDTH: f64 = 0.75;
const QUIET_PX: f64 = 1.0;

/// Draws every cable: those for comparison below, then the dimmed, then the others, each with a
/// casing in the colour of the sea so that lines that cross stay apart.
pub(super) fn draw(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    let lit = &frame.lit;
    let clip = frame.view.clip_cap();
    let shown: Vec<&CableLine> = world.lines().filter(|l| l.cap.meets(&clip)).collect();
    let zoom = frame.view.pose().zoom;
    let is_loud = |l: &CableLine| l.rank > QUIET || lit.brings_out(&l.system);
    let quiet: Vec<&CableLine> = shown.iter().copied().filter(|l| !is_loud(l) && l.shows_at(zoom)).collect();
    draw_quiet(&quiet, frame, list);
    list.alpha(DIM);
    for line in shown.iter().filter(|l| is_loud(l) && !lit.system(&l.system)) {
        stroke_line(frame.view, line, &[(line.stroke, line.colour, 1.0)], list);
    }
    for line in shown.iter().filter(|l| is_loud(l) && lit.system(&l.system)) {
        let chosen = matches!(frame.selected, Some(Picked::Cable(id)) if *id == line.system);
        if chosen {
            list.alpha(0.22);
            stroke_line(frame.view, line, &[(StrokeId::Glow, line.colour, 1.0)], list);
        }
        list.alpha(1.0);
        let width = if chosen { 1.25 } else { 1.0 };
        let casing = line.stroke.width_px() + 2.4;
        let strokes = [
            (StrokeId::Casing, Colour::Casing, width * casing / StrokeId::Casing.width_px()),
            (line.stroke, line.colour, width),
            (line.stroke, Colour::Land, width * inner(line.stroke)),
        ];
        let count = if line.stroke.inner_px().is_some() { 3 } else { 2 };
        stroke_line(frame.view, line, &strokes[..count], list);
    }
}

/// Draws lines for comparison, all of one look in one stroke.
fn draw_quiet(lines: &[&CableLine], frame: &Frame<'_>, list: &mut DisplayList) {
    // From afar many lines share a pixel: each is fainter, so that the web stays quiet.
    let alpha = 0.42 + 0.09 * frame.view.pose().zoom.clamp(-1.5, 2.0);
    let alpha = if frame.lit.dims() { alpha * DIM } else { alpha };
    list.alpha(alpha);
    let near = surroundings(frame.view);
    for stroke in StrokeId::ALL {
        for colour in [Colour::Faint, Colour::Service] {
            let mut alike = lines.iter().filter(|l| l.stroke == *stroke && l.colour == colour).peekable();
            if alike.peek().is_none() {
                continue;
            }
            list.path();
            if lanes::are_open(frame.view) {
                alike.for_each(|line| trace_line(frame.view, line, &near, list));
            } else {
                outline::trace(&mut alike.map(|line| &line.outline), &frame.view.faint(), list);
            }
            let is_double = stroke.inner_px().is_some();
            // What is drawn in dots, or as two lines, is told by its width.
            let keeps = is_double || *stroke == StrokeId::Illustrative;
            let width = if keeps { QUIET_WIDTH } else { QUIET_WIDTH.min(QUIET_PX / stroke.width_px()) };
            list.stroke(*stroke, colour, width, 0.0);
            if is_double {
                list.alpha(1.0);
                list.stroke(*stroke, Colour::Land, width * inner(*stroke), 0.0);
                list.alpha(alpha);
            }
        }
    }
}

/// The width of what parts a double line, as a share of the line's.
fn inner(stroke: StrokeId) -> f64 {
    stroke.inner_px().unwrap_or_default() / stroke.width_px()
}

/// Draws the landing points: a ring; one whose town is not published is hollow, one that is there for
/// comparison small.
pub(super) fn draw_landings(world: &World, frame: &Frame<'_>, list: &mut DisplayList) {
    let screen = frame.view.viewport().rect().grown(12.0);
    let lit = &frame.lit;
    let zoom = frame.view.pose().zoom;
    for (landing, spot) in world.chart().landings.iter().zip(world.spots()) {
        if spot.is_hidden {
            continue;
        }
        let is_lit = lit.landing(&landing.id);
        if !lit.brings_out_landing(&landing.id) && !spot.shows_at(zoom) {
            continue;
        }
        let Some(at) = frame.view.screen_from_sphere(spot.at).filter(|p| screen.holds(*p)) else { continue };
        let chosen = matches!(frame.selected, Some(Picked::Landing(id)) if *id == landing.id);
        list.alpha(if is_lit { 1.0 } else { DIM + 0.1 });
        let radius = match (chosen, spot.is_quiet()) {
            (true, _) => 6.0,
            (false, true) => 2.4,
            (false, false) => 3.8,
        };
        list.path();
        list.circle(at, radius);
        list.fill(if landing.is_placeholder { Colour::Sea } else { Colour::Dot });
        let edge = if landing.is_placeholder { Colour::Text } else { Colour::DotEdge };
        list.stroke(StrokeId::DotEdge, edge, if chosen { 1.4 } else { 1.0 }, 0.0);
    }
}
