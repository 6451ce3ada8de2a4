//! Measures the built site beside other maps; `cargo xtask bench` builds both and starts this.

use browser_tests::bench::{Plan, run};
use std::env;
use std::path::PathBuf;

#[tokio::main]
async fn main() {
    let folder = |name: &str, usual: &str| env::var_os(name).map_or_else(|| usual.into(), PathBuf::from);
    let number = |name: &str, usual| env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(usual);
    let only = env::var("BENCH_ONLY").unwrap_or_default();
    let plan = Plan {
        npm: folder("NPM_DIR", ".tools/npm"),
        work: folder("BENCH_DIR", "target/bench"),
        frames: number("BENCH_FRAMES", 240),
        memory_s: number("BENCH_SECONDS", 60),
        loads: number("BENCH_LOADS", 3),
        only: only.split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect(),
    };
    run(&plan).await;
}
