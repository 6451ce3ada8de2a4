//! The house: which room imports from which, how files begin, how long they are, and that what must stay in step does.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping there")]

#[path = "common/scenes.rs"]
#[allow(dead_code, reason = "shared with tests/scenes.rs")]
mod scenes;
#[path = "common/source.rs"]
mod source;

use source::{files, room, rooms_used, root, text, without_comments};
use std::collections::BTreeSet;

/// A room of `src/`, and the rooms below it that it may import from.
struct Room {
    name: &'static str,
    may_import: &'static [&'static str],
}

/// What whatever stands on the page may use.
const PAGE: &[&str] = &[
    "sphere", "plane", "decimal", "i18n", "carto", "geodata", "cable", "network", "scene", "paint", "sheet", "app",
    "web",
];
/// What an application beside the map may use.
const PANELS: &[&str] = &[
    "sphere", "plane", "decimal", "i18n", "carto", "geodata", "cable", "network", "scene", "paint", "sheet", "app",
    "web", "beside",
];

/// The rooms, ground floor first. A new room needs a row here and a line in `src/lib.rs`.
const ROOMS: &[Room] = &[
    Room { name: "sphere", may_import: &[] },
    Room { name: "plane", may_import: &[] },
    Room { name: "decimal", may_import: &[] },
    Room { name: "elementary", may_import: &[] },
    Room { name: "json", may_import: &["decimal"] },
    Room { name: "i18n", may_import: &["decimal", "json"] },
    Room { name: "carto", may_import: &["sphere", "plane"] },
    Room { name: "geodata", may_import: &["sphere", "decimal", "json"] },
    Room { name: "seaway", may_import: &["sphere", "geodata"] },
    Room { name: "cable", may_import: &["geodata", "sphere", "decimal", "json"] },
    Room { name: "network", may_import: &["cable", "sphere"] },
    Room { name: "scene", may_import: &["sphere", "plane", "carto", "geodata", "cable", "network"] },
    Room { name: "paint", may_import: &["scene", "plane", "decimal"] },
    Room {
        name: "sheet",
        may_import: &["sphere", "plane", "decimal", "i18n", "carto", "geodata", "cable", "scene", "paint"],
    },
    Room {
        name: "app",
        may_import: &[
            "sphere", "plane", "decimal", "i18n", "carto", "geodata", "seaway", "cable", "network", "scene", "paint",
            "sheet",
        ],
    },
    Room { name: "story", may_import: &["json", "geodata", "cable", "scene", "app"] },
    Room { name: "web", may_import: &["elementary", "decimal", "i18n", "scene"] },
    Room {
        name: "press",
        may_import: &[
            "sphere", "plane", "decimal", "i18n", "carto", "geodata", "cable", "scene", "paint", "sheet", "app", "web",
        ],
    },
    Room { name: "beside", may_import: PAGE },
    Room { name: "desk", may_import: PANELS },
    Room { name: "find", may_import: PANELS },
    Room { name: "lab", may_import: PANELS },
    Room {
        name: "plan",
        may_import: &[
            "sphere", "plane", "decimal", "i18n", "carto", "geodata", "seaway", "cable", "network", "scene", "paint",
            "sheet", "app", "web", "beside",
        ],
    },
    Room {
        name: "stage",
        may_import: &[
            "sphere", "plane", "decimal", "i18n", "carto", "geodata", "cable", "network", "scene", "paint", "sheet",
            "app", "story", "web", "beside",
        ],
    },
    Room { name: "ui", may_import: PAGE },
];

/// Words that only some places may say: word, and the paths where it may stand.
const CONFINED: &[(&[&str], &[&str])] = &[
    // The browser stops at the roof: the canvas player is the one window below it.
    (
        &["web_sys", "js_sys", "wasm_bindgen", "leptos", "leptos_use", "gloo"],
        &[
            "src/web/",
            "src/press/tools.rs",
            "src/beside/",
            "src/desk/",
            "src/find/",
            "src/lab/",
            "src/plan/",
            "src/stage/",
            "src/ui/",
            "src/main/",
            "src/paint/canvas.rs",
        ],
    ),
    // Raw JSON is met by `geodata`; the cable's readers take values through its reader, and a
    // message catalogue is JSON of its own kind: `ROOMS` lets no other room import `json`. The library
    // that is `json`'s referee is heavy, and stays outside.
    (&["serde_json", "serde"], &["tests/", "xtask/"]),
];

/// The longest a file may be.
const MAX_LINES: usize = 350;

