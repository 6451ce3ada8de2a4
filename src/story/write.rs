//! Stories → JSON, as [`super::read`] takes it, with their words inside.

use super::{ChartText, Step, StepText, Story, StoryText};
use crate::json::{self, Map, Value};

/// The text of a story's file.
#[must_use]
pub fn write(story: &Story) -> String {
    let mut whole = Map::new();
    whole.push("id".to_owned(), text(&story.id));
    let mut words = Map::new();
    for said in &story.texts {
        words.push(said.lang.clone(), Value::Object(text_of(said)));
    }
    whole.push("text".to_owned(), Value::Object(words));
    whole.push("steps".to_owned(), Value::Array(story.steps.iter().map(step).collect()));
    json::write(&Value::Object(whole))
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn texts(all: &[String]) -> Value {
    Value::Array(all.iter().map(|t| text(t)).collect())
}

fn pairs(all: &[(String, String)]) -> Value {
    let mut map = Map::new();
    for (key, value) in all {
        map.push(key.clone(), text(value));
    }
    Value::Object(map)
}

fn step(step: &Step) -> Value {
    let mut map = Map::new();
    map.push("id".to_owned(), text(&step.id));
    map.push("state".to_owned(), pairs(&step.state));
    map.push("sources".to_owned(), texts(&step.sources));
    if let Some(chart) = &step.chart {
        let mut out = Map::new();
        out.push("unit".to_owned(), text(chart.unit));
        let row = |row: &super::Row| {
            let mut map = Map::new();
            map.push("id".to_owned(), text(&row.id));
            map.push("value".to_owned(), Value::Number(row.value));
            map.push("kind".to_owned(), text(row.kind.as_str()));
            map.push("sources".to_owned(), texts(&row.sources));
            Value::Object(map)
        };
        out.push("rows".to_owned(), Value::Array(chart.rows.iter().map(row).collect()));
        map.push("chart".to_owned(), Value::Object(out));
    }
    Value::Object(map)
}

fn text_of(said: &StoryText) -> Map {
    let mut map = Map::new();
    add(&mut map, "title", &said.title);
    add(&mut map, "summary", &said.summary);
    let mut steps = Map::new();
    for step in &said.steps {
        steps.push(step.id.clone(), Value::Object(step_of(step)));
    }
    map.push("steps".to_owned(), Value::Object(steps));
    map
}

fn step_of(step: &StepText) -> Map {
    let mut map = Map::new();
    let all = [("title", &step.title), ("caption", &step.caption), ("notes", &step.notes)];
    for (key, value) in all.into_iter().chain([("question", &step.question), ("answer", &step.answer)]) {
        add(&mut map, key, value);
    }
    if step.chart != ChartText::default() {
        let mut chart = Map::new();
        add(&mut chart, "title", &step.chart.title);
        chart.push("rows".to_owned(), pairs(&step.chart.rows));
        map.push("chart".to_owned(), Value::Object(chart));
    }
    map
}

/// Adds a text that is not empty.
fn add(map: &mut Map, key: &str, value: &str) {
    if !value.is_empty() {
        map.push(key.to_owned(), text(value));
    }
}
