//! What a page costs: script and frames while it moves, time until it is there, memory.

use super::contender::Motion;
use super::process;
use crate::page::Page;
use serde::Deserialize;
use serde_json::{Value, json};

/// What a motion cost, each frame.
pub(super) struct Cost {
    /// How many frames were measured.
    pub(super) frames: usize,
    /// Script as the browser counts it, microtasks included; the mean.
    pub(super) script_ms: f64,
    /// All work of the page's thread: script, style, layout, the canvas's commands; the mean.
    pub(super) task_ms: f64,
    /// Processor time of all the browser's processes and threads; the mean. Where the system says it.
    pub(super) cpu_ms: Option<f64>,
    /// Time from one frame to the next; the median.
    pub(super) p50_ms: f64,
    /// Time from one frame to the next that one frame in twenty exceeds.
    pub(super) p95_ms: f64,
    /// Pixels of the picture, as a share of the screen's.
    pub(super) pixels: f64,
}

/// Milliseconds after the page was asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    /// The first pixels that are no background: of ours, the poster.
    pub(super) paint_ms: f64,
    /// The first map that can be moved.
    pub(super) first_ms: f64,
    /// All of the picture.
    pub(super) whole_ms: f64,
}

impl From<&Value> for Times {
    fn from(json: &Value) -> Self {
        let time = |key: &str| json[key].as_f64().unwrap_or(f64::NAN);
        Self { paint_ms: time("paint"), first_ms: time("first"), whole_ms: time("whole") }
    }
}

/// The median of each time.
pub(super) fn median(loads: &[Times]) -> Times {
    let of = |time: fn(&Times) -> f64| quantile(loads.iter().map(time).collect(), 50);
    Times { paint_ms: of(|t| t.paint_ms), first_ms: of(|t| t.first_ms), whole_ms: of(|t| t.whole_ms) }
}

pub(super) fn quantile(mut values: Vec<f64>, percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get((values.len() * percent / 100).min(values.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

/// What a motion may take, in milliseconds: who is slow goes through it in fewer frames, but no fewer than these.
const PATIENCE_MS: f64 = 20_000.0;
const LEAST_FRAMES: usize = 40;

/// Frames of which script is counted together where its median is asked for.
const FEW: usize = 5;

/// Moves the page and asks the browser what that took. The frames before warm up compilers and caches.
pub(super) async fn of(page: &Page, motion: Motion, frames: usize) -> Cost {
    let warm = moved(page, motion, frames / 6, 0).await;
    let usual_ms = quantile(intervals(&warm.at), 50);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred frames")]
    let frames = frames.min(((PATIENCE_MS / usual_ms) as usize).max(LEAST_FRAMES));
    let (before, cpu_before) = (Counters::read(page).await, process::cpu_ms(page.driver_pid()));
    let Moved { at, pixels } = moved(page, motion, frames, 0).await;
    let (after, cpu_after) = (Counters::read(page).await, process::cpu_ms(page.driver_pid()));
    #[allow(clippy::cast_precision_loss, reason = "a few hundred frames")]
    let count = frames as f64;
    Cost {
        frames,
        script_ms: 1000.0 * (after.script_s - before.script_s) / count,
        task_ms: 1000.0 * (after.task_s - before.task_s) / count,
        cpu_ms: cpu_before.zip(cpu_after).map(|(before, after)| (after - before) / count),
        p50_ms: quantile(intervals(&at), 50),
        p95_ms: quantile(intervals(&at), 95),
        pixels,
    }
}

fn intervals(at: &[f64]) -> Vec<f64> {
    at.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// A motion that was gone through.
#[derive(Deserialize)]
pub(super) struct Moved {
    /// When each frame began, in milliseconds.
    at: Vec<f64>,
    /// Pixels of the last picture, as a share of the screen's.
    pixels: f64,
}

/// Goes through a motion, in at least so many frames and at least so many milliseconds.
pub(super) async fn moved(page: &Page, motion: Motion, frames: usize, minimum_ms: usize) -> Moved {
    go(page, vec![json!(motion.name()), json!(frames.max(1)), json!(minimum_ms)]).await
}

async fn go(page: &Page, arguments: Vec<Value>) -> Moved {
    page.script(include_str!("../../../../benches/compare/move.js"), arguments).await
}

/// Script a frame on the way through a motion of so many frames: the browser is asked after every few.
pub(super) async fn scripts_ms(page: &Page, motion: Motion, frames: usize) -> Vec<f64> {
    let mut scripts = Vec::new();
    let mut before = Counters::read(page).await;
    for first in (0..frames).step_by(FEW) {
        go(page, vec![json!(motion.name()), json!(frames), json!(0), json!(first), json!(FEW)]).await;
        let after = Counters::read(page).await;
        #[allow(clippy::cast_precision_loss, reason = "a few frames")]
        scripts.push(1000.0 * (after.script_s - before.script_s) / FEW as f64);
        before = after;
    }
    scripts
}

/// Frames that the page asks for in three seconds in which nobody touches it.
pub(super) async fn idle(page: &Page) -> f64 {
    let ask = "await new Promise((done) => setTimeout(done, 1000));
        const before = benchFrames;
        await new Promise((done) => setTimeout(done, 3000));
        return benchFrames - before";
    page.script(ask, vec![]).await
}

/// What the page holds after rubbish is collected, in 10⁶ bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Memory {
    /// JavaScript's heap; wasm memory, workers and the GPU's are not in it.
    pub(super) heap_mb: f64,
    /// The page's and the GPU's processes, where the system says it.
    pub(super) process_mb: Option<f64>,
}

impl Memory {
    /// Collects rubbish and looks.
    pub(super) async fn read(page: &Page) -> Self {
        page.command("HeapProfiler.collectGarbage", json!({})).await;
        let heap_mb = Counters::read(page).await.heap_bytes / 1e6;
        Self { heap_mb, process_mb: process::memory_mb(page.driver_pid()) }
    }
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
