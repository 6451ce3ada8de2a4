//! The numbers that stories give as modelled are those that the network gives, and the questions of the quiz have answers.

use crate::data::{ATLAS, GAZETTEER, NETWORK};
use arctic_cable_map::app::quiz::{Question, Round, questions};
use arctic_cable_map::i18n::{Catalogue, PlainFormat, Words};
use arctic_cable_map::network::compare::{Comparison, Course, compare};
use arctic_cable_map::network::{Assumptions, Corridor, Cut, Scenario};
use arctic_cable_map::story::{RowKind, Story, read};
use std::path::Path;

fn story(id: &str) -> Story {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("stories/{id}.json"));
    read(id, &std::fs::read(file).unwrap()).0.unwrap()
}

/// A story, its step, and the rows of its chart with what makes each.
type WorkedOut = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// Every value that is worked out, by story, step and bar, with where it comes from.
const WORKED_OUT: &[WorkedOut] = &[
    (
        "why-over-the-top",
        "today",
        &[("limit", "tokyo london limit"), ("america", "tokyo london american"), ("suez", "tokyo london suez")],
    ),
    (
        "why-over-the-top",
        "short-way",
        &[
            ("circle", "tokyo london circle"),
            ("polar-connect", "tokyo london polar-connect km"),
            ("far-north-fiber", "tokyo london far-north-fiber km"),
            ("america", "tokyo london american km"),
            ("suez", "tokyo london suez km"),
        ],
    ),
    (
        "why-over-the-top",
        "light",
        &[
            ("limit", "tokyo london limit"),
            ("polar-connect", "tokyo london polar-connect"),
            ("far-north-fiber", "tokyo london far-north-fiber"),
        ],
    ),
    (
        "cables-and-supercomputers",
        "distance",
        &[
            ("lumi", "fugaku lumi circle"),
            ("leonardo", "fugaku leonardo circle"),
            ("marenostrum", "fugaku marenostrum-5 circle"),
        ],
    ),
    (
        "cables-and-supercomputers",
        "today",
        &[
            ("lumi", "fugaku lumi best"),
            ("leonardo", "fugaku leonardo best"),
            ("marenostrum", "fugaku marenostrum-5 best"),
        ],
    ),
    (
        "cables-and-supercomputers",
        "arctic",
        &[
            ("limit", "fugaku lumi limit"),
            ("polar-connect", "fugaku lumi polar-connect"),
            ("far-north-fiber", "fugaku lumi far-north-fiber"),
            ("today", "fugaku lumi best"),
        ],
    ),
    (
        "a-cut-and-its-consequences",
        "egypt",
        &[("before", "marseille singapore best"), ("after", "marseille singapore egypt")],
    ),
    (
        "a-cut-and-its-consequences",
        "who",
        &[
            ("mumbai", "frankfurt mumbai slower"),
            ("singapore", "marseille singapore slower"),
            ("frankfurt", "frankfurt tokyo slower"),
            ("london", "london tokyo slower"),
        ],
    ),
    (
        "a-cut-and-its-consequences",
        "baltic",
        &[("before", "helsinki berlin best"), ("after", "helsinki berlin baltic")],
    ),
];

fn compared(from: &str, to: &str, cuts: &[&str]) -> Comparison {
    let ends = NETWORK.ends(&format!("place:{from}"), &format!("place:{to}")).unwrap();
    let cuts = cuts.iter().map(|c| Cut::parse(c).unwrap()).collect();
    compare(&NETWORK, &Scenario::default().cut(cuts), &Assumptions::default(), ends).unwrap()
}

