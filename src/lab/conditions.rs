//! What counts: corridors, statuses, the year; and what the model assumes.

use super::context::Lab;
use super::part::{button, fold, paragraph};
use crate::app::details::status_message;
use crate::app::lab::{ASSUMPTIONS, Assumed, corridor_message, read_via};
use crate::app::year::YEARS;
use crate::cable::Status;
use crate::decimal;
use crate::i18n::Msg;
use crate::network::{Assumptions, Corridor, Scenario};
use crate::web::build::{El, el, live};
use leptos::prelude::*;

/// The fold with all of it.
pub(super) fn conditions(lab: Lab) -> AnyView {
    fold(lab.t(Msg::LabCounts), [live(move || inside(lab))])
}

/// What `via` and the year say; tracks both.
fn now(lab: Lab) -> (Scenario, Assumptions) {
    let year = lab.year.get().and_then(|y| i32::try_from(y).ok());
    let (scenario, assumptions, _) = read_via(&lab.key("via"), year);
    (scenario, assumptions)
}

fn inside(lab: Lab) -> AnyView {
    let corridors = Corridor::NAMES.iter().map(|(_, corridor)| {
        let corridor = *corridor;
        let is_open = move || !now(lab).0.closed.has(corridor);
        let flip = move |on: bool| {
            lab.change(|s, _| s.closed = if on { s.closed.without(corridor) } else { s.closed.with(corridor) });
        };
        check(lab.t(corridor_message(corridor)), is_open, flip)
    });
    let statuses = Status::ALL.into_iter().map(|status| {
        let counts = move || now(lab).0.statuses.contains(&status);
        let flip = move |on: bool| {
            lab.change(|s, _| {
                s.statuses.retain(|other| *other != status);
                s.statuses.extend(on.then_some(status));
            });
        };
        check(lab.t(status_message(status)), counts, flip)
    });
    let group = |heading: Msg, children: Vec<AnyView>| {
        el("fieldset").child(el("legend").text(lab.t(heading))).children(children)
    };
    let mut of_corridors: Vec<AnyView> = corridors.collect();
    of_corridors.push(paragraph("note", lab.t(Msg::LabCorridorsNote)));
    let numbers: Vec<AnyView> = ASSUMPTIONS.iter().map(|known| number(lab, known)).collect();
    let model = live(move || {
        let (_, assumptions) = now(lab);
        let text = lab.words(|w| {
            let slack = w.percent(assumptions.sea_slack);
            w.with(Msg::LabModel, &[("index", &w.number(assumptions.group_index, 4)), ("slack", &slack)])
        });
        paragraph("note", text)
    });
    el("div")
        .class("conditions")
        .child(year(lab))
        .child(group(Msg::LabCorridors, of_corridors))
        .child(group(Msg::LabStatuses, statuses.collect()))
        .child(el("div").class("numbers").children(numbers))
        .child(paragraph("note", lab.t(Msg::LabIndexNote)))
        .child(model)
        .child(button("plain", lab.t(Msg::LabDefaults), move || lab.carry(&[("via", ""), ("year", "")])))
        .into()
}

/// A box to tick.
fn check(
    label: String,
    is_on: impl Fn() -> bool + Send + Sync + 'static,
    flip: impl Fn(bool) + Send + Sync + 'static,
) -> AnyView {
    let is_on = std::sync::Arc::new(is_on);
    let shown = is_on.clone();
    el("button")
        .attr("type", "button")
        .attr("role", "checkbox")
        .class("entry")
        .live_attr("aria-checked", move || shown().to_string())
        .on_click(move |_| flip(!untrack(|| is_on())))
        .child(el("span").class("tick"))
        .child(el("span").class("name").text(label))
        .into()
}

/// The year at whose end the network stands.
fn year(lab: Lab) -> El {
    let options = live(move || {
        let now = lab.year.get();
        let option = |value: String, label: String, is: bool| {
            let option = el("option").attr("value", value).text(label);
            if is { option.attr("selected", "") } else { option }.into()
        };
        let mut all: Vec<AnyView> = vec![option(String::new(), lab.t(Msg::YearAll), now.is_none())];
        all.extend(
            (YEARS.0..=YEARS.1).rev().map(|y| option(y.to_string(), y.to_string(), now == Some(usize::from(y)))),
        );
        el("select").attr("id", "lab-year").on_change(move |value| lab.carry(&[("year", &value)])).children(all).into()
    });
    el("div").class("field").child(el("label").attr("for", "lab-year").text(lab.t(Msg::YearLabel))).child(options)
}

/// A number that the model assumes.
fn number(lab: Lab, known: &'static Assumed) -> AnyView {
    let label = match known.name {
        "index" => Msg::LabIndex,
        "slack" => Msg::LabSlack,
        "detour" => Msg::LabDetour,
        "station" => Msg::LabStation,
        _ => Msg::LabEnd,
    };
    let id = ["lab-", known.name].concat();
    let input = live({
        let id = id.clone();
        move || {
            let value = decimal::write((known.get)(&now(lab).1), 4);
            let take = move |typed: String| {
                let value = decimal::read(typed.trim()).filter(|v| v.is_finite());
                let value = value.map(|v| v.clamp(known.range.0, known.range.1));
                lab.change(|_, a| (known.set)(a, value.unwrap_or_else(|| (known.get)(&Assumptions::default()))));
            };
            el("input")
                .attr("id", id.clone())
                .attr("type", "number")
                .attr("step", "any")
                .attr("min", decimal::write(known.range.0, 1))
                .attr("max", decimal::write(known.range.1, 1))
                .attr("value", value)
                .on_change(take)
                .into()
        }
    });
    el("div").class("field").child(el("label").attr("for", id).text(lab.t(label))).child(input).into()
}
