//! What the bench prints: a table in Markdown, with ratios against our map on the same land.

use super::contender::{Contender, Motion};
use serde_json::Value;

/// What a motion cost a contender, each frame.
pub(super) struct Cost {
    pub(super) contender: Contender,
    pub(super) motion: Motion,
    /// Script as the browser counts it, microtasks included; the mean.
    pub(super) script_ms: f64,
    /// All work of the page's thread: script, style, layout, the canvas's commands; the mean.
    pub(super) task_ms: f64,
    /// Time from one frame to the next; the median.
    pub(super) frame_p50_ms: f64,
    /// Time from one frame to the next that one frame in twenty exceeds.
    pub(super) frame_p95_ms: f64,
    /// JavaScript's heap afterwards, in 10⁶ bytes; wasm memory is not in it.
    pub(super) heap_mb: f64,
}

/// Prints the table.
pub(super) fn print(version: &Value, (width, height): (u32, u32), frames: usize, costs: &[Cost]) {
    let product = version["product"].as_str().unwrap_or("a browser");
    println!("{product} without a GPU, {width} × {height}, {frames} frames a motion, milliseconds a frame:\n");
    println!("| motion | map | script | ÷ ours | all work | frame p50 | frame p95 | heap MB |");
    println!("| --- | --- | --: | --: | --: | --: | --: | --: |");
    for motion in Motion::ALL {
        let ours = costs.iter().find(|c| c.motion == motion && c.contender == Contender::OurLand);
        for cost in costs.iter().filter(|c| c.motion == motion) {
            let ratio = ours.map_or(f64::NAN, |ours| cost.script_ms / ours.script_ms);
            println!(
                "| {} | {} | {:.2} | {ratio:.1} | {:.2} | {:.1} | {:.1} | {:.1} |",
                motion.name(),
                cost.contender.name(),
                cost.script_ms,
                cost.task_ms,
                cost.frame_p50_ms,
                cost.frame_p95_ms,
                cost.heap_mb,
            );
        }
    }
}
