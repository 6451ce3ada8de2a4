//! The page's language: chosen, fetched, and told to the document.

use super::context::{AppContext, Trouble};
use super::{dom, load};
use crate::app::AppState;
use crate::i18n::{Catalogue, LOCALES, Locale, Msg, choose, find};
use leptos::prelude::*;

/// Follows the state's language, or the browser's where the state names none.
pub(super) fn follow(cx: AppContext, before: Option<&AppState>, now: &AppState) {
    if before.is_none_or(|b| b.lang != now.lang) {
        speak(cx, now.lang.as_deref().and_then(find).unwrap_or_else(of_browser));
    }
}

/// Tells the document; tracks the language.
pub(super) fn tell(cx: AppContext) {
    let code = cx.lang();
    let direction = find(&code).map_or("ltr", |l| l.direction.code());
    dom::set(dom::root().as_ref(), "lang", &code);
    dom::set(dom::root().as_ref(), "dir", direction);
    document().set_title(&cx.t(Msg::AppTitle));
}

/// The first of the browser's languages that the page speaks.
fn of_browser() -> &'static Locale {
    let wanted: Vec<String> = window().navigator().languages().iter().filter_map(|l| l.as_string()).collect();
    choose(&wanted.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Switches to a language: at once for the one that is built in, else when its file is here.
fn speak(cx: AppContext, locale: &'static Locale) {
    if cx.catalogue.with_untracked(|c| c.code() == locale.code) {
        return;
    }
    if locale.code == LOCALES[0].code {
        cx.catalogue.set(Catalogue::english());
        return;
    }
    load::files(&[["locales/", locale.code, ".json"].concat()], move |mut files| match files.pop() {
        Some(Ok(bytes)) => {
            let (catalogue, problems) = Catalogue::parse(locale.code, &bytes);
            cx.add_troubles(problems.into_iter().map(|p| Trouble::Catalogue(locale.code, p)).collect());
            cx.catalogue.set(catalogue);
        }
        _ => cx.add_troubles(vec![Trouble::Language(locale.name)]),
    });
}
