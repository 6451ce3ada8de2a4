//! What came of it: the finding, figures, the depth profile, what it would change, and the file to take away.

use super::context::{Planning, Step};
use super::work::{self, Answer};
use crate::app::plan::{Plan, changed, figures, finding, geojson, position, refusal, rtt_ms};
use crate::app::profile::{Chart, POINTS, Profile, Shape, chart};
use crate::beside::page;
use crate::beside::part::{button, fold, paragraph, table};
use crate::i18n::Msg;
use crate::network::effect::PAIRS;
use crate::seaway::{Planned, Survey};
use crate::web::build::{El, el, live, text};
use gloo::timers::callback::Timeout;
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/desk/chart.js")]
extern "C" {
    /// Puts shapes into the element of an id.
    fn draw(id: &str, width: f64, height: f64, shapes: &Array);
}

/// The element of the drawing.
const CHART: &str = "plan-chart";
/// Rows of the table of depths.
const ROWS: usize = 20;

/// What is under way, or what came of it, in a sentence or two; tracks all that it depends on.
pub(super) fn said(planning: Planning) -> String {
    planning.answered.track();
    match planning.step.get() {
        Step::Fetching => return planning.t(Msg::PlanFetching),
        Step::Reading => return planning.t(Msg::PlanReading),
        Step::Rest | Step::Finding => {}
    }
    let (plan, _) = planning.plan();
    work::answer(|answer| told(planning, &plan, answer))
}

fn told(planning: Planning, plan: &Plan, answer: &Answer) -> String {
    if let Some(reason) = &answer.failed {
        return planning.words(|w| w.with(Msg::PlanFailed, &[("reason", reason)]));
    }
    if let Some(stop) = &answer.unknown {
        return planning.words(|w| w.with(Msg::LabUnknownEnd, &[("text", stop)]));
    }
    match &answer.way {
        Some(Ok(planned)) => {
            let (names, rtt) = (names(planning, plan), rtt(planning, plan, planned));
            planning.words(|w| finding(plan, planned, &names, rtt, w))
        }
        Some(Err(refused)) => planning.known(|atlas, gazetteer, w| refusal(plan, refused, atlas, gazetteer, w).text),
        None => String::new(),
    }
}

fn names(planning: Planning, plan: &Plan) -> Vec<String> {
    plan.all().into_iter().map(|stop| planning.name(stop)).collect()
}

/// Milliseconds there and back, by the group index of the comparison.
fn rtt(planning: Planning, plan: &Plan, planned: &Planned) -> f64 {
    rtt_ms(plan, planned, planning.told(|_, asked| asked.assumptions.group_index))
}

/// All of it; tracks the answers.
pub(super) fn part(planning: Planning) -> AnyView {
    planning.answered.track();
    let (plan, _) = planning.plan();
    work::answer(|answer| {
        let said = told(planning, &plan, answer);
        match &answer.way {
            Some(Ok(planned)) if answer.failed.is_none() => way(planning, &plan, planned, answer, said),
            Some(Err(refused)) => {
                let told = planning.known(|atlas, gazetteer, w| refusal(&plan, refused, atlas, gazetteer, w));
                let sea = told.sea.map(|(number, at)| {
                    let take = move || planning.wish(|plan| replace(plan, number, position(at)));
                    button("plain", planning.t(Msg::PlanTakeSea), take).into()
                });
                el("div").child(paragraph("finding alert", said)).children(sea).into()
            }
            _ if answer.failed.is_some() => {
                let again = button("plain", planning.t(Msg::PlanAgain), move || work::again(planning));
                el("div").child(paragraph("finding alert", said)).child(again).into()
            }
            _ => paragraph("finding alert", said),
        }
    })
}

/// Puts another stop in the place of one among all.
fn replace(plan: &mut Plan, number: usize, stop: String) {
    let last = plan.via.len() + 1;
    match number {
        0 => plan.stops[0] = stop,
        n if n == last => plan.stops[1] = stop,
        n => {
            if let Some(via) = plan.via.get_mut(n - 1) {
                *via = stop;
            }
        }
    }
}

fn way(planning: Planning, plan: &Plan, planned: &Planned, answer: &Answer, said: String) -> AnyView {
    let save = {
        let (plan, planned) = (plan.clone(), planned.clone());
        move || save(planning, &plan, &planned)
    };
    let survey = answer.survey.as_ref().map(|(survey, profile)| under(planning, planned, survey, profile));
    el("div")
        .attr("data-ms", crate::decimal::write(answer.ms, 1))
        .child(paragraph("finding", said))
        .child(changes(planning, plan, answer))
        .children(survey)
        .child(el("div").class("presses").child(button("plain", planning.t(Msg::SaveGeojson), save)))
        .child(paragraph("note", planning.t(Msg::PlanNote)))
        .into()
}

/// What the cable would change: the pair that is asked for in a sentence, the others that change in a table.
fn changes(planning: Planning, plan: &Plan, answer: &Answer) -> AnyView {
    let Some(first) = answer.changes.first() else { return text("") };
    let sentence = planning.told(|known, _| changed(known, first)).unwrap_or_default();
    let rows: Vec<Vec<AnyView>> = planning
        .told(|known, _| {
            let ms = |value: Option<f64>| text(value.map_or_else(|| "–".to_owned(), |ms| known.words.ms(ms)));
            let row = |c: &crate::app::plan::Change| vec![text(known.pair(c.ends)), ms(c.before_ms), ms(c.after_ms)];
            answer.changes.iter().filter(|c| c.is_any()).map(row).collect()
        })
        .unwrap_or_default();
    let head = [Msg::LabPairs, Msg::LabBefore, Msg::LabAfter].map(|m| planning.t(m));
    let others = if rows.is_empty() { text("") } else { table(&planning.t(Msg::PlanChange), &head, rows) };
    el("section")
        .child(el("h3").text(planning.t(Msg::PlanChange)))
        .child(paragraph("finding change", sentence))
        .child(pair(planning, plan))
        .child(others)
        .child(paragraph("note", planning.t(Msg::PlanChangeNote)))
        .into()
}

