//! The built site in Chromium, Firefox and WebKit.

use crate::project::Project;
use crate::run::{Spent, run as run_program};
use crate::tools::{self, Need};
use anyhow::{Context, Result};
use clap::ValueEnum;
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

/// Long walks through every function of the page, by keys, by fingers, in narrow windows and with wishes of the system: they
/// take longer than all else, and run when asked for.
const WALKS: [&str; 4] = ["by_keys", "by_touch", "reflow", "wishes"];

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
pub(crate) fn run(project: &Project, runs: &[Run], walks: bool) -> Result<()> {
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
        let mut command = project.cargo()?;
        command.args(["test", "--locked", "--package", "browser-tests"]);
        if !run.whole {
            command.args(["--test", "site", "--"]).args(TOPICS.map(|topic| format!("{topic}::")));
        } else if !walks {
            command.args(["--test", "site", "--"]).args(WALKS.map(|topic| format!("--skip={topic}::")));
            println!("  without the walks ({}); `--walks` runs them too", WALKS.join(", "));
        }
        command.env("ENGINE", name).env("SITE_DIR", project.path("dist")).envs(tools::variables(project, need)?);
        command.env("AXE", project.npm().join("node_modules/axe-core/axe.min.js"));
        run_program("cargo", &mut command).with_context(|| format!("the suite does not pass in {name}"))?;
        println!("  in {name}: done in {}", Spent(start.elapsed()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_are_topics_of_the_suite() -> Result<()> {
        let suite = Project::find()?.read("tests/browser/tests/site/main.rs")?;
        for topic in TOPICS.into_iter().chain(WALKS) {
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
