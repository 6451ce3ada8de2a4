//! The bench: our map and others draw the same things in the same browser, one after the other, and what it cost them.

mod contender;
mod report;

use crate::browser::{Browser, Habits};
use crate::page::Page;
use crate::server::{Running, Site};
use contender::{Contender, Motion};
use report::Cost;
use serde_json::{Value, json};
use std::path::Path;

/// The inside of the window, in CSS pixels.
const SIZE: (u32, u32) = (1280, 800);
/// Frames of a motion that are measured.
const FRAMES: usize = 240;
/// Frames before, which warm up compilers and caches.
const WARM: usize = 40;

/// Measures every contender in every motion and prints the table. `npm` is the folder with `d3-geo`.
pub async fn run(npm: &Path) {
    let root = crate::places::root();
    let site = Site::default()
        .beside("/compare/npm/", npm.join("node_modules"))
        .beside("/compare/land.geojson", root.join("geodata/basemap/land-50m.geojson"))
        .beside("/compare/", root.join("benches/compare"));
    let server = Running::start(&site);
    let page = Page::new(Browser::start(Habits::default()).await, server);
    page.resize(SIZE, 1.0).await;
    page.command("Performance.enable", json!({ "timeDomain": "timeTicks" })).await;
    let version = page.command("Browser.getVersion", json!({})).await;
    let mut costs = Vec::new();
    let (mut frame, mut places) = (Value::Null, None);
    for contender in Contender::ALL {
        contender.open(&page, &mut frame).await;
        same_view(contender, &page, &mut places).await;
        for motion in Motion::ALL {
            costs.push(measure(&page, contender, motion).await);
        }
    }
    report::print(&version, SIZE, FRAMES, &costs);
}

/// Moves the contender and asks the browser what that took.
async fn measure(page: &Page, contender: Contender, motion: Motion) -> Cost {
    moved(page, motion, WARM).await;
    let before = Counters::read(page).await;
    let frames = moved(page, motion, FRAMES).await;
    let after = Counters::read(page).await;
    #[allow(clippy::cast_precision_loss, reason = "a few hundred frames")]
    let count = FRAMES as f64;
    let mut intervals: Vec<f64> = frames.windows(2).map(|pair| pair[1] - pair[0]).collect();
    intervals.sort_by(f64::total_cmp);
    Cost {
        contender,
        motion,
        script_ms: 1000.0 * (after.script_s - before.script_s) / count,
        task_ms: 1000.0 * (after.task_s - before.task_s) / count,
        frame_p50_ms: intervals[intervals.len() / 2],
        frame_p95_ms: intervals[intervals.len() * 95 / 100],
        heap_mb: after.heap_bytes / 1e6,
    }
}

/// When each frame began, in milliseconds.
async fn moved(page: &Page, motion: Motion, frames: usize) -> Vec<f64> {
    page.script(include_str!("../../../../benches/compare/move.js"), vec![json!(motion.name()), json!(frames)]).await
}

/// Fails unless every contender puts the same places at the same pixels.
async fn same_view(contender: Contender, page: &Page, places: &mut Option<Value>) {
    let ask = "show({ lon: 20, lat: 75, zoom: 1, turn: 30 });
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        return [[20, 75], [40, 66], [-10, 80]].map((p) => project(p).map(Math.round))";
    let here: Value = page.script(ask, vec![]).await;
    let first = places.get_or_insert_with(|| here.clone());
    assert_eq!(*first, here, "{} shows another view", contender.name());
}

/// What the browser counts of a page.
struct Counters {
    script_s: f64,
    task_s: f64,
    heap_bytes: f64,
}

impl Counters {
    async fn read(page: &Page) -> Self {
        let metrics = page.command("Performance.getMetrics", json!({})).await;
        let value = |name: &str| {
            let metrics = metrics["metrics"].as_array().expect("a list of metrics");
            let metric = metrics.iter().find(|metric| metric["name"] == name);
            metric.and_then(|metric| metric["value"].as_f64()).unwrap_or_else(|| panic!("no metric {name}"))
        };
        Self { script_s: value("ScriptDuration"), task_s: value("TaskDuration"), heap_bytes: value("JSHeapUsedSize") }
    }
}
