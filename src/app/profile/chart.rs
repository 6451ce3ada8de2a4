//! A profile as shapes of a drawing: axes with round numbers, water, seabed, ice, chokepoints.

use super::Profile;
use crate::decimal;
use crate::i18n::{Msg, Words};

/// Size of the drawing, in its own units, which are pixels of a panel of usual width.
const SIZE: (f64, f64) = (312.0, 176.0);
/// Where the plot begins and ends.
const LEFT: f64 = 40.0;
const RIGHT: f64 = SIZE.0 - 8.0;
const TOP: f64 = 34.0;
const BOTTOM: f64 = SIZE.1 - 22.0;
/// Heights of the bars of ice, March above September, and of chokepoints.
const ICE_Y: [f64; 2] = [20.0, 26.0];
const ICE_HEIGHT: f64 = 4.0;
/// A bar is at least so wide.
const LEAST: f64 = 2.5;

/// A shape: the name of its class, an SVG path, or a text with its place.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A path.
    Path(&'static str, String),
    /// A text: class, x, y, words.
    Text(&'static str, f64, f64, String),
}

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// Its shapes, from the bottom up.
    pub shapes: Vec<Shape>,
    /// Kilometres and metres that its axes hold.
    most: (f64, f64),
}

impl Chart {
    /// Width and height.
    pub const SIZE: (f64, f64) = SIZE;

    /// Where the plot ends below.
    pub const BOTTOM: f64 = BOTTOM;

    /// The place of a point in it; one whose depth is not known is at the surface.
    #[must_use]
    pub fn place(&self, km: f64, depth_m: Option<f64>) -> (f64, f64) {
        (self.x(km), self.y(depth_m.unwrap_or(0.0)))
    }

    fn x(&self, km: f64) -> f64 {
        LEFT + (RIGHT - LEFT) * km / self.most.0.max(1e-9)
    }

    fn y(&self, depth_m: f64) -> f64 {
        TOP + (BOTTOM - TOP) * (depth_m / self.most.1.max(1e-9)).clamp(0.0, 1.0)
    }
}

/// The drawing of a profile.
#[must_use]
pub fn chart(profile: &Profile, words: &Words<'_>) -> Chart {
    let length = profile.points.last().map_or(0.0, |p| p.km);
    let deepest = profile.points.iter().filter_map(|p| p.depth_m).fold(0.0, f64::max);
    let depths = ticks(deepest.max(10.0) * 1.04, 4);
    let most = depths.last().copied().unwrap_or_default().max(deepest);
    let mut chart = Chart { shapes: Vec::new(), most: (length, most) };
    let mut shapes = Vec::new();
    for depth in &depths {
        let y = chart.y(*depth);
        shapes.push(Shape::Path("grid", ["M", &n(LEFT), " ", &n(y), "H", &n(RIGHT)].concat()));
        shapes.push(Shape::Text("tick depth", LEFT - 5.0, y + 4.0, words.number(*depth, 0)));
    }
    water(&chart, profile, &mut shapes);
    for span in &profile.chokepoints {
        shapes.push(Shape::Path("choke", bar(&chart, span.km, TOP, BOTTOM - TOP)));
    }
    for (month, class) in ["march", "september"].into_iter().enumerate() {
        let bars: String =
            profile.ice_spans(month).into_iter().map(|km| bar(&chart, km, ICE_Y[month], ICE_HEIGHT)).collect();
        if !bars.is_empty() {
            shapes.push(Shape::Path(class, bars));
        }
    }
    for km in ticks(length, 4).into_iter().filter(|km| *km <= length) {
        let x = chart.x(km);
        shapes.push(Shape::Path("axis", ["M", &n(x), " ", &n(BOTTOM), "V", &n(BOTTOM + 4.0)].concat()));
        shapes.push(Shape::Text("tick", x, BOTTOM + 16.0, words.number(km, 0)));
    }
    shapes.push(Shape::Text("title", 0.0, 11.0, words.text(Msg::ProfileDepth).to_owned()));
    shapes.push(Shape::Text("title end", RIGHT, 11.0, words.text(Msg::ProfileDistance).to_owned()));
    chart.shapes = shapes;
    chart
}

/// The water above the seabed, and the seabed's line: one for each run of known depths.
fn water(chart: &Chart, profile: &Profile, shapes: &mut Vec<Shape>) {
    let (mut area, mut line) = (String::new(), String::new());
    let mut open: Option<f64> = None;
    let close = |area: &mut String, x: f64| area.push_str(&["L", &n(x), " ", &n(TOP), "Z"].concat());
    for point in &profile.points {
        let x = chart.x(point.km);
        match (point.depth_m, open) {
            (Some(depth), was) => {
                let (here, y) = (n(x), n(chart.y(depth)));
                if was.is_none() {
                    area.push_str(&["M", &here, " ", &n(TOP)].concat());
                }
                area.push_str(&["L", &here, " ", &y].concat());
                line.push_str(&[if was.is_none() { "M" } else { "L" }, &here, " ", &y].concat());
                open = Some(x);
            }
            (None, Some(last)) => {
                close(&mut area, last);
                open = None;
            }
            (None, None) => {}
        }
    }
    if let Some(last) = open {
        close(&mut area, last);
    }
    shapes.push(Shape::Path("water", area));
    shapes.push(Shape::Path("seabed", line));
    shapes.push(Shape::Path("axis", ["M", &n(LEFT), " ", &n(TOP), "H", &n(RIGHT)].concat()));
}

fn bar(chart: &Chart, (from, to): (f64, f64), y: f64, height: f64) -> String {
    let (x0, x1) = (chart.x(from), chart.x(to));
    let middle = f64::midpoint(x0, x1);
    let half = ((x1 - x0) / 2.0).max(LEAST / 2.0);
    ["M", &n(middle - half), " ", &n(y), "H", &n(middle + half), "v", &n(height), "H", &n(middle - half), "Z"].concat()
}

fn n(value: f64) -> String {
    decimal::write(value, 1)
}

/// Round numbers from 0 up to the first that is not less than `most`, at most `count` steps of 1, 2 or 5 times a power
/// of ten.
fn ticks(most: f64, count: u32) -> Vec<f64> {
    if !(most > 0.0 && most.is_finite()) {
        return vec![0.0];
    }
    let raw = most / f64::from(count);
    let power = 10f64.powf(raw.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(|s| *s >= raw * 0.999).unwrap_or(raw);
    let mut out = vec![0.0];
    while let Some(last) = out.last().copied().filter(|last| *last < most * 0.999) {
        out.push(last + step);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_reach_the_end() {
        assert_eq!(ticks(4300.0, 4), [0.0, 2000.0, 4000.0, 6000.0]);
        assert_eq!(ticks(4000.0, 4), [0.0, 1000.0, 2000.0, 3000.0, 4000.0]);
        assert_eq!(ticks(37.0, 4), [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(ticks(0.0, 4), [0.0]);
        assert_eq!(ticks(f64::NAN, 4), [0.0]);
    }
}
