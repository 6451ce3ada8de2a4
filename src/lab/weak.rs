//! Resilience: ways that share nothing, and what fails alone.

use super::context::Lab;
use super::cuts;
use super::hand;
use super::part::{button, paragraph, section};
use super::work;
use crate::app::lab::{Apartness, Frail, Weakness, crosses};
use crate::i18n::{Msg, Plural};
use crate::web::build::{El, el, live, text};
use leptos::prelude::*;

/// So many single points are shown at first.
const FIRST: usize = 12;

/// The part of the panel; tracks the answers.
pub(super) fn part(lab: Lab) -> AnyView {
    let (all, here) = (RwSignal::new(false), RwSignal::new(false));
    live(move || {
        lab.answered.track();
        work::answers(|answers| {
            let apart = match &answers.apart {
                None => text(""),
                Some(Err(trouble)) => paragraph("finding alert", trouble.as_str()),
                Some(Ok(found)) => {
                    let kinds = [Msg::LabApartEdges, Msg::LabApartNodes];
                    el("div").children(kinds.into_iter().zip(found).map(|(title, a)| apartness(lab, title, a))).into()
                }
            };
            let frail = match &answers.frail {
                None => paragraph("note", lab.t(Msg::LabWorking)),
                Some(Err(trouble)) => paragraph("finding alert", trouble.as_str()),
                Some(Ok(found)) => list(lab, found, all, here).into(),
            };
            el("div").class("weak").child(apart).child(section(lab, Msg::LabWeak).child(frail)).into()
        })
    })
}

fn apartness(lab: Lab, title: Msg, found: &Apartness) -> AnyView {
    let way = |(rtt, cables): &(String, String)| {
        el("li").child(el("span").class("rtt").text(rtt.as_str())).child(el("span").text(cables.as_str())).into()
    };
    let heading = lab.words(|w| w.named(w.text(title), &w.count(Plural::LabWays, found.ways.len() as u64)));
    el("section")
        .child(el("h3").text(heading))
        .child(el("ol").class("apart").children(found.ways.iter().map(way)))
        .child(paragraph("note", found.min_cut.as_str()))
        .child(paragraph("note", found.shared.as_str()))
        .into()
}

/// The list, of all there is or of what is on the map as it is shown.
fn list(lab: Lab, found: &Frail, all: RwSignal<bool>, here: RwSignal<bool>) -> El {
    let on_map = button("plain", lab.t(Msg::LabShown), move || here.update(|here| *here = !*here))
        .live_attr("aria-pressed", move || here.get().to_string());
    let is_here = |w: &&Weakness| !here.get() || lab.told(|known| hand::in_view(&crosses(known, &w.cut))) == Some(true);
    if here.get() {
        lab.state.track();
    }
    let list: Vec<&Weakness> = found.list.iter().filter(is_here).collect();
    let shown = if all.get() { list.len() } else { FIRST };
    let one = |w: &Weakness| {
        let costs = w.costs.iter().map(|c| el("span").class("mark").text(c.as_str()).into());
        el("li")
            .child(el("span").class("name").text(w.name.as_str()))
            .children(costs)
            .child(cuts::toggle(lab, w.cut.clone()))
            .into()
    };
    let more = list.len().saturating_sub(shown);
    let nothing = if list.is_empty() { paragraph("note", lab.t(Msg::FilterNothing)) } else { text("") };
    let label = lab.words(|w| w.with(Msg::LabShowMore, &[("count", &more.to_string())]));
    let more = if more > 0 { button("plain", label, move || all.set(true)).into() } else { text("") };
    el("div")
        .child(paragraph("note", found.note.as_str()))
        .child(el("div").class("presses").child(on_map))
        .child(nothing)
        .child(el("ol").class("single").children(list.iter().take(shown).map(|w| one(w))))
        .child(more)
}
