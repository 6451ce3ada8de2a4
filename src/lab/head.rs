//! The frame of the panel: title, ends, what is selected, and the parts.

use super::boxes::{FROM, TO};
use super::context::{Lab, Tab};
use super::part::{button, paragraph};
use super::{conditions, cuts, machines, measure, ways, weak};
use crate::app::SelKind;
use crate::beside::combo::combo;
use crate::beside::panel;
use crate::i18n::Msg;
use crate::network::Cut;
use crate::web::build::{El, el, live, live_text, text};
use leptos::prelude::*;

/// Pairs to begin with.
const TRY: [(&str, &str); 4] =
    [("helsinki", "tokyo"), ("lumi", "fugaku"), ("frankfurt", "tokyo"), ("marseille", "singapore")];

/// The panel; nothing while it is closed.
pub(super) fn panel(lab: Lab) -> AnyView {
    lab.panel.view(lab.beside, move || lab.busy.get(), move || lab.close(), move || body(lab))
}

fn body(lab: Lab) -> AnyView {
    lab.panel
        .scroll()
        .child(ends(lab))
        .child(live(move || selected(lab)))
        .child(conditions::conditions(lab))
        .child(tabs(lab))
        .child(el("p").class("visually-hidden").attr("role", "status").child(live_text(move || ways::said(lab))))
        .child(live(move || paragraph("note alert", lab.said.get())))
        .child(live(move || strange(lab)))
        .child(live(move || part(lab)))
        .child(live(move || if lab.built.get() && lab.tab() == Tab::Ways { machines::part(lab) } else { text("") }))
        .into()
}

/// The part that is shown.
fn part(lab: Lab) -> AnyView {
    if !lab.built.get() {
        return paragraph("note", lab.t(Msg::LabWorking));
    }
    match lab.tab() {
        Tab::Ways => ways::part(lab),
        Tab::Cuts => cuts::part(lab),
        Tab::Weak => weak::part(lab),
        Tab::Measure => measure::part(lab),
    }
}

fn tabs(lab: Lab) -> El {
    let names = [Msg::LabTabWays, Msg::LabTabCuts, Msg::LabTabWeak, Msg::LabTabMeasure];
    let one = |(i, name): (usize, Msg)| {
        el("button")
            .attr("type", "button")
            .live_attr("aria-pressed", move || (lab.tab.get() == i).to_string())
            .on_click(move |_| {
                super::hand::end(lab);
                lab.said.set(String::new());
                lab.tab.set(i);
            })
            .text(lab.t(name))
            .into()
    };
    el("div")
        .class("choice tabs")
        .attr("role", "group")
        .attr("aria-label", lab.t(Msg::LabTitle))
        .children(names.into_iter().enumerate().map(one))
}

/// The two ends, with what may be tried while there are none.
fn ends(lab: Lab) -> El {
    let swap = move || {
        let (from, to) = untrack(|| (lab.key("from"), lab.key("to")));
        lab.carry(&[("from", &to), ("to", &from)]);
    };
    let tries = live(move || {
        if !(lab.key("from").is_empty() || lab.key("to").is_empty()) || !lab.built.get() {
            return text("");
        }
        let one = |(from, to): (&'static str, &'static str)| {
            let name = lab.told(|known| known.network.ends(from, to).ok().map(|ends| known.pair(ends))).flatten();
            let press = move || lab.carry(&[("from", &["place:", from].concat()), ("to", &["place:", to].concat())]);
            name.map(|name| el("li").child(button("chip", name, press)).into())
        };
        let all = TRY.into_iter().filter_map(one);
        el("div")
            .class("tries")
            .child(el("p").class("note").text(lab.t(Msg::LabTry)))
            .child(el("ul").children(all))
            .into()
    });
    panel::ends(combo(lab, FROM), panel::swap(lab.beside, swap), combo(lab, TO), tries)
}

/// What can be done with what is selected on the map.
fn selected(lab: Lab) -> AnyView {
    let Some(picked) = lab.picked().filter(|_| lab.built.get()) else { return text("") };
    let id = picked.id.clone();
    let cut = match picked.kind {
        SelKind::Cable => Some(Cut::Cable(id)),
        SelKind::Segment => Some(Cut::Segment(id)),
        SelKind::Chokepoint => Some(Cut::Chokepoint(id)),
        SelKind::Landing => Some(Cut::Landing(id)),
        SelKind::Place | SelKind::Event | SelKind::Country => None,
    };
    let mut presses: Vec<AnyView> = Vec::new();
    if matches!(picked.kind, SelKind::Landing | SelKind::Place) {
        let link = picked.to_string();
        let name = lab.told(|known| known.network.end(&link).ok().map(|n| known.node(n))).flatten();
        for (key, message) in [("from", Msg::LabAsFrom), ("to", Msg::LabAsTo)] {
            let (link, label) = (link.clone(), name.as_ref().map(|n| lab.words(|w| w.with(message, &[("name", n)]))));
            presses.extend(label.map(|label| button("plain", label, move || lab.carry(&[(key, &link)])).into()));
        }
    }
    presses.extend(cut.map(|cut| cuts::toggle(lab, cut)));
    if presses.is_empty() { text("") } else { el("div").class("presses picked").children(presses).into() }
}

/// Words of the address that mean nothing here.
fn strange(lab: Lab) -> AnyView {
    let strange = if lab.built.get() { lab.asked().map(|a| a.strange).unwrap_or_default() } else { Vec::new() };
    let all = strange.iter().map(|t| paragraph("note alert", lab.words(|w| w.with(Msg::LabStrange, &[("text", t)]))));
    el("div").children(all.collect::<Vec<_>>()).into()
}
