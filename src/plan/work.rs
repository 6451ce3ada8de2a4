//! The answers: asked of the waters, drawn on the map, and weighed against the network in slices, so that the map stays free to move.

use super::context::{Planning, Step};
use super::waters::{Heard, Needs, ask};
use crate::app::describe::Track;
use crate::app::plan::{Change, Plan, changes, joined, pairs};
use crate::app::profile::Profile;
use crate::beside::link;
use crate::network::Building;
use crate::seaway::{Planned, Refusal, Survey, wire};
use crate::sphere::LonLat;
use crate::web::effect;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::RefCell;

/// How many segments are joined to the network in a slice: a few milliseconds' worth.
const SEGMENTS: usize = 5;
/// The name under which the map draws the way.
const OVERLAY: &str = "plan";

/// What has come so far.
#[derive(Default)]
pub(super) struct Answer {
    /// The way, or what is wrong.
    pub(super) way: Option<Result<Planned, Refusal>>,
    /// Why the worker does not answer.
    pub(super) failed: Option<String>,
    /// The stop of the link that nothing is known of.
    pub(super) unknown: Option<String>,
    /// What lies over and under the way, and its drawing.
    pub(super) survey: Option<(Survey, Profile)>,
    /// What it would change.
    pub(super) changes: Vec<Change>,
    /// Milliseconds that the way took.
    pub(super) ms: f64,
}

