//! The years as a drawing: how many systems begin in each, and when something happened.

use super::profile::Shape;
use super::year::{YEARS, begins};
use crate::cable::{Atlas, Gazetteer, Status, System};
use crate::decimal;

/// Width and height of the drawing, in its own units.
pub const SIZE: (f64, f64) = (470.0, 34.0);
/// How high the tallest bar is.
const TALLEST: f64 = 22.0;
/// Where the dots of events are.
const DOTS_Y: f64 = 29.0;

/// Whether a system is a sea cable that was built, or has a date.
#[must_use]
pub fn is_counted(system: &System) -> bool {
    !matches!(
        system.status.value(),
        Some(Status::Terrestrial | Status::Illustrative | Status::Cancelled | Status::Suspended)
    )
}

/// The sea cables that begin in a year.
pub fn new_in(atlas: &Atlas, year: u16) -> impl Iterator<Item = &System> {
    atlas.systems.iter().filter(move |s| is_counted(s) && begins(s) == Some(year))
}

/// Bars for the systems that begin in each year, and a dot for each year in which something happened.
#[must_use]
pub fn drawing(atlas: &Atlas, gazetteer: &Gazetteer) -> Vec<Shape> {
    let years: Vec<u16> = (YEARS.0..=YEARS.1).collect();
    #[allow(clippy::cast_precision_loss, reason = "some hundred systems at most")]
    let counts: Vec<f64> = years.iter().map(|y| new_in(atlas, *y).count() as f64).collect();
    let most = counts.iter().copied().fold(1.0, f64::max);
    #[allow(clippy::cast_precision_loss, reason = "47 years")]
    let step = SIZE.0 / (years.len() - 1) as f64;
    let n = |v: f64| decimal::write(v, 1);
    let (mut bars, mut dots) = (String::new(), String::new());
    for (year, count) in years.iter().zip(&counts) {
        let x = step * f64::from(year - YEARS.0);
        if *count > 0.0 {
            bars.push_str(&["M", &n(x), " ", &n(TALLEST + 2.0), "v-", &n(TALLEST * count / most)].concat());
        }
        if gazetteer.events.iter().any(|e| e.date.starts_with(&year.to_string())) {
            dots.push_str(&["M", &n(x), " ", &n(DOTS_Y), "h0"].concat());
        }
    }
    vec![Shape::Path("bars", bars), Shape::Path("dots", dots)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_without_systems_has_no_bars() {
        let shapes = drawing(&Atlas::default(), &Gazetteer::default());
        assert_eq!(shapes, [Shape::Path("bars", String::new()), Shape::Path("dots", String::new())]);
    }
}