/// Which pair the sentence is about.
fn pair(planning: Planning, plan: &Plan) -> El {
    let is = |pair: &[String; 2]| plan.pair.as_ref() == Some(pair);
    let near = el("option").attr("value", "").text(planning.t(Msg::PlanPairNear)).into();
    let option = |(a, b): &(&str, &str)| {
        let label = planning.told(|known, _| known.network.ends(a, b).ok().map(|ends| known.pair(ends))).flatten()?;
        let option = el("option").attr("value", [a, "/", b].concat()).text(label);
        let chosen = is(&[(*a).to_owned(), (*b).to_owned()]);
        Some(if chosen { option.attr("selected", "") } else { option }.into())
    };
    let take = move |value: String| {
        planning.wish(|plan| plan.pair = value.split_once('/').map(|(a, b)| [a.to_owned(), b.to_owned()]));
    };
    let select = el("select").attr("id", "plan-pair").on_change(take);
    let select = select.children(std::iter::once(near).chain(PAIRS.iter().filter_map(option)));
    el("div").class("field").child(el("label").attr("for", "plan-pair").text(planning.t(Msg::PlanPair))).child(select)
}

/// What lies over and under it: figures, the drawing, the table.
fn under(planning: Planning, planned: &Planned, survey: &Survey, profile: &Profile) -> AnyView {
    let rows = planning.gazetteer.with(|g| planning.words(|w| figures(planned, survey, g, w)));
    let rows = rows
        .into_iter()
        .map(|(label, value)| el("div").child(el("dt").text(planning.t(label))).child(el("dd").text(value)).into());
    let shapes = planning.words(|words| chart(profile, words)).shapes;
    let list: Array = shapes.iter().map(written).collect();
    Timeout::new(0, move || draw(CHART, Chart::SIZE.0, Chart::SIZE.1, &list)).forget();
    let plot = el("div").class("chart").child(
        el("div").class("plot").child(
            el("div")
                .attr("id", CHART)
                .class("drawing")
                .attr("role", "img")
                .attr("aria-label", planning.t(Msg::ProfileTitle)),
        ),
    );
    el("section")
        .child(el("h3").text(planning.t(Msg::ProfileTitle)))
        .child(plot.child(key(planning, profile)))
        .child(el("dl").children(rows))
        .child(fold(planning.t(Msg::ProfileTable), [depths(planning, profile)]))
        .child(paragraph("note", planning.t(Msg::ProfileNote)))
        .into()
}

/// A shape as the script takes it.
fn written(shape: &Shape) -> JsValue {
    let text = |t: &str| JsValue::from_str(t);
    match shape {
        Shape::Path(class, path) => Array::of2(&text(class), &text(path)).into(),
        Shape::Text(class, x, y, words) => Array::of4(&text(class), &(*x).into(), &(*y).into(), &text(words)).into(),
    }
}

/// What the bars of the drawing mean: those that it has.
fn key(planning: Planning, profile: &Profile) -> El {
    let bars = [
        ("march", Msg::ProfileMarch, !profile.ice_spans(0).is_empty()),
        ("september", Msg::ProfileSeptember, !profile.ice_spans(1).is_empty()),
        ("choke", Msg::ProfileChokepoints, !profile.chokepoints.is_empty()),
    ];
    let item = |(class, message, _): (&'static str, Msg, bool)| {
        el("li").child(el("span").class(class)).child(el("span").text(planning.t(message))).into()
    };
    el("ul").class("key").children(bars.into_iter().filter(|(_, _, is)| *is).map(item))
}

/// The depths as a table.
fn depths(planning: Planning, profile: &Profile) -> AnyView {
    let head = [Msg::ProfileDistance, Msg::ProfileDepth, Msg::DetailPosition, Msg::ProfileMarks].map(|m| planning.t(m));
    let row = |p: &crate::app::profile::Point| {
        let ice = [Msg::ProfileMarch, Msg::ProfileSeptember].into_iter().zip(p.under_ice);
        let marks: Vec<String> = ice.filter(|(_, is)| *is).map(|(message, _)| planning.t(message)).collect();
        planning.words(|w| {
            let depth = p.depth_m.map_or_else(|| "–".to_owned(), |m| w.number(m, 0));
            [w.number(p.km, 0), depth, w.position(p.at.lon_deg, p.at.lat_deg, 1), w.list(&marks)]
                .into_iter()
                .map(text)
                .collect()
        })
    };
    let rows = profile.points.iter().step_by((POINTS - 1) / ROWS).map(row).collect();
    table(&planning.t(Msg::ProfileTable), &head, rows)
}

fn save(planning: Planning, plan: &Plan, planned: &Planned) {
    let (names, rtt) = untrack(|| (names(planning, plan), rtt(planning, plan, planned)));
    let stops: Vec<_> = plan.all().into_iter().filter_map(|stop| planning.locate(stop)).collect();
    let link = page::address();
    page::download(
        "planned-cable.geojson",
        "application/geo+json",
        &geojson(plan, planned, &names, &stops, rtt, &link),
    );
}

/// The parts that change as answers come.
pub(super) fn live_part(planning: Planning) -> AnyView {
    live(move || part(planning))
}
