//! The press: from the map's own files to sheets with all that belongs on them, and to data that agree with them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what went wrong by stopping there"
)]

#[path = "common/seabed.rs"]
mod seabed;

use arctic_cable_map::i18n::PlainFormat;
use arctic_cable_map::press::{RELIEF, Request, Studio, Tools};
use arctic_cable_map::scene::label::RoughMeasure;
use geojson::GeoJson;
use resvg::usvg::roxmltree::Document;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn geodata(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata").join(file)
}

/// The catalogue as one without packed tiers: the press then reads the files that people edit.
fn catalogue() -> Value {
    let mut catalog: Value = serde_json::from_slice(&std::fs::read(geodata("catalog.json")).unwrap()).unwrap();
    for layer in catalog["layers"].as_array_mut().unwrap() {
        layer.as_object_mut().unwrap().shift_remove("tiers");
    }
    catalog
}

fn request(pairs: &[(&str, &str)]) -> Request {
    let own = [("+date", "2026-11-22"), ("+site", "https://example.org/map/"), ("+screen", "900,700,0,0,0,0")];
    Request::read(&pairs.iter().chain(&own).flat_map(|(k, v)| [(*k).to_owned(), (*v).to_owned()]).collect::<Vec<_>>())
}

fn studio(request: &Request) -> Studio {
    let mut studio = Studio::new(&serde_json::to_vec(&catalogue()).unwrap(), "2026-11-21.1234abcd");
    for file in studio.wanted(request) {
        let name = file.rsplit('/').next().unwrap();
        let bytes =
            if seabed::FILES.contains(&name) { seabed::packed(name) } else { std::fs::read(geodata(&file)).unwrap() };
        studio.put(&file, bytes);
    }
    assert!(studio.wanted(request).is_empty(), "what is here is not asked for again");
    studio
}

fn tools() -> Tools<'static> {
    Tools { measure: &RoughMeasure, speech: &PlainFormat, upper: |_, text| text.to_uppercase() }
}

/// All words of an SVG, each line of a paragraph after the other.
fn words(svg: &str) -> String {
    let document = Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|n| n.has_tag_name("text")).filter_map(|n| n.text());
    texts.collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

