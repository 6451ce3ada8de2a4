//! The map: where things are on it, what it says of itself, what colour its pixels have.

use super::Page;
use serde::Deserialize;
use serde_json::{Value, json};

/// A point in CSS pixels from the map's top left corner.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(from = "[f64; 2]")]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl From<[f64; 2]> for Point {
    fn from([x, y]: [f64; 2]) -> Self {
        Self { x, y }
    }
}

impl Point {
    /// A point.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// How far another one is.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// What `problems()` holds.
#[derive(Clone, Debug, Deserialize)]
pub struct Problem {
    /// `error` or `warning`.
    pub level: String,
    /// Its code.
    pub code: String,
    /// What it says, in the page's language.
    pub message: String,
    /// Where it is.
    #[serde(rename = "where")]
    pub place: String,
}

/// What `stats()` holds.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Stats {
    /// Frames since the page began.
    pub frames: f64,
    /// Vertices of the last.
    pub vertices: f64,
    /// Milliseconds of script of the last.
    pub script_ms: f64,
    /// When it was painted.
    pub painted_at: f64,
}

impl Page {
    /// The pixel of a longitude and a latitude; fails where it is not on the map.
    pub async fn project(&self, [lon, lat]: [f64; 2]) -> Point {
        let point: Option<Point> = self.script("return cableMap.project(arguments[0])", vec![json!([lon, lat])]).await;
        point.unwrap_or_else(|| panic!("{lon}, {lat} is not on the map"))
    }

    /// The longitude and latitude of a pixel; fails where that is outside the map.
    pub async fn unproject(&self, at: Point) -> [f64; 2] {
        let place: Option<[f64; 2]> =
            self.script("return cableMap.unproject(arguments[0])", vec![json!([at.x, at.y])]).await;
        place.unwrap_or_else(|| panic!("{at:?} is outside the map"))
    }

    /// The state, defaults left out.
    pub async fn state(&self) -> Value {
        self.script("return cableMap.getState()", vec![]).await
    }

    /// One value of the state; empty when it is the default.
    pub async fn state_of(&self, key: &str) -> String {
        self.state().await[key].as_str().unwrap_or_default().to_owned()
    }

    /// Sets a part of the state; the answer is the whole.
    pub async fn set_state(&self, partial: Value) -> Value {
        self.script("return cableMap.setState(arguments[0])", vec![partial]).await
    }

    /// Zoom and turn, defaults filled in.
    pub async fn zoom_and_turn(&self) -> (f64, f64) {
        let at = self.state_of("at").await;
        let mut numbers = at.split(',').skip(2).map(|n| n.parse().expect("a number"));
        (numbers.next().unwrap_or(0.0), numbers.next().unwrap_or(0.0))
    }

    /// What went wrong.
    pub async fn problems(&self) -> Vec<Problem> {
        self.script("return cableMap.problems()", vec![]).await
    }

    /// What the last frame cost.
    pub async fn stats(&self) -> Stats {
        self.script("return cableMap.stats()", vec![]).await
    }

    /// The value of `data-state` on the map.
    pub async fn phase(&self) -> String {
        self.script("return document.querySelector('#map').dataset.state", vec![]).await
    }

    /// The colour that most of the pixels within `reach` of a point have, as `#rrggbb`.
    pub async fn colour_at(&self, at: Point, reach: u32) -> String {
        let script = "const [x, y, reach] = arguments, canvas = document.querySelector('#canvas');
            const ratio = canvas.width / canvas.clientWidth, side = Math.max(1, Math.round((2 * reach + 1) * ratio));
            const data = canvas.getContext('2d').getImageData((x - reach) * ratio, (y - reach) * ratio, side, side).data;
            const counts = new Map();
            for (let i = 0; i < data.length; i += 4) {
              const hex = '#' + [...data.slice(i, i + 3)].map((v) => v.toString(16).padStart(2, '0')).join('');
              counts.set(hex, (counts.get(hex) ?? 0) + 1);
            }
            return [...counts].sort((a, b) => b[1] - a[1])[0][0];";
        self.script(script, vec![json!(at.x), json!(at.y), json!(reach)]).await
    }

    /// How many device pixels of a rectangle have a colour of the theme, each channel within 24.
    pub async fn count_pixels(&self, from: Point, to: Point, role: &str) -> u64 {
        let script = "const [x0, y0, x1, y1, want] = arguments, canvas = document.querySelector('#canvas');
            const ratio = canvas.width / canvas.clientWidth;
            const data = canvas.getContext('2d').getImageData(x0 * ratio, y0 * ratio, (x1 - x0) * ratio, (y1 - y0) * ratio).data;
            const [r, g, b] = [1, 3, 5].map((i) => parseInt(want.slice(i, i + 2), 16));
            let count = 0;
            for (let i = 0; i < data.length; i += 4) {
              if (Math.abs(data[i] - r) < 24 && Math.abs(data[i + 1] - g) < 24 && Math.abs(data[i + 2] - b) < 24) count += 1;
            }
            return count;";
        let colour = self.theme_colour(role).await;
        self.script(script, vec![json!(from.x), json!(from.y), json!(to.x), json!(to.y), json!(colour)]).await
    }

    /// A colour of the map in the theme that the page has now, as `#rrggbb`.
    pub async fn theme_colour(&self, role: &str) -> String {
        let script =
            "return getComputedStyle(document.documentElement).getPropertyValue(`--map-${arguments[0]}`).trim()";
        self.script(script, vec![json!(role)]).await
    }
}
