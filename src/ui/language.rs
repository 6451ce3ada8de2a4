//! The page's language: chosen, and told to the document.

use super::context::{AppContext, Trouble};
use crate::app::AppState;
use crate::i18n::{Msg, find};
use crate::web::fetch::Copy;
use crate::web::{dom, language};
use leptos::prelude::*;

/// Follows the state's language, or the browser's where the state names none.
pub(super) fn follow(cx: AppContext, before: Option<&AppState>, now: &AppState) {
    if before.is_some_and(|b| b.lang == now.lang) {
        return;
    }
    let locale = language::wanted(now.lang.as_deref());
    language::speak(cx.voice, locale, Copy::Current, move |spoken| {
        cx.add_troubles(match spoken {
            Ok(heard) => heard.problems.into_iter().map(|p| Trouble::Catalogue(locale.code, p)).collect(),
            Err(()) => vec![Trouble::Language(locale.name)],
        });
    });
}

/// Tells the document; tracks the language.
pub(super) fn tell(cx: AppContext) {
    let code = cx.lang();
    let direction = find(&code).map_or("ltr", |l| l.direction.code());
    dom::set(dom::root().as_ref(), "lang", &code);
    dom::set(dom::root().as_ref(), "dir", direction);
    document().set_title(&cx.t(Msg::AppTitle));
}
