//! Legend and keyboard list in one: every cable by name, with its line as the map draws it, and
//! every landing point.

use crate::app::details::status_message;
use crate::app::{Action, SelKind, Selection};
use crate::cable::Status;
use crate::i18n::Msg;
use crate::scene::{Colour, StrokeId};
use crate::ui::context::AppContext;
use leptos::prelude::*;

/// A line of the list.
#[derive(Clone, PartialEq)]
struct Entry {
    selection: Selection,
    name: String,
    detail: String,
    line: Option<(StrokeId, Colour)>,
}

/// The lists of cables and landing points.
#[component]
pub(crate) fn Legend() -> impl IntoView {
    let cx = expect_context::<AppContext>();
    let cables = Memo::new(move |_| cables(cx));
    let landings = Memo::new(move |_| landings(cx));
    view! {
        <nav class="lists" id="lists" aria-label=cx.t(Msg::LegendTitle)>
            <h2 class="visually-hidden">{cx.t(Msg::ListCables)}</h2>
            <ul class="entries">{move || cables.get().into_iter().map(|e| entry(cx, e)).collect_view()}</ul>
            <details class="fold">
                <summary>
                    <span>{cx.t(Msg::ListLandings)}</span>
                    <span class="count">{move || landings.with(Vec::len)}</span>
                </summary>
                <ul class="entries">{move || landings.get().into_iter().map(|e| entry(cx, e)).collect_view()}</ul>
            </details>
        </nav>
    }
}

fn entry(cx: AppContext, entry: Entry) -> impl IntoView {
    let Entry { selection, name, detail, line } = entry;
    let this = selection.clone();
    let pressed = move || cx.selected.with(|s| s.as_ref() == Some(&this));
    let toggle = move |_| {
        let chosen = cx.selected.with_untracked(|s| s.as_ref() == Some(&selection));
        cx.dispatch(if chosen { Action::ClearSelection } else { Action::Select(selection.clone()) });
    };
    view! {
        <li>
            <button type="button" class="entry" aria-pressed=move || pressed().to_string() on:click=toggle>
                {line.map_or_else(|| view! { <span class="ring" aria-hidden="true"></span> }.into_any(), |l| swatch(l).into_any())}
                <span class="name">{name}</span>
                <span class="detail">{detail}</span>
            </button>
        </li>
    }
}

/// A piece of line as the map draws it.
fn swatch((stroke, colour): (StrokeId, Colour)) -> impl IntoView {
    let dash: Vec<String> = stroke.dash_px().iter().map(f64::to_string).collect();
    view! {
        <svg class="swatch" width="36" height="12" viewBox="0 0 36 12" aria-hidden="true">
            <path
                d="M1 6H35"
                fill="none"
                stroke=format!("var(--map-{})", colour.css_name())
                stroke-width=stroke.width_px().to_string()
                stroke-dasharray=dash.join(" ")
                stroke-linecap=stroke.cap()
            />
        </svg>
    }
}

fn cables(cx: AppContext) -> Vec<Entry> {
    let lang = cx.lang();
    cx.world.with(|world| {
        let look = |id: &str| world.lines().iter().find(|l| l.system == id).map(|l| (l.stroke, l.colour));
        let systems = world.atlas().systems.iter();
        systems
            .map(|system| {
                let status = system.status.value().copied().unwrap_or(Status::Proposed);
                Entry {
                    selection: Selection::new(SelKind::Cable, system.id.as_str()),
                    name: system.name.get(&lang).to_owned(),
                    detail: cx.t(status_message(status))(),
                    line: look(&system.id),
                }
            })
            .collect()
    })
}

fn landings(cx: AppContext) -> Vec<Entry> {
    let lang = cx.lang();
    let mut entries: Vec<Entry> = cx.world.with(|world| {
        let entry = |landing: &crate::cable::Landing| Entry {
            selection: Selection::new(SelKind::Landing, landing.id.as_str()),
            name: landing.name.get(&lang).to_owned(),
            detail: cx.words(|w| w.country(&landing.country)),
            line: None,
        };
        world.atlas().landings.iter().map(entry).collect()
    });
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    entries
}
