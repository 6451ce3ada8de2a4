//! The bench: our map and others draw the same things in the same browser, one after the other, and what it cost them.

mod answers;
mod bytes;
mod contender;
mod cost;
mod many;
mod process;
mod report;
mod ways;

use crate::browser::{Browser, Habits};
use crate::page::Page;
use crate::server::{Running, Site};
use contender::{Contender, Motion};
use cost::{Cost, Memory};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Duration;
use tokio::task::{LocalSet, spawn_local};

/// The inside of the window, in CSS pixels.
const SIZE: (u32, u32) = (1280, 800);

/// Where things are, and how long to measure.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The folder with `node_modules`.
    pub npm: PathBuf,
    /// A folder of the bench's own, which holds the contenders' bundles in `bundle/`.
    pub work: PathBuf,
    /// Frames of a motion that are measured.
    pub frames: usize,
    /// Seconds of motion after which memory is looked at.
    pub memory_s: usize,
    /// How often each page is opened; the median counts.
    pub loads: usize,
    /// Only contenders whose name holds one of these; all where there is none.
    pub only: Vec<String>,
}

/// What came of a contender: `Err` holds the reason why there is nothing.
struct Outcome {
    contender: Contender,
    name: String,
    result: Result<Measured, String>,
}

/// What was measured of a contender.
struct Measured {
    browser: String,
    weight: bytes::Weight,
    times: cost::Times,
    idle_frames: f64,
    costs: Vec<(Motion, Cost)>,
    /// Motions that it does not have, and why.
    lacks: Vec<(Motion, String)>,
    /// Script a frame on the way through all motions, of who has a budget.
    scripts_ms: Vec<f64>,
    memory: [Memory; 2],
}

/// Measures every contender in every motion and prints the tables.
pub async fn run(plan: &Plan) {
    let mut outcomes: Vec<Outcome> = Vec::new();
    let mut shared = Shared::default();
    for contender in Contender::ALL {
        let name = contender.name(&plan.npm);
        if !plan.only.is_empty() && !plan.only.iter().any(|part| name.contains(part.as_str())) {
            continue;
        }
        eprintln!("  {name}");
        let (mine, taken) = (plan.clone(), shared.clone());
        // A task of its own: whatever it stops at, the next one is measured all the same.
        let tasks = LocalSet::new();
        let task = tasks.run_until(async move {
            spawn_local(async move {
                let mut shared = taken;
                let result = measure(&mine, contender, &mut shared).await;
                (result, shared)
            })
            .await
        });
        let result = match task.await {
            Ok((result, after)) => {
                shared = after;
                result
            }
            Err(error) => Err(said(error)),
        };
        outcomes.push(Outcome { contender, name, result });
    }
    if !outcomes.is_empty() {
        report::print(plan, SIZE, &outcomes);
    }
    answers::run(plan).await;
    if plan.only.is_empty() || plan.only.iter().any(|part| "ways by water".contains(part.as_str())) {
        ways::run().await;
    }
}

/// What the first contender tells the others: where our map has its middle and its scale, and where places are.
#[derive(Clone, Default)]
struct Shared {
    frame: Option<Value>,
    places: Option<Value>,
}

/// The sentence with which a task stopped.
fn said(error: tokio::task::JoinError) -> String {
    let Ok(panic) = error.try_into_panic() else { return "it was stopped".to_owned() };
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}

/// Opens a contender in a browser of its own and asks what all it does costs.
async fn measure(plan: &Plan, contender: Contender, shared: &mut Shared) -> Result<Measured, String> {
    let site = contender.dress(Site::default(), plan);
    let page =
        Page::new(Browser::start(Habits::default(), 1.0).await, Running::start(&site), None, Habits::default()).await;
    page.driver().set_script_timeout(Duration::from_mins(10)).await.map_err(|e| e.to_string())?;
    page.resize(SIZE, 1.0).await;
    page.command("Performance.enable", json!({ "timeDomain": "timeTicks" })).await;
    page.before_scripts(include_str!("../../../../benches/compare/watch.js")).await;
    let version = page.command("Browser.getVersion", json!({})).await;
    let mut loads = Vec::new();
    for _ in 0..plan.loads {
        loads.push(contender.open(&page, &mut shared.frame).await?);
    }
    let weight = bytes::weigh(&site, &page.asked(), &contender.page());
    let idle_frames = cost::idle(&page).await;
    same_view(contender, &page, &mut shared.places).await?;
    let (mut costs, mut lacks, mut scripts_ms) = (Vec::new(), Vec::new(), Vec::new());
    for motion in Motion::ALL {
        match contender.can(&page, motion).await {
            Ok(()) => costs.push((motion, cost::of(&page, motion, plan.frames).await)),
            Err(why) => lacks.push((motion, why)),
        }
        if contender.has_budget() {
            scripts_ms.extend(cost::scripts_ms(&page, motion, plan.frames).await);
        }
    }
    let before = Memory::read(&page).await;
    cost::moved(&page, Motion::Panning, 1, 1000 * plan.memory_s).await;
    let memory = [before, Memory::read(&page).await];
    let browser = version["product"].as_str().unwrap_or("a browser").to_owned();
    Ok(Measured { browser, weight, times: cost::median(&loads), idle_frames, costs, lacks, scripts_ms, memory })
}

/// Fails unless every contender with the polar map puts the same places at the same pixels.
async fn same_view(contender: Contender, page: &Page, places: &mut Option<Value>) -> Result<(), String> {
    let ask = "show({ lon: 20, lat: 75, zoom: 1, turn: 30 });
        await new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 300));
        return [[20, 75], [40, 66], [-10, 80]].map((p) => project(p).map(Math.round))";
    let here: Value = page.script(ask, vec![]).await;
    if contender.is_globe() {
        return Ok(());
    }
    let first = places.get_or_insert_with(|| here.clone());
    if *first == here { Ok(()) } else { Err(format!("it shows another view: {here}, not {first}")) }
}
