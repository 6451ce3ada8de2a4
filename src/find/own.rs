//! A reader's own layers: GeoJSON files opened on the page, drawn over the cables, listed, and sent nowhere.

use super::FindContext;
use super::found::fly;
use crate::app::trouble::{data_text, place};
use crate::beside::fold::Fold;
use crate::beside::{files, link, page};
use crate::geodata::Problem;
use crate::geodata::own::{OwnLayer, Thing, nearest, read};
use crate::i18n::Msg;
use crate::sphere::LonLat;
use crate::web::build::{El, el, live, text};
use crate::web::object;
use crate::web::sign::sheets;
use js_sys::{Array, Object};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/find/own.js")]
extern "C" {
    fn publish(add: &JsValue);
    #[wasm_bindgen(js_name = onClick)]
    fn on_click(then: &JsValue);
}

/// The id of the section, and the name under which the map keeps what is drawn.
const ID: &str = "own";
/// The name under which it keeps the rings round what is chosen.
const MARKS: &str = "own-chosen";
/// The id of what is said of the chosen thing.
const SAID: &str = "own-said";
/// Open as soon as there is something in it.
const FOLD: Fold = Fold::new("own");
/// Kinds of files.
const KINDS: &str = ".geojson,.json,application/geo+json,application/json";
/// Things of a file that are listed; those beyond are on the map only.
const MOST_LISTED: usize = 500;

/// What became of the last file: its name, whether anything of it is shown, and what is wrong with it.
type Told = (String, bool, Vec<Problem>);

/// What a reader opened; copied freely.
#[derive(Clone, Copy)]
pub(super) struct Own {
    layers: RwSignal<Vec<OwnLayer>>,
    /// The numbers of the layer and the thing that was chosen.
    chosen: RwSignal<Option<(usize, usize)>>,
    told: RwSignal<Option<Told>>,
}

impl Own {
    pub(super) fn new() -> Self {
        Self { layers: RwSignal::new(Vec::new()), chosen: RwSignal::new(None), told: RwSignal::new(None) }
    }
}

/// Takes files that are dropped on the page, and what scripts hand in; hears clicks on the map.
pub(super) fn begin(cx: FindContext) {
    files::take_dropped("", opens(cx));
    let add = move |name: String, text: String| added(cx, &name, text.as_bytes());
    publish(&Closure::<dyn Fn(String, String) -> Object>::new(add).into_js_value());
    let click = move |lon: f64, lat: f64, aside_lon: f64, aside_lat: f64| {
        let (at, aside) = (LonLat::new(lon, lat).to_unit(), LonLat::new(aside_lon, aside_lat).to_unit());
        let found = cx.own.layers.with_untracked(|layers| nearest(layers, at, at.angle_to(aside)));
        if found.is_some() {
            FOLD.forget();
            cx.own.layers.notify();
        }
        if found != cx.own.chosen.get_untracked() {
            choose(cx, found);
        }
    };
    on_click(&Closure::<dyn Fn(f64, f64, f64, f64)>::new(click).into_js_value());
}

/// What is done with a file that is handed in.
fn opens(cx: FindContext) -> impl Fn(String, Vec<u8>) {
    move |name, bytes| {
        take(cx, &name, &bytes);
    }
}

/// Shows a file, in place of one of the same name, and flies there; says what is wrong with it. Answers how much is shown.
fn take(cx: FindContext, name: &str, bytes: &[u8]) -> usize {
    let (layer, problems) = read(name, bytes);
    let (count, points) = (layer.things.len(), layer.things.iter().flat_map(Thing::positions).collect::<Vec<_>>());
    FOLD.forget();
    cx.own.told.set((!problems.is_empty()).then(|| (name.to_owned(), count > 0, problems)));
    if count > 0 {
        cx.own.layers.update(|all| {
            all.retain(|l| l.file != name);
            all.push(layer);
        });
        draw(cx);
        fly(&points);
    }
    count
}

/// The same for scripts: the layer's name, how many things were added, and the problems.
fn added(cx: FindContext, name: &str, bytes: &[u8]) -> Object {
    let count = take(cx, name, bytes);
    let said =
        |p: &Problem| object::of_problem(p.level.as_str(), p.code.as_str(), &cx.words(|w| data_text(p, w)), &place(p));
    let problems: Array =
        untrack(|| cx.own.told.with(|told| told.iter().flat_map(|(.., all)| all).map(said).collect()));
    let answer = Object::new();
    object::set(&answer, "layer", &JsValue::from_str(name));
    // As many as fit into a file: fewer than 2³².
    object::set(&answer, "added", &JsValue::from_f64(f64::from(u32::try_from(count).unwrap_or(u32::MAX))));
    object::set(&answer, "problems", &problems);
    answer
}

/// Draws all layers, with nothing chosen.
fn draw(cx: FindContext) {
    cx.own.layers.with_untracked(|layers| {
        let things = || layers.iter().flat_map(|layer| &layer.things);
        let lines = things().flat_map(|thing| &thing.lines).map(|line| ("own", line.clone()));
        let places = things().filter(|t| !t.points.is_empty()).map(|thing| ("own-place", thing.points.clone()));
        link::draw(ID, &lines.chain(places).collect::<Vec<_>>());
    });
    mark(cx, None);
}

