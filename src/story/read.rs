//! JSON → stories, with every problem named by file, step and property.

use super::text::texts_inside;
use super::{Chart, Row, RowKind, Step, Story};
use crate::app::AppState;
use crate::app::url::{from_pairs, names};
use crate::geodata::reader::{self, Node, item};
use crate::geodata::{Code, Level, Problem, Report, json};
use crate::json::Value;

/// The folder of stories on the site.
pub const FOLDER: &str = "stories/";
/// The list of stories.
pub const INDEX: &str = "stories/index.json";

/// The most steps of a story.
const MAX_STEPS: usize = 200;
/// The largest value of a chart.
const MAX_VALUE: f64 = 1e9;

/// The file with a story's words in a language.
#[must_use]
pub fn text_file(id: &str, lang: &str) -> String {
    [FOLDER, "text/", id, ".", lang, ".json"].concat()
}

/// The files of the stories, in order, and what is wrong with the list.
#[must_use]
pub fn read_index(file: &str, bytes: &[u8]) -> (Vec<String>, Vec<Problem>) {
    let mut report = Report::new(file);
    let files = json::parse(file, bytes).map_err(|p| report.problems.push(p)).ok().and_then(|value| {
        let node = Node::new(&value, "", &mut report)?;
        node.known(&["$schema", "stories"], &mut report);
        node.list("stories", &mut report)?;
        node.texts("stories", &mut report)
    });
    let mut stories = Vec::new();
    for (i, name) in files.unwrap_or_default().into_iter().enumerate() {
        let path = item("stories", i);
        let is_inside =
            !name.starts_with('/') && name.ends_with(".json") && !name.contains("..") && !name.contains(':');
        if !is_inside {
            report.add(Code::BadPath, &path, &[&name]);
        } else if stories.contains(&name) {
            report.add(Code::DuplicateId, &path, &[&name]);
        } else {
            stories.push(name);
        }
    }
    (stories, report.problems)
}

/// The story of a file; none where anything in it is an error.
#[must_use]
pub fn read(file: &str, bytes: &[u8]) -> (Option<Story>, Vec<Problem>) {
    let mut report = Report::new(file);
    let story = match json::parse(file, bytes) {
        Ok(value) => story(&value, &mut report),
        Err(problem) => {
            report.problems.push(problem);
            None
        }
    };
    let is_broken = report.problems.iter().any(|p| p.level == Level::Error);
    (story.filter(|_| !is_broken), report.problems)
}

fn story(value: &Value, report: &mut Report) -> Option<Story> {
    let node = Node::new(value, "", report)?;
    node.known(&["$schema", "id", "languages", "text", "steps"], report);
    let id = node.id("id", report);
    let languages = node.texts("languages", report).unwrap_or_default();
    for (i, lang) in languages.iter().enumerate() {
        if !super::text::is_tag(lang) {
            report.add(Code::BadId, &item("languages", i), &[lang]);
        }
    }
    let mut steps: Vec<Step> = Vec::new();
    let list = node.list("steps", report)?;
    if list.is_empty() || list.len() > MAX_STEPS {
        let count = list.len().to_string();
        report.add(Code::NumberOutOfRange, "steps", &[&count, "1", &MAX_STEPS.to_string()]);
    }
    for (i, value) in list.iter().take(MAX_STEPS).enumerate() {
        report.feature = Some(["#", &(i + 1).to_string()].concat());
        let step = step(value, report);
        if let Some(step) = step {
            if steps.iter().any(|s| s.id == step.id) {
                report.add(Code::DuplicateId, "id", &[&step.id]);
            }
            steps.push(step);
        }
        report.feature = None;
    }
    let texts = texts_inside(&node, &steps, report);
    if languages.is_empty() && texts.is_empty() {
        report.add(Code::MissingProperty, "languages", &[]);
    }
    Some(Story { id: id?, file: report.file.clone(), languages, texts, steps })
}

fn step(value: &Value, report: &mut Report) -> Option<Step> {
    let node = Node::new(value, "", report)?;
    let id = node.id("id", report)?;
    report.feature = Some(id.clone());
    node.known(&["id", "state", "sources", "chart"], report);
    let state = state(&node, report).unwrap_or_default();
    let sources = node.texts("sources", report).unwrap_or_default();
    let chart = node.get("chart").and_then(|value| chart(value, report));
    Some(Step { id, state, sources, chart })
}

/// The keys and values of a state, as a link has them.
fn state(node: &Node<'_>, report: &mut Report) -> Option<Vec<(String, String)>> {
    let node = node.object("state", report)?;
    let mut pairs = Vec::new();
    for (key, value) in node.map.iter() {
        let path = node.at(key);
        let Some(text) = reader::text(value, &path, report) else { continue };
        if Story::OWN_KEYS.contains(&key) || !names().any(|name| name == key) {
            report.add(Code::UnknownProperty, &path, &[]);
            continue;
        }
        pairs.push((key.to_owned(), text));
    }
    let given = pairs.iter().map(|(k, v)| (k.as_str(), v.as_str()));
    for problem in from_pairs(&AppState::default(), given).1 {
        let form = crate::app::url::KEYS.iter().find(|k| k.name == problem.key).map_or("", |k| k.form);
        report.add(Code::UnknownValue, &node.at(problem.key), &[&problem.value, form]);
    }
    Some(pairs)
}

fn chart(value: &Value, report: &mut Report) -> Option<Chart> {
    let node = Node::new(value, "chart", report)?;
    node.known(&["unit", "rows"], report);
    let unit = node.one_of("unit", Chart::UNITS, Code::UnknownUnit, report);
    let mut rows: Vec<Row> = Vec::new();
    for (i, value) in node.list("rows", report)?.iter().enumerate() {
        let Some(row) = row(value, &item("chart.rows", i), report) else { continue };
        if rows.iter().any(|r| r.id == row.id) {
            report.add(Code::DuplicateId, &item("chart.rows", i), &[&row.id]);
        }
        rows.push(row);
    }
    Some(Chart { unit: unit?, rows })
}

fn row(value: &Value, path: &str, report: &mut Report) -> Option<Row> {
    let node = Node::new(value, path, report)?;
    node.known(&["id", "value", "kind", "sources"], report);
    let id = node.id("id", report);
    let value = node.number("value", 0.0, MAX_VALUE, report);
    let kind = node.one_of("kind", RowKind::NAMES, Code::UnknownValue, report);
    let sources = node.texts("sources", report).unwrap_or_default();
    if sources.is_empty() {
        report.add(Code::ClaimWithoutSource, path, &[]);
    }
    Some(Row { id: id?, value: value?, kind: kind?, sources })
}
