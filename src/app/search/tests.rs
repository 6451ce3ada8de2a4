//! What is found for what is typed.

use super::*;

fn entry(kind: Kind, id: &str, names: &[&str], also: &[&str]) -> Entry {
    let texts = |all: &[&str]| all.iter().map(|s| (*s).to_owned()).collect();
    Entry { kind, id: id.into(), names: texts(names), also: texts(also) }
}

fn index() -> Index {
    use Kind::{Cable, Chokepoint, Country, Event, Landing, Place};
    Index::new(vec![
        entry(Cable, "fnf", &["Far North Fiber", "ファーノース・ファイバー"], &["Cinia", "ARTERIA"]),
        entry(Cable, "smw3", &["SEA-ME-WE 3"], &["Orange", "KDDI"]),
        entry(Cable, "smw5", &["SEA-ME-WE 5"], &["Orange"]),
        entry(Cable, "c-lion1", &["C-Lion1"], &["Cinia"]),
        entry(Landing, "tomakomai-jp", &["Tomakomai", "苫小牧"], &["Japan"]),
        entry(Landing, "tromso-no", &["Tromsø", "トロムソ"], &["Norway"]),
        entry(Landing, "harsprang", &["Sprängbucht"], &["Sweden"]),
        entry(Place, "tokyo", &["Tokyo", "東京"], &["Japan"]),
        entry(Chokepoint, "bering", &["Bering Strait", "ベーリング海峡"], &[]),
        entry(Event, "memo", &["Memorandum on submarine cables between the EU and Japan"], &["2023-07-03"]),
        entry(Country, "JP", &["Japan", "日本", "Япония", "اليابان"], &["JP"]),
        entry(Country, "NO", &["Norway", "Norvège", "ノルウェー"], &["NO"]),
    ])
}

/// Ids of what is found, group by group.
fn ids(text: &str) -> Vec<String> {
    index().find(text, 6).into_iter().flat_map(|g| g.hits).map(|h| h.id).collect()
}

fn first(text: &str) -> String {
    ids(text).first().cloned().unwrap_or_default()
}

#[test]
fn whole_names_beginnings_and_parts() {
    for (text, want) in [
        ("Far North Fiber", "fnf"),
        ("far n", "fnf"),
        ("fiber", "fnf"),
        ("sea me we 3", "smw3"),
        ("SEAMEWE3", "smw3"),
        ("sea-me-we 5", "smw5"),
        ("clion", "c-lion1"),
        ("lion1", "c-lion1"),
        ("bucht", "harsprang"),
        ("  bering   STRAIT ", "bering"),
    ] {
        assert_eq!(first(text), want, "{text}");
    }
}

#[test]
fn accents_case_and_scripts_do_not_matter() {
    for (text, want) in [
        ("tromso", "tromso-no"),
        ("TROMSÖ", "tromso-no"),
        ("トロムソ", "tromso-no"),
        ("とろむそ", "tromso-no"),
        ("苫小牧", "tomakomai-jp"),
        ("小牧", "tomakomai-jp"),
        ("япония", "JP"),
        ("اليابان", "JP"),
        ("norvege", "NO"),
        ("のるうぇー", "NO"),
    ] {
        assert_eq!(first(text), want, "{text}");
    }
}

#[test]
fn slips_are_forgiven_by_length() {
    for (text, want) in [
        ("tomakmai", "tomakomai-jp"),
        ("tokio", "tokyo"),
        ("tkoyo", "tokyo"),
        ("bernig straight", "bering"),
        ("norwya", "NO"),
    ] {
        assert_eq!(first(text), want, "{text}");
    }
    // One letter of three is another word.
    assert_eq!(ids("fur"), Vec::<String>::new());
    assert_eq!(ids("tokqqyo"), Vec::<String>::new());
}

#[test]
fn country_narrows_down_and_does_not_flood() {
    assert_eq!(ids("tokyo japan"), ["tokyo"]);
    assert_eq!(ids("japan"), ["JP", "memo"]);
    assert_eq!(ids("no"), ["NO", "fnf"], "a code, and the beginning of a word");
}

#[test]
fn cable_is_found_by_its_owner() {
    assert_eq!(ids("cinia"), ["fnf", "c-lion1"]);
    assert_eq!(ids("orange 5"), ["smw5"]);
}

#[test]
fn groups_stand_in_the_order_of_their_best_and_hold_so_many() {
    let groups = index().find("t", 1);
    let kinds: Vec<(Kind, usize)> = groups.iter().map(|g| (g.kind, g.hits.len())).collect();
    assert_eq!(kinds, [(Kind::Landing, 1), (Kind::Place, 1), (Kind::Event, 1)]);
    assert!(index().find("tokyo", 0).iter().all(|g| g.hits.is_empty()));
}

#[test]
fn hit_says_which_name_was_found() {
    let found = index().find("東京", 6);
    let hit = &found[0].hits[0];
    assert_eq!((hit.name.as_str(), hit.other.as_deref()), ("Tokyo", Some("東京")));
    assert_eq!(index().find("Tokyo", 6)[0].hits[0].other, None);
    assert_eq!(index().entry(Kind::Place, "tokyo").map(|e| e.names.len()), Some(2));
}

#[test]
fn any_text_is_safe() {
    let long = "Tromsø ".repeat(15_000);
    assert_eq!(first(&long), "tromso-no");
    for text in [
        "",
        " ",
        "🛰️",
        "👩‍👩‍👧‍👦🇯🇵",
        "\u{202e}oykot",
        "<img src=x onerror=alert(1)>",
        "%00\u{0}",
        "((((",
        "\\",
        "a\u{301}\u{301}\u{301}",
        "שלום עולם",
        "\u{ff9e}\u{ff9e}",
        "𝕋𝕠𝕜𝕪𝕠",
        "\u{10ffff}",
    ] {
        let _ = index().find(text, 6);
    }
    assert_eq!(first("\u{202e}tokyo\u{202c}"), "tokyo", "marks of direction are nothing");
    assert_eq!(ids("🛰️ …"), Vec::<String>::new());
    for length in [100_000, 1] {
        let text: String = "🛰x".chars().cycle().take(length).collect();
        let _ = index().find(&text, 6);
    }
}

proptest::proptest! {
    #[test]
    fn every_name_finds_its_thing(i in 0_usize..12, name in 0_usize..4) {
        let all = index();
        let entry = &all.0[i].entry;
        let name = &entry.names[name % entry.names.len()];
        let found = all.find(name, 20);
        proptest::prop_assert!(found.iter().any(|g| g.hits.iter().any(|h| h.id == entry.id)), "{name}");
    }

    #[test]
    fn any_string_is_safe(text in "\\PC{0,60}") {
        let _ = index().find(&text, 6);
    }
}