/// Chooses a thing, or none, and puts a ring round its points and the ends of its lines.
fn mark(cx: FindContext, which: Option<(usize, usize)>) {
    cx.own.chosen.set(which);
    let ends = |line: &Vec<LonLat>| line.first().into_iter().chain(line.last()).copied().collect::<Vec<_>>();
    let marks = cx.own.layers.with_untracked(|layers| {
        let thing = which.and_then(|(layer, thing)| layers.get(layer)?.things.get(thing));
        thing.map(|t| ("lit", t.points.iter().copied().chain(t.lines.iter().flat_map(ends)).collect()))
    });
    link::draw(MARKS, marks.as_slice());
}

/// The same, and shows what is said of it.
fn choose(cx: FindContext, which: Option<(usize, usize)>) {
    mark(cx, which);
    // What is said stands in the list then.
    request_animation_frame(|| page::reveal(SAID));
}

/// The section: how to open a file, what became of the last one, and what is there.
pub(super) fn section(cx: FindContext) -> AnyView {
    let fold = live(move || {
        let (count, is_told) = (cx.own.layers.with(Vec::len), cx.own.told.with(Option::is_some));
        let number = el("span").class("count").text(if count > 0 { count.to_string() } else { String::new() });
        FOLD.open(count > 0 || is_told).view(
            sheets(),
            cx.t(Msg::OwnTitle),
            Some(number.into()),
            Box::new(move || inside(cx)),
        )
    });
    el("section").class("layers own").attr("id", ID).attr("aria-label", cx.t(Msg::OwnTitle)).child(fold).into()
}

fn inside(cx: FindContext) -> AnyView {
    let open = move |_| files::choose_file(ID, KINDS, opens(cx));
    let open = el("button").attr("type", "button").class("plain").on_click(open).text(cx.t(Msg::OwnOpen));
    // The section is made anew with them.
    let layers =
        cx.own.layers.with_untracked(|layers| (0..layers.len()).map(|l| layer(cx, l, &layers[l])).collect::<Vec<_>>());
    el("div")
        .child(el("p").class("note").text(cx.t(Msg::OwnNote)))
        .child(el("div").class("presses").child(open))
        .children(told(cx).map(Into::into))
        .children(layers)
        .into()
}

/// What is wrong with the last file.
fn told(cx: FindContext) -> Option<El> {
    let (file, is_shown, problems) = cx.own.told.get_untracked()?;
    let said = cx.words(|w| w.with(if is_shown { Msg::OwnOdd } else { Msg::OwnRefused }, &[("file", &file)]));
    let lines = cx.words(|w| problems.iter().map(|p| el("li").text(data_text(p, w)).into()).collect::<Vec<AnyView>>());
    let list = el("ul").class("faults").children(lines);
    Some(el("div").attr("role", "alert").class("told").child(el("p").text(said)).child(list))
}

/// A file: its name, a button to take it away, and its things.
fn layer(cx: FindContext, number: usize, layer: &OwnLayer) -> AnyView {
    let with = |message| cx.words(|w| w.with(message, &[("file", &layer.file)]));
    let remove = move |_| {
        cx.own.told.set(None);
        cx.own.layers.update(|all| {
            all.remove(number);
        });
        draw(cx);
        request_animation_frame(|| page::focus_first(ID));
    };
    let remove = el("button").attr("type", "button").class("link").on_click(remove).text(with(Msg::OwnRemove));
    let things = layer.things.iter().take(MOST_LISTED).enumerate().map(|(t, thing)| line(cx, (number, t), thing));
    let beyond = layer.things.len().saturating_sub(MOST_LISTED);
    let beyond = (beyond > 0).then(|| el("li").text(["+ ", &beyond.to_string()].concat()).into());
    el("div")
        .child(el("h3").text(layer.file.clone()))
        .child(el("ul").class("entries").attr("aria-label", with(Msg::OwnList)).children(things).children(beyond))
        .child(remove)
        .into()
}

/// A thing: a button that chooses it, and while it is chosen what the file says of it.
fn line(cx: FindContext, which: (usize, usize), thing: &Thing) -> AnyView {
    let is_chosen = Memo::new(move |_| cx.own.chosen.get() == Some(which));
    let positions = thing.positions();
    let press = move || {
        let is_chosen = is_chosen.get_untracked();
        choose(cx, (!is_chosen).then_some(which));
        if !is_chosen {
            fly(&positions);
        }
    };
    let button = el("button")
        .attr("type", "button")
        .class("entry")
        .live_attr("aria-pressed", move || is_chosen.get().to_string())
        .on_click(move |_| press())
        .child(el("span").class("name").text(thing.name.clone()));
    let facts = thing.facts.clone();
    let said = live(move || {
        if !is_chosen.get() {
            return text("");
        }
        let rows = facts.iter().flat_map(|(key, value)| [el("dt").text(key.clone()), el("dd").text(value.clone())]);
        el("dl").attr("id", SAID).children(rows.map(Into::into)).into()
    });
    el("li").child(button).child(said).into()
}
