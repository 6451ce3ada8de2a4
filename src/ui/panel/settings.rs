//! Language and theme.

use crate::app::{Action, Theme};
use crate::i18n::{LOCALES, Msg};
use crate::ui::context::AppContext;
use leptos::prelude::*;

/// Two small menus.
#[component]
pub(crate) fn Settings() -> impl IntoView {
    let cx = expect_context::<AppContext>();
    let name = |theme: Theme| match theme {
        Theme::Auto => Msg::ThemeAuto,
        Theme::Light => Msg::ThemeLight,
        Theme::Dark => Msg::ThemeDark,
    };
    let choose_theme = move |e| {
        let code = event_target_value(&e);
        if let Some(theme) = Theme::ALL.into_iter().find(|t| t.code() == code) {
            cx.dispatch(Action::SetTheme(theme));
        }
    };
    let theme = move || cx.state.with(|s| s.theme);
    view! {
        <div class="settings">
            <label>
                <span>{cx.t(Msg::Language)}</span>
                <select on:change=move |e| cx.dispatch(Action::SetLang(Some(event_target_value(&e)))) prop:value=move || cx.lang()>
                    {LOCALES.iter().map(|l| view! { <option value=l.code lang=l.code selected=move || cx.lang() == l.code>{l.name}</option> }).collect_view()}
                </select>
            </label>
            <label>
                <span>{cx.t(Msg::Theme)}</span>
                <select on:change=choose_theme prop:value=move || theme().code()>
                    {Theme::ALL.into_iter().map(|t| view! { <option value=t.code() selected=move || theme() == t>{cx.t(name(t))}</option> }).collect_view()}
                </select>
            </label>
        </div>
    }
}
