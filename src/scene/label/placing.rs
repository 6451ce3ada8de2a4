//! Placing labels: the most important first, each where it covers nothing that was there before.

use super::candidates::{Asked, Candidate, Wanted, wanted};
use super::curve::{self, Letter, Seat};
use super::measure::Measure;
use super::{Placed, Placement, points};
use crate::carto::View;
use crate::plane::{Point, Rect};
use crate::scene::cable_line::QUIET;
use crate::scene::layer::Words;
use crate::scene::line::{Projected, project};
use crate::scene::lit::Lit;
use crate::scene::pick::Picked;
use crate::scene::style::FontId;
use crate::scene::world::World;

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

/// Decides which labels stand, and where, on a map at rest; the layers in
/// `switched` being otherwise than by default.
#[must_use]
pub fn place(
    world: &World,
    view: &View,
    selected: Option<&Picked>,
    switched: &[String],
    words: &Words,
    measure: &dyn Measure,
) -> Placement {
    let lit = Lit::new(world, selected);
    let asked = Asked { world, view, selected, switched, lit: &lit, words, measure };
    let screen = view.viewport().label_area();
    let mut taken = Taken { boxes: vec![view.viewport().buttons()], ..Taken::default() };
    taken.boxes.extend(points::landings(&asked).iter().map(|l| Rect::about(l.at, 10.0, 10.0)));
    taken.boxes.extend(world.around().points.iter().filter_map(|p| points::taken(&asked, p)));
    for line in world.lines().filter(|l| l.rank > QUIET || lit.brings_out(&l.system)) {
        taken.lines.extend(spread(&project(view, line), screen));
    }
    let mut labels = Vec::new();
    for label in wanted(&asked) {
        labels.extend(settle(label, view, screen, &mut taken));
    }
    Placement { labels }
}

fn settle(label: Wanted, view: &View, screen: Rect, taken: &mut Taken) -> Option<Placed> {
    match label {
        Wanted::Either(both) => {
            let [first, second] = *both;
            settle(first, view, screen, taken).or_else(|| settle(second, view, screen, taken))
        }
        Wanted::Beside { text, look, candidates, dim } => {
            let best = best(candidates, screen, taken)?;
            taken.boxes.push(best.fills.grown(2.0));
            Some(Placed::Beside { text, look, anchor: best.anchor, offset: best.offset, align: best.align, dim })
        }
        Wanted::Along { letters, look, lines, dim } => {
            let inside = screen.grown(-4.0);
            for line in lines {
                let Some(seats) = curve::seat(view, &letters, look.font, &line) else { continue };
                let boxes: Vec<Rect> =
                    seats.iter().zip(&letters).flat_map(|(s, l)| letter_boxes(s, l, look.font)).collect();
                if boxes.iter().all(|b| inside.covers(b) && taken.is_free(b)) {
                    taken.boxes.extend(boxes);
                    return Some(Placed::Along { letters, look, line, dim });
                }
            }
            None
        }
    }
}

/// The first free candidate among those that cover the least of the lines.
fn best(candidates: Vec<Candidate>, screen: Rect, taken: &Taken) -> Option<Candidate> {
    let inside = screen.grown(-4.0);
    let free = candidates.into_iter().filter(|c| inside.covers(&c.fills) && taken.is_free(&c.fills));
    free.min_by_key(|c| taken.covered_lines(&c.fills.grown(2.0)))
}

/// Boxes that hold a letter: one, or for a text that stays whole one an em.
fn letter_boxes(seat: &Seat, letter: &Letter, font: FontId) -> Vec<Rect> {
    let (em, (sin, cos)) = (font.size_px(), seat.angle_rad.sin_cos());
    let count = (letter.width_px / em).ceil().max(1.0);
    let mut out = Vec::new();
    let mut k = 0.5;
    while k < count {
        let along = letter.width_px * (k / count - 0.5);
        out.push(Rect::about(Point::new(seat.at.x + along * cos, seat.at.y + along * sin), em, em * 1.1));
        k += 1.0;
    }
    out
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
