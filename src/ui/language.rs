//! The page's language: chosen, fetched, and told to the document.

use super::context::{AppContext, Trouble};
use super::{dom, load};
use crate::i18n::{Catalogue, LOCALES, Locale, Msg, choose, find};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Follows the state's language, or the browser's where the state names none.
pub(super) fn follow(cx: AppContext) {
    let wanted = Memo::new(move |_| cx.state.with(|s| s.lang.clone()));
    Effect::new(move |_| {
        let locale = wanted.get().as_deref().and_then(find).unwrap_or_else(of_browser);
        speak(cx, locale);
    });
    Effect::new(move |_| {
        let code = cx.lang();
        let direction = find(&code).map_or("ltr", |l| l.direction.code());
        dom::set(dom::root().as_ref(), "lang", &code);
        dom::set(dom::root().as_ref(), "dir", direction);
        document().set_title(&cx.t(Msg::AppTitle)());
    });
}

/// The first of the browser's languages that the page speaks.
pub(super) fn of_browser() -> &'static Locale {
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
    spawn_local(async move {
        let file = ["locales/", locale.code, ".json"].concat();
        match load::bytes(&file).await {
            Ok(bytes) => {
                let (catalogue, problems) = Catalogue::parse(locale.code, &bytes);
                cx.troubles.update(|t| t.extend(problems.into_iter().map(|p| Trouble::Catalogue(locale.code, p))));
                cx.catalogue.set(catalogue);
            }
            Err(_) => cx.troubles.update(|t| t.push(Trouble::Language(locale.name))),
        }
    });
}
