//! Filters, the systems that are there for comparison, folded by status, the landing points, the way to the table, the
//! switches: the map's list goes on here.

use super::FindContext;
use super::filters::filters;
use super::{layers, matches, own, table};
use crate::app::details::status_message;
use crate::app::{Action, SelKind, Selection};
use crate::beside::fold::Fold;
use crate::beside::order::sorted;
use crate::cable::{Landing, Status, System, Text};
use crate::geodata::Catalog;
use crate::i18n::Msg;
use crate::scene::{cable_stroke, is_quiet, quiet_colour};
use crate::web::build::{el, live, live_text, text};
use crate::web::sign::{entry, ring, swatch};
use leptos::prelude::*;
use std::sync::Arc;

/// All that stands below the map's own list; nothing while the files are being read.
pub(super) fn lists(cx: FindContext) -> AnyView {
    live(move || {
        if !cx.loaded.get() {
            return text("");
        }
        let mut nav = el("nav").class("lists").attr("aria-label", cx.t(Msg::ListMore));
        for status in Status::ALL {
            let count = move || systems(cx, status, |all| all.len());
            let mark = swatch(cable_stroke(status), quiet_colour(status));
            let list = move || systems(cx, status, |all| all.into_iter().map(|s| cable(cx, s, status)).collect());
            nav = nav.child(folded(
                Fold::new(status.as_str()),
                mark,
                cx.t(status_message(status)),
                Box::new(count),
                Box::new(list),
            ));
        }
        let count = Box::new(move || cx.atlas.with(|a| a.landings.len()));
        let nav = nav.child(folded(
            Fold::new("landings"),
            ring(),
            cx.t(Msg::ListLandings),
            count,
            Box::new(move || landings(cx)),
        ));
        el("div")
            .class("desk")
            .child(filters(cx))
            .child(nav)
            .child(table::button(cx))
            .child(layers::switches(cx))
            .child(own::section(cx))
            .into()
    })
}

/// A list that is folded to begin with, and made when it is first opened; not to be seen while it is empty.
fn folded(
    fold: Fold,
    mark: AnyView,
    title: String,
    count: Box<dyn Fn() -> usize + Send + Sync>,
    list: Box<dyn Fn() -> Vec<AnyView> + Send>,
) -> AnyView {
    let count: Arc<dyn Fn() -> usize + Send + Sync> = count.into();
    let shown = count.clone();
    let number = el("span").class("count").child(live_text(move || count().to_string())).into();
    let list = Box::new(move || el("ul").class("entries").children(list()).into());
    let class = move || if shown() > 0 { "some" } else { "none" }.to_owned();
    el("div").live_attr("class", class).child(fold.view(mark, title, Some(number), list)).into()
}

/// The systems of a status that are there for comparison and that the filters leave, by name. One without a published
/// status is proposed, as on the map.
fn systems<R>(cx: FindContext, status: Status, f: impl FnOnce(Vec<&System>) -> R) -> R {
    let is_later = |file: &str| cx.catalog.with(|c: &Catalog| c.layers.iter().any(|l| l.later && l.file == file));
    let is_listed = |s: &&System| {
        s.status.value().copied().unwrap_or(Status::Proposed) == status && is_quiet(status, is_later(&s.file))
    };
    let lang = cx.lang();
    matches::shown(cx, |shown| {
        let is_left = |s: &&System| shown.filter.is_empty() || shown.ids.contains(&s.id);
        cx.atlas.with(|atlas| {
            f(sorted(&lang, atlas.systems.iter().filter(is_listed).filter(is_left), |s| s.name.get(&lang)))
        })
    })
}

fn cable(cx: FindContext, system: &System, status: Status) -> AnyView {
    let mark = swatch(cable_stroke(status), quiet_colour(status));
    let selection = Selection::new(SelKind::Cable, system.id.as_str());
    line(cx, selection, mark, &system.name, cx.t(status_message(status)))
}

fn landings(cx: FindContext) -> Vec<AnyView> {
    let one = |landing: &Landing| {
        let selection = Selection::new(SelKind::Landing, landing.id.as_str());
        line(cx, selection, ring(), &landing.name, cx.words(|w| w.country(&landing.country)))
    };
    let lang = cx.lang();
    cx.atlas.with(|atlas| sorted(&lang, &atlas.landings, |l| l.name.get(&lang)).into_iter().map(one).collect())
}

/// A line of a list: it selects, or clears what it has selected.
fn line(cx: FindContext, selection: Selection, mark: AnyView, name: &Text, detail: String) -> AnyView {
    let this = selection.clone();
    let press = move || {
        let chosen = cx.selected.with_untracked(|s| s.as_ref() == Some(&selection));
        cx.dispatch(if chosen { Action::ClearSelection } else { Action::Select(selection.clone()) });
    };
    let pressed = move || cx.selected.with(|s| s.as_ref() == Some(&this));
    entry(mark, name.get(&cx.lang()), detail, Box::new(pressed), Box::new(press))
}
