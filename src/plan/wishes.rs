//! What the way keeps to: ice, straits, depths, distance from the shore; and the slack of the cable.

use super::context::Planning;
use super::work;
use crate::app::plan::{MONTHS, NUMBERS, Number, Plan};
use crate::beside::order;
use crate::beside::part::{fold, paragraph};
use crate::cable::gazetteer::ChokepointClass;
use crate::decimal;
use crate::i18n::Msg;
use crate::network::chokepoints;
use crate::web::build::{El, el, live};
use leptos::prelude::*;

/// The fold with all of it.
pub(super) fn wishes(planning: Planning) -> AnyView {
    fold(planning.t(Msg::PlanWishes), [live(move || inside(planning))])
}

fn inside(planning: Planning) -> AnyView {
    let numbers: Vec<AnyView> = NUMBERS.iter().map(|known| number(planning, known)).collect();
    el("div")
        .class("conditions")
        .child(ice(planning))
        .child(live(move || straits(planning).into()))
        .child(el("div").class("numbers").children(numbers))
        .child(paragraph("note", planning.t(Msg::PlanChoiceNote)))
        .into()
}

/// A choice of which one is chosen, with its label.
fn choice(
    id: &'static str,
    label: String,
    options: Vec<(String, String, bool)>,
    take: fn(Planning, String),
    planning: Planning,
) -> El {
    let option = |(value, label, is): (String, String, bool)| {
        let option = el("option").attr("value", value).text(label);
        if is { option.attr("selected", "") } else { option }.into()
    };
    let select = el("select").attr("id", id).on_change(move |value| take(planning, value));
    let select = select.children(options.into_iter().map(option));
    el("div").class("field").child(el("label").attr("for", id).text(label)).child(select)
}

/// Whose ice is kept out of.
fn ice(planning: Planning) -> AnyView {
    live(move || {
        let (plan, _) = planning.plan();
        let names = [Msg::PlanIceMarch, Msg::PlanIceSeptember];
        let mut options = vec![(String::new(), planning.t(Msg::PlanIceAny), plan.ice.is_none())];
        // The smaller ice first.
        options
            .extend((0..MONTHS.len()).rev().map(|m| (MONTHS[m].to_owned(), planning.t(names[m]), plan.ice == Some(m))));
        let take = |planning: Planning, value: String| {
            planning.wish(|plan| plan.ice = MONTHS.iter().position(|month| *month == value));
        };
        choice("plan-ice", planning.t(Msg::PlanIce), options, take, planning).into()
    })
}

/// The straits that are kept out of and those that the way passes, each to be ticked; and a list of all others.
fn straits(planning: Planning) -> El {
    let (plan, _) = planning.plan();
    planning.answered.track();
    let lang = planning.lang();
    let mut near: Vec<(String, String)> = Vec::new();
    let mut all: Vec<(String, String)> = Vec::new();
    planning.gazetteer.with(|gazetteer| {
        let line = work::answer(|a| Some(a.way.as_ref()?.as_ref().ok()?.way.points.clone())).unwrap_or_default();
        let on_the_way = chokepoints::along(gazetteer, &line);
        for strait in gazetteer.chokepoints.iter().filter(|c| c.class == ChokepointClass::Strait) {
            let is_near = plan.avoid.contains(&strait.id) || on_the_way.iter().any(|c| c.id == strait.id);
            let entry = (strait.id.clone(), strait.name.get(&lang).to_owned());
            if is_near { near.push(entry) } else { all.push(entry) }
        }
    });
    let ticks = near.into_iter().map(|(id, name)| tick(planning, plan.avoid.contains(&id), id, name));
    let mut options = vec![(String::new(), "–".to_owned(), true)];
    options.extend(order::sorted(&lang, all, |(_, name)| name).into_iter().map(|(id, name)| (id, name, false)));
    let take = |planning: Planning, id: String| {
        if !id.is_empty() {
            planning.wish(|plan| plan.avoid.push(id));
        }
    };
    let more = choice("plan-avoid", planning.t(Msg::PlanAvoidMore), options, take, planning);
    el("fieldset").child(el("legend").text(planning.t(Msg::PlanAvoid))).children(ticks).child(more)
}

/// A strait to tick.
fn tick(planning: Planning, is_on: bool, id: String, name: String) -> AnyView {
    let flip = move |plan: &mut Plan| match plan.avoid.iter().position(|other| *other == id) {
        Some(at) => _ = plan.avoid.remove(at),
        None => plan.avoid.push(id.clone()),
    };
    el("button")
        .attr("type", "button")
        .attr("role", "checkbox")
        .class("entry")
        .attr("aria-checked", is_on.to_string())
        .on_click(move |_| planning.wish(&flip))
        .child(el("span").class("tick"))
        .child(el("span").class("name").text(name))
        .into()
}

/// A number that is wished.
fn number(planning: Planning, known: &'static Number) -> AnyView {
    let label = match known.name {
        "deeper" => Msg::PlanDeeper,
        "shallower" => Msg::PlanShallower,
        "off" => Msg::PlanOffshore,
        _ => Msg::LabSlack,
    };
    let id = ["plan-", known.name].concat();
    let input = live({
        let id = id.clone();
        move || {
            let (plan, _) = planning.plan();
            let shown = match known.name {
                "slack" => Some(plan.slack() * 100.0),
                _ => (known.get)(&plan),
            };
            let take = move |typed: String| {
                let value = decimal::read(typed.trim()).filter(|v| v.is_finite());
                let value = value.map(|v| v.clamp(known.range.0, known.range.1));
                planning.wish(|plan| (known.set)(plan, value));
            };
            el("input")
                .attr("id", id.clone())
                .attr("type", "text")
                .attr("inputmode", "decimal")
                .attr("autocomplete", "off")
                .attr("value", shown.map(|v| decimal::write(v, 2)).unwrap_or_default())
                .on_change(take)
                .into()
        }
    });
    el("div").class("field").child(el("label").attr("for", id).text(planning.t(label))).child(input).into()
}
