//! The route of a cable or a segment in words, and its depth as a drawing that leads over the map.

use super::DeskContext;
use super::details::part;
use super::figure;
use crate::app::Selection;
use crate::app::describe::{Way, deepest, describe, way};
use crate::app::profile::{POINTS, Profile};
use crate::beside::{link, load};
use crate::i18n::Msg;
use crate::web::build::{el, live, live_text, text};
use crate::web::effect;
use leptos::prelude::*;
use std::sync::Arc;

/// A profile as far as it is known.
pub(super) type Known = RwSignal<Arc<Profile>>;

/// Rows of the table of depths.
const ROWS: usize = 20;

/// Both, for what has a route; nothing for other things.
pub(super) fn words_and_profile(cx: DeskContext, selected: &Selection) -> AnyView {
    let Some(way) = cx.atlas.with(|atlas| way(atlas, selected)) else { return text("") };
    let overland = cx.atlas.with(|atlas| atlas.segment(&way.id).is_some_and(|s| s.overland));
    let title = cx.t(Msg::DescribeTitle);
    let sentences =
        load::areas(|areas| cx.known(|atlas, gazetteer, words| describe(&way, atlas, gazetteer, areas, words)));
    let fold = el("details")
        .class("words fold")
        .child(el("summary").child(el("h3").class("name").text(title)))
        .children(sentences.into_iter().map(|s| el("p").text(s).into()));
    if overland || way.track.length_km() <= 0.0 {
        return fold.into();
    }
    load::ice(cx.beside);
    let way = Arc::new(way);
    let profile = RwSignal::new(untrack(|| profile_of(cx, &way)));
    let is_known = RwSignal::new(profile.with_untracked(is_sounded));
    // Finer depths and the ice come later: the figure stays and takes them in, so that who is reading it keeps the place.
    let read = Arc::clone(&way);
    effect(move || {
        cx.seabed.track();
        profile.set(untrack(|| profile_of(cx, &read)));
        if profile.with_untracked(is_sounded) != is_known.get_untracked() {
            is_known.update(|is| *is = !*is);
        }
    });
    let figure = live(move || figure_of(cx, &way, profile, is_known.get()));
    el("div").child(fold).child(figure).into()
}

/// What is known now of a line's depths, ice and chokepoints.
fn profile_of(cx: DeskContext, way: &Way) -> Arc<Profile> {
    let mut profile = load::with_ice(|ice| cx.gazetteer.with(|all| Profile::new(&way.track, all, ice)));
    if let Some(depths) = link::depths(&profile.flat()) {
        profile.set_depths(&depths);
    }
    Arc::new(profile)
}

fn is_sounded(profile: &Arc<Profile>) -> bool {
    !profile.soundings().is_empty()
}

/// The drawing, once depths are there.
fn figure_of(cx: DeskContext, way: &Arc<Way>, profile: Known, is_known: bool) -> AnyView {
    let section = part("profile", &cx.t(Msg::ProfileTitle)).attr("aria-label", cx.t(Msg::ProfileTitle));
    if !is_known {
        return section.child(el("p").class("note").text(cx.t(Msg::ProfileWaiting))).into();
    }
    let read = Arc::clone(way);
    let told = live_text(move || {
        let soundings = profile.with(|p| p.soundings());
        cx.known(|atlas, _, words| deepest(&read, &soundings, atlas, words)).unwrap_or_default()
    });
    let ends = cx.known(|atlas, _, words| way.ends(atlas, words));
    section
        .child(el("p").class("note").text(ends))
        .child(figure::figure(cx, way, profile))
        .child(el("p").child(told))
        .child(table(cx, profile))
        .child(el("p").class("note").text(cx.t(Msg::ProfileNote)))
        .into()
}

/// The depths as a table, folded.
fn table(cx: DeskContext, profile: Known) -> AnyView {
    let head = [Msg::ProfileDistance, Msg::ProfileDepth, Msg::DetailPosition, Msg::ProfileMarks];
    let head = head.map(|m| el("th").attr("scope", "col").text(cx.t(m)).into());
    let rows = live(move || profile.with(|profile| el("tbody").children(rows(cx, profile)).into()));
    let table = el("table").child(el("thead").child(el("tr").children(head))).child(rows);
    el("details").class("claims").child(el("summary").text(cx.t(Msg::ProfileTable))).child(table).into()
}

fn rows(cx: DeskContext, profile: &Profile) -> Vec<AnyView> {
    let step = profile.points.get((POINTS - 1) / ROWS).map_or(0.0, |p| p.km);
    let row = |p: &crate::app::profile::Point| {
        let marks = figure::marks_near(cx, profile, p, step / 2.0);
        let cells = cx.words(|w| {
            let depth = p.depth_m.map_or_else(|| "–".to_owned(), |m| w.number(m, 0));
            [w.number(p.km, 0), depth, w.position(p.at.lon_deg, p.at.lat_deg, 1), marks]
        });
        el("tr").children(cells.map(|cell| el("td").text(cell).into())).into()
    };
    profile.points.iter().step_by((POINTS - 1) / ROWS).map(row).collect()
}
