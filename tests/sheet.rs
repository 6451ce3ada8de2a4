//! Sheets: nothing overlaps in any format or language, everything is said, the legend is true, the file is sound.
//!
//! `UPDATE_GOLDEN=1 cargo test --test sheet` writes the two sheets of `tests/sheets/` that differ, and then fails, so
//! that somebody looks at them before they are kept.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping there")]

#[path = "common/world.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod world;

use arctic_cable_map::carto::{Pose, View, Viewport};
use arctic_cable_map::geodata::Catalog;
use arctic_cable_map::i18n::{Catalogue, Format as _, PlainFormat, Words};
use arctic_cable_map::paint::{Ink, svg_body};
use arctic_cable_map::plane::Rect;
use arctic_cable_map::scene::label::{RoughMeasure, place};
use arctic_cable_map::scene::{DisplayList, Frame, Palette, World, build};
use arctic_cable_map::sheet::{
    FORMATS, Facts, Format, Order, Plate, Sheet, SheetText, Unit, compose, credits, keys, projection, sheet_text,
};
use arctic_cable_map::sphere::LonLat;
use resvg::usvg::roxmltree::Document;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let mut world = world::world(50.0);
    world.set_seabed();
    world
});

const LINK: &str = "https://example.org/arctic/#sel=cable:far-north-fiber&at=-98,70.5,2.6&layers=-graticule,-circles";

fn catalogue(lang: &str) -> Catalogue {
    match lang {
        "en" => Catalogue::english(),
        "pseudo" => Catalogue::pseudo(),
        _ => {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("www/locales/{lang}.json"));
            let (catalogue, problems) = Catalogue::parse(lang, &std::fs::read(path).expect("a catalogue"));
            assert_eq!(problems, []);
            catalogue
        }
    }
}

fn text(lang: &str, pose: Pose) -> SheetText {
    let (catalog, _) = Catalog::parse("catalog.json", &world::bytes("catalog.json"));
    let facts = Facts {
        title: "",
        subtitle: "",
        projection: projection("polar", false),
        centre: pose.centre,
        credits: &credits(&catalog.layers),
        version: "0.1.0",
        data_version: "2026-11-21.f7a7e536",
        date: "2026-11-22",
        link: LINK,
    };
    sheet_text(&facts, &Words::new(&catalogue(lang), &PlainFormat))
}

fn plate(pose: Pose, lang: &str, switched: &[String], [width, height]: [f64; 2]) -> Plate {
    let view = View::polar(pose, Viewport::plain(width, height));
    let labels = place(&WORLD, &view, None, switched, &world::words(lang), &RoughMeasure);
    let mut list = DisplayList::default();
    build(&WORLD, &Frame::new(&WORLD, &view, None, &labels, switched), &mut list);
    Plate { view, list, relief: None }
}

