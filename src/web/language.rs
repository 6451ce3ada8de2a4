//! The page's language: the state's or the browser's, fetched once.

use super::Voice;
use super::fetch::{Copy, files};
use crate::i18n::{Catalogue, CatalogueProblem, LOCALES, Locale, choose, find};
use leptos::prelude::*;

/// A catalogue file that came.
pub(crate) struct Heard {
    /// What is wrong with it in itself.
    pub(crate) problems: Vec<CatalogueProblem>,
    /// The file, for who holds it beside English.
    pub(crate) bytes: Vec<u8>,
}

/// What came of fetching a language: its catalogue file, or nothing at all where it is missing.
pub(crate) type Spoken = Result<Heard, ()>;

/// The language of a tag, or the first of the browser's that the page speaks.
pub(crate) fn wanted(tag: Option<&str>) -> &'static Locale {
    tag.and_then(find).unwrap_or_else(|| {
        let wanted: Vec<String> = window().navigator().languages().iter().filter_map(|l| l.as_string()).collect();
        choose(&wanted.iter().map(String::as_str).collect::<Vec<_>>())
    })
}

/// Switches to a language: at once for the one that is built in, else when its file is here; then says what came of it.
pub(crate) fn speak(voice: Voice, locale: &'static Locale, copy: Copy, then: impl FnOnce(Spoken) + 'static) {
    if voice.0.with_untracked(|c| c.code() == locale.code) {
        return;
    }
    if locale.code == LOCALES[0].code {
        voice.0.set(Catalogue::english());
        return;
    }
    files(&[["locales/", locale.code, ".json"].concat()], copy, move |mut files| match files.pop() {
        Some(Ok(bytes)) => {
            let (catalogue, problems) = Catalogue::read(locale.code, &bytes);
            then(Ok(Heard { problems, bytes }));
            voice.0.set(catalogue);
        }
        _ => then(Err(())),
    });
}
