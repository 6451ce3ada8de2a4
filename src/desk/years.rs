//! The slider of years: what stands at the end of each.

use super::DeskContext;
use super::timeline::EVENTS;
use crate::app::timeline::{is_counted, new_in};
use crate::app::year::{Standing, YEARS, standing};
use crate::app::{Action, SelKind, Selection};
use crate::i18n::{Msg, Plural};
use crate::web::build::{El, el, icon, live, live_text, text};
use crate::web::{dom, effect};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/desk/chart.js")]
extern "C" {
    fn reveal(list: &str, entry: &str);
    #[wasm_bindgen(js_name = isStill)]
    fn is_still() -> bool;
}

const PLAY: &str = "M6.5 4.5L15.5 10L6.5 15.5Z";
const PAUSE: &str = "M7 4.5V15.5M13 4.5V15.5";

const SLIDER: &str = "year-slider";

/// How long a year stays while they play; longer where the reader wants little motion.
const STEP_MS: (u32, u32) = (700, 1800);

/// Keeps slider and list in step with the year; what it leaves on the map is the filters' business. Tracks the year.
pub(super) fn follow(cx: DeskContext) {
    effect(move || {
        let year = cx.year.get();
        dom::set_value(SLIDER, &year.unwrap_or(YEARS.1.into()).to_string());
        if let Some(year) = year {
            reveal(EVENTS, &["events-", &year.to_string()].concat());
        }
    });
}

/// A year of the signal.
fn count(year: usize) -> u16 {
    u16::try_from(year).unwrap_or(YEARS.1)
}

fn set(cx: DeskContext, year: Option<u16>) {
    let value = year.map(|y| y.to_string()).unwrap_or_default();
    cx.dispatch(Action::Carry { key: "year", value });
}

/// Goes on to the next year as long as they play.
fn play(cx: DeskContext) {
    let wait = if is_still() { STEP_MS.1 } else { STEP_MS.0 };
    Timeout::new(wait, move || {
        if !cx.playing.get_untracked() {
            return;
        }
        match cx.year.get_untracked().map(count) {
            Some(year) if year < YEARS.1 => {
                set(cx, Some(year + 1));
                play(cx);
            }
            _ => cx.playing.set(false),
        }
    })
    .forget();
}

fn toggle(cx: DeskContext) {
    let is_on = !cx.playing.get_untracked();
    cx.playing.set(is_on);
    if is_on {
        let year = cx.year.get_untracked().map(count).filter(|y| *y < YEARS.1);
        set(cx, Some(year.unwrap_or(YEARS.0)));
        play(cx);
    }
}

/// Play, the year, the slider under its drawing, and the way back to all years.
pub(super) fn row(cx: DeskContext, drawing: &'static str) -> El {
    let name = move || cx.t(if cx.playing.get() { Msg::YearPause } else { Msg::YearPlay });
    let play = el("button")
        .attr("type", "button")
        .class("play")
        .live_attr("aria-label", name)
        .on_click(move |_| toggle(cx))
        .child(live(move || icon(if cx.playing.get() { PAUSE } else { PLAY })));
    let shown = move || cx.year.get().map_or_else(|| cx.t(Msg::YearAll), |y| y.to_string());
    let start = cx.year.get_untracked().map_or(YEARS.1, count).to_string();
    let slider = el("input")
        .attr("id", SLIDER)
        .attr("type", "range")
        .attr("min", YEARS.0.to_string())
        .attr("max", YEARS.1.to_string())
        .attr("value", start)
        .attr("aria-label", cx.t(Msg::YearLabel))
        .live_attr("aria-valuetext", shown)
        .on_input(move |value| {
            cx.playing.set(false);
            set(cx, value.parse().ok());
        });
    let reset = el("button")
        .attr("type", "button")
        .class("all")
        .live_attr("aria-pressed", move || cx.year.get().is_none().to_string())
        .on_click(move |_| {
            cx.playing.set(false);
            set(cx, None);
        })
        .text(cx.t(Msg::YearAll));
    el("div")
        .class("years")
        .child(play)
        .child(el("span").class("year").attr("aria-hidden", "true").child(live_text(shown)))
        .child(el("div").class("scale-of-years").child(el("div").attr("id", drawing).class("drawing")).child(slider))
        .child(reset)
}

/// How many systems stand, how many have no date, and what is new.
pub(super) fn words(cx: DeskContext) -> El {
    let said = move || {
        let Some(year) = cx.year.get().map(count) else { return cx.t(Msg::YearLabel) };
        let of = |wanted: Standing| {
            cx.atlas.with(|a| a.systems.iter().filter(|s| is_counted(s) && standing(s, year) == wanted).count() as u64)
        };
        let (stand, undated) = (of(Standing::Stands), of(Standing::Undated));
        cx.words(|w| [w.count(Plural::YearCount, stand), w.count(Plural::YearUndated, undated)].join(" "))
    };
    let new = live(move || {
        let Some(year) = cx.year.get().map(count) else { return text("") };
        let lang = cx.lang();
        let button = |s: &crate::cable::System| {
            let selection = Selection::new(SelKind::Cable, s.id.as_str());
            let press = move |_: leptos::ev::MouseEvent| cx.go(selection.clone());
            let name = s.name.get(&lang);
            el("li").child(el("button").attr("type", "button").class("chip").on_click(press).text(name)).into()
        };
        let all: Vec<AnyView> = cx.atlas.with(|a| new_in(a, year).map(button).collect());
        if all.is_empty() {
            return text("");
        }
        let label = cx.words(|w| w.with(Msg::YearNew, &[("year", &year.to_string())]));
        let list = el("ul").class("new").attr("aria-label", label.clone()).children(all);
        el("div").class("newly").child(el("span").attr("aria-hidden", "true").text(label)).child(list).into()
    });
    el("div").class("said").child(el("p").attr("role", "status").child(live_text(said))).child(new)
}