#[test]
fn a_sheet_says_whom_to_thank_what_it_shows_and_how_to_cite_it() {
    let request = request(&[("+sheet", "a4-landscape"), ("sel", "cable:polar-connect"), ("theme", "light")]);
    let picture = studio(&request).picture(&request, tools());
    let said = words(&picture.svg);
    for wanted in [
        "Polar Connect",
        "Legend",
        "In service",
        "ETOPO1",
        "GeoNames",
        "Natural Earth",
        "Cite this view",
        "22 November 2026",
        "2026-11-21.1234abcd",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let link = "https://example.org/map/#sel=cable:polar-connect&theme=light";
    assert!(said.replace(' ', "").contains(link), "{said}");
    assert!((picture.size.0 / picture.size.1 - 297.0 / 210.0).abs() < 1e-3 && picture.svg.contains("width=\"297mm\""));
    let document = Document::parse(&picture.svg).unwrap();
    let images: Vec<_> = document.descendants().filter(|n| n.has_tag_name("image")).collect();
    assert_eq!(images.len(), 1, "the relief, and no line");
    assert_eq!(images[0].attribute("href"), Some(RELIEF));
    assert!(picture.relief.is_some() && document.descendants().filter(|n| n.has_tag_name("path")).count() > 50);
}

#[test]
fn what_is_not_wanted_is_not_on_the_sheet() {
    let asked = [("+sheet", "slide"), ("+legend", "no"), ("+title", "no"), ("layers", "-seabed")];
    let request = request(&asked);
    let picture = studio(&request).picture(&request, tools());
    let said = words(&picture.svg);
    assert!(!said.contains("Legend") && !said.contains("In service") && said.contains("Cite this view"), "{said}");
    assert!(picture.relief.is_none() && !picture.svg.contains("<image") && picture.svg.contains("<title "));
}

#[test]
fn the_map_alone_has_the_size_and_the_middle_of_the_screen() {
    let request = request(&[("+sheet", "none"), ("+screen", "1000,600,300,0,0,0"), ("view", "globe")]);
    let picture = studio(&request).picture(&request, tools());
    assert_eq!(picture.size, (1000.0, 600.0));
    assert!(picture.svg.contains("viewBox=\"0 0 1000 600\"") && !words(&picture.svg).contains("Cite"));
    let middle = picture.relief.unwrap().viewport().free().centre();
    assert_eq!((middle.x, middle.y), (650.0, 300.0));
}

/// How many features of a kind the files of the layers that show to begin with have.
fn in_files(kind: &str) -> usize {
    let catalog = catalogue();
    let shown = catalog["layers"].as_array().unwrap().iter().filter(|l| l["visible"] == true);
    let files = shown
        .filter_map(|l| l["file"].as_str())
        .filter(|f| f.ends_with("cables.geojson") || f.ends_with("landings.geojson"));
    let count = |file: &str| {
        let root: Value = serde_json::from_slice(&std::fs::read(geodata(file)).unwrap()).unwrap();
        root["features"].as_array().unwrap().iter().filter(|f| f["properties"]["kind"] == kind).count()
    };
    files.map(count).sum()
}

fn counts(text: &str) -> [usize; 4] {
    let GeoJson::FeatureCollection(all) = text.parse::<GeoJson>().unwrap() else { panic!("no collection") };
    ["system", "segment", "landing", "place"]
        .map(|kind| all.features.iter().filter(|f| f.property("kind").and_then(Value::as_str) == Some(kind)).count())
}

#[test]
fn data_are_what_is_switched_on_in_both_forms() {
    let wanted = request(&[]);
    let studio = studio(&wanted);
    let text = studio.data(&wanted, false);
    let [systems, segments, landings, places] = counts(&text);
    assert_eq!([systems, segments, landings], ["system", "segment", "landing"].map(in_files));
    assert!(systems > 200 && places > 40 && text.contains("\"attribution\":\"") && text.contains("ETOPO1"));
    let lines = studio.data(&wanted, true).matches("\r\n").count();
    let GeoJson::FeatureCollection(all) = text.parse::<GeoJson>().unwrap() else { panic!("no collection") };
    assert_eq!(lines, all.features.len() + 1);

    let fewer = request(&[("layers", "-landings,-cities,-supercomputers"), ("+only", "polar-connect")]);
    assert_eq!(counts(&studio.data(&fewer, false))[..], [1, in_system("polar-connect"), 0, 0]);
}

fn in_system(id: &str) -> usize {
    let root: Value = serde_json::from_slice(&std::fs::read(geodata("routes/cables.geojson")).unwrap()).unwrap();
    root["features"].as_array().unwrap().iter().filter(|f| f["properties"]["system"] == id).count()
}

#[test]
fn only_what_is_asked_for_is_drawn_and_what_lies_over_it() {
    let all = request(&[("+sheet", "none"), ("layers", "-labels")]);
    let mut studio = studio(&all);
    let whole = studio.picture(&all, tools());
    let one = request(&[("+sheet", "none"), ("layers", "-labels"), ("+only", "polar-connect")]);
    let fewer = studio.picture(&one, tools());
    assert!(fewer.svg.len() < whole.svg.len());
    let over = request(&[
        ("+sheet", "none"),
        ("layers", "-labels"),
        ("+only", "polar-connect"),
        ("+over", "measure 0,70,20,80"),
    ]);
    assert!(studio.picture(&over, tools()).svg.len() > fewer.svg.len());
    assert_eq!(studio.picture(&all, tools()), whole, "nothing of it stays");
}

#[test]
fn a_citation_has_version_day_and_link() {
    let wanted = request(&[("sel", "cable:far-north-fiber"), ("view", "globe")]);
    let mut studio = studio(&wanted);
    let [text, bibtex] = studio.cite(&wanted, tools());
    let link = "https://example.org/map/#view=globe&sel=cable:far-north-fiber";
    for said in [&text, &bibtex] {
        for part in ["Far North Fiber", env!("CARGO_PKG_VERSION"), "2026-11-21.1234abcd", link] {
            assert!(said.contains(part), "{part}: {said}");
        }
    }
    assert!(text.contains("22 November 2026") && bibtex.contains("urldate = {2026-11-22}"));
}

#[test]
fn missing_and_damaged_files_cost_themselves_only() {
    let wanted = request(&[("+sheet", "around")]);
    let mut studio = Studio::new(&serde_json::to_vec(&catalogue()).unwrap(), "");
    for file in studio.wanted(&wanted) {
        let bytes = if file.contains("existing") { Vec::new() } else { b"{\"type\"".to_vec() };
        let bytes = if file == "routes/cables.geojson" { std::fs::read(geodata(&file)).unwrap() } else { bytes };
        studio.put(&file, bytes);
    }
    let picture = studio.picture(&wanted, tools());
    assert!(words(&picture.svg).contains("Far North Fiber"));
    assert_eq!(counts(&studio.data(&wanted, false))[0], 2);
}
