//! The systems in a table beside the map: what the filters leave, in any order, in step with what is selected.

use super::FindContext;
use super::filters::shown_of_all;
use super::matches;
use crate::app::details::status_message;
use crate::app::table::{Column, Line, lines, sort, write_csv, write_geojson};
use crate::app::{Action, SelKind, Selection};
use crate::beside::page;
use crate::i18n::Msg;
use crate::scene::{cable_stroke, quiet_colour};
use crate::web::build::{CROSS, El, el, icon, live, live_text, text};
use crate::web::sign::swatch;
use crate::web::{dom, effect, events, intl};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Rows and columns.
const GRID: &str = "M3.5 4.5H16.5V15.5H3.5ZM3.5 8.2H16.5M3.5 11.8H16.5M8 4.5V15.5";
const TITLE: &str = "table-title";
const BUTTON: &str = "table-button";

/// The columns with their titles; numbers stand at the end of theirs.
const COLUMNS: [(Column, Msg, bool); 6] = [
    (Column::Name, Msg::TableCable, false),
    (Column::Status, Msg::TableStatus, false),
    (Column::Ready, Msg::TableReady, false),
    (Column::Length, Msg::TableLength, true),
    (Column::Owners, Msg::TableOwners, false),
    (Column::Landings, Msg::TableLandings, true),
];

/// The place of the column that the lines are in the order of; from the last to the first with [`DOWN`] added.
type Order = RwSignal<usize>;
const DOWN: usize = 100;

/// The button that opens the table and closes it.
pub(super) fn button(cx: FindContext) -> AnyView {
    el("button")
        .attr("type", "button")
        .attr("id", BUTTON)
        .class("entry to-table")
        .live_attr("aria-expanded", move || cx.table.get().to_string())
        .on_click(move |_| open(cx, !cx.table.get_untracked()))
        .child(icon(GRID))
        .child(el("span").class("name").text(cx.t(Msg::TableOpen)))
        .into()
}

/// Opens the table and puts the focus there, or closes it and puts the focus back.
fn open(cx: FindContext, is_open: bool) {
    cx.table.set(is_open);
    Timeout::new(0, move || dom::focus(if is_open { TITLE } else { BUTTON })).forget();
}

/// The table; nothing while it is closed.
pub(super) fn table(cx: FindContext) -> AnyView {
    let order: Order = RwSignal::new(0);
    effect(move || {
        let row = cx.selected.with(|s| s.as_ref().map(|s| row_id(&s.id)));
        if let Some(row) = row.filter(|_| cx.table.get()) {
            page::reveal(&row);
        }
    });
    if let Some(place) = dom::element("find-dialogs") {
        events::listen(&place, "keydown", move |e: &KeyboardEvent| {
            if e.key() == "Escape" && cx.table.get_untracked() && page::holds_focus("table") {
                // The map would let go of what is selected.
                e.prevent_default();
                open(cx, false);
            }
        });
    }
    live(move || if cx.table.get() && cx.loaded.get() { panel(cx, order) } else { text("") })
}

fn panel(cx: FindContext, order: Order) -> AnyView {
    let close = el("button")
        .attr("type", "button")
        .class("close")
        .attr("aria-label", cx.t(Msg::Close))
        .on_click(move |_| open(cx, false))
        .child(icon(CROSS));
    let csv = plain(
        cx.t(Msg::DownloadCsv),
        Box::new(move || {
            let lang = untrack(|| cx.lang());
            page::download("cables.csv", "text/csv", &write_csv(&in_order(cx, order, &lang)));
        }),
    );
    let geojson = plain(
        cx.t(Msg::DownloadGeojson),
        Box::new(move || {
            let text = cx.atlas.with_untracked(|a| matches::now(|_, s| write_geojson(a, &s.ids)));
            page::download("cables.geojson", "application/geo+json", &text);
        }),
    );
    let head = el("div")
        .class("head")
        .child(el("h2").attr("id", TITLE).attr("tabindex", "-1").text(cx.t(Msg::TableTitle)))
        .child(el("p").class("subtitle").child(live_text(move || matches::shown(cx, |s| shown_of_all(cx, s)))))
        .child(el("div").class("presses").child(csv).child(geojson));
    // A scroll area that the keyboard can reach needs a name.
    let scroll = el("div").class("scroll").attr("tabindex", "0").attr("role", "group").attr("aria-labelledby", TITLE);
    let titles = COLUMNS.map(|column| title(cx, order, column));
    let table = el("table")
        .attr("aria-labelledby", TITLE)
        .child(el("thead").child(el("tr").children(titles)))
        .child(live(move || body(cx, order)));
    el("section")
        .class("panel table")
        .attr("id", "table")
        .attr("aria-labelledby", TITLE)
        .child(close)
        .child(head)
        .child(scroll.child(table))
        .into()
}

