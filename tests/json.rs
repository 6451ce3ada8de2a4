//! The reader of JSON against its referee `serde_json`: the same verdict, place and tree.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what went wrong by stopping there"
)]

use arctic_cable_map::json::{Error, Fault, MAX_DEPTH, Value, parse};
use proptest::prelude::*;
use serde_json::Value as Theirs;
use std::path::{Path, PathBuf};

/// Whether two trees are the same; numbers may differ by `slack`, relative to their size.
fn same(ours: &Value, theirs: &Theirs, slack: f64) -> bool {
    match (ours, theirs) {
        (Value::Null, Theirs::Null) => true,
        (Value::Bool(a), Theirs::Bool(b)) => a == b,
        (Value::String(a), Theirs::String(b)) => a == b,
        (Value::Number(a), Theirs::Number(n)) => {
            let b = n.as_f64().unwrap();
            // The smallest doubles have fewer digits, and the last of them may be off.
            (a.to_bits() == b.to_bits()) || (slack > 0.0 && (a - b).abs() <= (b.abs() * slack).max(1e-322))
        }
        (Value::Array(a), Theirs::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b, slack)),
        (Value::Object(a), Theirs::Object(b)) => {
            // Of members with one key the last counts, in the place of the first.
            let mut keys: Vec<&str> = Vec::new();
            a.keys().for_each(|key| {
                if !keys.contains(&key) {
                    keys.push(key);
                }
            });
            keys.len() == b.len()
                && keys.iter().zip(b).all(|(k, (key, v))| k == key && same(a.get(k).unwrap(), v, slack))
        }
        _ => false,
    }
}

fn fault(error: &serde_json::Error) -> Fault {
    let what = error.to_string();
    if what.starts_with("recursion limit") {
        Fault::TooDeep
    } else if what.starts_with("number out of range") {
        Fault::NumberTooLarge
    } else if error.is_eof() {
        Fault::Truncated
    } else {
        Fault::Syntax
    }
}

/// Stops where the two disagree about `text`; gives our verdict.
fn compare(text: &str, slack: f64) -> Result<Value, Error> {
    let ours = parse(text);
    match (&ours, serde_json::from_str::<Theirs>(text)) {
        (Ok(a), Ok(b)) => assert!(same(a, &b, slack), "{text:?}\n{a:?}\n{b:?}"),
        (Err(a), Err(b)) => {
            // A number too large is told in the midst of its digits, at the latest at the last.
            let column = if a.fault == Fault::NumberTooLarge { a.column.max(b.column()) } else { b.column() };
            assert_eq!(*a, Error { fault: fault(&b), line: b.line(), column }, "{text:?}: {b}");
        }
        (a, b) => panic!("{text:?}\n{a:?}\n{b:?}"),
    }
    ours
}

/// The JSON under `folder`.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut left = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|e| e == "json" || e == "geojson") {
            found.push(path);
        }
    }
    found
}

#[test]
fn every_file_of_the_project_is_the_same_tree_to_the_last_bit() {
    for (folder, at_least) in [("geodata", 30), ("www/locales", 2), ("tests/reference", 1)] {
        let files = files(folder);
        assert!(files.len() >= at_least, "{folder}: {}", files.len());
        for path in files {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(
                compare(&text, if folder == "tests/reference" { 1e-15 } else { 0.0 }).is_ok(),
                "{}",
                path.display()
            );
        }
    }
}

#[test]
fn each_rule_of_the_grammar_is_held() {
    let good = [
        "null",
        " true\t",
        "\r\nfalse\n",
        "0",
        "-0",
        "-0.0",
        "10",
        "1.50",
        "1e3",
        "1E+3",
        "1e-3",
        "0e999",
        "1e-999",
        "0.0e-99999999999",
        "5e-324",
        "9007199254740993",
        "18446744073709551616",
        "-9223372036854775809",
        "\"\"",
        r#""\"\\\/\b\f\n\r\t""#,
        r#""\u0041\u00e9\u3042\uD83D\uDE00\u0000""#,
        "\"日本 😀 \u{7f}\u{2028}\"",
        "[]",
        "[ ]",
        "[1 , 2]",
        "{}",
        "{ }",
        r#"{"a":1,"b":[{}],"a":{"":null}}"#,
        r#"{"\u0061": 1, "a": 2}"#,
    ];
    for text in good {
        assert!(compare(text, 0.0).is_ok(), "{text:?}");
    }
    // Near the largest double, the smallest that has all its digits, and more digits than count.
    for text in
        ["1.79769313486231e308", "-1.79769313486231e308", "2.2250738585072014e-308", "123456789012345678901234567890"]
    {
        assert!(compare(text, 1e-14).is_ok(), "{text:?}");
    }
    let bad = [
        "",
        " ",
        "\u{feff}1",
        "nul",
        "nulL",
        "True",
        "NaN",
        "Infinity",
        "+1",
        "-",
        "-a",
        "01",
        "-01",
        "1.",
        "1.e3",
        ".5",
        "1e",
        "1e+",
        "1ex",
        "0x1",
        "1_0",
        "1e999",
        "[1e309]",
        "-1e400",
        "\"",
        "\"a",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12G4\"",
        "\"\\u+123\"",
        "\"\\uD800\"",
        "\"\\uD800\\n\"",
        "\"\\uD800\\u0041\"",
        "\"\\uDC00\"",
        "\"\\uD800a\"",
        "\"\\uD800\\uD800\"",
        "\"a\nb\"",
        "\"\t\"",
        "\"\u{1f}\"",
        "\"\0\"",
        "'a'",
        "[",
        "[1",
        "[1,",
        "[,",
        "[1,]",
        "[1 2]",
        "[1}",
        "]",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{1:1}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1]",
        "{\"a\":,}",
        "1 2",
        "null,",
        "{} x",
        "[]]",
        "1 // no",
        "/**/1",
        "\u{a0}1",
        "\u{c}1",
        "[\n\n  1,\n x]",
        "[\n",
        "{\"é\": é}",
        "\"\\u日本\"",
        "\"\\é\"",
    ];
    for text in bad {
        assert!(compare(text, 0.0).is_err(), "{text:?}");
    }
}

