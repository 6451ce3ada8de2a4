//! How long ways through the sea take in the browser: from a question of the page to the line, and in the worker alone.

use super::SIZE;
use crate::browser::{Browser, Habits};
use crate::page::Page;
use crate::server::{Running, Site};
use serde_json::json;
use std::time::Duration;

/// Ways, by the key of a link: near, far, round a continent, out of the ice.
const WAYS: [(&str, &str); 5] = [
    ("Odesa – Piraeus", "30.75/46.49,23.63/37.94"),
    ("Bergen – Tokyo", "5.32/60.39,139.78/35.63"),
    ("Marseille – Mumbai, round the Cape", "5.36/43.3,72.82/18.93"),
    ("Bergen – Tokyo, out of the ice of September", "5.32/60.39,139.78/35.63,ice:september"),
    ("Lisbon – New York, 50 km off the shore", "place:lisbon,place:new-york,off:50"),
];

/// How often each is asked; the median counts.
const TIMES: usize = 5;

/// Opens the planner, asks for each way and prints a table; the first question waits for the waters.
pub(super) async fn run() {
    let site = Site::default();
    let page =
        Page::new(Browser::start(Habits::default(), 1.0).await, Running::start(&site), None, Habits::default()).await;
    // The first question waits for the waters, on a busy machine for long.
    if let Err(error) = page.driver().set_script_timeout(Duration::from_mins(2)).await {
        return println!("{error}");
    }
    page.resize(SIZE, 1.0).await;
    page.open_ready("").await;
    println!("\n## Ways by water, in milliseconds\n\n| way | from question to line | in the worker |\n|---|---:|---:|");
    println!("| the first, with the waters fetched and read | {:.0} | |", ask(&page, WAYS[0].1).await.0);
    for (name, plan) in WAYS {
        let mut all = Vec::new();
        for _ in 0..TIMES {
            all.push(ask(&page, plan).await);
        }
        let median = |mut numbers: Vec<f64>| {
            numbers.sort_by(f64::total_cmp);
            numbers[TIMES / 2]
        };
        let whole = median(all.iter().map(|a| a.0).collect());
        let worker = median(all.iter().map(|a| a.1).collect());
        println!("| {name} | {whole:.0} | {worker:.0} |");
    }
}

/// Asks for a way and takes it back; milliseconds from the question to the line on the page, and in the worker.
async fn ask(page: &Page, plan: &str) -> (f64, f64) {
    let script = "const start = performance.now();
        const look = () => {
            const way = document.querySelector('#plan [data-ms]');
            if (!way) return requestAnimationFrame(look);
            const answer = [performance.now() - start, Number(way.dataset.ms)];
            cableMap.setState({ plan: null });
            const gone = () => (document.querySelector('#plan [data-ms]') ? requestAnimationFrame(gone) : done(answer));
            gone();
        };
        cableMap.setState({ plan });
        look();";
    let script = format!("const plan = arguments[0]; return new Promise((done) => {{ {script} }})");
    page.script(&script, vec![json!(plan)]).await
}
