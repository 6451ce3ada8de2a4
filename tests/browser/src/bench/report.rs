//! What the bench prints: tables in Markdown, with ratios against our map with the same picture.

use super::contender::{Contender, Motion};
use super::cost::quantile;
use super::{Measured, Outcome, Plan};

/// What 700 systems and all layers may cost, each frame: the time that one frame in twenty exceeds, and script.
const BUDGET_MS: (f64, f64) = (16.7, 3.0);
/// Clocks of browsers are coarse: a screen's frame of 16.67 ms is counted as 16.6 to 16.8.
const COARSE_MS: f64 = 0.2;

/// Prints the tables.
pub(super) fn print(plan: &Plan, (width, height): (u32, u32), outcomes: &[Outcome]) {
    let done: Vec<(&Outcome, &Measured)> = outcomes.iter().filter_map(|o| Some((o, o.result.as_ref().ok()?))).collect();
    let browser = done.first().map_or("No browser", |(_, measured)| measured.browser.as_str());
    println!(
        "{browser} without a GPU, {width} × {height}. Everybody draws the same land (Natural Earth 1:50m) and the same \
         cables, of the same files; WebGL is drawn by SwiftShader, in software. Ratios are against our map with that \
         picture."
    );
    first(plan, &done);
    motions(plan, &done);
    memory(plan, &done);
    budget(&done);
    for outcome in outcomes {
        if let Err(why) = &outcome.result {
            println!("\nNot measured: {}. {}", outcome.name, why.lines().next().unwrap_or_default());
        }
    }
}

fn ours<'a>(done: &[(&Outcome, &'a Measured)]) -> Option<&'a Measured> {
    done.iter().find(|(o, _)| o.contender == Contender::OurSame).map(|(_, measured)| *measured)
}

fn ratio(value: f64, ours: Option<f64>) -> String {
    ours.map_or_else(|| "–".to_owned(), |ours| format!("{:.1}", value / ours))
}

/// A number without its fraction; a dash where there is none.
fn whole(value: f64) -> String {
    if value.is_finite() { format!("{value:.0}") } else { "–".to_owned() }
}

#[allow(clippy::cast_precision_loss, reason = "a page has fewer than 2⁵³ bytes")]
fn first(plan: &Plan, done: &[(&Outcome, &Measured)]) {
    println!(
        "\nWhat each must load (10³ bytes, brotli 11), and when it is there: milliseconds from a server on the same \
         machine, so with no network between; the median of {}. The first paint of ours is the poster; a canvas counts for none. Idle: frames \
         asked for in 3 s of rest.\n",
        plan.loads
    );
    println!("| map | code | data | all | ÷ ours | first paint | first map | whole picture | ÷ ours | idle |");
    println!("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
    let all = |m: &Measured| (m.weight.code + m.weight.data) as f64;
    for (outcome, m) in done {
        println!(
            "| {} | {:.0} | {:.0} | {:.0} | {} | {} | {} | {} | {} | {} |",
            outcome.name,
            m.weight.code as f64 / 1e3,
            m.weight.data as f64 / 1e3,
            all(m) / 1e3,
            ratio(all(m), ours(done).map(all)),
            whole(m.times.paint_ms),
            whole(m.times.first_ms),
            whole(m.times.whole_ms),
            ratio(m.times.whole_ms, ours(done).map(|m| m.times.whole_ms)),
            m.idle_frames,
        );
    }
}

fn motions(plan: &Plan, done: &[(&Outcome, &Measured)]) {
    println!(
        "\nIn motion, milliseconds a frame; {} frames a motion, fewer of who is slow. Page: all work of the page's \
         thread. Processor: all of the browser's processes, where painting happens too. Pixels: those of the picture, of \
         those of the screen; ours has fewer where frames in motion would come late.\n",
        plan.frames
    );
    println!(
        "| motion | map | frames | script | ÷ ours | page | processor | ÷ ours | frame p50 | frame p95 | ÷ ours | pixels |"
    );
    println!("| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
    for motion in Motion::ALL {
        let of = |m: &'_ Measured| m.costs.iter().position(|(of, _)| *of == motion);
        let base = ours(done).and_then(|m| Some(&m.costs[of(m)?].1));
        for (outcome, m) in done {
            let Some(cost) = of(m).map(|at| &m.costs[at].1) else { continue };
            println!(
                "| {} | {} | {} | {:.2} | {} | {:.2} | {} | {} | {:.1} | {:.1} | {} | {:.0} % |",
                motion.name(),
                outcome.name,
                cost.frames,
                cost.script_ms,
                ratio(cost.script_ms, base.map(|b| b.script_ms)),
                cost.task_ms,
                cost.cpu_ms.map_or_else(|| "–".to_owned(), |ms| format!("{ms:.1}")),
                cost.cpu_ms.map_or_else(|| "–".to_owned(), |ms| ratio(ms, base.and_then(|b| b.cpu_ms))),
                cost.p50_ms,
                cost.p95_ms,
                ratio(cost.p95_ms, base.map(|b| b.p95_ms)),
                100.0 * cost.pixels,
            );
        }
    }
    let mut said: Vec<String> = done
        .iter()
        .flat_map(|(o, m)| m.lacks.iter().map(|(motion, why)| format!("No {}: {} ({why}).", motion.name(), o.name)))
        .collect();
    said.dedup();
    if !said.is_empty() {
        println!("\n{}", said.join("\n"));
    }
}

fn memory(plan: &Plan, done: &[(&Outcome, &Measured)]) {
    println!(
        "\nMemory, 10⁶ bytes, after those motions and after {} s more of panning, rubbish collected: JavaScript's heap, \
         and the processes of page and GPU as a whole, wasm included.\n",
        plan.memory_s
    );
    println!("| map | heap | then | processes | then | ÷ ours |");
    println!("| --- | --: | --: | --: | --: | --: |");
    let mb = |mb: Option<f64>| whole(mb.unwrap_or(f64::NAN));
    for (outcome, m) in done {
        let [before, after] = m.memory;
        println!(
            "| {} | {:.1} | {:.1} | {} | {} | {} |",
            outcome.name,
            before.heap_mb,
            after.heap_mb,
            mb(before.process_mb),
            mb(after.process_mb),
            after
                .process_mb
                .map_or_else(|| "–".to_owned(), |v| ratio(v, ours(done).and_then(|m| m.memory[1].process_mb))),
        );
    }
}

/// Says whether our worst case keeps its budget.
fn budget(done: &[(&Outcome, &Measured)]) {
    let word = |kept: bool| if kept { "kept" } else { "missed" };
    for (outcome, m) in done.iter().filter(|(o, _)| o.contender.has_budget()) {
        let (p95_ms, script_ms) = BUDGET_MS;
        println!(
            "\nBudget of {}: 95 frames of 100 within {p95_ms} ms, the median of script within {script_ms} ms.",
            outcome.name
        );
        let median_ms = quantile(m.scripts_ms.clone(), 50);
        println!("- all motions: script {} ({median_ms:.2})", word(median_ms <= script_ms));
        for (motion, cost) in &m.costs {
            println!(
                "- {}: frames {} ({:.1}), script {} ({:.2})",
                motion.name(),
                word(cost.p95_ms <= p95_ms + COARSE_MS),
                cost.p95_ms,
                word(cost.script_ms <= script_ms),
                cost.script_ms,
            );
        }
    }
}