#[test]
fn depth_has_a_limit() {
    let nested = |open: &str, close: &str, depth: usize| [open.repeat(depth), close.repeat(depth)].concat();
    let limit = usize::from(MAX_DEPTH);
    assert!(compare(&nested("[", "]", limit), 0.0).is_ok());
    assert_eq!(compare(&nested("[", "]", limit + 1), 0.0).unwrap_err().fault, Fault::TooDeep);
    assert!(compare(&[nested("{\"a\":", "", limit - 1), "{}".into(), "}".repeat(limit - 1)].concat(), 0.0).is_ok());
    assert_eq!(parse(&"{\"a\":".repeat(1_000_000)).unwrap_err().fault, Fault::TooDeep);
    // Depth is how deep lists nest, not how many there are.
    assert!(compare(&["[", &"[[]],".repeat(1000), "{}]"].concat(), 0.0).is_ok());
}

#[test]
fn a_fault_says_what_and_where() {
    assert_eq!(parse("{\n  \"a\": oops\n}").unwrap_err().to_string(), "no JSON at line 2 column 8");
    assert_eq!(parse("[1,").unwrap_err().to_string(), "the text ends too early at line 1 column 3");
}

#[test]
fn values_are_asked_for_what_they_are() {
    let mut value =
        parse(r#"{"i": -7, "f": 0.5, "big": 9007199254740993, "s": "x", "l": [1], "n": null, "s": "y"}"#).unwrap();
    let whole = |key: &str| value.get(key).and_then(Value::as_i64);
    assert_eq!((whole("i"), whole("f"), whole("big"), whole("s")), (Some(-7), None, None, None));
    assert_eq!(value.get("f").and_then(Value::as_f64), Some(0.5));
    assert_eq!(value.get("l").and_then(Value::as_array), Some(&[Value::Number(1.0)][..]));
    assert!(value.get("n").is_some_and(Value::is_null) && value.get("i").is_some_and(Value::is_number));
    assert_eq!((value.get("x"), Value::Null.get("x"), Value::Null.take("x")), (None, None, None));
    assert_eq!(value.take("s"), Some(Value::String("y".into())));
    assert_eq!(value.get("s"), Some(&Value::Null));
}

fn any_json() -> impl Strategy<Value = Theirs> {
    let leaf = prop_oneof![
        Just(Theirs::Null),
        any::<bool>().prop_map(Theirs::from),
        any::<f64>().prop_map(Theirs::from),
        any::<i64>().prop_map(Theirs::from),
        any::<u64>().prop_map(Theirs::from),
        "(\\PC|[\\x00-\\x20\"\\\\])*".prop_map(Theirs::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Theirs::from),
            prop::collection::vec(("\\PC{0,3}", inner), 0..6).prop_map(|m| Theirs::Object(m.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn what_they_write_we_read(value in any_json(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        prop_assert!(compare(&text, 1e-14).is_ok());
    }

    #[test]
    fn coordinates_are_equal_to_the_last_bit(whole in -180_i32..=180, fraction in 0_u32..1_000_000_000, places in 0_usize..=9) {
        let text = format!("[{whole}.{}]", &format!("{fraction:09}")[..places.max(1)]);
        prop_assert!(compare(&text, 0.0).is_ok());
    }

    #[test]
    fn damaged_text_gets_the_same_verdict(
        value in any_json(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8, "[\\[\\]{},:\"\\\\0-9eE.+\\-untrfalsDdC8 \n\\x00é]"), 1..4),
    ) {
        let mut text: Vec<char> = value.to_string().chars().collect();
        for (place, edit, with) in edits {
            let at = place.index(text.len() + 1);
            let with = with.chars().next().unwrap();
            match edit {
                0 => text.insert(at, with),
                1 if at < text.len() => text[at] = with,
                _ => text.truncate(at),
            }
        }
        let _ = compare(&text.into_iter().collect::<String>(), 1e-14);
    }

    #[test]
    fn any_text_gets_the_same_verdict(text in "[\\[\\]{},:\"\\\\0-9eE.+\\-u/bntrfalsDdC \n]{0,24}") {
        let _ = compare(&text, 1e-14);
    }
}
