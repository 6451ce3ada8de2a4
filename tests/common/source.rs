//! Reads the project's own source: files, comments taken out, and the rooms that a file names.

use std::path::{Path, PathBuf};

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The text of a file of the project.
pub(crate) fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The files under `folders` whose names end in `.ext`, by path, with their text. What `npm` puts
/// beside a script and what `cargo` builds are not ours.
pub(crate) fn files(folders: &[&str], ext: &str) -> Vec<(String, String)> {
    let mut found = vec![];
    let mut left: Vec<PathBuf> = folders.iter().map(|f| root().join(f)).collect();
    while let Some(folder) = left.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())).flatten() {
            let path = entry.path();
            let foreign = path.ends_with("node_modules") || path.ends_with("target");
            if path.is_dir() && !foreign {
                left.push(path);
            } else if path.extension().is_some_and(|e| e == ext) {
                let name = path.strip_prefix(root()).expect("inside").to_string_lossy().replace('\\', "/");
                found.push((name.clone(), text(&name)));
            }
        }
    }
    found.sort();
    found
}

/// The rooms that hold code.
pub(crate) fn rooms() -> Vec<String> {
    let mut rooms: Vec<String> = files(&["src"], "rs").iter().filter_map(|(path, _)| room(path)).collect();
    rooms.dedup();
    rooms
}

/// The room of a file: the folder of `src/` that it lies in, or the file itself for a room of one.
pub(crate) fn room(path: &str) -> Option<String> {
    let path = path.strip_prefix("src/")?;
    let room = path.split_once('/').map_or_else(|| path.trim_end_matches(".rs"), |(room, _)| room);
    (room != "lib" && room != "main").then(|| room.to_owned())
}

/// The code with its line comments blanked; line numbers stay.
pub(crate) fn without_comments(code: &str) -> String {
    let line = |l: &str| match l.find("//") {
        // An address in a string is not a comment.
        Some(at) if !l[..at].ends_with(':') => l[..at].to_owned(),
        _ => l.to_owned(),
    };
    code.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Whether `line` holds `word` with no letter, digit or underscore beside it.
pub(crate) fn has_word(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| !line[..at].ends_with(part) && !line[at + word.len()..].starts_with(part))
}

/// A room that a file names.
pub(crate) struct Used {
    pub(crate) room: String,
    pub(crate) line: usize,
    /// Whether it stands in the tests at the foot of the file, or in a file of tests.
    pub(crate) in_test: bool,
}

/// Every room named after `crate::` (also in braces), or by as many `super::` as lead to the crate.
pub(crate) fn rooms_used(path: &str, code: &str) -> Vec<Used> {
    let code = without_comments(code);
    let test_file = path.ends_with("tests.rs");
    let tests_from = code.find("#[cfg(test)]\nmod ").unwrap_or(code.len());
    let mut used = vec![];
    let mut note = |at: usize, room: &str| {
        let in_test = test_file || at > tests_from;
        used.push(Used { room: room.to_owned(), line: code[..at].matches('\n').count() + 1, in_test });
    };
    for (at, found) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        heads(&code[at + found.len()..]).iter().for_each(|head| note(at, head));
    }
    for (at, _) in code.match_indices("super::").filter(|(at, _)| !code[..*at].ends_with("super::")) {
        let rest = code[at..].trim_start_matches("super::");
        let steps = (code[at..].len() - rest.len()) / "super::".len();
        let inner = usize::from(at > tests_from);
        if steps >= depth(path) + inner {
            heads(rest).iter().for_each(|head| note(at, head));
        }
    }
    // Constants of the crate itself are no rooms.
    used.retain(|u| u.room.starts_with(char::is_lowercase));
    used
}

/// How many `super` lead from a file's own module to the crate.
fn depth(path: &str) -> usize {
    let parts = path.split('/').count() - 1;
    if path.ends_with("/mod.rs") { parts - 1 } else { parts }
}

/// The first names of a path or of a group in braces: `a` of `a::b`, `a` and `c` of `{a::b, c::{d}}`.
fn heads(rest: &str) -> Vec<String> {
    let name = |s: &str| s.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut deep, mut out) = (0_i32, vec![name(group)]);
    for (i, c) in group.char_indices() {
        match c {
            '{' => deep += 1,
            '}' if deep == 0 => break,
            '}' => deep -= 1,
            ',' if deep == 0 => out.push(name(&group[i + 1..])),
            _ => {}
        }
    }
    out.retain(|n| !n.is_empty());
    out
}

#[test]
fn groups_and_supers_are_read() {
    let code = "use crate::{sphere::{Cap, Arc}, plane};\nuse super::super::ui::x;\n// use crate::app\n#[cfg(test)]\nmod tests { use crate::scene::Op; }";
    let used: Vec<_> = rooms_used("src/carto/x.rs", code).into_iter().map(|u| (u.room, u.line, u.in_test)).collect();
    let want = [("sphere", 1, false), ("plane", 1, false), ("scene", 5, true), ("ui", 2, false)];
    assert_eq!(used, want.map(|(r, l, t)| (r.to_owned(), l, t)));
    assert!(rooms_used("src/carto/x/y.rs", "use super::super::view::V;").is_empty());
}