fn plain(label: String, press: Box<dyn Fn() + Send>) -> El {
    el("button").attr("type", "button").class("plain").on_click(move |_| press()).text(label)
}

/// A title that puts the lines in its column's order, or in the opposite one.
fn title(cx: FindContext, order: Order, (column, message, is_number): (Column, Msg, bool)) -> AnyView {
    let place = column as usize;
    let sorted = move || match order.get() {
        by if by == place => "ascending",
        by if by == place + DOWN => "descending",
        _ => "none",
    };
    let press = move |_| order.update(|by| *by = if *by == place { place + DOWN } else { place });
    let button = el("button").attr("type", "button").on_click(press).text(cx.t(message));
    el("th")
        .attr("scope", "col")
        .class(if is_number { "number" } else { "" })
        .live_attr("aria-sort", move || sorted().to_owned())
        .child(button)
        .into()
}

/// The lines of what the filters leave.
fn in_order(cx: FindContext, order: Order, lang: &str) -> Vec<Line> {
    let mut all = cx.atlas.with_untracked(|a| matches::shown(cx, |s| lines(a, &s.ids, lang)));
    let by = order.get();
    sort(&mut all, Column::ALL[by % DOWN % Column::ALL.len()], by >= DOWN, &|a, b| intl::is_before(lang, a, b));
    all
}

fn body(cx: FindContext, order: Order) -> AnyView {
    let rows = in_order(cx, order, &cx.lang()).into_iter().map(|line| row(cx, line));
    el("tbody").children(rows).into()
}

fn row_id(system: &str) -> String {
    ["row-", system].concat()
}

/// A line; pressing it anywhere selects its system, or lets go of it.
fn row(cx: FindContext, line: Line) -> AnyView {
    let selection = Selection::new(SelKind::Cable, line.id.as_str());
    let (this, that) = (selection.clone(), selection.clone());
    let press = move |_| {
        let chosen = cx.selected.with_untracked(|s| s.as_ref() == Some(&selection));
        cx.dispatch(if chosen { Action::ClearSelection } else { Action::Select(selection.clone()) });
    };
    let class = move || if cx.selected.with(|s| s.as_ref() == Some(&this)) { "chosen" } else { "" }.to_owned();
    let name = el("button")
        .attr("type", "button")
        .live_attr("aria-pressed", move || cx.selected.with(|s| s.as_ref() == Some(&that)).to_string())
        .text(line.name);
    let (ready, length) = cx.words(|w| {
        (Some(line.ready.as_str()).filter(|r| !r.is_empty()).map(|r| w.date(r)), line.length_km.map(|km| w.km(km)))
    });
    let owners = Some(line.owners.join(", ")).filter(|o| !o.is_empty());
    let status = el("td").class("status").child(swatch(cable_stroke(line.status), quiet_colour(line.status)));
    el("tr")
        .attr("id", row_id(&line.id))
        .live_attr("class", class)
        .on_click(press)
        .child(el("th").attr("scope", "row").child(name))
        .child(status.child(el("span").text(cx.t(status_message(line.status)))))
        .child(cell(cx, "", ready))
        .child(cell(cx, "number", length))
        .child(cell(cx, "owners", owners))
        .child(cell(cx, "number", Some(line.landings.len().to_string())))
        .into()
}

/// A value, or a dash for what is not published.
fn cell(cx: FindContext, class: &'static str, value: Option<String>) -> El {
    let cell = el("td").class(class);
    match value {
        Some(value) => cell.text(value),
        None => cell
            .child(el("span").attr("aria-hidden", "true").text("–"))
            .child(el("span").class("visually-hidden").text(cx.t(Msg::NotPublished))),
    }
}
