//! What filters leave of a handful of systems, counted by hand.

use super::*;
use crate::cable::{Atlas, Gazetteer};
use proptest::prelude::*;

/// One system's feature: id, status with the date of its source, owners, year, length.
fn system(id: &str, status: &str, owners: &str, year: &str, length: &str) -> String {
    let fact = |value: &str, unit: &str| {
        let note = if value == "null" { r#","note":{"en":"Not published."}"# } else { "" };
        format!(r#"{{"value":{value},"sources":["a"],"date":"2024-05","confidence":"A"{unit}{note}}}"#)
    };
    format!(
        r#"{{"type":"Feature","id":"{id}","geometry":null,"properties":{{"kind":"system","name":{{"en":"{id}"}},
        "status":{},"summary":{{"en":"A test."}},"route":{{"en":"Here – there"}},"owners":{},"rfs":{},"length_km":{}}}}}"#,
        fact(&format!("\"{status}\""), ""),
        fact(owners, ""),
        fact(year, ""),
        fact(length, if length == "null" { "" } else { r#","unit":"km""# }),
    )
}

/// A straight segment between two of the landings.
fn segment(system: &str, from: (&str, f64, f64), to: (&str, f64, f64)) -> String {
    format!(
        r#"{{"type":"Feature","id":"{system}/{0}--{3}","geometry":{{"type":"LineString","coordinates":[[{1},{2}],[{4},{5}]]}},
        "properties":{{"kind":"segment","system":"{system}","from":"{0}","to":"{3}","role":"trunk",
        "course":{{"value":"indicative","sources":[],"date":"2026","confidence":"C","derived":{{"en":"Drawn."}}}}}}}}"#,
        from.0, from.1, from.2, to.0, to.1, to.2,
    )
}

const OSLO: (&str, f64, f64) = ("oslo-no", 10.0, 60.0);
const BERGEN: (&str, f64, f64) = ("bergen-no", 5.0, 60.0);
const HULL: (&str, f64, f64) = ("hull-gb", 0.0, 54.0);
const NOME: (&str, f64, f64) = ("nome-us", -165.0, 64.0);

fn landing((id, lon, lat): (&str, f64, f64)) -> String {
    let country = id.rsplit('-').next().unwrap_or_default().to_uppercase();
    format!(
        r#"{{"type":"Feature","id":"{id}","geometry":{{"type":"Point","coordinates":[{lon},{lat}]}},"properties":{{"kind":"landing",
        "name":{{"en":"{id}"}},"country":"{country}","position":{{"value":"town","accuracy_km":5,"sources":["a"],"date":"2024","confidence":"A"}}}}}}"#
    )
}

const STRAIT: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","id":"north-sea","geometry":{"type":"Polygon",
"coordinates":[[[2,55],[3,55],[3,59],[2,59],[2,55]]]},"properties":{"kind":"chokepoint","name":{"en":"North Sea"},"class":"strait",
"summary":{"en":"A test."},"hazards":[],"sources":["a"]}}]}"#;

fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

