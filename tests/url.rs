//! The state as a link: read back as written, read without trust.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use arctic_cable_map::app::url::{KEYS, UrlProblem, decode, encode, from_pairs, names, to_pairs};
use arctic_cable_map::app::{
    Action, AppState, At, CARRIED, Layers, MAX_ZOOM, MIN_ZOOM, SelKind, Selection, Theme, UiMode, VIEWS, ViewKind,
    apply,
};
use arctic_cable_map::i18n::{Catalogue, LOCALES, Msg};
use proptest::prelude::*;

fn read(fragment: &str) -> (AppState, Vec<UrlProblem>) {
    decode("", fragment)
}

fn good(fragment: &str) -> AppState {
    let (state, problems) = read(fragment);
    assert_eq!(problems, [], "{fragment}");
    state
}

#[test]
fn the_default_state_is_an_empty_link() {
    assert_eq!(encode(&AppState::default()), "");
    assert_eq!(good(""), AppState::default());
    assert_eq!(decode("?", "#"), (AppState::default(), vec![]));
}

#[test]
fn every_example_of_the_table_reads_and_writes_back() {
    for key in KEYS {
        let link = format!("{}={}", key.name, key.example);
        let state = good(&link);
        if state != AppState::default() {
            assert_eq!(encode(&state), link);
        }
        // An empty value is the default, whatever stood there before.
        let (reset, problems) = from_pairs(&state, [(key.name, "")]);
        assert_eq!((reset, problems), (AppState::default(), vec![]), "{}", key.name);
        assert!(!key.form.is_empty());
    }
}

#[test]
fn a_link_reads_as_people_write_it() {
    let state = good(
        "at=15.6,78.2,2.5,-30&layers=sea-ice,-graticule&sel=segment:far-north-fiber/a--b&lang=ja&theme=dark&ui=embed",
    );
    assert_eq!(state.at, At { lon_deg: 15.6, lat_deg: 78.2, zoom: 2.5, rotation_deg: -30.0 });
    assert!(state.layers.shows("sea-ice", false) && !state.layers.shows("graticule", true));
    assert_eq!(state.sel, Some(Selection::new(SelKind::Segment, "far-north-fiber/a--b")));
    assert_eq!((state.lang.as_deref(), state.theme, state.ui), (Some("ja"), Theme::Dark, UiMode::Embed));
    assert_eq!(
        encode(&state),
        "at=15.6,78.2,2.5,-30&layers=-graticule,sea-ice&sel=segment:far-north-fiber/a--b&lang=ja&theme=dark&ui=embed"
    );
}

#[test]
fn what_panels_keep_comes_back_as_it_was_and_is_told_when_it_cannot() {
    for key in CARRIED {
        let link = format!("{key}=cable:far-north-fiber,-2030");
        let state = good(&link);
        assert_eq!((state.carried.get(key), encode(&state)), ("cable:far-north-fiber,-2030", link));
        assert_eq!(from_pairs(&state, [(key, "")]), (AppState::default(), vec![]));
        for bad in [format!("{key}=%0A%00x"), format!("{key}={}", "x".repeat(5000))] {
            let (state, problems) = read(&bad);
            assert_eq!((state, problems.len()), (AppState::default(), 1), "{key}");
        }
    }
    let mut all: Vec<&str> = names().collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), names().count(), "a key stands twice");
}

#[test]
fn the_fragment_wins_key_by_key() {
    let (state, problems) = decode("?theme=dark&lang=ja&utm_source=x", "#theme=light");
    assert_eq!((state.theme, state.lang.as_deref(), problems), (Theme::Light, Some("ja"), vec![]));
    // A bad value falls back to the default, not to the other part of the link.
    let (state, problems) = decode("theme=dark", "theme=pink");
    assert_eq!((state.theme, problems.len()), (Theme::Auto, 1));
}

#[test]
fn escapes_are_undone() {
    assert_eq!(good("sel=cable%3Afar%2Dnorth%2Dfiber&at=10%2C80%2C1").sel.unwrap().id, "far-north-fiber");
    let named = AppState { sel: Some(Selection::new(SelKind::Place, "東京 & co=1#2")), ..AppState::default() };
    assert!(encode(&named).is_ascii());
    assert_eq!(good(&encode(&named)), named);
}

#[test]
fn unknown_keys_are_ignored() {
    assert_eq!(good("years=2030&x&=&&&fbclid=1&AT=1,2,3&at"), AppState::default());
}

