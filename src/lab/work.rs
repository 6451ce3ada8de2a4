//! The answers, worked out in slices, so that the map stays free to move.

use super::context::{KEYS, Lab, Tab};
use super::part::LOOKS;
use crate::app::lab::{
    Apartness, Asked, Frail, Harm, Machines, Under, Ways, apartness, crosses, sentence, soundings, usual_pairs,
};
use crate::beside::{link, load};
use crate::network::disjoint::Apart;
use crate::network::weak::Weighing;
use crate::network::{Building, Trouble};
use crate::sphere::LonLat;
use crate::web::effect;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};

/// How many segments are joined to the network in a slice, and how many failures are weighed: a few milliseconds' worth.
const SEGMENTS: usize = 5;
const FAILURES: usize = 8;
/// How many points of a way are looked up in a slice.
const SOUNDINGS: usize = 250;

/// What has been worked out so far of a question.
#[derive(Default)]
pub(super) struct Answers {
    pub(super) ways: Option<Result<Ways, String>>,
    pub(super) under: Vec<Under>,
    pub(super) harm: Option<Result<Harm, String>>,
    pub(super) apart: Option<Result<[Apartness; 2], String>>,
    pub(super) frail: Option<Result<Frail, String>>,
    pub(super) machines: Option<Machines>,
}