fn facets() -> Facets {
    let (mut atlas, mut gazetteer) = (Atlas::default(), Gazetteer::default());
    let cables = [
        system("alpha", "in-service", r#"["Telia","BT"]"#, r#""2001""#, "700"),
        system("beta", "in-service", r#"["BT (UK)"]"#, r#""2015-Q2""#, "1200"),
        system("gamma", "planned", r#"["Telia"]"#, r#""2028""#, "12000"),
        system("delta", "proposed", r#"["Sønæs"]"#, "null", "null"),
        system("omega", "retired", r#"[]"#, r#""1997""#, "500"),
        segment("alpha", BERGEN, HULL),
        segment("beta", OSLO, HULL),
        segment("gamma", OSLO, NOME),
        segment("omega", OSLO, BERGEN),
    ];
    let mut problems = atlas.add("cables.geojson", collection(&cables).as_bytes());
    problems.extend(atlas.add("landings.geojson", collection(&[OSLO, BERGEN, HULL, NOME].map(landing)).as_bytes()));
    problems.extend(gazetteer.add("chokepoints.geojson", STRAIT.as_bytes()));
    assert!(problems.is_empty(), "{problems:?}");
    let mut passages = Passages::new(&atlas);
    gazetteer.chokepoints.iter().for_each(|c| passages.add(c));
    Facets::new(&atlas, &gazetteer, &passages)
}

/// A filter as a link has it: `status=planned&owner=bt`.
fn read(link: &str) -> (Filter, usize) {
    let mut carried = Carried::default();
    for (key, value) in link.split('&').filter_map(|pair| pair.split_once('=')) {
        carried.set(key, value);
    }
    let (filter, problems) = facets().read(&carried);
    (filter, problems.len())
}

fn matching(link: &str) -> String {
    facets().matching(&read(link).0).join(" ")
}

/// The counts of a facet that are not nothing, by code.
fn counts(link: &str, facet: Facet) -> String {
    let (facets, filter) = (facets(), read(link).0);
    let counts = &facets.counts(&filter)[facet as usize];
    let shown = facets.choices(facet).iter().zip(counts).filter(|(_, n)| **n > 0);
    shown.map(|(c, n)| format!("{} {n}", c.code)).collect::<Vec<_>>().join(", ")
}

#[test]
fn nothing_chosen_is_everything() {
    assert_eq!(matching(""), "alpha beta gamma delta omega");
    assert_eq!(counts("", Facet::Status), "in-service 2, planned 1, proposed 1, retired 1");
    assert_eq!(counts("", Facet::Year), "-1999 1, 2000-2009 1, 2010-2019 1, 2020-2029 1, none 1");
    assert_eq!(counts("", Facet::Length), "500-2000 3, 10000- 1, none 1");
    assert_eq!(counts("", Facet::Owner), "telia 2, bt 2, sonaes 1");
    assert_eq!(counts("", Facet::Country), "NO 4, GB 2, US 1");
    assert_eq!(counts("", Facet::Through), "north-sea 2");
}

#[test]
fn choices_of_one_facet_add_and_facets_narrow() {
    assert_eq!(matching("status=in-service,planned"), "alpha beta gamma");
    assert_eq!(matching("status=in-service,planned&owner=telia"), "alpha gamma");
    assert_eq!(matching("country=US,GB&length=500-2000"), "alpha beta");
    assert_eq!(matching("through=north-sea&owner=telia"), "alpha");
    assert_eq!(matching("status=retired&owner=bt"), "");
}

#[test]
fn counts_are_of_what_would_be_shown() {
    // The own facet's choice does not narrow its own counts.
    assert_eq!(counts("status=planned", Facet::Status), "in-service 2, planned 1, proposed 1, retired 1");
    assert_eq!(counts("status=planned", Facet::Owner), "telia 1");
    assert_eq!(counts("status=in-service&owner=telia", Facet::Status), "in-service 1, planned 1");
    assert_eq!(counts("status=in-service&owner=telia", Facet::Owner), "telia 1, bt 2");
    assert_eq!(counts("status=in-service&owner=telia", Facet::Country), "NO 1, GB 1");
    assert_eq!(counts("status=retired&owner=bt", Facet::Length), "");
}

#[test]
fn year_alone_is_what_stands_at_its_end() {
    for (year, want) in [
        ("1996", ""),
        ("1997", "omega"),
        ("2014", "alpha omega"),
        ("2015", "alpha beta omega"),
        ("2024", "alpha beta"),
        ("2028", "alpha beta gamma"),
    ] {
        assert_eq!(matching(&format!("year={year}")), want, "{year}");
    }
    assert_eq!(counts("year=2015", Facet::Status), "in-service 2, retired 1");
    assert_eq!(counts("year=2015", Facet::Year), "-1999 1, 2000-2009 1, 2010-2019 1, 2020-2029 1, none 1");
    assert_eq!(matching("year=2000-2009,2015"), "alpha", "both hold");
}

#[test]
fn links_come_back_as_they_were() {
    for link in [
        "status=planned,in-service",
        "year=2000-2009,none",
        "year=2015",
        "owner=bt",
        "country=GB,US",
        "length=-500",
        "through=north-sea",
    ] {
        let (key, value) = link.split_once('=').unwrap_or_default();
        let (facets, (filter, problems)) = (facets(), read(link));
        let facet = Facet::ALL.into_iter().find(|f| f.key() == key);
        assert_eq!((facet.map(|f| facets.write(&filter, f)).as_deref(), problems), (Some(value), 0), "{link}");
    }
    let facets = facets();
    let (filter, _) = read("status=planned,in-service");
    assert_eq!(facets.switched(&filter, Facet::Status, 0), "planned");
    assert_eq!(facets.switched(&filter, Facet::Status, 8), "planned,in-service,illustrative");
    assert_eq!(facets.switched(&filter, Facet::Year, 1), "2000-2009");
}

#[test]
fn what_is_no_choice_is_left_out_and_told() {
    for link in ["status=built", "owner=nobody", "country=ZZ", "length=1-2", "through=moon", "year=soon", "year=20"] {
        assert_eq!(read(link), (Filter::default(), 1), "{link}");
    }
    assert_eq!(read("status=built,planned").1, 1);
    assert_eq!(matching("status=built,planned"), "gamma");
    assert_eq!(read("status=,,planned, ,planned&country=gb").0.count(), 2);
}

#[test]
fn filter_knows_what_is_used() {
    let (filter, _) = read("year=2015&owner=bt");
    let used: Vec<Facet> = Facet::ALL.into_iter().filter(|f| filter.count_of(*f) > 0).collect();
    assert_eq!((used, filter.count(), filter.is_empty()), (vec![Facet::Year, Facet::Owner], 2, false));
    assert!(Filter::default().is_empty());
    assert!(Facet::ALL.iter().all(|f| crate::app::CARRIED.contains(&f.key())));
}

proptest! {
    /// Choosing a choice alone leaves as many as its count says, whatever else is chosen.
    #[test]
    fn counts_tell_what_choosing_leaves(chosen in prop::collection::vec((0_usize..6, 0_usize..12), 0..6), year in prop::option::of(1990..2032)) {
        let facets = facets();
        let mut filter = Filter { at_end_of: year, ..Filter::default() };
        for (facet, choice) in chosen {
            if choice < facets.choices[facet].len() {
                filter.chosen[facet].push(choice);
            }
        }
        let counts = facets.counts(&filter);
        for facet in Facet::ALL {
            for (choice, count) in counts[facet.place()].iter().enumerate() {
                let mut alone = filter.clone();
                alone.chosen[facet.place()] = vec![choice];
                if facet == Facet::Year {
                    alone.at_end_of = None;
                }
                prop_assert_eq!(facets.matching(&alone).len(), *count);
            }
        }
    }

    #[test]
    fn any_value_is_safe(key in prop::sample::select(vec!["status", "year", "owner", "country", "length", "through"]), value in "\\PC{0,60}|[0-9,-]{0,20}") {
        let mut carried = Carried::default();
        carried.set(key, &value);
        let facets = facets();
        let (filter, _) = facets.read(&carried);
        let left = facets.matching(&filter).len();
        prop_assert!(left <= 5);
        // What was read is written as something that reads the same.
        for facet in Facet::ALL {
            carried.set(facet.key(), &facets.write(&filter, facet));
        }
        prop_assert_eq!(facets.read(&carried), (filter, vec![]));
    }
}
