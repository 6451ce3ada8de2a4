//! The supercomputers of Europe and Japan: what lies between them as it stands and by each proposal, folded.

use super::context::Lab;
use super::part::{paragraph, table};
use super::ways::claims;
use super::work;
use crate::app::details::status_message;
use crate::app::lab::{Claim, Pair};
use crate::beside::fold::Fold;
use crate::cable::Status;
use crate::i18n::Msg;
use crate::web::build::{el, live, text};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// The fold; what is in it is worked out when it is opened.
pub(super) fn part(lab: Lab) -> AnyView {
    let title = lab.words(|w| w.catalogue.by_key("layer-supercomputers").unwrap_or_default().to_owned());
    let caption = title.clone();
    let inside = move || {
        if !lab.machines.get_untracked() {
            Timeout::new(0, move || lab.machines.set(true)).forget();
        }
        let caption = caption.clone();
        live(move || compared(lab, &caption))
    };
    el("div").class("machines").child(Fold::new("machines").view(text(""), title, None, Box::new(inside))).into()
}

fn compared(lab: Lab, caption: &str) -> AnyView {
    lab.answered.track();
    work::answers(|answers| {
        let Some(found) = &answers.machines else { return paragraph("note", lab.t(Msg::LabWorking)) };
        let mut head = vec![lab.t(Msg::LabPairs), lab.t(status_message(Status::InService))];
        head.extend(found.proposals.iter().cloned());
        head.push(lab.t(Msg::LabInFibre));
        let row = |pair: &Pair| {
            let words = [&pair.name, &pair.now].into_iter().chain(&pair.by).chain([&pair.limit]);
            words.map(|words| text(words.as_str())).collect()
        };
        let measured: Vec<Claim> = found.pairs.iter().filter_map(|pair| pair.measured.clone()).collect();
        el("div")
            .child(table(caption, &head, found.pairs.iter().map(row).collect()))
            .child(claims(lab, &measured))
            .into()
    })
}