#[test]
fn bad_values_fall_back_and_are_reported() {
    let bad = [
        "morph=2",
        "morph=half",
        "at=1,2",
        "at=a,b,c",
        "at=nan,80,1",
        "at=1,inf,1",
        "at=1,2,3,4,5",
        "at=,,",
        "sel=far-north-fiber",
        "sel=ship:x",
        "sel=cable:",
        "sel=cable:%00",
        "layers=-",
        "layers=a,--b",
        "lang=klingon",
        "lang=%FF",
        "theme=DARK",
        "ui=1",
    ];
    for link in bad {
        let (state, problems) = read(link);
        assert_eq!(state, AppState::default(), "{link}");
        let [problem] = &problems[..] else { panic!("{link}: {problems:?}") };
        let shown = Catalogue::english().format(problem.message, &problem.values());
        assert!(problem.message == Msg::ProblemUrlValue && shown.contains(problem.key), "{shown}");
    }
}

#[test]
fn views_are_named_and_what_is_no_view_says_so() {
    assert_eq!(good("view=polar"), AppState::default());
    for view in VIEWS {
        let link = format!("view={}", view.code());
        let state = good(&link);
        assert_eq!((state.view, state.at), (*view, state.home()), "the home view needs no `at`");
        assert_eq!(encode(&state), if *view == ViewKind::Polar { String::new() } else { link });
        let moved = good(&format!("view={}&at=10,60,1", view.code()));
        assert_eq!((moved.at.lon_deg, moved.at.lat_deg), (10.0, 60.0));
    }
    let (state, problems) = read("view=flat");
    assert_eq!((state, problems[0].message), (AppState::default(), Msg::ProblemUrlView));
}

#[test]
fn a_place_of_the_slider_is_kept() {
    let state = good("morph=0.3");
    assert_eq!((state.view, state.morph, state.at), (ViewKind::Polar, Some(0.3), state.home()));
    assert_eq!(good("morph=0.1").view, ViewKind::Globe);
    assert_eq!(encode(&good("view=world&morph=0.8&at=10,60,1")), "morph=0.8&at=10,60,1");
    assert_eq!(encode(&good("morph=1")), "view=mercator");
    assert_eq!(good("morph=0.5"), AppState::default());
    let (state, _) = from_pairs(&good("at=10,60,1"), [("view", "globe")]);
    assert_eq!(encode(&state), "view=globe&at=10,60,1", "a map that is elsewhere stays there");
}

#[test]
fn numbers_out_of_range_come_to_the_nearest() {
    let nearest = |link| {
        let (state, problems) = read(link);
        assert_eq!(problems.iter().map(|p| p.message).collect::<Vec<_>>(), [Msg::ProblemUrlRange], "{link}");
        state.at
    };
    assert_eq!(nearest("at=10,80,1e308").zoom, MAX_ZOOM);
    assert_eq!(nearest("at=10,80,-5").zoom, -2.0);
    assert!(nearest("view=mercator&at=10,80,-9").zoom > MIN_ZOOM);
    assert_eq!(nearest("view=mercator&at=10,88,3").lat_deg, 82.0);
    assert_eq!(nearest("at=10,90.0000001,0"), At { lon_deg: 0.0, lat_deg: 90.0, ..At::HOME });
    assert!(nearest("at=10,-80,0").lat_deg > -80.0);
    // A globe stands a pixel or two short of its pole, at any zoom: nobody is told of that.
    for zoom in ["-1", "0", "4", "9"] {
        let at = good(&format!("view=globe&at=10,90,{zoom}")).at;
        assert!(at.lat_deg > 89.8 && at.lat_deg < 90.0, "{at:?}");
    }
    assert_eq!(good("at=370,80,0,-540").at, At { lon_deg: 10.0, lat_deg: 80.0, zoom: 0.0, rotation_deg: 180.0 });
}

#[test]
fn long_values_are_cut_in_the_report() {
    let (state, problems) = read(&format!("sel=cable:{}", "x".repeat(1_000_000)));
    assert_eq!(state, AppState::default());
    assert!(problems[0].value.chars().count() < 100);
    let many: String = (0..100_000).map(|i| format!("layer{i},")).collect();
    assert_eq!(read(&format!("layers={many}")).1.len(), 1);
    assert_eq!(read(&"theme=dark&".repeat(100_000)).0.theme, Theme::Dark);
}

#[test]
fn pairs_change_only_what_they_name() {
    let base = good("theme=dark&sel=cable:polar-connect");
    let (state, problems) = from_pairs(&base, [("lang", "ja"), ("sel", ""), ("nonsense", "1")]);
    assert_eq!(problems, []);
    assert_eq!(to_pairs(&state), [("lang", "ja".to_owned()), ("theme", "dark".to_owned())]);
}

#[test]
fn a_selection_that_the_map_lacks_has_its_own_words() {
    let problem = UrlProblem::missing(&Selection::new(SelKind::Cable, "atlantis"));
    let shown = Catalogue::english().format(problem.message, &problem.values());
    assert_eq!(shown, "“cable:atlantis”, named in the address, is not on this map.");
}

fn any_at() -> impl Strategy<Value = At> {
    let angle = prop_oneof![-200.0..200.0, any::<f64>(), Just(180.0), Just(-180.0), Just(0.0)];
    let lat = prop_oneof![-90.0..90.0, 89.9..90.0, any::<f64>()];
    (angle.clone(), lat, prop_oneof![-3.0..10.0, any::<f64>()], angle)
        .prop_map(|(lon_deg, lat_deg, zoom, rotation_deg)| At { lon_deg, lat_deg, zoom, rotation_deg })
}

