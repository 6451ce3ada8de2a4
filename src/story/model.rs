//! A story and its steps, without words.

use super::StoryText;

/// How a value of a chart came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Somebody measured it.
    Measured,
    /// Whoever plans or sells it says so.
    Claimed,
    /// Worked out from the lines of the map.
    Modelled,
    /// What nature allows.
    Limit,
}

impl RowKind {
    /// The words of a file.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("measured", Self::Measured),
        ("claimed", Self::Claimed),
        ("modelled", Self::Modelled),
        ("limit", Self::Limit),
    ];

    /// The word of a file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// A bar of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name in the texts.
    pub id: String,
    /// In the chart's unit.
    pub value: f64,
    /// How the value came about.
    pub kind: RowKind,
    /// Where it is from.
    pub sources: Vec<String>,
}

/// Values side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// `ms`, `km`, `tbps` or `percent`.
    pub unit: &'static str,
    /// The bars, from the top.
    pub rows: Vec<Row>,
}

impl Chart {
    /// The units that a chart may have.
    pub const UNITS: &'static [(&'static str, &'static str)] = &[("ms", "ms"), ("km", "km")];

    /// The largest value; 1 where all are 0.
    #[must_use]
    pub fn most(&self) -> f64 {
        let most = self.rows.iter().map(|row| row.value).fold(0.0, f64::max);
        if most > 0.0 { most } else { 1.0 }
    }
}

/// One step: what the map shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// Its name in the texts.
    pub id: String,
    /// Keys and values of the state, those that are not at their defaults.
    pub state: Vec<(String, String)>,
    /// Where its facts are from.
    pub sources: Vec<String>,
    /// Values side by side.
    pub chart: Option<Chart>,
}

/// A tour.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// Its name in links.
    pub id: String,
    /// The file that it is from.
    pub file: String,
    /// The languages that have a file of words beside it.
    pub languages: Vec<String>,
    /// Words that the file itself carries, by language.
    pub texts: Vec<StoryText>,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

impl Story {
    /// The keys of a step's state that a story leaves alone: how the page looks, and where in which tour it is.
    pub const OWN_KEYS: [&'static str; 5] = ["lang", "theme", "ui", "story", "step"];

    /// The place of a step, by its id or by its number from 1.
    #[must_use]
    pub fn place(&self, step: &str) -> Option<usize> {
        let by_number = || step.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|i| *i < self.steps.len());
        self.steps.iter().position(|s| s.id == step).or_else(by_number)
    }

    /// The language to read it in: the one wanted, English, or the first that it has.
    #[must_use]
    pub fn language(&self, wanted: &str) -> Option<&str> {
        let all = || self.languages.iter().map(String::as_str).chain(self.texts.iter().map(|t| t.lang.as_str()));
        all().find(|l| *l == wanted).or_else(|| all().find(|l| *l == "en")).or_else(|| all().next())
    }
}