thread_local! {
    static ANSWER: RefCell<Answer> = RefCell::default();
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What there is to show.
pub(super) fn answer<R>(f: impl FnOnce(&Answer) -> R) -> R {
    ANSWER.with_borrow(f)
}

/// Builds the network when the data is there, and answers whatever is asked from then on.
pub(super) fn follow(planning: Planning) {
    effect(move || {
        if planning.loaded.get() && !planning.built.get_untracked() {
            let building =
                planning.atlas.with_untracked(|a| planning.gazetteer.with_untracked(|g| Building::begin(a, g)));
            build(planning, building);
        }
    });
    effect(move || {
        let (plan, _) = planning.plan();
        let is_on = planning.loaded.get() && planning.panel.open.get();
        // Neither what is compared nor the slack makes another way.
        let way = Plan { slack_percent: None, pair: None, ..plan.clone() };
        let key = if is_on && plan.has_ends() { way.write() } else { String::new() };
        let is_new = LAST.with_borrow(|last| *last != key);
        if is_new {
            LAST.set(key.clone());
            ANSWER.take();
            draw(planning, &plan, None);
            if key.is_empty() {
                planning.step.set(Step::Rest);
                planning.answered.update(|count| *count += 1);
            } else {
                find(planning, &plan, key);
            }
        } else if key.is_empty() && is_on {
            draw(planning, &plan, None);
        }
    });
    effect(move || {
        planning.track_keys();
        if planning.built.get() {
            weigh(planning);
        }
    });
}

/// Asks once more what was not answered.
pub(super) fn again(planning: Planning) {
    let (plan, _) = untrack(|| planning.plan());
    let key = Plan { slack_percent: None, pair: None, ..plan.clone() }.write();
    LAST.set(key.clone());
    ANSWER.take();
    planning.answered.update(|count| *count += 1);
    find(planning, &plan, key);
}

fn build(planning: Planning, mut building: Building) {
    Timeout::new(0, move || {
        let more =
            planning.atlas.with_untracked(|a| planning.gazetteer.with_untracked(|g| building.some(a, g, SEGMENTS)));
        if more {
            build(planning, building);
        } else {
            planning.build(building.network);
        }
    })
    .forget();
}

/// Asks the waters for the way.
fn find(planning: Planning, plan: &Plan, key: String) {
    let question = planning
        .atlas
        .with_untracked(|atlas| planning.gazetteer.with_untracked(|gazetteer| plan.question(atlas, gazetteer)));
    let question = match question {
        Ok(question) => question,
        Err(unknown) => {
            ANSWER.with_borrow_mut(|a| a.unknown = Some(unknown));
            return done(planning);
        }
    };
    planning.step.set(Step::Finding);
    let with_depths = plan.deeper_m.is_some() || plan.shallower_m.is_some();
    let plan = plan.clone();
    ask(planning, &question.write(), Needs::Some(plan.ice, with_depths), move |heard| {
        if LAST.with_borrow(|last| *last != key) {
            return;
        }
        match heard {
            Heard::Fetching => planning.step.set(Step::Fetching),
            Heard::Reading => planning.step.set(Step::Reading),
            Heard::Failed(reason) => {
                ANSWER.with_borrow_mut(|a| a.failed = Some(reason));
                done(planning);
            }
            Heard::Answer(numbers, ms) => {
                let way = wire::read(&numbers);
                let line = way.as_ref().and_then(|w| w.as_ref().ok()).map(|p| p.way.points.clone());
                draw(planning, &plan, line.as_deref());
                ANSWER.with_borrow_mut(|a| (a.way, a.ms) = (way, ms));
                match line {
                    None => done(planning),
                    Some(line) => {
                        planning.answered.update(|count| *count += 1);
                        survey(planning, &line, key.clone());
                        Timeout::new(0, move || weigh(planning)).forget();
                    }
                }
            }
        }
    });
}

/// Asks what lies over and under the way.
fn survey(planning: Planning, line: &[LonLat], key: String) {
    let track = Track::new(line.to_vec());
    let profile = planning.gazetteer.with_untracked(|gazetteer| Profile::new(&track, gazetteer, [None, None]));
    let points: Vec<LonLat> = profile.points.iter().map(|p| p.at).collect();
    ask(planning, &wire::ask_survey(line, &points), Needs::Survey, move |heard| {
        if LAST.with_borrow(|last| *last != key) {
            return;
        }
        let found = match &heard {
            Heard::Answer(numbers, _) => wire::read_survey(numbers),
            Heard::Failed(_) => None,
            Heard::Fetching | Heard::Reading => return,
        };
        // Without ice and depths the way stands all the same.
        if let Some(found) = found {
            let mut profile = profile.clone();
            for (point, (depth, ice)) in profile.points.iter_mut().zip(found.depths_m.iter().zip(&found.under_ice)) {
                (point.depth_m, point.under_ice) = (*depth, *ice);
            }
            ANSWER.with_borrow_mut(|a| a.survey = Some((found, profile)));
        }
        done(planning);
    });
}

/// Weighs what the way would change.
fn weigh(planning: Planning) {
    let (plan, _) = untrack(|| planning.plan());
    let line = answer(|a| Some(a.way.as_ref()?.as_ref().ok()?.way.points.clone()));
    let Some(line) = line else { return };
    let found = untrack(|| {
        planning.told(|known, asked| {
            let with = joined(known.network, &plan, &line, known.gazetteer)?;
            let pairs = pairs(known.network, &plan, &line);
            Some(changes(known.network, &with, &pairs, &asked.scenario, &asked.assumptions))
        })
    });
    if let Some(found) = found.flatten() {
        ANSWER.with_borrow_mut(|a| a.changes = found);
        planning.answered.update(|count| *count += 1);
    }
}

fn done(planning: Planning) {
    planning.step.set(Step::Rest);
    planning.answered.update(|count| *count += 1);
}

/// Draws the way and its stops on the map.
fn draw(planning: Planning, plan: &Plan, line: Option<&[LonLat]>) {
    let stops = if planning.panel.open.get_untracked() { plan.all() } else { Vec::new() };
    let mut features: Vec<(&str, Vec<LonLat>)> =
        stops.iter().filter_map(|stop| Some(("lit", vec![planning.locate(stop)?]))).collect();
    features.extend(line.map(|line| ("plan", line.to_vec())));
    link::draw(OVERLAY, &features);
}
