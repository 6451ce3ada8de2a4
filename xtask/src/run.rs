//! Running other programs: what they are called in messages, how long they take, and what they print.

use anyhow::{Context, Result, bail};
use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Runs a program whose output goes to the terminal; fails with a sentence when it does.
pub(crate) fn run(what: &str, command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| could_not_start(what, command))?;
    if status.success() { Ok(()) } else { bail!("{what} failed: `{}` ended with {status}", line(command)) }
}

/// Runs a program whose output goes to the terminal and to `line`, a line at a time; says whether it succeeded.
pub(crate) fn heard(what: &str, command: &mut Command, mut line: impl FnMut(&str)) -> Result<bool> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| could_not_start(what, command))?;
    for said in child.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines) {
        let said = said.with_context(|| format!("{what} printed something that is no text"))?;
        println!("{said}");
        line(&said);
    }
    Ok(child.wait()?.success())
}

/// Runs a program and returns what it printed; its messages are shown when it fails.
pub(crate) fn output(what: &str, command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| could_not_start(what, command))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{what} failed: `{}` ended with {}\n{}", line(command), output.status, said.trim_end());
    }
    String::from_utf8(output.stdout).with_context(|| format!("{what} printed something that is no text"))
}

/// Does a piece of work and says before it what it is and after it how long it took.
pub(crate) fn timed<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("» {title}");
    let start = Instant::now();
    let done = work()?;
    println!("  {title}: done in {}", Spent(start.elapsed()));
    Ok(done)
}

/// A length of time as people write it: `0.8 s`, `42 s`, `3 min 05 s`.
pub(crate) struct Spent(pub(crate) Duration);

impl fmt::Display for Spent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs();
        match seconds {
            0..10 => write!(out, "{:.1} s", self.0.as_secs_f64()),
            10..60 => write!(out, "{seconds} s"),
            _ => write!(out, "{} min {:02} s", seconds / 60, seconds % 60),
        }
    }
}

fn could_not_start(what: &str, command: &Command) -> String {
    format!("{what} could not be started: `{}`", line(command))
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_for_people() {
        assert_eq!(Spent(Duration::from_millis(840)).to_string(), "0.8 s");
        assert_eq!(Spent(Duration::from_secs(42)).to_string(), "42 s");
        assert_eq!(Spent(Duration::from_secs(185)).to_string(), "3 min 05 s");
    }

    #[test]
    fn what_is_printed_is_heard() -> Result<()> {
        let mut lines = 0;
        assert!(heard("the version", Command::new("cargo").arg("--version"), |line| {
            lines += usize::from(line.starts_with("cargo "));
        })?);
        assert_eq!(lines, 1);
        assert!(!heard("nothing", Command::new("cargo").arg("no-such-command").stderr(Stdio::null()), |_| ())?);
        Ok(())
    }

    #[test]
    fn a_failure_names_the_command() {
        let error = run("the check", Command::new("cargo").args(["no-such-command"]).stderr(Stdio::null()));
        assert!(error.is_err_and(|error| { error.to_string().contains("the check failed: `cargo no-such-command`") }));
    }
}
