//! The builder: what another page shows of the map, with a preview, and the code to paste.

use super::StageContext;
use super::page::{button, copy, dialog, field, frame, on_open, shell, site};
use crate::app::outside::{Embed, Form, PICTURE};
use crate::app::url::from_pairs;
use crate::app::{AppState, Theme, UiMode, VIEWS, ViewKind};
use crate::beside::link;
use crate::i18n::{LOCALES, Msg};
use crate::scene::{LAYERS, Layer};
use crate::web::build::{El, el, live, live_text, text};
use crate::web::dom;
use leptos::prelude::*;

const ID: &str = "build";
const CODE: &str = "build-code";
const FRAME: &str = "build-frame";

/// The dialog, closed: what is chosen in it begins with what the map shows when it is opened.
pub(super) fn dialog_of(cx: StageContext) -> AnyView {
    let is_open = RwSignal::new(false);
    let listen = move || {
        on_open(ID, move |now| {
            if is_open.get_untracked() != now {
                is_open.set(now);
            }
        });
    };
    request_animation_frame(listen);
    let empty = move || dialog(cx, ID, Msg::BuildTitle, Vec::new()).into();
    shell(ID, live(move || if is_open.get() { inside(cx) } else { empty() }))
}

fn inside(cx: StageContext) -> AnyView {
    // The stories are on their way when the dialog opens first.
    cx.listed.track();
    if site().is_empty() {
        return dialog(cx, ID, Msg::BuildTitle, vec![el("p").text(cx.t(Msg::BuildAlone)).into()]).into();
    }
    let state = AppState { ui: UiMode::Embed, ..link::state() };
    let embed = Embed { form: Form::Iframe, site: site(), state, width: 800, height: 480, title: cx.t(Msg::AppTitle) };
    let embed = RwSignal::new(embed);
    let said: RwSignal<Option<bool>> = RwSignal::new(None);
    let area = el("textarea").attr("id", CODE).attr("readonly", "").attr("rows", "6").attr("spellcheck", "false");
    let press = button(cx.t(Msg::SaveCopy), "plain first", move || copy(CODE, move |done| said.set(Some(done))));
    let status = live_text(move || match said.get() {
        Some(true) => cx.t(Msg::SaveCopied),
        Some(false) => cx.t(Msg::SaveBlocked),
        None => String::new(),
    });
    let note = live_text(move || {
        let is_picture = embed.with(|e| e.form == Form::Picture);
        if is_picture { cx.words(|w| w.with(Msg::BuildSave, &[("file", PICTURE)])) } else { String::new() }
    });
    let preview = el("iframe").attr("id", FRAME).attr("title", cx.t(Msg::BuildPreview));
    let right = el("div")
        .class("right")
        .child(el("h3").text(cx.t(Msg::BuildPreview)))
        .child(el("div").class("window").child(preview))
        .child(field(cx.t(Msg::BuildCode), area))
        .child(el("p").class("note").child(note))
        .child(press)
        .child(el("p").class("note").attr("role", "status").child(status));
    // Code and preview are set when their places are there.
    let written = live(move || {
        let (code, address) = embed.with(|e| (e.code(), e.address()));
        request_animation_frame(move || {
            dom::set_value(CODE, &code);
            frame(FRAME, &address);
        });
        text("")
    });
    let whole = el("div").class("builder").child(form(cx, embed)).child(right).child(written);
    dialog(cx, ID, Msg::BuildTitle, vec![whole.into()]).into()
}

type Options = Vec<(String, String)>;

/// A menu of values and names.
fn menu(
    cx: StageContext,
    name: Msg,
    chosen: &str,
    options: Options,
    take: impl Fn(String) + Send + 'static,
) -> AnyView {
    let option = |(value, name): (String, String)| {
        let option = el("option").attr("value", value.clone()).text(name);
        if value == chosen { option.attr("selected", "") } else { option }.into()
    };
    let options: Vec<AnyView> = options.into_iter().map(option).collect();
    field(cx.t(name), el("select").children(options).on_change(take)).into()
}

