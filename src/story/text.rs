//! The words of a story in one language.

use super::{Step, Story};
use crate::geodata::reader::Node;
use crate::geodata::{Code, Level, Problem, Report, json};

/// The words of a chart: its title, and the name of each bar by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartText {
    /// What is compared.
    pub title: String,
    /// The bars' names by their ids.
    pub rows: Vec<(String, String)>,
}

impl ChartText {
    /// The name of a bar; its id where it has none.
    #[must_use]
    pub fn row<'a>(&'a self, id: &'a str) -> &'a str {
        self.rows.iter().find(|(known, _)| known == id).map_or(id, |(_, name)| name)
    }
}

/// The words of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepText {
    /// The step that they are of.
    pub id: String,
    /// A few words.
    pub title: String,
    /// Some sentences for everybody.
    pub caption: String,
    /// What the presenter may say besides; may be empty.
    pub notes: String,
    /// Something to think about; may be empty.
    pub question: String,
    /// What can be answered; may be empty.
    pub answer: String,
    /// The words of the chart.
    pub chart: ChartText,
}

/// The words of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryText {
    /// The language by BCP 47.
    pub lang: String,
    /// The story's name.
    pub title: String,
    /// What it is about, in a sentence or two; may be empty.
    pub summary: String,
    /// The words of the steps.
    pub steps: Vec<StepText>,
}

impl StoryText {
    /// The words of a step; its id where there are none.
    #[must_use]
    pub fn step(&self, id: &str) -> StepText {
        let none = || StepText { id: id.to_owned(), title: id.to_owned(), ..StepText::default() };
        self.steps.iter().find(|s| s.id == id).cloned().unwrap_or_else(none)
    }
}

/// Whether a text can be a language's tag.
pub(super) fn is_tag(tag: &str) -> bool {
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    tag.len() <= 35 && tag.starts_with(|c: char| c.is_ascii_lowercase()) && tag.split('-').all(is_part)
}

/// The words of a file beside a story; none where anything in it is an error. A step without words is one.
#[must_use]
pub fn read_text(file: &str, bytes: &[u8], lang: &str, story: &Story) -> (Option<StoryText>, Vec<Problem>) {
    let mut report = Report::new(file);
    let text = match json::parse(file, bytes) {
        Ok(value) => Node::new(&value, "", &mut report).and_then(|node| {
            let text = whole(&node, lang, &mut report);
            compare(text.as_ref(), &story.steps, "", &mut report);
            text
        }),
        Err(problem) => {
            report.problems.push(problem);
            None
        }
    };
    let is_broken = report.problems.iter().any(|p| p.level == Level::Error);
    (text.filter(|_| !is_broken), report.problems)
}

/// The words that a story carries itself: `{"text": {"en": {…}}}`.
pub(super) fn texts_inside(node: &Node<'_>, steps: &[Step], report: &mut Report) -> Vec<StoryText> {
    if node.get("text").is_none() {
        return Vec::new();
    }
    let Some(all) = node.object("text", report) else { return Vec::new() };
    let mut texts = Vec::new();
    for lang in all.map.keys().map(str::to_owned).collect::<Vec<_>>() {
        if !is_tag(&lang) {
            report.add(Code::BadId, &all.at(&lang), &[&lang]);
            continue;
        }
        let Some(inside) = all.object(&lang, report) else { continue };
        let text = whole(&inside, &lang, report);
        compare(text.as_ref(), steps, &inside.path, report);
        texts.extend(text);
    }
    texts
}

fn whole(node: &Node<'_>, lang: &str, report: &mut Report) -> Option<StoryText> {
    node.known(&["$schema", "title", "summary", "steps"], report);
    let title = node.text("title", report);
    let summary = optional(node, "summary", report);
    let list = node.object("steps", report)?;
    let ids: Vec<String> = list.map.keys().map(str::to_owned).collect();
    let steps = ids.into_iter().filter_map(|id| list.object(&id, report).and_then(|n| step(&n, id, report))).collect();
    Some(StoryText { lang: lang.to_owned(), title: title?, summary, steps })
}

fn step(node: &Node<'_>, id: String, report: &mut Report) -> Option<StepText> {
    node.known(&["title", "caption", "notes", "question", "answer", "chart"], report);
    let (title, caption) = (node.text("title", report), node.text("caption", report));
    let [notes, question, answer] = ["notes", "question", "answer"].map(|key| optional(node, key, report));
    let chart = if node.get("chart").is_some() { chart(node, report) } else { None };
    Some(StepText { id, title: title?, caption: caption?, notes, question, answer, chart: chart.unwrap_or_default() })
}

fn chart(node: &Node<'_>, report: &mut Report) -> Option<ChartText> {
    let node = node.object("chart", report)?;
    node.known(&["title", "rows"], report);
    let title = node.text("title", report);
    let list = node.object("rows", report)?;
    let ids: Vec<String> = list.map.keys().map(str::to_owned).collect();
    let rows = ids.into_iter().filter_map(|id| list.text(&id, report).map(|name| (id, name))).collect();
    Some(ChartText { title: title?, rows })
}

/// A text that may be left out.
fn optional(node: &Node<'_>, key: &str, report: &mut Report) -> String {
    if node.get(key).is_some() { node.text(key, report).unwrap_or_default() } else { String::new() }
}

/// Notes where words and steps are not of each other.
fn compare(text: Option<&StoryText>, steps: &[Step], path: &str, report: &mut Report) {
    let Some(text) = text else { return };
    let at = |rest: &str| if path.is_empty() { rest.to_owned() } else { [path, ".", rest].concat() };
    for step in steps {
        let place = at(&["steps.", &step.id].concat());
        let Some(words) = text.steps.iter().find(|t| t.id == step.id) else {
            report.add(Code::MissingProperty, &place, &[]);
            continue;
        };
        for row in step.chart.iter().flat_map(|c| &c.rows) {
            if words.chart.rows.iter().all(|(id, _)| *id != row.id) {
                report.add(Code::MissingProperty, &[&place, ".chart.rows.", &row.id].concat(), &[]);
            }
        }
    }
    for words in text.steps.iter().filter(|t| steps.iter().all(|s| s.id != t.id)) {
        report.add(Code::UnknownProperty, &at(&["steps.", &words.id].concat()), &[]);
    }
}
