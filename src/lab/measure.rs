//! Measuring: points by the hand or typed, and the geodesics between them.

use super::context::{Lab, Tab};
use super::cuts::{position, position_field};
use super::hand;
use super::part::{button, paragraph, table};
use crate::app::lab::{Gauge, Leg};
use crate::beside::link;
use crate::i18n::Msg;
use crate::sphere::LonLat;
use crate::web::build::{el, live, text};
use crate::web::effect;
use leptos::prelude::*;
use std::cell::RefCell;

thread_local! {
    static POINTS: RefCell<Vec<LonLat>> = const { RefCell::new(Vec::new()) };
}

/// Draws the line on the map while this part is shown.
pub(super) fn follow(lab: Lab) {
    effect(move || {
        lab.measured.track();
        let shown = lab.panel.open.get() && lab.tab() == Tab::Measure;
        let points = if shown { POINTS.with_borrow(Clone::clone) } else { Vec::new() };
        let mut lines: Vec<(&str, Vec<LonLat>)> = points.iter().map(|p| ("lit", vec![*p])).collect();
        if points.len() > 1 {
            lines.push(("measure", points));
        }
        link::draw("lab-measure", &lines);
    });
}

/// Forgets all points.
pub(super) fn clear(lab: Lab) {
    POINTS.take();
    lab.measured.update(|count| *count += 1);
}

fn add(lab: Lab, at: LonLat) {
    POINTS.with_borrow_mut(|points| points.push(at));
    lab.measured.update(|count| *count += 1);
}

/// The part of the panel.
pub(super) fn part(lab: Lab) -> AnyView {
    let press = move || {
        if lab.drawing.get_untracked() {
            hand::end(lab);
        } else {
            hand::draw(lab, false, |_| (), |lab, at| at.iter().for_each(|p| add(lab, *p)));
        }
    };
    let pick =
        button("plain", lab.t(Msg::LabPick), press).live_attr("aria-pressed", move || lab.drawing.get().to_string());
    let hint = live(move || if lab.drawing.get() { paragraph("note", lab.t(Msg::LabPickHint)) } else { text("") });
    let typed = RwSignal::new(String::new());
    let field = live(move || {
        lab.measured.track();
        position_field(lab, "lab-position".to_owned(), POINTS.with_borrow(Vec::len) + 1, typed)
    });
    let take = move || {
        if let Some(at) = position(lab, &typed.get_untracked()) {
            typed.set(String::new());
            add(lab, at);
        }
    };
    el("div")
        .class("measure")
        .child(el("div").class("presses").child(pick).child(button("plain", lab.t(Msg::LabClear), move || clear(lab))))
        .child(hint)
        .child(el("div").class("typed").child(field).child(button("plain", lab.t(Msg::LabAdd), take)))
        .child(live(move || result(lab)))
        .into()
}

/// The legs as a table.
fn result(lab: Lab) -> AnyView {
    lab.measured.track();
    let points = POINTS.with_borrow(Clone::clone);
    if points.is_empty() {
        return paragraph("note", lab.t(Msg::LabMeasureNone));
    }
    let index = lab.asked().map_or(crate::network::latency::GROUP_INDEX_G652, |a| a.assumptions.group_index);
    let gauge = Gauge::new(&points, index);
    let place = |p: &LonLat| lab.words(|w| w.position(p.lon_deg, p.lat_deg, 2));
    let cells = |leg: &Leg| lab.words(|w| leg.cells(w)).map(text);
    let mut rows: Vec<Vec<AnyView>> = vec![vec![text(place(&points[0])), text("–"), text("–"), text("–"), text("–")]];
    for (at, leg) in points[1..].iter().zip(&gauge.legs) {
        rows.push(std::iter::once(text(place(at))).chain(cells(leg)).collect());
    }
    rows.extend(gauge.total.iter().map(|leg| std::iter::once(text(lab.t(Msg::LabTotal))).chain(cells(leg)).collect()));
    let head = [Msg::DetailPosition, Msg::ProfileDistance, Msg::LabBearing, Msg::LabInFibre, Msg::LabInVacuum]
        .map(|m| lab.t(m));
    el("div")
        .child(table(&lab.t(Msg::LabTabMeasure), &head, rows))
        .child(paragraph("note", lab.t(Msg::LabMeasureNone)))
        .into()
}
