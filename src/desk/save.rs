//! Save or print: pictures and sheets of the view, its citation and link, its data, in a dialog.
//!
//! The dialog is a form without a state of its own: `save.js` reads it, and asks `window.cableMap` for what it says.

use super::DeskContext;
use crate::i18n::Msg;
use crate::sheet::MAX_RASTER_PX;
use crate::web::build::{CROSS, El, el, icon, live, live_text};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/desk/save.js")]
extern "C" {
    /// Listens to the dialog and to the key that opens it.
    fn wake();
    fn open();
}

/// What the map is put on: the value as `exportSvg` takes it, and its name.
const PAGES: [(&str, Msg); 7] = [
    ("around", Msg::SavePageAround),
    ("none", Msg::SavePageNone),
    ("a4-landscape", Msg::SavePageA4Landscape),
    ("a4-portrait", Msg::SavePageA4Portrait),
    ("a3-landscape", Msg::SavePageA3Landscape),
    ("a3-portrait", Msg::SavePageA3Portrait),
    ("slide", Msg::SavePageSlide),
];
const COLOURS: [(&str, Msg); 3] =
    [("auto", Msg::SaveColoursScreen), ("light", Msg::ThemeLight), ("dark", Msg::ThemeDark)];
const FILES: [(&str, Msg); 2] = [("svg", Msg::SaveFileSvg), ("png", Msg::SaveFilePng)];
/// What can be copied: the field's name, and how it is called.
const COPIES: [(&str, Msg); 3] =
    [("link", Msg::SaveLink), ("text", Msg::SaveCiteText), ("bibtex", Msg::SaveCiteBibtex)];
/// What `save.js` says when something has been done: the name that it knows, and the words.
const SAID: [(&str, Msg); 4] = [
    ("data-working", Msg::SaveWorking),
    ("data-failed", Msg::SaveFailed),
    ("data-copied", Msg::SaveCopied),
    ("data-blocked", Msg::SaveBlocked),
];
/// The width of a PNG to begin with.
const WIDTH_PX: &str = "3840";

/// The dialog, closed.
pub(super) fn dialog(cx: DeskContext) -> AnyView {
    request_animation_frame(wake);
    el("dialog").attr("id", "save").attr("aria-labelledby", "save-title").child(live(move || body(cx))).into()
}

/// The button that opens it.
pub(super) fn button(cx: DeskContext) -> AnyView {
    el("button")
        .attr("type", "button")
        .class("link")
        .on_click(|_| open())
        .child(live_text(move || cx.t(Msg::SaveTitle)))
        .into()
}

fn body(cx: DeskContext) -> AnyView {
    let mut whole = el("div").class("save");
    for (name, message) in SAID {
        whole = whole.attr(name, cx.t(message));
    }
    let preview = el("img").attr("id", "save-preview").attr("alt", cx.t(Msg::SavePreview));
    whole
        .child(press(cx, "close").class("close").attr("aria-label", cx.t(Msg::Close)).child(icon(CROSS)))
        .child(el("h2").attr("id", "save-title").text(cx.t(Msg::SaveTitle)))
        .child(el("div").class("picture").child(form(cx)).child(el("div").class("preview").child(preview)))
        .child(el("p").class("note").attr("id", "save-said").attr("role", "status"))
        .child(cite(cx))
        .child(data(cx))
        .into()
}

/// A button that `save.js` knows by what it does.
fn press(cx: DeskContext, does: &'static str) -> El {
    let name = match does {
        "print" => Some(Msg::SavePrint),
        "geojson" => Some(Msg::SaveGeojson),
        "csv" => Some(Msg::SaveCsv),
        _ => None,
    };
    let button = el("button").attr("type", "button").attr("data-does", does);
    name.into_iter().fold(button, |button, name| button.class("plain").text(cx.t(name)))
}

fn form(cx: DeskContext) -> El {
    let width = el("input").attr("type", "number").attr("name", "width").attr("value", WIDTH_PX).attr("min", "64");
    let width = width.attr("max", crate::decimal::write(MAX_RASTER_PX, 0)).attr("inputmode", "numeric");
    let check = |name: &'static str, message: Msg| {
        let input = el("input").attr("type", "checkbox").attr("name", name).attr("checked", "");
        el("label").class("check").child(input).child(el("span").text(cx.t(message)))
    };
    let download = el("button").class("plain first").text(cx.t(Msg::SaveDownload));
    el("form")
        .child(menu(cx, "sheet", Msg::SavePage, &PAGES))
        .child(menu(cx, "theme", Msg::SaveColours, &COLOURS))
        .child(menu(cx, "file", Msg::SaveFile, &FILES))
        .child(field(cx, Msg::SaveWidth, width).class("width"))
        .child(check("title", Msg::SaveWithTitle))
        .child(check("legend", Msg::SaveWithLegend))
        .child(el("div").class("presses").child(download).child(press(cx, "print")))
}

fn field(cx: DeskContext, label: Msg, control: El) -> El {
    el("label").child(el("span").text(cx.t(label))).child(control)
}

fn menu(cx: DeskContext, name: &'static str, label: Msg, options: &[(&'static str, Msg)]) -> El {
    let option =
        |(value, message): &(&'static str, Msg)| el("option").attr("value", *value).text(cx.t(*message)).into();
    field(cx, label, el("select").attr("name", name).children(options.iter().map(option)))
}

/// The link and the citations, each with a button that copies it.
fn cite(cx: DeskContext) -> El {
    let copy = |(name, label): (&'static str, Msg)| {
        let area = el(if name == "link" { "input" } else { "textarea" });
        let area = area.attr("name", name).attr("readonly", "").attr("rows", if name == "bibtex" { "9" } else { "3" });
        let called = cx.words(|w| w.named(w.text(Msg::SaveCopy), w.text(label)));
        let button = el("button").attr("type", "button").attr("data-copies", name).class("plain");
        let button = button.attr("aria-label", called).text(cx.t(Msg::SaveCopy));
        el("div").class("copy").child(field(cx, label, area)).child(button).into()
    };
    el("section").child(el("h3").text(cx.t(Msg::SheetCite))).children(COPIES.map(copy))
}

fn data(cx: DeskContext) -> El {
    el("section")
        .child(el("h3").text(cx.t(Msg::SaveData)))
        .child(el("p").class("note").text(cx.t(Msg::SaveDataNote)))
        .child(el("div").class("presses").child(press(cx, "geojson")).child(press(cx, "csv")))
}
