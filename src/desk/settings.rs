//! Language, theme, and the way to the list of keys.

use super::DeskContext;
use super::help;
use crate::app::{Action, Theme};
use crate::i18n::{LOCALES, Msg};
use crate::web::build::{El, el, live};
use leptos::prelude::*;

/// Two small menus and a button.
pub(super) fn settings(cx: DeskContext) -> AnyView {
    let theme = Memo::new(move |_| cx.state.with(|s| s.theme));
    live(move || {
        let lang = cx.lang();
        let languages = LOCALES.iter().map(|l| option(l.code, l.name, l.code == lang).attr("lang", l.code).into());
        let chosen = theme.get();
        let themes = Theme::ALL.into_iter().map(|t| option(t.code(), &cx.t(name(t)), t == chosen).into());
        let set_lang = move |code: String| cx.dispatch(Action::SetLang(Some(code)));
        let set_theme = move |code: String| {
            if let Some(theme) = Theme::ALL.into_iter().find(|t| t.code() == code) {
                cx.dispatch(Action::SetTheme(theme));
            }
        };
        let keys =
            el("button").attr("type", "button").class("link").on_click(|_| help::open()).text(cx.t(Msg::HelpOpen));
        el("div")
            .class("settings")
            .child(menu(cx.t(Msg::Language), languages).on_change(set_lang))
            .child(menu(cx.t(Msg::Theme), themes).on_change(set_theme))
            .child(keys)
            .into()
    })
}

fn name(theme: Theme) -> Msg {
    match theme {
        Theme::Auto => Msg::ThemeAuto,
        Theme::Light => Msg::ThemeLight,
        Theme::Dark => Msg::ThemeDark,
    }
}

fn option(value: &str, label: &str, selected: bool) -> El {
    let option = el("option").attr("value", value).text(label);
    if selected { option.attr("selected", "") } else { option }
}

/// A labelled menu; what is chosen in it bubbles up to the label.
fn menu(label: String, options: impl Iterator<Item = AnyView>) -> El {
    el("label").child(el("span").text(label)).child(el("select").children(options))
}
