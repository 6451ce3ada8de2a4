//! The systems that are there for comparison, folded by status, and the landing points: the map's list goes on here.

use super::context::DeskContext;
use super::layers;
use crate::app::details::status_message;
use crate::app::{Action, SelKind, Selection};
use crate::cable::{Landing, Status, System, Text};
use crate::geodata::Catalog;
use crate::i18n::Msg;
use crate::scene::{cable_stroke, is_quiet, quiet_colour};
use crate::web::build::{el, live, text};
use crate::web::intl;
use crate::web::sign::{entry, ring, swatch};
use leptos::prelude::*;

/// The lists and the switches; nothing while the files are being read.
pub(super) fn lists(cx: DeskContext) -> AnyView {
    live(move || {
        if !cx.loaded.get() {
            return text("");
        }
        let mut nav = el("nav").class("lists").attr("aria-label", cx.t(Msg::ListMore));
        for status in Status::ALL {
            let count = systems(cx, status, |all| all.len());
            let mark = swatch(cable_stroke(status), quiet_colour(status));
            let list = move || systems(cx, status, |all| all.into_iter().map(|s| cable(cx, s, status)).collect());
            nav = nav.children(fold(mark, cx.t(status_message(status)), count, Box::new(list)));
        }
        let count = cx.atlas.with(|a| a.landings.len());
        let nav = nav.children(fold(ring(), cx.t(Msg::ListLandings), count, Box::new(move || landings(cx))));
        el("div").class("desk").child(nav).child(layers::switches(cx)).into()
    })
}

/// A list that is folded to begin with, and made when it is first opened; nothing where it is empty.
fn fold(mark: AnyView, title: String, count: usize, list: Box<dyn Fn() -> Vec<AnyView> + Send>) -> Option<AnyView> {
    let number = el("span").class("count").text(count.to_string()).into();
    let list = Box::new(move || el("ul").class("entries").children(list()).into());
    (count > 0).then(|| folded(mark, title, Some(number), list))
}

/// Something that is folded to begin with, and made when it is first opened.
pub(super) fn folded(
    mark: AnyView,
    title: String,
    count: Option<AnyView>,
    inside: Box<dyn Fn() -> AnyView + Send>,
) -> AnyView {
    folded_as(false, mark, title, count, inside)
}

/// Something that can be folded, open to begin with or not.
pub(super) fn folded_as(
    is_open: bool,
    mark: AnyView,
    title: String,
    count: Option<AnyView>,
    inside: Box<dyn Fn() -> AnyView + Send>,
) -> AnyView {
    let opened = RwSignal::new(is_open);
    let summary = el("summary")
        .on_click(move |_| opened.set(true))
        .child(mark)
        .child(el("span").class("name").text(title))
        .children(count);
    let inside = live(move || if opened.get() { inside() } else { text("") });
    let fold = el("details").class("fold");
    let fold = if is_open { fold.attr("open", "") } else { fold };
    fold.child(summary).child(inside).into()
}

/// The systems of a status that are there for comparison, by name. One without a published status is proposed, as on
/// the map.
fn systems<R>(cx: DeskContext, status: Status, f: impl FnOnce(Vec<&System>) -> R) -> R {
    let is_later = |file: &str| cx.catalog.with(|c: &Catalog| c.layers.iter().any(|l| l.later && l.file == file));
    let is_listed = |s: &&System| {
        s.status.value().copied().unwrap_or(Status::Proposed) == status && is_quiet(status, is_later(&s.file))
    };
    cx.atlas.with(|atlas| f(sorted(cx, atlas.systems.iter().filter(is_listed), |s| &s.name)))
}

/// Things in the order of their names.
fn sorted<'a, T>(cx: DeskContext, all: impl Iterator<Item = &'a T>, name: fn(&T) -> &Text) -> Vec<&'a T> {
    let lang = cx.lang();
    let mut sorted: Vec<&T> = Vec::new();
    for one in all {
        let text = name(one).get(&lang);
        let place = sorted.partition_point(|other| !intl::is_before(&lang, text, name(other).get(&lang)));
        sorted.insert(place, one);
    }
    sorted
}

fn cable(cx: DeskContext, system: &System, status: Status) -> AnyView {
    let mark = swatch(cable_stroke(status), quiet_colour(status));
    let selection = Selection::new(SelKind::Cable, system.id.as_str());
    line(cx, selection, mark, &system.name, cx.t(status_message(status)))
}

fn landings(cx: DeskContext) -> Vec<AnyView> {
    let one = |landing: &Landing| {
        let selection = Selection::new(SelKind::Landing, landing.id.as_str());
        line(cx, selection, ring(), &landing.name, cx.words(|w| w.country(&landing.country)))
    };
    cx.atlas.with(|atlas| sorted(cx, atlas.landings.iter(), |l| &l.name).into_iter().map(one).collect())
}

/// A line of a list: it selects, or clears what it has selected.
fn line(cx: DeskContext, selection: Selection, mark: AnyView, name: &Text, detail: String) -> AnyView {
    let this = selection.clone();
    let press = move || {
        let chosen = cx.selected.with_untracked(|s| s.as_ref() == Some(&selection));
        cx.dispatch(if chosen { Action::ClearSelection } else { Action::Select(selection.clone()) });
    };
    let pressed = move || cx.selected.with(|s| s.as_ref() == Some(&this));
    entry(mark, name.get(&cx.lang()), detail, Box::new(pressed), Box::new(press))
}
