//! The systems that the map is about, by name and with their lines as the map draws them. All that is there for
//! comparison is listed by the desk.

use crate::app::details::status_message;
use crate::app::{Action, SelKind, Selection};
use crate::cable::ChartSystem;
use crate::i18n::Msg;
use crate::scene::World;
use crate::ui::context::AppContext;
use crate::web::build::{el, live, text};
use crate::web::sign::{entry, swatch};
use leptos::prelude::*;

/// The list of the proposed routes and their extensions.
pub(crate) fn legend(cx: AppContext) -> AnyView {
    live(move || {
        el("nav")
            .class("lists")
            .attr("aria-label", cx.t(Msg::LegendTitle))
            .child(el("h2").class("visually-hidden").text(cx.t(Msg::ListCables)))
            .child(el("ul").class("entries").children(cables(cx)))
            .into()
    })
}

fn cables(cx: AppContext) -> Vec<AnyView> {
    cx.world.with(|world| {
        // What matters most stands first.
        let ranked = [3, 2].into_iter().flat_map(|r| world.chart().systems.iter().map(move |s| (r, s)));
        ranked.filter(|(r, s)| world.rank_of(s) == *r).map(|(_, system)| line(cx, world, system)).collect()
    })
}

fn line(cx: AppContext, world: &World, system: &ChartSystem) -> AnyView {
    let mark = match world.line_of(&system.id) {
        Some(line) => swatch(line.stroke, line.colour),
        None => text(""),
    };
    let selection = Selection::new(SelKind::Cable, system.id.as_str());
    let this = selection.clone();
    let press = move || {
        let chosen = cx.selected.with_untracked(|s| s.as_ref() == Some(&selection));
        cx.dispatch(if chosen { Action::ClearSelection } else { Action::Select(selection.clone()) });
    };
    let pressed = move || cx.selected.with(|s| s.as_ref() == Some(&this));
    let (name, detail) = (system.name.get(&cx.lang()), cx.t(status_message(system.status)));
    entry(mark, name, detail, Box::new(pressed), Box::new(press))
}
