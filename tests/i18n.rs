//! The catalogues: complete, alike in their placeholders, and read without trust.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use arctic_cable_map::cable::{Course, PositionKind, Status};
use arctic_cable_map::geodata::{Code, Level};
use arctic_cable_map::i18n::{Catalogue, CatalogueProblem, Category, Format, LOCALES, Msg, PlainFormat, Plural, Words};
use arctic_cable_map::scene::LAYERS;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("www/locales")
}

fn file(code: &str) -> Vec<u8> {
    let path = folder().join(format!("{code}.json"));
    std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn keys(code: &str) -> BTreeSet<String> {
    serde_json::from_slice::<BTreeMap<String, String>>(&file(code)).unwrap().into_keys().collect()
}

fn parse(json: &str) -> (Catalogue, Vec<CatalogueProblem>) {
    let (catalogue, mut problems) = Catalogue::parse("ja", json.as_bytes());
    problems.retain(|p| !matches!(p, CatalogueProblem::MissingKey { .. }));
    (catalogue, problems)
}

#[test]
fn the_messages_are_exactly_the_keys_of_english() {
    let mut expected: BTreeSet<String> = Msg::ALL.iter().map(|m| m.key().to_owned()).collect();
    assert_eq!(expected.len(), Msg::ALL.len(), "a key stands twice in the list");
    assert!(Plural::ALL.contains(&Plural::ProblemsCount));
    for plural in Plural::ALL {
        expected.extend([Category::One, Category::Other].map(|c| format!("{}-{}", plural.key(), c.name())));
    }
    assert_eq!(keys("en"), expected);
    let texts: BTreeMap<String, String> = serde_json::from_slice(&file("en")).unwrap();
    assert!(Msg::ALL.iter().all(|m| texts[m.key()] == m.english()));
}

#[test]
fn constants_have_the_keys_of_their_names() {
    let some = [Msg::AppTitle, Msg::Close, Msg::SavePageA4Landscape, Msg::LayerSeaIceMarch];
    assert_eq!(some.map(Msg::key), ["app-title", "close", "save-page-a4-landscape", "layer-sea-ice-march"]);
    assert_eq!(Plural::ProblemsCount.key(), "problems-count");
    let is_kebab = |key: &str| key.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    assert!(Msg::ALL.iter().all(|m| is_kebab(m.key())));
}

#[test]
fn every_language_is_complete() {
    for locale in LOCALES {
        let (catalogue, problems) = Catalogue::parse(locale.code, &file(locale.code));
        assert_eq!(problems, [], "{}", locale.code);
        assert_eq!(catalogue.code(), locale.code);
    }
    assert!(Catalogue::parse("en", &file("en")).0.entries().eq(Catalogue::english().entries()));
}

/// What the browser does in two steps is what is done here in one.
#[test]
fn reading_and_checking_find_together_what_parsing_finds() {
    let odd = r#"{"close": 7, "ends": "{from} {till}", "no-such-key": "x", "problems-count-one": "{x}", "sea-x": "y"}"#;
    for (code, bytes) in [("ja", file("ja")), ("ja", odd.into()), ("pl", odd.into()), ("pl", b"[]".to_vec())] {
        let (parsed, problems) = Catalogue::parse(code, &bytes);
        let (read, mut found) = Catalogue::read(code, &bytes);
        found.extend(Catalogue::check(code, &bytes, &file("en")));
        assert_eq!(found, problems, "{code}");
        assert!(Msg::ALL.iter().all(|m| read.text(*m) == parsed.text(*m)));
        let counts = |c: &Catalogue| [1, 2, 5].map(|n| c.count(Plural::ProblemsCount, n, &PlainFormat));
        assert_eq!(counts(&read), counts(&parsed));
    }
}

/// The site adds the names of seas to the catalogues, to the English one too, and not every language has each.
#[test]
fn names_of_seas_are_not_missed() {
    let mut english: BTreeMap<String, String> = serde_json::from_slice(&file("en")).unwrap();
    english.insert("sea-kara-sea".to_owned(), "Kara Sea".to_owned());
    assert_eq!(Catalogue::check("ja", &file("ja"), serde_json::to_string(&english).unwrap().as_bytes()), []);
}

#[test]
fn every_file_is_a_language_and_every_language_a_file() {
    let files: BTreeSet<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(files, LOCALES.iter().map(|l| l.code.to_owned()).collect());
}

/// What stands in no language in words of its own.
const ALIKE: [&str; 4] = ["ends", "formula", "coordinates", "sheet-dated"];

#[test]
fn japanese_is_not_english() {
    let (japanese, _) = Catalogue::parse("ja", &file("ja"));
    let english = Catalogue::english();
    let same: Vec<&str> = english
        .entries()
        .filter(|(key, text)| japanese.by_key(key) == Some(text) && text.chars().any(|c| c.is_ascii_lowercase()))
        .map(|(key, _)| key)
        .filter(|key| !ALIKE.contains(key) && !key.starts_with("unit-"))
        .collect();
    assert!(same.is_empty(), "{same:?}");
}

/// Neighbours share words ("Land", "Status"), and Danish and Norwegian one longer text in eight.
#[test]
fn no_language_is_the_copy_of_another() {
    let all: Vec<Catalogue> = LOCALES.iter().map(|l| Catalogue::parse(l.code, &file(l.code)).0).collect();
    let wordy = |text: &str| text.split_whitespace().count() > 2 && text.chars().any(char::is_lowercase);
    for (i, one) in all.iter().enumerate() {
        for other in &all[..i] {
            let texts: Vec<(&str, &str)> = one.entries().filter(|(key, t)| !ALIKE.contains(key) && wordy(t)).collect();
            let same: Vec<&str> =
                texts.iter().filter(|(key, text)| other.by_key(key) == Some(*text)).map(|(key, _)| *key).collect();
            let allowed = if other.code() == "en" { 0 } else { texts.len() / 5 };
            assert!(same.len() <= allowed, "{} and {}: {same:?}", one.code(), other.code());
        }
    }
}

/// The page is laid out for texts two fifths longer than English (`Catalogue::pseudo`) and for one long word more.
#[test]
fn no_text_is_overlong() {
    const ONE_LONG_WORD: usize = 24;
    let english = Catalogue::english();
    for locale in LOCALES {
        let (catalogue, _) = Catalogue::parse(locale.code, &file(locale.code));
        for message in Msg::ALL {
            let (text, short) = (catalogue.text(*message), english.text(*message).chars().count());
            assert!(text.chars().count() <= short * 7 / 5 + ONE_LONG_WORD, "{} {}: {text}", locale.code, message.key());
        }
    }
}

#[test]
fn every_language_but_english_has_a_glossary() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/i18n/glossary");
    for locale in &LOCALES[1..] {
        let path = folder.join(format!("{}.md", locale.code));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let rows = text.lines().filter(|line| line.starts_with("| ") && line.matches('|').count() == 4).count();
        assert!(rows > 20, "{}: {rows} rows", path.display());
    }
}

