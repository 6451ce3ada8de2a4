//! The legend: what of all that may be on the map really is, and how it looks there.

use crate::plane::Rect;
use crate::scene::{Colour, DisplayList, Sign, Step, StrokeId};

/// How a thing is known on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A line of that stroke and colour.
    Line(StrokeId, Colour),
    /// A ring whose edge has that colour.
    Dot(Colour),
    /// An area of that colour.
    Area(Colour),
    /// A small sign of that colour, known by the number of its corners too.
    Sign(Sign, Colour),
}

/// A thing that may be on the map, and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// How it is known.
    pub mark: Mark,
    /// Its name.
    pub label: String,
    /// What is said of it: its status; may be empty.
    pub note: String,
}

/// A key as the map draws it.
#[derive(Clone, Debug, PartialEq)]
pub struct Swatch {
    /// The key.
    pub key: Key,
    /// Opacity of its strongest appearance.
    pub opacity: f64,
    /// Width factor of its stroke there.
    pub width_factor: f64,
    /// What a ring is filled with.
    pub fill: Colour,
    /// Whether a casing lies below a line.
    pub has_casing: bool,
}

impl Swatch {
    /// The swatch of a key that has not been seen yet.
    #[must_use]
    pub fn of(key: &Key) -> Self {
        Self { key: key.clone(), opacity: 0.0, width_factor: 1.0, fill: Colour::Dot, has_casing: false }
    }
}

/// The signs that the map has; a dot is a circle.
const SIGNS: [Sign; 4] = [Sign::Diamond, Sign::Dot, Sign::Narrows, Sign::Flag];

/// The path under way: its boxes and what has been done with it.
#[derive(Default)]
struct Path {
    /// Whether some part of it is in the picture.
    is_shown: bool,
    /// Corners of its last piece; none where that is a circle.
    corners: usize,
    filled: Option<Colour>,
    has_casing: bool,
}

/// The keys that `list` draws within `area`, in their own order, as they look there.
#[must_use]
pub fn in_use(list: &DisplayList, area: Rect, keys: &[Key]) -> Vec<Swatch> {
    let mut swatches: Vec<Swatch> = keys.iter().map(Swatch::of).collect();
    let mut path = Path::default();
    let mut opacity = 1.0;
    for step in list.steps() {
        match step {
            Step::Path => path = Path::default(),
            Step::Run(points) => {
                path.corners = points.len() / 2;
                path.is_shown = path.is_shown || meets(points, area);
            }
            Step::Circle { x, y, radius } => {
                path.corners = 0;
                let middle = [x - radius, y - radius, x + radius, y + radius];
                path.is_shown = path.is_shown || meets(&middle, area);
            }
            Step::Alpha(value) => opacity = f64::from(value),
            Step::Fill { colour } if path.is_shown => {
                path.filled = Some(colour);
                see(&mut swatches, Mark::Area(colour), opacity, 1.0, &path);
                for sign in SIGNS.into_iter().filter(|sign| sign.corners().len() == path.corners) {
                    see(&mut swatches, Mark::Sign(sign, colour), opacity, 1.0, &path);
                }
            }
            Step::Stroke { stroke, colour, width_factor, .. } if path.is_shown => {
                path.has_casing |= stroke == StrokeId::Casing;
                let mark = if stroke == StrokeId::DotEdge { Mark::Dot(colour) } else { Mark::Line(stroke, colour) };
                see(&mut swatches, mark, opacity, f64::from(width_factor), &path);
            }
            _ => {}
        }
    }
    swatches.retain(|s| s.opacity > 0.0);
    swatches
}

/// Whether a step of the line meets the area. Steps are short, so their boxes tell.
fn meets(points: &[f32], area: Rect) -> bool {
    let at = |i: usize| points.get(2 * i).zip(points.get(2 * i + 1)).map(|(x, y)| (f64::from(*x), f64::from(*y)));
    let mut last = at(0);
    (0..points.len() / 2).any(|i| {
        let (Some(a), Some(b)) = (last, at(i)) else { return false };
        last = Some(b);
        Rect::new(a.0.min(b.0), a.1.min(b.1), a.0.max(b.0), a.1.max(b.1)).grown(0.5).overlaps(&area)
    })
}

/// Keeps how the mark looks, if it is stronger than before.
fn see(swatches: &mut [Swatch], mark: Mark, opacity: f64, width_factor: f64, path: &Path) {
    for swatch in swatches.iter_mut().filter(|s| s.key.mark == mark && s.opacity < opacity) {
        swatch.opacity = opacity;
        swatch.width_factor = width_factor;
        swatch.fill = path.filled.unwrap_or(Colour::Sea);
        swatch.has_casing = path.has_casing;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carto::PlaneSink;
    use crate::plane::Point;

    fn key(mark: Mark) -> Key {
        Key { mark, label: format!("{mark:?}"), note: String::new() }
    }

    fn line(list: &mut DisplayList, x: f64) {
        list.path();
        list.move_to(Point::new(x, 10.0));
        list.line_to(Point::new(x + 20.0, 10.0));
    }

    #[test]
    fn only_what_is_drawn_in_the_picture_is_named_as_it_is_drawn() {
        let (route, service) =
            (Mark::Line(StrokeId::Proposed, Colour::RouteFirst), Mark::Line(StrokeId::InService, Colour::Service));
        let (ring, ice) = (Mark::Dot(Colour::DotEdge), Mark::Area(Colour::Ice));
        let mut list = DisplayList::default();
        list.alpha(0.28);
        line(&mut list, 0.0);
        list.stroke(StrokeId::Proposed, Colour::RouteFirst, 1.0, 0.0);
        list.alpha(0.9);
        line(&mut list, 90.0);
        list.stroke(StrokeId::Casing, Colour::Casing, 0.8, 0.0);
        list.stroke(StrokeId::Proposed, Colour::RouteFirst, 1.25, 0.0);
        line(&mut list, 101.0);
        list.stroke(StrokeId::InService, Colour::Service, 0.75, 0.0);
        list.path();
        list.circle(Point::new(50.0, 50.0), 4.0);
        list.fill(Colour::Dot);
        list.stroke(StrokeId::DotEdge, Colour::DotEdge, 1.0, 0.0);
        let [flag, narrows, dot] = [Sign::Flag, Sign::Narrows, Sign::Dot].map(|sign| Mark::Sign(sign, Colour::Mark));
        list.path();
        list.move_to(Point::new(50.0, 50.0));
        [(54.0, 58.0), (46.0, 58.0)].into_iter().for_each(|(x, y)| list.line_to(Point::new(x, y)));
        list.close();
        list.fill(Colour::Mark);
        let keys = [ring, service, ice, route, narrows, dot, flag].map(key);
        let found = in_use(&list, Rect::new(0.0, 0.0, 100.0, 100.0), &keys);
        assert_eq!(found.iter().map(|s| s.key.mark).collect::<Vec<_>>(), [ring, route, flag]);
        assert!((found[1].opacity - 0.9).abs() < 1e-6 && found[1].width_factor == 1.25 && found[1].has_casing);
        assert!(found[0].fill == Colour::Dot && !found[0].has_casing);
    }
}