fn form(cx: StageContext, embed: RwSignal<Embed>) -> El {
    let now = embed.get_untracked();
    let change = move |f: &dyn Fn(&mut Embed)| embed.update(|e| f(e));
    let set = move |key: &'static str, value: String| {
        change(&|e| e.state = from_pairs(&e.state, [(key, value.as_str())]).0);
    };
    let named = |message: Msg| cx.t(message);
    let pair = |value: &str, name: String| (value.to_owned(), name);
    let forms = [Msg::BuildIframe, Msg::BuildElement, Msg::BuildPicture];
    let forms = Form::NAMES.iter().zip(forms).map(|((name, _), message)| pair(name, named(message))).collect();
    let pick_form = move |value: String| {
        let form = Form::NAMES.into_iter().find(|(name, _)| *name == value).map_or(Form::Iframe, |(_, form)| form);
        change(&|e| e.form = form);
    };
    let views = [Msg::ViewGlobe, Msg::ViewPolar, Msg::ViewMercator, Msg::ViewWorld];
    let views = [ViewKind::Globe, ViewKind::Polar, ViewKind::Mercator, ViewKind::World].into_iter().zip(views);
    let views: Options = views.filter(|(v, _)| VIEWS.contains(v)).map(|(v, m)| pair(v.code(), named(m))).collect();
    let mut stories: Options = vec![pair("", named(Msg::BuildNoStory))];
    stories.extend(cx.stories.with_untracked(|all| {
        let of_site = all.iter().filter(|t| !t.story.languages.is_empty());
        of_site.map(|t| (t.story.id.clone(), t.text.title.clone())).collect::<Vec<_>>()
    }));
    let mut languages: Options = vec![pair("", named(Msg::BuildBrowser))];
    languages.extend(LOCALES.iter().map(|l| pair(l.code, l.name.to_owned())));
    let themes = [(Theme::Auto, Msg::ThemeAuto), (Theme::Light, Msg::ThemeLight), (Theme::Dark, Msg::ThemeDark)];
    let themes = themes.into_iter().map(|(t, m)| pair(t.code(), named(m))).collect();
    let around = [("embed", Msg::BuildEmbed), ("full", Msg::BuildFull), ("none", Msg::BuildNone)];
    let around = around.into_iter().map(|(v, m)| pair(v, named(m))).collect();
    let pick_story = move |value: String| {
        change(&|e| {
            // A story says itself what is shown.
            let all = [("story", value.as_str()), ("step", ""), ("sel", ""), ("at", ""), ("layers", "")];
            let pairs = if value.is_empty() { &all[..2] } else { &all[..] };
            e.state = from_pairs(&e.state, pairs.iter().copied()).0;
        });
    };
    let of = |key: &str| now.state.carried.get(key).to_owned();
    el("form")
        .child(menu(cx, Msg::BuildForm, "iframe", forms, pick_form))
        .child(menu(cx, Msg::BuildView, now.state.view.code(), views, move |v| set("view", v)))
        .child(menu(cx, Msg::BuildStory, &of("story"), stories, pick_story))
        .child(menu(cx, Msg::BuildLanguage, now.state.lang.as_deref().unwrap_or(""), languages, move |v| {
            set("lang", v);
        }))
        .child(menu(cx, Msg::Theme, now.state.theme.code(), themes, move |v| set("theme", v)))
        .child(menu(cx, Msg::BuildAround, now.state.ui.code(), around, move |v| set("ui", v)))
        .child(size(cx, Msg::BuildWidth, now.width, move |n| change(&|e| e.width = n)))
        .child(size(cx, Msg::BuildHeight, now.height, move |n| change(&|e| e.height = n)))
        .child(layers(cx, embed))
}

fn size(cx: StageContext, name: Msg, value: u32, take: impl Fn(u32) + Send + 'static) -> AnyView {
    let input =
        el("input").attr("type", "number").attr("min", "160").attr("max", "4000").attr("value", value.to_string());
    let take = move |v: String| {
        if let Ok(n) = v.parse::<u32>() {
            take(n.clamp(160, 4000));
        }
    };
    field(cx.t(name), input.on_change(take)).into()
}

/// A check for each layer that can be switched.
fn layers(cx: StageContext, embed: RwSignal<Embed>) -> El {
    let now = embed.with_untracked(|e| e.state.layers.clone());
    let check = |layer: &'static Layer| {
        let key = ["layer-", layer.id].concat();
        let name = cx.words(|w| w.catalogue.by_key(&key).unwrap_or(layer.id).to_owned());
        let input = el("input").attr("type", "checkbox");
        let input = if now.shows(layer.id, layer.default_on) { input.attr("checked", "") } else { input };
        let toggle = move |_| {
            embed.update(|e| {
                let on = !e.state.layers.shows(layer.id, layer.default_on);
                if on == layer.default_on { e.state.layers.reset(layer.id) } else { e.state.layers.set(layer.id, on) }
            });
        };
        el("label").class("check").child(input.on_click(toggle)).child(el("span").text(name)).into()
    };
    let all: Vec<AnyView> = LAYERS.iter().filter(|l| l.switchable).map(check).collect();
    el("details").child(el("summary").text(cx.t(Msg::BuildLayers))).child(el("div").class("checks").children(all))
}
