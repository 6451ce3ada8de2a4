//! The details of the selected thing.

use super::DeskContext;
use super::{figure, route};
use crate::app::details::{ClaimLine, Details, Group, Related, Row, SourceLine, Trip, details};
use crate::app::framing::outline;
use crate::app::{Action, Selection};
use crate::i18n::Msg;
use crate::web::build::{CROSS, El, el, icon, live, text};
use crate::web::dom;
use leptos::prelude::*;

/// The details panel; nothing while nothing is selected.
pub(super) fn panel(cx: DeskContext) -> AnyView {
    live(move || {
        figure::put_out();
        let outlined = cx.selected.get().filter(|_| cx.loaded.get());
        let outline = outlined.map(|s| cx.known(|atlas, gazetteer, _| outline(atlas, gazetteer, &s)));
        figure::lay("selected", &outline.unwrap_or_default());
        // Nothing is shown by halves: the facts are there when their sources are.
        let selected = cx.selected.get().filter(|_| cx.loaded.get());
        let Some(selected) = selected else { return text("") };
        let shown = cx.known(|atlas, gazetteer, words| details(atlas, gazetteer, &selected, words));
        let Some(d) = shown else { return text("") };
        let close = el("button")
            .attr("type", "button")
            .class("close")
            .attr("aria-label", cx.t(Msg::Close))
            .on_click(move |_| {
                cx.dispatch(Action::ClearSelection);
                // The button goes with the panel; the keys go back to the map.
                dom::focus("canvas");
            })
            .child(icon(CROSS));
        // A scroll area that the keyboard can reach needs a name.
        let scroll = el("div")
            .class("scroll")
            .attr("tabindex", "0")
            .attr("role", "group")
            .attr("aria-labelledby", "details-title");
        el("section")
            .class("panel details")
            .attr("aria-labelledby", "details-title")
            .child(close)
            .child(scroll.children(body(cx, &selected, d)))
            .into()
    })
}

fn body(cx: DeskContext, selected: &Selection, d: Details) -> Vec<AnyView> {
    let chips = d.marks.into_iter().enumerate().map(|(i, m)| {
        el("li").class(if i == 0 { "chip status" } else { "chip" }).attr("title", m.note).text(m.text).into()
    });
    let mut out: Vec<AnyView> = vec![
        el("ul").class("chips").children(chips).into(),
        el("h2").attr("id", "details-title").text(d.title).into(),
        el("p").class("route").text(d.subtitle).into(),
    ];
    if !d.summary.is_empty() {
        out.push(el("p").class("summary").text(d.summary).child(references(&d.summary_references)).into());
    }
    out.push(el("dl").class("facts").children(d.rows.into_iter().map(|r| row(cx, r))).into());
    out.push(route::words_and_profile(cx, selected));
    if !d.trips.is_empty() {
        let trips = el("ul").children(d.trips.into_iter().map(trip));
        let mut trips = part("trips", &d.trips_label).child(trips);
        if !d.trip_note.is_empty() {
            trips = trips.child(el("p").class("note").text(d.trip_note));
        }
        out.push(trips.into());
    }
    out.extend(d.groups.into_iter().map(|g| group(cx, g)));
    if !d.sources.is_empty() {
        let list = el("ol").children(d.sources.into_iter().map(source));
        out.push(part("sources", &cx.t(Msg::DetailSources)).child(list).into());
    }
    out
}

/// How many neighbours are shown unfolded.
const OPEN: usize = 6;

/// Neighbours of one sort; many are folded.
fn group(cx: DeskContext, group: Group) -> AnyView {
    let count = group.items.len();
    let list = el("ul").class("entries").children(group.items.into_iter().map(|r| related(cx, r)));
    if count <= OPEN {
        return part("related", &group.label).child(list).into();
    }
    let summary = el("summary")
        .child(el("h3").class("name").text(group.label))
        .child(el("span").class("count").text(count.to_string()));
    el("details").class("related fold").child(summary).child(list).into()
}

fn row(cx: DeskContext, row: Row) -> AnyView {
    let long = row.value.chars().count() > 22;
    let tip = [row.date, row.confidence].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
    let marks = row.marks.into_iter().map(|m| el("span").class("mark").text(m).into());
    let mut value = el("dd")
        .child(el("span").class("value").attr("title", tip).text(row.value))
        .child(references(&row.references))
        .children(marks);
    if !row.claims.is_empty() || !row.notes.is_empty() {
        value = value.child(behind(cx, row.notes, row.claims));
    }
    el("div").class(if long { "fact long" } else { "fact" }).child(el("dt").text(row.label)).child(value).into()
}

/// What stands behind a value, folded away: notes, and every published value.
fn behind(cx: DeskContext, notes: Vec<String>, claims: Vec<ClaimLine>) -> AnyView {
    let mut fold = el("details")
        .class("claims")
        .child(el("summary").text(cx.t(Msg::ClaimsTitle)))
        .children(notes.into_iter().map(|n| el("p").class("note").text(n).into()));
    if !claims.is_empty() {
        let head = [Msg::ClaimsValue, Msg::ClaimsDate, Msg::ClaimsSource];
        let head = head.map(|m| el("th").attr("scope", "col").text(cx.t(m)).into());
        let line = |c: ClaimLine| {
            let note = c.note.map(|n| el("span").class("note").text(n).into());
            el("tr")
                .child(el("td").text(c.value).children(note))
                .child(el("td").text(c.date))
                .child(el("td").attr("title", c.confidence).child(references(&c.references)))
                .into()
        };
        let table = el("table")
            .child(el("thead").child(el("tr").children(head)))
            .child(el("tbody").children(claims.into_iter().map(line)));
        fold = fold.child(table);
    }
    fold.into()
}

/// Small numbers that lead to the sources. The address holds the state, so a source is scrolled to
/// instead of linked to.
pub(super) fn references(numbers: &[usize]) -> AnyView {
    let link = |n: &usize| {
        let id = ["source-", &n.to_string()].concat();
        let target = id.clone();
        el("a")
            .attr("href", ["#", &id].concat())
            .on_click(move |e| {
                e.prevent_default();
                dom::show(&target);
            })
            .text(n.to_string())
            .into()
    };
    if numbers.is_empty() { text("") } else { el("sup").class("refs").children(numbers.iter().map(link)).into() }
}

fn trip(t: Trip) -> AnyView {
    el("li")
        .child(el("span").class("ends").text(t.ends))
        .child(el("span").class("value").text(t.value).child(references(&t.references)))
        .child(el("span").class("how").text(t.route).child(el("br")).text(t.formula))
        .into()
}

fn related(cx: DeskContext, r: Related) -> AnyView {
    let selection = r.selection;
    let button = el("button")
        .attr("type", "button")
        .class("entry")
        .on_click(move |_| cx.go(selection.clone()))
        .child(el("span").class("name").text(r.name))
        .child(el("span").class("detail").text(r.detail));
    el("li").child(button).into()
}

fn source(s: SourceLine) -> AnyView {
    let title = if s.url.is_empty() {
        text(s.title)
    } else {
        el("a").attr("href", s.url).attr("rel", "noopener noreferrer").attr("target", "_blank").text(s.title).into()
    };
    let number = s.number.to_string();
    el("li")
        .attr("id", ["source-", &number].concat())
        .attr("value", number)
        .attr("tabindex", "-1")
        .child(title)
        .child(el("span").class("detail").text(s.detail))
        .into()
}

/// The heading of a panel's part, with the part.
pub(super) fn part(class: &'static str, heading: &str) -> El {
    el("section").class(class).child(el("h3").text(heading))
}
