//! Measures the built site beside other maps; `cargo xtask bench` builds it and starts this.

use std::path::PathBuf;

#[tokio::main]
async fn main() {
    let npm = std::env::var_os("NPM_DIR").map_or_else(|| ".tools/npm".into(), PathBuf::from);
    browser_tests::bench::run(&npm).await;
}
