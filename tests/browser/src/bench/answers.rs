//! How long the connectivity panel thinks about a question.

use super::{Plan, SIZE};
use crate::browser::{Browser, Habits};
use crate::page::Page;
use crate::server::{Running, Site};
use serde_json::{Value, json};
use std::time::Duration;

/// What an answer may take, in milliseconds, and for how long the page may be kept.
const ANSWER_MS: f64 = 50.0;
const KEPT_MS: f64 = 50.0;
/// Browsers report no task that keeps the page for less than this.
const REPORTED_MS: f64 = 50.0;

/// Questions of one kind; each answer differs from the one before. The first only opens the panel.
type Questions = (&'static str, fn() -> Vec<Value>);

const QUESTIONS: [Questions; 2] = [("comparing two places", pairs), ("after a cut", cuts)];

fn pairs() -> Vec<Value> {
    let pair = |(from, to): (&str, &str)| json!({ "from": format!("place:{from}"), "to": format!("place:{to}") });
    [("helsinki", "tokyo"), ("london", "tokyo"), ("helsinki", "singapore"), ("london", "new-york"), ("oslo", "seoul")]
        .into_iter()
        .chain([("paris", "sydney"), ("lisbon", "tokyo"), ("stockholm", "hong-kong"), ("dublin", "mumbai")])
        .map(pair)
        .collect()
}

fn cuts() -> Vec<Value> {
    let cut = |what: &str| json!({ "from": "place:london", "to": "place:tokyo", "cut": what });
    ["", "chokepoint:bab-el-mandeb", "chokepoint:bering-strait", "", "chokepoint:suez-land-bridge"].map(cut).to_vec()
}

/// Asks each kind in a page of its own and prints the table.
pub(super) async fn run(plan: &Plan) {
    if !plan.only.is_empty() && !plan.only.iter().any(|part| "answers".contains(part.as_str())) {
        return;
    }
    println!(
        "\nAnswers, milliseconds from the question until the panel says it, of so many questions; until all of the \
         panel is there; and the longest that the page's thread was kept (less than {REPORTED_MS:.0} is not reported).\n"
    );
    println!("| question | asked | median | longest | limit | all of it | page kept |");
    println!("| --- | --: | --: | --: | --: | --: | --: |");
    for (name, questions) in QUESTIONS {
        eprintln!("  {name}");
        let site = Site::default();
        let browser = Browser::start(Habits::default(), 1.0).await;
        let page = Page::new(browser, Running::start(&site), None, Habits::default()).await;
        page.driver().set_script_timeout(Duration::from_mins(10)).await.expect("a limit of time");
        page.resize(SIZE, 1.0).await;
        page.open_ready("").await;
        let ask = include_str!("../../../../benches/compare/answers.js");
        let asked = vec![json!("#lab"), json!(".bars"), json!(questions())];
        let answers: Vec<Value> = page.script(ask, asked).await;
        print(name, &answers);
    }
}

fn print(name: &str, answers: &[Value]) {
    let all = |key: &str| -> Vec<f64> {
        let mut values: Vec<f64> = answers.iter().filter_map(|a| a[key].as_f64()).collect();
        values.sort_by(f64::total_cmp);
        values
    };
    let most = |values: &[f64]| values.last().copied().unwrap_or(f64::NAN);
    let (first, whole, kept) = (all("first"), all("whole"), most(&all("longest")));
    let word = |kept: bool| if kept { "kept" } else { "missed" };
    println!(
        "| {name} | {} | {:.0} | {:.0} | {ANSWER_MS:.0}: {} | {:.0} | {}: {} |",
        answers.len(),
        first.get(first.len() / 2).copied().unwrap_or(f64::NAN),
        most(&first),
        word(most(&first) <= ANSWER_MS),
        most(&whole),
        if kept > 0.0 { format!("{kept:.0}") } else { format!("< {REPORTED_MS:.0}") },
        word(kept <= KEPT_MS),
    );
}