fn value(recipe: &str) -> f64 {
    let words: Vec<&str> = recipe.split(' ').collect();
    let all = |cuts: &[&str]| compared(words[0], words[1], cuts);
    let best = |cuts: &[&str]| all(cuts).best.unwrap().rtt_ms;
    let egypt: &[&str] = &["chokepoint:suez-land-bridge"];
    match words[2] {
        "limit" => all(&[]).limit.fibre_ms,
        "circle" => all(&[]).limit.great_circle_km,
        "best" => best(&[]),
        "egypt" => best(egypt),
        "slower" => best(egypt) - best(&[]),
        "baltic" => best(&["segment:c-lion1/helsinki-fi--rostock-de", "cable:bcs-east-west"]),
        name => {
            let course =
                NETWORK.cable(name).map_or_else(|| Course::Over(Corridor::parse(name).unwrap()), Course::Proposal);
            let way = all(&[]).rows.into_iter().find(|row| row.course == course).and_then(|row| row.way).expect(recipe);
            if words.get(3) == Some(&"km") { way.cable_km } else { way.rtt_ms }
        }
    }
}

#[test]
fn what_is_called_modelled_or_a_limit_is_what_the_model_gives() {
    let mut checked = 0;
    for (id, step, rows) in WORKED_OUT {
        let story = story(id);
        let chart = story.steps[story.place(step).unwrap()].chart.clone().unwrap();
        for row in chart.rows.iter().filter(|r| matches!(r.kind, RowKind::Modelled | RowKind::Limit)) {
            let recipe =
                rows.iter().find(|(name, _)| *name == row.id).unwrap_or_else(|| panic!("{id} {step} {}", row.id)).1;
            let now = value(recipe);
            let most = if chart.unit == "km" { 0.6 } else { 0.06 };
            assert!(
                (now - row.value).abs() <= most,
                "{id} {step} {}: {} in the story, {now:.1} by {recipe}",
                row.id,
                row.value
            );
            checked += 1;
        }
    }
    let all = ["why-over-the-top", "cables-and-supercomputers", "a-cut-and-its-consequences"].map(story);
    let charts = all.iter().flat_map(|s| &s.steps).filter_map(|s| s.chart.as_ref());
    let worked_out =
        charts.flat_map(|c| &c.rows).filter(|r| matches!(r.kind, RowKind::Modelled | RowKind::Limit)).count();
    assert_eq!(checked, worked_out, "a value that nothing checks");
}

fn asked(seed: u32) -> Vec<Question> {
    let catalogue = Catalogue::english();
    questions(&ATLAS, &GAZETTEER, &Words::new(&catalogue, &PlainFormat), seed, 8)
}

#[test]
fn every_question_has_one_right_answer_a_reason_and_a_source() {
    for seed in 20_700..20_720 {
        let all = asked(seed);
        assert_eq!(all.len(), 8, "{seed}");
        for question in &all {
            let choices: std::collections::BTreeSet<&String> = question.choices.iter().collect();
            assert!((3..=4).contains(&choices.len()) && choices.len() == question.choices.len(), "{question:?}");
            assert!(question.right < question.choices.len(), "{question:?}");
            assert!(!question.sources.is_empty() && !question.because.is_empty(), "{question:?}");
            assert!(!question.prompt.contains('{') && !question.because.contains('{'), "{question:?}");
        }
        assert!(all.iter().any(|q| q.target.is_some()) && all.iter().any(|q| q.target.is_none()));
        let places: std::collections::BTreeSet<usize> = all.iter().map(|q| q.right).collect();
        assert!(places.len() > 1, "{seed}: the right one is always in one place");
    }
}

#[test]
fn the_same_number_asks_the_same_and_another_asks_something_else() {
    assert_eq!(asked(7), asked(7));
    assert_ne!(asked(7), asked(8));
}

#[test]
fn a_round_counts_what_was_right() {
    let mut round = Round { questions: asked(1), given: Vec::new() };
    assert_eq!(round.now().map(|(place, _)| place), Some(0));
    round.given = vec![true, false, true];
    assert_eq!((round.now().map(|(place, _)| place), round.score()), (Some(3), 2));
    round.given = vec![true; 8];
    assert!(round.now().is_none() && round.score() == 8);
}
