//! What Linux says of the browser's processes; elsewhere nothing.

use std::fs;

/// A process, as `/proc` has it.
struct Process {
    pid: u32,
    parent: u32,
    /// Time on a processor, in hundredths of a second.
    ticks: f64,
}

/// Processor time of all the driver's descendants so far, in milliseconds.
pub(super) fn cpu_ms(driver: u32) -> Option<f64> {
    let all = descendants(driver)?;
    Some(all.iter().map(|process| process.ticks * 10.0).sum())
}

/// Memory of the processes that draw a page, in 10⁶ bytes: what they share is shared out among them.
pub(super) fn memory_mb(driver: u32) -> Option<f64> {
    let draws = |pid: u32| {
        let line = fs::read_to_string(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        line.contains("--type=renderer") || line.contains("--type=gpu-process")
    };
    let all = descendants(driver)?;
    Some(all.iter().filter(|process| draws(process.pid)).filter_map(|process| proportional_mb(process.pid)).sum())
}

fn proportional_mb(pid: u32) -> Option<f64> {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kib: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kib * 1024.0 / 1e6)
}

fn descendants(of: u32) -> Option<Vec<Process>> {
    let all: Vec<Process> = fs::read_dir("/proc").ok()?.flatten().filter_map(|entry| read(&entry.path())).collect();
    let mut known = vec![of];
    // Children have larger ids than their parents, but ids begin anew: look until nothing is found.
    loop {
        let found = |p: &&Process| known.contains(&p.parent) && !known.contains(&p.pid);
        let new: Vec<u32> = all.iter().filter(found).map(|p| p.pid).collect();
        if new.is_empty() {
            break;
        }
        known.extend(new);
    }
    Some(all.into_iter().filter(|p| p.pid != of && known.contains(&p.pid)).collect())
}

/// See `proc_pid_stat(5)`: the name in parentheses may hold anything, what follows is numbers.
fn read(folder: &std::path::Path) -> Option<Process> {
    let pid = folder.file_name()?.to_str()?.parse().ok()?;
    let text = fs::read_to_string(folder.join("stat")).ok()?;
    let (_, rest) = text.rsplit_once(')')?;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let number = |i: usize| fields.get(i)?.parse::<f64>().ok();
    Some(Process { pid, parent: fields.get(1)?.parse().ok()?, ticks: number(11)? + number(12)? })
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_child_is_found_with_its_time() {
        let mut child = std::process::Command::new("sleep").arg("5").spawn().expect("sleep");
        let found = descendants(std::process::id()).expect("/proc");
        let has = found.iter().any(|p| p.pid == child.id());
        child.kill().expect("it can be ended");
        child.wait().expect("it ends");
        assert!(has && cpu_ms(std::process::id()).is_some());
    }
}