fn floor(name: &str) -> usize {
    ROOMS.iter().position(|r| r.name == name).unwrap_or_else(|| panic!("no room {name} in ROOMS"))
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn imports_point_down() {
    let mut faults = vec![];
    for (path, code) in files(&["src"], "rs") {
        let Some(own) = room(&path) else { continue };
        let row = &ROOMS[floor(&own)];
        for used in rooms_used(&path, &code) {
            // A test may stand on anything below it: it feeds its room with what the lower ones make.
            let allowed = if used.in_test {
                floor(&used.room) < floor(&own)
            } else {
                row.may_import.contains(&used.room.as_str())
            };
            if used.room != own && !allowed {
                faults.push(format!("{path}:{}: `{own}` may not import from `{}`", used.line, used.room));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_row_of_the_table_points_down() {
    for (i, row) in ROOMS.iter().enumerate() {
        assert!(row.may_import.iter().all(|name| floor(name) < i), "{} imports from above", row.name);
    }
    assert_eq!(ROOMS.last().map(|r| r.name), Some("ui"));
}

#[test]
fn every_room_is_in_the_table_and_in_the_library_s_list() {
    let rooms: Vec<String> = source::rooms();
    for name in &rooms {
        floor(name);
    }
    assert_eq!(rooms.len(), ROOMS.len(), "ROOMS names a room that src/ does not have");
    let lib = text("src/lib.rs");
    let listed: Vec<&str> =
        lib.lines().filter_map(|l| l.strip_prefix("//! | ")).filter_map(|l| l.split('`').nth(1)).collect();
    let named: Vec<&str> = ROOMS.iter().map(|r| r.name).collect();
    assert_eq!(listed, named, "the table at the head of src/lib.rs, ground floor first");
}

#[test]
fn only_the_roof_knows_the_browser_and_only_the_door_meets_json() {
    let mut faults = vec![];
    for (path, code) in files(&["src"], "rs") {
        for (number, line) in without_comments(&code).lines().enumerate() {
            for (words, places) in CONFINED {
                let at_home = places.iter().any(|p| path.starts_with(p));
                for word in words.iter().filter(|w| !at_home && source::has_word(line, w)) {
                    faults.push(format!("{path}:{}: `{word}` belongs to {}", number + 1, places.join(", ")));
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn files_begin_with_a_sentence_and_are_short() {
    let mut faults = vec![];
    for (path, code) in files(&["src", "xtask/src", "tests", "benches"], "rs") {
        if !code.starts_with("//! ") {
            faults.push(format!("{path}:1: begins without `//!`"));
        }
        if code.lines().count() > MAX_LINES {
            faults.push(format!("{path}: {} lines, more than {MAX_LINES}", code.lines().count()));
        }
    }
    for (path, code) in
        files(&["src", "tests/reference", "www"], "js").into_iter().chain(files(&["tests/reference"], "mjs"))
    {
        if !code.starts_with("//") && !code.starts_with("/*") {
            faults.push(format!("{path}:1: begins without a comment"));
        }
    }
    none(&faults);
}

#[test]
fn text_never_becomes_markup() {
    let words = ["innerHTML", "inner_html", "outerHTML", "insertAdjacentHTML", "document.write", "set_inner_html"];
    let mut faults = vec![];
    let pages = ["rs", "js", "mjs", "html"].map(|ext| files(&["src", "www"], ext));
    for (path, code) in pages.into_iter().flatten() {
        for (number, line) in code.lines().enumerate() {
            for word in words.iter().filter(|w| line.contains(**w)) {
                faults.push(format!("{path}:{}: {word}", number + 1));
            }
        }
    }
    none(&faults);
}

#[test]
fn the_compiler_asked_for_is_not_too_new() {
    let manifest = text("Cargo.toml");
    let line = manifest.lines().find(|l| l.starts_with("rust-version")).expect("Cargo.toml states rust-version");
    let minor = line.split('"').nth(1).and_then(|v| v.split('.').nth(1)).and_then(|v| v.parse::<u32>().ok());
    assert!(minor.is_some_and(|m| m <= 95), "{line}");
}

/// The codes of `Op`, read from where they are defined, are those that the JavaScript player knows.
#[test]
fn the_canvas_player_knows_every_operation() {
    let list = text("src/scene/display_list.rs");
    let body = list.split("pub enum Op {").nth(1).and_then(|rest| rest.split('}').next()).expect("enum Op");
    let code = |l: &str| l.split_once('=').map(|(_, v)| v.trim().trim_end_matches(',').to_owned());
    let mut codes: Vec<String> = body.lines().filter_map(code).collect();
    let player = text("src/paint/replay.js");
    let case = |l: &str| l.trim().strip_prefix("case ").and_then(|l| l.split(':').next()).map(str::to_owned);
    let mut cases: Vec<String> = player.lines().filter_map(case).collect();
    codes.sort();
    cases.sort();
    assert!(codes.len() >= 8);
    assert_eq!(cases, codes, "the cases of src/paint/replay.js against the codes of Op");
}

#[test]
fn golden_pictures_and_scenes_are_the_same_list() {
    let mut wanted: Vec<String> = scenes::scenes().iter().map(|s| format!("{}.svg", s.name)).collect();
    let folder = std::fs::read_dir(root().join("tests/golden")).expect("tests/golden");
    let mut found: Vec<String> = folder.flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    wanted.sort();
    found.sort();
    assert_eq!(found, wanted, "left: files of tests/golden, right: scenes of tests/common/scenes.rs");
}

/// The bench's worst case shows every layer: it switches on all that are off to begin with.
#[test]
fn the_bench_shows_every_layer() {
    let bench = text("tests/browser/src/bench/contender.rs");
    let link = bench.split("\"#layers=").nth(1).and_then(|rest| rest.split('"').next()).expect("a link with layers");
    let off = arctic_cable_map::scene::SWITCHES.iter().filter(|s| s.switchable && !s.default_on).map(|s| s.id);
    assert_eq!(link.split(',').collect::<BTreeSet<_>>(), off.collect());
}