/// Composes a sheet and hands it to `look`.
fn with_sheet<T>(
    format: Format,
    palette: Palette,
    lang: &str,
    text: &SheetText,
    (pose, hidden): (Pose, &[String]),
    look: impl FnOnce(&Sheet<'_>) -> T,
) -> T {
    let keys = keys(&WORLD, &Words::new(&catalogue(lang), &PlainFormat));
    let number = |v: f64| PlainFormat.number(v, 0);
    let order = Order { format, palette, text, keys: &keys, measure: &RoughMeasure, number: &number };
    look(&compose(order, &mut |w, h| plate(pose, lang, hidden, [w, h])))
}

#[allow(clippy::redundant_closure_for_method_calls, reason = "the method itself is not general enough in its lifetime")]
fn svg(format: Format, palette: Palette, lang: &str, at: (Pose, &[String])) -> String {
    with_sheet(format, palette, lang, &text(lang, at.0), at, |sheet| sheet.svg())
}

/// The named formats, pictures of other sizes and shapes, and maps as they are on a screen.
fn formats() -> Vec<(String, Format)> {
    let mut all: Vec<(String, Format)> = FORMATS.iter().map(|(n, f)| ((*n).to_owned(), *f)).collect();
    for (w, h) in [(1280.0, 720.0), (8192.0, 4608.0), (1200.0, 630.0), (1080.0, 1080.0), (1080.0, 1920.0)] {
        all.push((format!("picture {w} × {h}"), Format::picture(w, h)));
    }
    for (w, h) in [(1440.0, 900.0), (390.0, 640.0), (800.0, 500.0)] {
        all.push((format!("around {w} × {h}"), Format::around(w, h)));
    }
    all
}

/// What is wrong with where things stand.
fn faults(name: &str, format: Format, sheet: &Sheet<'_>) -> Vec<String> {
    let pieces: Vec<(Rect, &str)> = sheet.pieces().collect();
    let inner = sheet.page().grown(-format.margin_px + 0.01);
    let mut faults = vec![];
    for (i, (a, words)) in pieces.iter().enumerate() {
        if !inner.covers(a) {
            faults.push(format!("{name}: {words:?} leaves the page: {a:?}"));
        }
        if a.grown(-0.01).overlaps(&sheet.map()) {
            faults.push(format!("{name}: {words:?} on the map"));
        }
        for (b, other) in &pieces[i + 1..] {
            if a.grown(-0.01).overlaps(b) {
                faults.push(format!("{name}: {words:?} on {other:?}"));
            }
        }
    }
    if !inner.covers(&sheet.map()) {
        faults.push(format!("{name}: the map leaves the page"));
    }
    faults
}

#[test]
fn nothing_overlaps_in_any_format_or_language() {
    let mut all = vec![];
    for (name, format) in formats() {
        for lang in ["en", "ja", "pseudo"] {
            let text = text(lang, Pose::HOME);
            with_sheet(format, Palette::Light, lang, &text, (Pose::HOME, &[]), |sheet| {
                let name = format!("{name}, {lang}");
                all.extend(faults(&name, format, sheet));
                let (page, map) = (sheet.page(), sheet.map());
                if format.is_map_fixed {
                    assert!((map.width() - (format.width_px - 2.0 * format.margin_px)).abs() < 1e-6, "{name}");
                    assert!((map.height() - format.height_px).abs() < 1e-6, "{name}");
                } else {
                    assert!((page.height() - format.height_px).abs() < 0.02, "{name}: the page grew");
                    let share = map.width() * map.height() / page.width() / page.height();
                    assert!(share > 0.36, "{name}: the map has {share:.2} of the page");
                }
                let (point, px) = (sheet.smallest_type_px() * 72.0 / 96.0, sheet.smallest_type_px());
                assert!(format.unit == Unit::Px || point >= 7.0, "{name}: letters of {point:.1} pt");
                assert!(page.width() < 1919.0 || px * 2.6 >= 24.0, "{name}: a title of {:.1} px", px * 2.6);
            });
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn much_to_say_overlaps_no_more() {
    let mut text = text("en", Pose::HOME);
    text.title = "A long title that says what is to be seen, who made it, and why it matters ".repeat(3);
    text.subtitle = text.title.clone();
    text.notes = vec![text.title.repeat(3); 6];
    text.credits = (0..30).map(|k| format!("Credit {k}: an institute of some name, CC BY 4.0")).collect();
    text.link = format!("{LINK}&cut={}", "segment:far-north-fiber-1,".repeat(40));
    for (name, format) in formats() {
        with_sheet(format, Palette::Light, "en", &text, (Pose::HOME, &[]), |sheet| {
            let found = faults(&name, format, sheet);
            assert!(found.is_empty(), "{}", found.join("\n"));
            // The map fills its frame to a hundredth of a pixel.
            let (map, area) = (sheet.map(), sheet.plate().view.viewport().rect());
            let svg = sheet.svg();
            let zoom =
                svg.split(")scale(").nth(1).and_then(|s| s.split(')').next()).and_then(|s| s.parse::<f64>().ok());
            let zoom = zoom.expect("the map's scale");
            assert!((area.width() * zoom - map.width()).abs() < 0.01, "{name}: the map is not as wide as its frame");
            assert!((area.height() * zoom - map.height()).abs() < 0.01, "{name}: the map is not as high as its frame");
            assert!(svg.contains(&text.link.replace('&', "&amp;")), "{name}: the link leads elsewhere");
            assert!((0..30).all(|k| sheet.svg().contains(&format!("Credit {k}:"))), "{name}: a credit is lost");
        });
    }
}

/// The words of a file, in order.
fn words_of(document: &Document<'_>) -> String {
    let text = document.descendants().filter(|n| n.has_tag_name("text")).filter_map(|n| n.text());
    text.collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

#[test]
fn a_sheet_is_sound_and_says_everything() {
    for (palette, lang) in [(Palette::Light, "en"), (Palette::Dark, "ja")] {
        for (name, format) in FORMATS {
            let svg = svg(*format, palette, lang, (Pose::HOME, &[]));
            let document = Document::parse(&svg).unwrap_or_else(|e| panic!("{name}: {e}"));
            let root = document.root_element();
            assert_eq!(
                (root.attribute("role"), root.attribute(("http://www.w3.org/XML/1998/namespace", "lang"))),
                (Some("img"), Some(lang))
            );
            let ids: Vec<&str> = document.descendants().filter_map(|n| n.attribute("id")).collect();
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}: an id twice");
            let named = |attribute| root.attribute(attribute).is_some_and(|id| ids.contains(&id));
            assert!(named("aria-labelledby") && named("aria-describedby"), "{name}");
            assert!(!svg.contains("<image"), "{name}: an image though there is no relief");
            let (said, wanted) = (words_of(&document), text(lang, Pose::HOME));
            let flat = |s: &str| s.replace([' ', '\u{a0}'], "");
            let all = wanted.credits.iter().chain(&wanted.notes).chain(&wanted.projection);
            for part in all.chain([&wanted.title, &wanted.subtitle, &wanted.citation, &wanted.dated, &wanted.link]) {
                assert!(flat(&said).contains(&flat(part)), "{name}, {lang}: {part:?} is not there");
            }
            assert!(document.descendants().any(|n| n.has_tag_name("a") && n.attribute("href") == Some(LINK)), "{name}");
            if format.unit == Unit::Mm {
                let mm = |v: f64| format!("{}mm", (v / Unit::Mm.px()).round());
                assert_eq!(root.attribute("width"), Some(mm(format.width_px).as_str()), "{name}");
                assert!(said.contains("1 : "), "{name}: no scale as a fraction");
            }
        }
    }
}

#[test]
fn the_map_of_a_sheet_is_the_display_list() {
    let text = text("en", Pose::HOME);
    with_sheet(Format::around(900.0, 560.0), Palette::Dark, "en", &text, (Pose::HOME, &[]), |sheet| {
        let list = &sheet.plate().list;
        assert_eq!(*list, plate(Pose::HOME, "en", &[], [900.0, 560.0]).list, "the list of the screen");
        let drawn = svg_body(list, Ink::Literal(Palette::Dark), 1);
        assert!(drawn.len() > 20_000 && sheet.svg().contains(&drawn), "tests/players.rs says that this is the list");
    });
}

#[test]
fn a_relief_is_the_only_image_and_lies_below_every_line() {
    let keys = keys(&WORLD, &Words::new(&Catalogue::english(), &PlainFormat));
    let text = text("en", Pose::HOME);
    let number = |v: f64| PlainFormat.number(v, 0);
    let format = Format::picture(1280.0, 720.0);
    let order =
        Order { format, palette: Palette::Light, text: &text, keys: &keys, measure: &RoughMeasure, number: &number };
    let relief = Some("data:image/png;base64,iVBORw0KGgo=".to_owned());
    let sheet = compose(order, &mut |w, h| Plate { relief: relief.clone(), ..plate(Pose::HOME, "en", &[], [w, h]) });
    let svg = sheet.svg();
    assert_eq!(svg.matches("<image ").count(), 1);
    let before = svg.split("<image ").next().unwrap_or_default();
    assert_eq!((before.matches("<path ").count(), before.matches("stroke=").count()), (1, 0), "the sea alone");
}

#[test]
fn the_legend_names_what_is_there_and_nothing_else() {
    let names = |pose: Pose, hidden: &[String]| {
        let svg = svg(FORMATS[1].1, Palette::Light, "en", (pose, hidden));
        let document = Document::parse(&svg).expect("well-formed");
        // The legend's words are outside of the map, which is cut to its frame.
        let is_map = |n: &resvg::usvg::roxmltree::Node<'_, '_>| n.ancestors().any(|a| a.has_attribute("clip-path"));
        let text = document.descendants().filter(|n| n.has_tag_name("text") && !is_map(n)).filter_map(|n| n.text());
        text.map(str::to_owned).collect::<Vec<_>>()
    };
    let has = |names: &[String], what: &str| names.iter().any(|n| n == what);
    let home = names(Pose::HOME, &[]);
    for what in ["Far North Fiber", "Polar Connect", "Illustrative extension", "Landing points", "Arctic Circle"] {
        assert!(has(&home, what), "{what}: {home:?}");
    }
    assert!(!has(&home, "In service"), "the first layers hold none");
    let bare = names(Pose::HOME, &["landings".to_owned(), "circles".to_owned()]);
    assert!(has(&bare, "Far North Fiber") && !has(&bare, "Landing points") && !has(&bare, "Arctic Circle"));
    let canada = names(Pose { centre: LonLat::new(-98.0, 70.5), zoom: 3.0, turn_deg: 0.0 }, &[]);
    assert!(has(&canada, "Far North Fiber") && !has(&canada, "Polar Connect"), "{canada:?}");
}

#[test]
fn the_swatches_of_a_legend_are_the_strokes_of_the_map() {
    let text = text("en", Pose::HOME);
    with_sheet(FORMATS[1].1, Palette::Light, "en", &text, (Pose::HOME, &[]), |sheet| {
        let svg = sheet.svg();
        let (map, legend) = svg.rsplit_once("<g font-family=").expect("words after the map");
        let dash = |part: &str| {
            let lines = part.lines().filter(|l| l.starts_with("<path") && l.contains("stroke-dasharray"));
            let of = |l: &str, key: &str| l.split(&format!("{key}=\"")).nth(1)?.split('"').next().map(str::to_owned);
            lines.map(|l| ["stroke", "stroke-dasharray", "stroke-width"].map(|k| of(l, k))).collect::<BTreeSet<_>>()
        };
        let (drawn, shown) = (dash(map), dash(legend));
        assert!(shown.len() >= 4 && shown.is_subset(&drawn), "{shown:?} of {drawn:?}");
    });
}

#[test]
fn golden_sheets_are_as_they_were_last_looked_at() {
    let hidden: Vec<String> = ["land", "graticule"].map(str::to_owned).into();
    let update = std::env::var_os("UPDATE_GOLDEN").is_some() && std::env::var_os("CI").is_none();
    let mut faults = vec![];
    for (name, format, palette, lang) in
        [("a4-landscape-en", FORMATS[1].1, Palette::Light, "en"), ("slide-ja", FORMATS[0].1, Palette::Dark, "ja")]
    {
        let new = svg(format, palette, lang, (Pose::HOME, &hidden));
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/sheets/{name}.svg"));
        let old = std::fs::read_to_string(&path).unwrap_or_default();
        if old != new {
            if update {
                std::fs::write(&path, &new).expect("tests/sheets can be written");
            }
            let line = old.lines().zip(new.lines()).position(|(a, b)| a != b).map_or(1, |i| i + 1);
            faults.push(format!("tests/sheets/{name}.svg differs from line {line} on"));
        }
    }
    let hint = "if this is meant, run with UPDATE_GOLDEN=1, look at the sheets, and keep them";
    assert!(faults.is_empty(), "\n{}\n{hint}", faults.join("\n"));
}

#[test]
fn the_project_is_cited_with_its_own_version() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let cff = std::fs::read_to_string(root.join("CITATION.cff")).expect("CITATION.cff");
    let value = |key: &str| cff.lines().find_map(|l| l.strip_prefix(key)).map(|v| v.trim().trim_matches('"'));
    assert_eq!(value("version:"), Some(env!("CARGO_PKG_VERSION")));
    assert_eq!(value("repository-code:"), Some(env!("CARGO_PKG_REPOSITORY")));
    assert!(value("title:").is_some() && cff.contains("\n  - name:"));
}
