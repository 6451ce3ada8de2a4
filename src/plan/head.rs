//! The frame of the panel: title, ends, points to pass, what is wished, and what came of it.

use super::boxes::{FROM, TO, VIA};
use super::context::{Planning, Step};
use super::{found, hand, wishes};
use crate::beside::combo::combo;
use crate::beside::panel;
use crate::beside::part::{button, paragraph};
use crate::i18n::Msg;
use crate::web::build::{El, el, live, live_text, text};
use leptos::prelude::*;

/// Plans to begin with.
const TRY: [&str; 3] = [
    "landing:bergen-no,place:tokyo",
    "place:helsinki,place:tokyo,ice:september",
    "place:lisbon,place:new-york,deeper:1000",
];

/// The panel; nothing while it is closed.
pub(super) fn panel(planning: Planning) -> AnyView {
    let is_busy = move || !planning.loaded.get() || planning.step.get() != Step::Rest;
    planning.panel.view(*planning, is_busy, move || planning.close(), move || body(planning))
}

fn body(planning: Planning) -> AnyView {
    planning
        .panel
        .scroll()
        .child(ends(planning))
        .child(press(planning))
        .child(via(planning))
        .child(wishes::wishes(planning))
        .child(el("p").class("visually-hidden").attr("role", "status").child(live_text(move || found::said(planning))))
        .child(live(move || strange(planning)))
        .child(live(move || step(planning)))
        .child(found::live_part(planning))
        .into()
}

/// The two ends, with what may be tried while there are none.
fn ends(planning: Planning) -> El {
    let swap = move || {
        planning.wish(|plan| {
            plan.stops.reverse();
            plan.via.reverse();
        });
    };
    let tries = live(move || {
        let (plan, _) = planning.plan();
        if plan.has_ends() || !planning.loaded.get() {
            return text("");
        }
        let one = |text: &&'static str| {
            let plan = crate::app::plan::Plan::read(text).0;
            let [from, to] = plan.stops.each_ref().map(|stop| planning.name(stop));
            let pair = planning.words(|w| w.with(Msg::Ends, &[("from", &from), ("to", &to)]));
            let more = match (plan.ice, plan.deeper_m) {
                (Some(_), _) => planning.t(Msg::PlanIceSeptember),
                (_, Some(m)) => [planning.t(Msg::PlanDeeper), planning.words(|w| w.number(m, 0))].join(" "),
                _ => String::new(),
            };
            let label = if more.is_empty() { pair } else { [pair, more].join(" · ") };
            let press = move || planning.wish(|wished| *wished = plan.clone());
            el("li").child(button("chip", label, press)).into()
        };
        el("div")
            .class("tries")
            .child(el("p").class("note").text(planning.t(Msg::PlanIntro)))
            .child(el("ul").children(TRY.iter().map(one)))
            .into()
    });
    panel::ends(combo(planning, FROM), panel::swap(*planning, swap), combo(planning, TO), tries)
}

/// The hand on the map.
fn press(planning: Planning) -> AnyView {
    let flip = move || if planning.drawing.get_untracked() { hand::end(planning) } else { hand::begin(planning) };
    let pick = button("plain", planning.t(Msg::LabPick), flip)
        .live_attr("aria-pressed", move || planning.drawing.get().to_string());
    let hint = live(move || {
        paragraph("note", if planning.drawing.get() { planning.t(Msg::PlanPress) } else { String::new() })
    });
    el("div").child(el("div").class("presses").child(pick)).child(hint).into()
}

/// The points to pass.
fn via(planning: Planning) -> AnyView {
    live(move || {
        let (plan, _) = planning.plan();
        if !plan.has_ends() {
            return text("");
        }
        let one = |(i, stop): (usize, &String)| {
            let name = planning.name(stop);
            let remove = planning.words(|w| w.with(Msg::PlanRemove, &[("name", &name)]));
            let take = move || {
                planning.wish(|plan| {
                    if i < plan.via.len() {
                        plan.via.remove(i);
                    }
                });
            };
            let press = button("mend", "×", take).attr("aria-label", remove);
            el("li").child(el("span").class("name").text(name)).child(press).into()
        };
        let list = el("ul").class("cut-list").children(plan.via.iter().enumerate().map(one));
        el("div").class("via").child(combo(planning, VIA)).child(list).into()
    })
}

/// Words of the address that mean nothing here.
fn strange(planning: Planning) -> AnyView {
    let (_, strange) = planning.plan();
    let all =
        strange.iter().map(|t| paragraph("note alert", planning.words(|w| w.with(Msg::LabStrange, &[("text", t)]))));
    el("div").children(all.collect::<Vec<_>>()).into()
}

/// What is under way, for those who see.
fn step(planning: Planning) -> AnyView {
    let message = match planning.step.get() {
        Step::Rest => return text(""),
        Step::Fetching => Msg::PlanFetching,
        Step::Reading => Msg::PlanReading,
        Step::Finding => Msg::LabWorking,
    };
    // What takes but a moment says nothing.
    el("p").class("note late").attr("aria-hidden", "true").text(planning.t(message)).into()
}