#[test]
fn texts_are_plain_and_trimmed() {
    for locale in LOCALES {
        for (key, text) in Catalogue::parse(locale.code, &file(locale.code)).0.entries() {
            assert!(!text.contains(['<', '>', '&', '\n', '\t', '!', '！']), "{} {key}: {text}", locale.code);
            assert_eq!(text.trim(), text, "{} {key}", locale.code);
        }
    }
}

#[test]
fn what_is_wrong_is_named_and_stays_english() {
    let (catalogue, problems) = parse(
        r#"{"close": 7, "back": " ", "loading": "読込", "no-such-key": "x", "ends": "{from} {till}",
            "problem-of-another-room": "{file} が読めません", "problems-count-few": "{count}", "problems-count-odd": "x"}"#,
    );
    let named: BTreeSet<String> = problems.iter().map(ToString::to_string).collect();
    let expected = [
        "`back` is not a text",
        "`close` is not a text",
        "`ends` has the placeholders `from till`, English has `from to`",
        "`no-such-key` is not a message of the application",
        "`problems-count-odd` is not a message of the application",
    ];
    assert_eq!(named, expected.map(str::to_owned).into());
    assert_eq!((catalogue.text(Msg::Close), catalogue.text(Msg::Loading)), ("Close", "読込"));
    assert_eq!(catalogue.format(Msg::Ends, &[("from", "A"), ("to", "B")]), "A – B");
    assert_eq!(catalogue.format_key("problem-of-another-room", &[("file", "x.json")]).unwrap(), "x.json が読めません");
    for problem in problems {
        let shown = catalogue.format(problem.message(), &problem.values());
        assert!(!shown.contains('{'), "{shown}");
    }
}

