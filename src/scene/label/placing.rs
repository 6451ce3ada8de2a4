//! Placing labels: the most important first, each where it covers nothing that was there before.

use super::candidates::{Candidate, Wanted, wanted};
use super::curve::{self, Seat};
use super::measure::Measure;
use super::{Placed, Placement};
use crate::carto::View;
use crate::plane::{Point, Rect};
use crate::scene::layer::Words;
use crate::scene::line::{Projected, project};
use crate::scene::pick::Picked;
use crate::scene::style::FontId;
use crate::scene::world::{QUIET, World};

/// What is taken on the screen.
#[derive(Default)]
struct Taken {
    /// Boxes of labels and of landing points: nothing may overlap them.
    boxes: Vec<Rect>,
    /// Points of cable lines: better not to cover them.
    lines: Vec<Point>,
}

impl Taken {
    fn is_free(&self, area: &Rect) -> bool {
        !self.boxes.iter().any(|b| b.overlaps(area))
    }

    fn covered_lines(&self, area: &Rect) -> usize {
        self.lines.iter().filter(|p| area.holds(**p)).count()
    }
}

/// Decides which labels stand, and where, on a map at rest.
#[must_use]
pub fn place(world: &World, view: &View, selected: Option<&Picked>, words: &Words, measure: &dyn Measure) -> Placement {
    let screen = view.viewport().label_area();
    let mut taken = Taken { boxes: vec![view.viewport().buttons()], ..Taken::default() };
    let zoom = view.pose().zoom;
    for spot in world.spots().iter().filter(|s| s.shows_at(zoom)) {
        if let Some(p) = view.screen_from_sphere(spot.at).filter(|p| screen.holds(*p)) {
            taken.boxes.push(Rect::about(p, 10.0, 10.0));
        }
    }
    for line in world.lines().iter().filter(|l| l.rank > QUIET) {
        taken.lines.extend(spread(&project(view, line), screen));
    }
    let mut labels = Vec::new();
    for label in wanted(world, view, selected, words, measure) {
        labels.extend(settle(label, view, screen, &mut taken));
    }
    Placement { labels }
}

fn settle(label: Wanted, view: &View, screen: Rect, taken: &mut Taken) -> Option<Placed> {
    match label {
        Wanted::Beside { text, look, candidates, dim } => {
            let best = best(candidates, screen, taken)?;
            taken.boxes.push(best.fills.grown(2.0));
            Some(Placed::Beside { text, look, anchor: best.anchor, offset: best.offset, align: best.align, dim })
        }
        Wanted::Along { letters, look, line, dim } => {
            let seats = curve::seat(view, &letters, look.font, &line)?;
            let boxes: Vec<Rect> = seats.iter().map(|s| letter_box(s, look.font)).collect();
            let inside = screen.grown(-4.0);
            if !boxes.iter().all(|b| inside.covers(b) && taken.is_free(b)) {
                return None;
            }
            taken.boxes.extend(boxes);
            Some(Placed::Along { letters, look, line, dim })
        }
    }
}

/// The first free candidate among those that cover the least of the lines.
fn best(candidates: Vec<Candidate>, screen: Rect, taken: &Taken) -> Option<Candidate> {
    let inside = screen.grown(-4.0);
    let free = candidates.into_iter().filter(|c| inside.covers(&c.fills) && taken.is_free(&c.fills));
    free.min_by_key(|c| taken.covered_lines(&c.fills.grown(2.0)))
}

fn letter_box(seat: &Seat, font: FontId) -> Rect {
    Rect::about(seat.at, font.size_px(), font.size_px() * 1.1)
}

/// Points every 6 px along a line, where the screen shows it.
fn spread(line: &Projected, screen: Rect) -> Vec<Point> {
    let mut out = Vec::new();
    for (_, a, b) in line.steps() {
        if !screen.holds(a) && !screen.holds(b) {
            continue;
        }
        let steps = (a.distance(b) / 6.0).ceil().clamp(1.0, 500.0);
        let mut k = 0.0;
        while k < steps {
            let t = k / steps;
            out.push(Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t));
            k += 1.0;
        }
    }
    out
}
