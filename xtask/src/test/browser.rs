//! The built site in Chromium, Firefox and WebKit.

use crate::project::Project;
use crate::run::{Spent, heard, run as run_program};
use crate::tools::{self, Need};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use std::process::Command;
use std::time::Instant;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    /// Chromium's.
    Chromium,
    /// Firefox's.
    Firefox,
    /// That of WebKitGTK, which is Safari's.
    #[value(name = "webkit")]
    WebKit,
}

/// The value of `--engines`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engines {
    /// The whole suite in Chromium, and in the others what depends on the engine.
    Own,
    /// The whole suite in each.
    All,
}

/// The suite in an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) engine: Engine,
    /// All topics, or those of `TOPICS`.
    pub(crate) whole: bool,
}

/// What depends on the engine: painting, hands, loading, servers, disks, frames and what a browser keeps. The other topics ask
/// what the page says and holds, which is the same wherever these work.
const TOPICS: [&str; 10] =
    ["hands", "host", "offline", "pixels", "ready", "select", "servers", "touch", "views", "without"];

/// So many failures may be due to a busy machine.
const SECOND_CHANCES: usize = 4;

impl Engine {
    /// Its name in `ENGINE`, and the tools it needs.
    const fn about(self) -> (&'static str, Need) {
        match self {
            Self::Chromium => ("chromium", Need::Test),
            Self::Firefox => ("firefox", Need::Firefox),
            Self::WebKit => ("webkit", Need::WebKit),
        }
    }
}

/// Installs what the engines need.
pub(crate) fn ensure(project: &Project, runs: &[Run]) -> Result<()> {
    runs.iter().try_for_each(|run| tools::ensure(project, run.engine.about().1))
}

/// Runs the suite. The tests learn from variables which engine is meant and where the site, the browser and axe are.
pub(crate) fn run(project: &Project, runs: &[Run]) -> Result<()> {
    for run in runs {
        let (name, need) = run.engine.about();
        let start = Instant::now();
        if run.whole {
            println!("» the whole suite in {name}");
        } else {
            println!(
                "» in {name} what depends on the engine ({}); `--engines all` runs the rest too",
                TOPICS.join(", ")
            );
        }
        let suite = |args: &[String]| -> Result<Command> {
            let mut command = project.cargo()?;
            command
                .args(["test", "--locked", "--package", "browser-tests", "--lib", "--test", "site", "--"])
                .args(args);
            command.env("ENGINE", name).env("SITE_DIR", project.path("dist")).envs(tools::variables(project, need)?);
            command.env("AXE", project.npm().join("node_modules/axe-core/axe.min.js"));
            Ok(command)
        };
        let topics = if run.whole { Vec::new() } else { TOPICS.map(|topic| format!("{topic}::")).to_vec() };
        passes(&suite, &topics).with_context(|| format!("the suite does not pass in {name}"))?;
        println!("  in {name}: done in {}", Spent(start.elapsed()));
    }
    Ok(())
}

/// Runs the suite. The few that fail are run once more, each alone: on a busy machine a browser may be kept waiting for longer
/// than any patience. What fails then too is wrong; what passes is named, since it may be a fault that shows itself seldom.
fn passes(suite: &dyn Fn(&[String]) -> Result<Command>, topics: &[String]) -> Result<()> {
    let mut failed: Vec<String> = Vec::new();
    let passed = heard("cargo", &mut suite(topics)?, |line| failed.extend(failed_test(line)))?;
    if passed {
        return Ok(());
    }
    if failed.is_empty() || failed.len() > SECOND_CHANCES {
        bail!("{} tests failed", failed.len());
    }
    println!("» once more, one after another: {}", failed.join(", "));
    let alone: Vec<String> =
        ["--exact", "--test-threads=1"].map(str::to_owned).into_iter().chain(failed.clone()).collect();
    run_program("cargo", &mut suite(&alone)?)?;
    println!("  SHAKY, they passed when run alone: {}", failed.join(", "));
    Ok(())
}

/// The name of the test that a line of the suite says has failed.
fn failed_test(line: &str) -> Option<String> {
    Some(line.strip_prefix("test ")?.strip_suffix(" ... FAILED")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_are_told_from_what_passes() {
        assert_eq!(failed_test("test lab::cuts_are_undone ... FAILED").as_deref(), Some("lab::cuts_are_undone"));
        for line in ["test lab::cuts_are_undone ... ok", "test result: FAILED. 1 passed; 1 failed", "failures:"] {
            assert_eq!(failed_test(line), None);
        }
    }

    #[test]
    fn topics_are_topics_of_the_suite() -> Result<()> {
        let suite = Project::find()?.read("tests/browser/tests/site/main.rs")?;
        for topic in TOPICS {
            assert!(suite.contains(&format!("mod {topic};")), "no topic {topic}");
        }
        Ok(())
    }

    #[test]
    fn engines_are_called_as_the_suite_calls_them() {
        for engine in Engine::value_variants() {
            let name = engine.to_possible_value().map(|value| value.get_name().to_owned());
            assert_eq!(name.as_deref(), Some(engine.about().0));
        }
    }
}