#[test]
fn a_missing_key_is_reported_once_and_is_english() {
    let (catalogue, problems) = Catalogue::parse("ja", br#"{"close": "x", "back": null}"#);
    let missing =
        |key: &str| problems.iter().filter(|p| **p == CatalogueProblem::MissingKey { key: key.into() }).count();
    assert_eq!((missing("about"), missing("close"), missing("back")), (1, 0, 0));
    assert_eq!((missing("problems-count-other"), missing("problems-count-one")), (1, 0));
    assert_eq!(catalogue.text(Msg::About), "About");
    assert_eq!(catalogue.count(Plural::ProblemsCount, 1, &PlainFormat), "1 problem with the data");
}

#[test]
fn what_is_no_catalogue_leaves_english() {
    for odd in ["", "{", "[]", "null", "\"x\"", "{\"a\": }", "\u{feff}", "\0\0\0", &"[".repeat(100_000)] {
        let (catalogue, problems) = Catalogue::parse("ja", odd.as_bytes());
        assert!(matches!(problems[..], [CatalogueProblem::NotAnObject { .. }]), "{odd:.20}: {problems:?}");
        assert_eq!(catalogue.text(Msg::Close), "Close");
    }
    assert!(Catalogue::parse("ja", &[b"\xef\xbb\xbf", &file("ja")[..]].concat()).1.is_empty());
}

#[test]
fn counting_picks_the_form_and_falls_back_to_other() {
    struct Few;
    impl Format for Few {
        fn number(&self, value: f64, max_decimals: u8) -> String {
            PlainFormat.number(value, max_decimals)
        }
        fn date(&self, iso: &str) -> String {
            iso.to_owned()
        }
        fn plural(&self, count: u64) -> Category {
            if count < 5 { Category::Few } else { Category::Many }
        }
    }
    let (catalogue, _) = parse(r#"{"problems-count-few": "{count} few", "problems-count-other": "{count} other"}"#);
    assert_eq!(catalogue.count(Plural::ProblemsCount, 3, &Few), "3 few");
    assert_eq!(catalogue.count(Plural::ProblemsCount, 5000, &Few), "5,000 other");
    assert_eq!(catalogue.count(Plural::ProblemsCount, 1, &PlainFormat), "1 other");
    let english = Catalogue::english();
    assert_eq!(english.count(Plural::ProblemsCount, 2, &PlainFormat), "2 problems with the data");
}

#[test]
fn words_write_units_dates_and_positions() {
    let english = Catalogue::english();
    let words = Words::new(&english, &PlainFormat);
    assert_eq!(
        (words.km(14_500.0), words.km(2.34), words.ms(142.04)),
        ("14,500 km".into(), "2.3 km".into(), "142 ms".into())
    );
    assert_eq!((words.percent(0.05), words.tbps(120.0)), ("5 %".into(), "120 Tbit/s".into()));
    assert_eq!((words.date("2026-Q4"), words.date("2023-07")), ("Q4 2026".into(), "July 2023".into()));
    assert_eq!((words.date("2026-Q5"), words.date("soon")), ("2026-Q5".into(), "soon".into()));
    assert_eq!(words.position(-148.34, 70.26, 1), "70.3° N, 148.3° W");
    let (japanese, _) = Catalogue::parse("ja", &file("ja"));
    let words = Words::new(&japanese, &PlainFormat);
    assert_eq!(words.position(141.6, -42.64, 1), "南緯42.6°、東経141.6°");
}

#[test]
fn the_made_up_language_is_longer_and_keeps_placeholders() {
    let pseudo = Catalogue::pseudo();
    for (key, text) in Catalogue::english().entries() {
        let made_up = pseudo.by_key(key).unwrap();
        assert!(made_up.chars().count() * 10 >= text.chars().count() * 14, "{key}: {made_up}");
        for placeholder in text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name) {
            assert!(made_up.contains(&format!("{{{placeholder}}}")), "{key}: {made_up}");
        }
    }
}

proptest! {
    #[test]
    fn no_bytes_break_a_catalogue(bytes in prop::collection::vec(any::<u8>(), 0..200), code in ".{0,12}") {
        let (catalogue, _) = Catalogue::parse(&code, &bytes);
        prop_assert_eq!(catalogue.text(Msg::Close), "Close");
    }

    #[test]
    fn no_text_breaks_a_message(text in "[a{}é \\-]{0,30}", value in ".{0,10}") {
        let json = serde_json::json!({ "close": text, "problem-x": text }).to_string();
        let (catalogue, _) = Catalogue::parse("ja", json.as_bytes());
        let filled = catalogue.format_key("problem-x", &[("a", &value)]);
        prop_assert_eq!(filled.is_some(), !text.trim().is_empty());
    }
}

#[test]
fn words_of_the_data_have_texts() {
    let english = keys("en");
    let statuses = Status::ALL.iter().map(|s| format!("status-{}", s.as_str()));
    let positions = PositionKind::NAMES.iter().map(|(name, _)| format!("position-{name}"));
    let courses = Course::NAMES.iter().map(|(name, _)| format!("mark-{name}"));
    let grades = ["a", "b", "c"].map(|grade| format!("confidence-{grade}"));
    let levels = [Level::Error, Level::Warning].map(|l| format!("level-{}", l.as_str()));
    let layers = LAYERS.iter().filter(|l| l.switchable).map(|l| format!("layer-{}", l.id));
    for key in statuses.chain(positions).chain(courses).chain(grades).chain(levels).chain(layers) {
        assert!(english.contains(&key), "{key}");
    }
    assert_eq!(Catalogue::english().by_key("layer-land"), Some("Land"));
    assert_eq!(Catalogue::english().by_key("layer-of-nobody"), None);
}

#[test]
fn every_layer_of_the_catalogue_has_a_name() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("geodata/catalog.json");
    let catalog: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let english = Catalogue::english();
    for layer in catalog["layers"].as_array().unwrap() {
        let key = format!("layer-{}", layer["id"].as_str().unwrap());
        assert!(english.by_key(&key).is_some(), "{key}");
    }
}

#[test]
fn problems_of_the_data_are_explained_in_every_language() {
    for locale in &LOCALES[1..] {
        let (catalogue, _) = Catalogue::parse(locale.code, &file(locale.code));
        for code in Code::ALL {
            let key = format!("problem-{}", code.as_str());
            let Some(text) = catalogue.by_key(&key) else { panic!("{}: {key}", locale.code) };
            for i in 0..4 {
                let argument = format!("{{{i}}}");
                assert_eq!(text.contains(&argument), code.message_en().contains(&argument), "{} {key}", locale.code);
            }
        }
        let counts =
            |key: &str, plural: &Plural| locale.plurals.iter().any(|c| key == format!("{}-{}", plural.key(), c.name()));
        let known = |key: &str| {
            Code::ALL.iter().any(|c| key == format!("problem-{}", c.as_str()))
                || Plural::ALL.iter().any(|plural| counts(key, plural))
                || keys("en").contains(key)
        };
        let odd: Vec<String> = keys(locale.code).into_iter().filter(|key| !known(key)).collect();
        assert!(odd.is_empty(), "{}: {odd:?}", locale.code);
    }
}