thread_local! {
    static ANSWERS: RefCell<Answers> = RefCell::default();
    /// The question that is being worked on; slices of an older one are dropped.
    static TURN: Cell<u32> = const { Cell::new(0) };
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What there is to show.
pub(super) fn answers<R>(f: impl FnOnce(&Answers) -> R) -> R {
    ANSWERS.with_borrow(f)
}

/// A slice of work: what is done next.
enum Slice {
    Ways,
    Under(usize, Vec<(LonLat, f64)>),
    Harm,
    Apart(Option<Apartness>),
    Frail(Option<Box<Weighing>>),
    Machines(Machines),
}

/// Builds the network when the data is there, and answers whatever is asked from then on.
pub(super) fn follow(lab: Lab) {
    effect(move || {
        if lab.loaded.get() && !lab.built.get_untracked() {
            load::ice(lab.beside);
            let building = lab.atlas.with_untracked(|a| lab.gazetteer.with_untracked(|g| Building::begin(a, g)));
            build(lab, building);
        }
    });
    effect(move || {
        let mut question: Vec<String> = KEYS.iter().map(|key| lab.key(key)).collect();
        question.extend([lab.key("year"), lab.lang(), lab.seabed.get().to_string()]);
        // Single points of failure are looked for only where they are shown.
        question.push((lab.tab() == Tab::Weak).to_string());
        question.push(lab.machines.get().to_string());
        if !lab.built.get() || !lab.panel.open.get() {
            question.clear();
        }
        let question = question.join("|");
        if LAST.with_borrow(|last| *last != question) {
            LAST.set(question.clone());
            TURN.set(TURN.get() + 1);
            lab.busy.set(true);
            if question.is_empty() {
                ANSWERS.take();
                link::draw("lab-ways", &[]);
                link::draw("lab-cuts", &[]);
            } else {
                soon(lab, TURN.get(), Slice::Ways);
            }
        }
    });
}

fn build(lab: Lab, mut building: Building) {
    Timeout::new(0, move || {
        let more = lab.atlas.with_untracked(|a| lab.gazetteer.with_untracked(|g| building.some(a, g, SEGMENTS)));
        if more {
            build(lab, building);
        } else {
            lab.build(building.network);
        }
    })
    .forget();
}

/// Does a slice when the page has had its turn, unless something else has been asked meanwhile.
fn soon(lab: Lab, turn: u32, slice: Slice) {
    Timeout::new(0, move || {
        if turn != TURN.get() {
            return;
        }
        let next = untrack(|| lab.asked().and_then(|asked| work(lab, &asked, slice)));
        // What comes in many slices is shown when it is whole.
        if !matches!(next, Some(Slice::Under(1.., _) | Slice::Frail(Some(_)) | Slice::Machines(_))) {
            lab.answered.update(|count| *count += 1);
        }
        match next {
            Some(next) => soon(lab, turn, next),
            None => lab.busy.set(false),
        }
    })
    .forget();
}

/// What is wrong, in words.
fn wrong<T>(lab: Lab, result: Result<T, Trouble>) -> Result<T, String> {
    result.map_err(|trouble| lab.told(|known| sentence(known, &trouble)).unwrap_or_default())
}

fn work(lab: Lab, asked: &Asked, slice: Slice) -> Option<Slice> {
    match slice {
        Slice::Ways => {
            let ways = asked.has_ends().then(|| lab.told(|known| Ways::answer(known, asked))).flatten();
            let ways = ways.map(|found| wrong(lab, found));
            draw(lab, asked, ways.as_ref().and_then(|w| w.as_ref().ok()));
            ANSWERS.with_borrow_mut(|a| {
                a.ways = ways;
                a.under.clear();
                if asked.scenario.cuts.is_empty() {
                    a.harm = None;
                }
            });
            under(lab, 0)
        }
        Slice::Under(row, mut points) => {
            let rest = points.split_off(points.len().min(SOUNDINGS));
            let flat: Vec<f64> = points.iter().flat_map(|(p, _)| [p.lon_deg, p.lat_deg]).collect();
            let depths = link::depths(&flat);
            ANSWERS.with_borrow_mut(|a| {
                a.under.resize(row + 1, Under::default());
                load::with_ice(|ice| a.under[row].add(&points, ice, depths.as_deref()));
            });
            if rest.is_empty() { under(lab, row + 1) } else { Some(Slice::Under(row, rest)) }
        }
        Slice::Harm => {
            if !asked.scenario.cuts.is_empty() {
                let harm = lab.told(|known| Harm::answer(known, asked)).map(|found| wrong(lab, found));
                ANSWERS.with_borrow_mut(|a| a.harm = harm);
            }
            match untrack(|| lab.tab()) {
                Tab::Weak => Some(Slice::Apart(None)),
                Tab::Ways if lab.machines.get_untracked() => Some(Slice::Machines(Machines::default())),
                _ => None,
            }
        }
        Slice::Apart(first) => {
            let apart = if first.is_none() { Apart::Edges } else { Apart::Nodes };
            let found = asked.has_ends().then(|| lab.told(|known| apartness(known, asked, apart))).flatten();
            let both = match (found.map(|found| wrong(lab, found)), first) {
                (Some(Ok(edges)), None) => return Some(Slice::Apart(Some(edges))),
                (Some(Ok(nodes)), Some(edges)) => Some(Ok([edges, nodes])),
                (Some(Err(trouble)), _) => Some(Err(trouble)),
                (None, _) => None,
            };
            ANSWERS.with_borrow_mut(|a| {
                a.apart = both;
                a.frail = None;
            });
            Some(Slice::Frail(None))
        }
        Slice::Frail(weighing) => weigh(lab, asked, weighing),
        Slice::Machines(mut found) => {
            let ends = lab.told(Machines::ends).unwrap_or_default();
            if let Some(ends) = ends.get(found.pairs.len())
                && matches!(lab.told(|known| found.add(known, asked, *ends)), Some(Ok(())))
            {
                return Some(Slice::Machines(found));
            }
            ANSWERS.with_borrow_mut(|a| a.machines = Some(found));
            None
        }
    }
}

/// What lies over and under the next way; where there is none more, what the cuts do.
fn under(lab: Lab, row: usize) -> Option<Slice> {
    let points = answers(|a| {
        let row = a.ways.as_ref()?.as_ref().ok()?.rows.get(row)?;
        lab.told(|known| soundings(known.network, known.atlas, &row.way))
    });
    Some(points.map_or(Slice::Harm, |points| Slice::Under(row, points)))
}

/// Weighs some more failures.
fn weigh(lab: Lab, asked: &Asked, weighing: Option<Box<Weighing>>) -> Option<Slice> {
    let scenario = asked.scenario.open();
    let step = lab.told(|known| -> Result<(Option<Box<Weighing>>, Option<Frail>), Trouble> {
        let pairs = usual_pairs(known.network);
        let Some(mut weighing) = weighing else {
            let begun = Weighing::begin(known.network, &scenario, &pairs)?;
            return Ok((Some(Box::new(begun)), None));
        };
        if weighing.some(known.network, &pairs, FAILURES)? {
            return Ok((Some(weighing), None));
        }
        Ok((None, Some(Frail::new(known, &weighing.finish(), &pairs))))
    })?;
    match step {
        Ok((Some(weighing), _)) => Some(Slice::Frail(Some(weighing))),
        Ok((None, found)) => {
            ANSWERS.with_borrow_mut(|a| a.frail = found.map(Ok));
            None
        }
        Err(trouble) => {
            let text = wrong::<Frail>(lab, Err(trouble));
            ANSWERS.with_borrow_mut(|a| a.frail = Some(text));
            None
        }
    }
}

/// Draws the ways and the cuts on the map.
fn draw(lab: Lab, asked: &Asked, ways: Option<&Ways>) {
    let mut features: Vec<(&str, Vec<LonLat>)> = Vec::new();
    let lines = ways.and_then(|ways| lab.told(|known| ways.lines(known))).unwrap_or_default();
    for (number, lines) in lines {
        features.extend(lines.into_iter().filter_map(|line| Some((*LOOKS.get(number)?, line))));
    }
    link::draw("lab-ways", &features);
    let crosses = |cut| lab.told(|known| crosses(known, cut)).unwrap_or_default();
    let cuts: Vec<(&str, Vec<LonLat>)> = asked.scenario.cuts.iter().map(|cut| ("cut", crosses(cut))).collect();
    link::draw("lab-cuts", &cuts);
}