fn any_selection() -> impl Strategy<Value = Selection> {
    (prop::sample::select(SelKind::ALL.to_vec()), "\\PC{1,20}").prop_map(|(kind, id)| Selection::new(kind, id))
}

fn any_action() -> impl Strategy<Value = Action> {
    let lang = prop::sample::select(
        LOCALES.iter().map(|l| l.code.to_owned()).chain(["xx".into(), "ja-JP".into()]).collect::<Vec<_>>(),
    );
    prop_oneof![
        any_selection().prop_map(Action::Select),
        Just(Action::ClearSelection),
        any_at().prop_map(Action::SetAt),
        any::<f64>().prop_map(Action::ZoomBy),
        (-400.0..400.0).prop_map(Action::TurnBy),
        Just(Action::Home),
        prop::option::of(lang).prop_map(Action::SetLang),
        prop::sample::select(Theme::ALL.to_vec()).prop_map(Action::SetTheme),
        prop::sample::select(VIEWS.to_vec()).prop_map(Action::SetView),
        any::<f64>().prop_map(Action::SetMorph),
        (-0.1..1.1).prop_map(Action::SetMorph),
        ("\\PC{1,12}", any::<bool>()).prop_map(|(id, by_default)| Action::ToggleLayer { id, by_default }),
        prop::sample::select(UiMode::ALL.to_vec())
            .prop_map(|ui| Action::Restore(Box::new(AppState { ui, ..AppState::default() }))),
    ]
}

fn any_state() -> impl Strategy<Value = AppState> {
    prop::collection::vec(any_action(), 0..12).prop_map(|actions| {
        let mut state = AppState::default();
        actions.into_iter().for_each(|action| apply(&mut state, action));
        state
    })
}

proptest! {
    #[test]
    fn every_reachable_state_comes_back(state in any_state()) {
        let (back, problems) = read(&encode(&state));
        prop_assert_eq!(&problems, &[]);
        let rounded = AppState { at: if state.is_at_home() { state.home() } else { state.at.rounded() }, ..state };
        prop_assert_eq!(back.clone(), rounded.settle());
        prop_assert_eq!(encode(&back.clone()), encode(&read(&encode(&back)).0));
    }

    #[test]
    fn rounding_moves_the_map_by_less_than_a_pixel(at in any_at()) {
        let (exact, rounded) = (at.settle(), at.rounded());
        prop_assert_eq!(rounded.rounded(), rounded);
        prop_assert_eq!(exact.settle(), exact);
        let px_per_deg = 16.0 * exact.zoom.exp2();
        prop_assert!((exact.lat_deg - rounded.lat_deg).abs() * px_per_deg <= 0.51);
        prop_assert!((exact.zoom - rounded.zoom).abs() <= 0.005_001);
    }

    #[test]
    fn pairs_and_links_agree(state in any_state()) {
        let pairs = to_pairs(&state);
        let given = pairs.iter().map(|(k, v)| (*k, v.as_str()));
        prop_assert_eq!(from_pairs(&AppState::default(), given), read(&encode(&state)));
    }

    #[test]
    fn no_text_breaks_the_reader(query in ".{0,80}", fragment in "([a-z]{1,6}=[%0-9A-F,:/&.e+-]{0,20}&?){0,6}") {
        let (state, _) = decode(&query, &fragment);
        prop_assert_eq!(state.clone().settle(), state);
    }

    #[test]
    fn no_value_breaks_a_key(key in prop::sample::select(names().collect::<Vec<_>>()), value in "\\PC{0,40}|[0-9eE,.+-]{0,30}") {
        let (state, problems) = from_pairs(&AppState::default(), [(key, value.as_str())]);
        prop_assert!(problems.len() <= 1);
        prop_assert_eq!(read(&encode(&state)).1, vec![]);
    }
}

#[test]
fn layers_refuse_ids_that_no_link_can_hold() {
    let mut layers = Layers::default();
    for id in ["", "-a", "a,b", " a", "a\n", &"x".repeat(300)] {
        layers.set(id, true);
    }
    assert!(layers.is_empty());
}

/// Pages that hold the map write the keys of a link as attributes of `<cable-map>`.
#[test]
fn every_key_is_an_attribute_of_the_element() {
    let script = include_str!("../www/embed.js");
    let types = include_str!("../www/embed.d.ts");
    let list = script.lines().find(|line| line.starts_with("const KEYS = ")).unwrap_or_default();
    for key in names() {
        assert!(list.contains(&format!("\"{key}\"")), "www/embed.js does not know {key}");
        assert!(types.contains(&format!("  {key}?: string;")), "www/embed.d.ts does not know {key}");
    }
}
