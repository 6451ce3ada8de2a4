//! How long the page's instruments think: questions to the connectivity panel, and ways by water of the planner.

use super::{Plan, SIZE};
use crate::browser::{Browser, Habits};
use crate::page::Page;
use crate::server::{Running, Site};
use serde_json::{Value, json};
use std::time::Duration;

/// What an answer may take, in milliseconds: of the network, of the waters; and for how long the page may be kept.
const NETWORK_MS: f64 = 50.0;
const WATERS_MS: f64 = 100.0;
const KEPT_MS: f64 = 50.0;
/// Browsers report no task that keeps the page for less than this.
const REPORTED_MS: f64 = 50.0;

/// A panel and what it is asked; each answer differs from the one before. The first question only opens it.
struct Panel {
    name: &'static str,
    panel: &'static str,
    /// Where its answer stands.
    words: &'static str,
    limit_ms: f64,
    questions: fn() -> Vec<Value>,
}

const PANELS: [Panel; 3] = [
    Panel { name: "comparing two places", panel: "#lab", words: ".bars", limit_ms: NETWORK_MS, questions: pairs },
    Panel { name: "after a cut", panel: "#lab", words: ".bars", limit_ms: NETWORK_MS, questions: cuts },
    Panel { name: "a way by water", panel: "#plan", words: ".finding", limit_ms: WATERS_MS, questions: ways },
];

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

fn ways() -> Vec<Value> {
    let way = |what: &str| json!({ "plan": what });
    [
        "place:helsinki,place:tokyo",
        "landing:bergen-no,place:tokyo",
        "landing:bergen-no,place:tokyo,ice:september",
        "place:lisbon,place:mumbai",
        "place:dublin,place:new-york",
        "place:london,place:singapore",
        "landing:bergen-no,-60/70,place:tokyo",
    ]
    .map(way)
    .to_vec()
}

/// Asks each panel in a page of its own and prints the table.
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
    for panel in &PANELS {
        eprintln!("  {}", panel.name);
        let site = Site::default();
        let browser = Browser::start(Habits::default(), 1.0).await;
        let page = Page::new(browser, Running::start(&site), None, Habits::default()).await;
        page.driver().set_script_timeout(Duration::from_mins(10)).await.expect("a limit of time");
        page.resize(SIZE, 1.0).await;
        page.open_ready("").await;
        let ask = include_str!("../../../../benches/compare/answers.js");
        let asked = vec![json!(panel.panel), json!(panel.words), json!((panel.questions)())];
        let answers: Vec<Value> = page.script(ask, asked).await;
        print(panel, &answers);
    }
}

fn print(panel: &Panel, answers: &[Value]) {
    let all = |key: &str| -> Vec<f64> {
        let mut values: Vec<f64> = answers.iter().filter_map(|a| a[key].as_f64()).collect();
        values.sort_by(f64::total_cmp);
        values
    };
    let most = |values: &[f64]| values.last().copied().unwrap_or(f64::NAN);
    let (first, whole, kept) = (all("first"), all("whole"), most(&all("longest")));
    let word = |kept: bool| if kept { "kept" } else { "missed" };
    println!(
        "| {} | {} | {:.0} | {:.0} | {:.0}: {} | {:.0} | {}: {} |",
        panel.name,
        answers.len(),
        first.get(first.len() / 2).copied().unwrap_or(f64::NAN),
        most(&first),
        panel.limit_ms,
        word(most(&first) <= panel.limit_ms),
        most(&whole),
        if kept > 0.0 { format!("{kept:.0}") } else { format!("< {REPORTED_MS:.0}") },
        word(kept <= KEPT_MS),
    );
}
