//! The words of the page's language, as signals give them.

use super::intl::IntlFormat;
use crate::i18n::{Catalogue, Msg, Words};
use leptos::prelude::*;

/// The catalogue of the page's language; copied freely.
#[derive(Clone, Copy)]
pub(crate) struct Voice(pub(crate) RwSignal<Catalogue>);

impl Voice {
    /// One that speaks English until another catalogue is here.
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(Catalogue::english()))
    }

    /// Words in the page's language; tracks it.
    pub(crate) fn words<R>(self, f: impl FnOnce(&Words<'_>) -> R) -> R {
        self.0.with(|catalogue| {
            let format = IntlFormat(catalogue.code().to_owned());
            f(&Words::new(catalogue, &format))
        })
    }

    /// A message; tracks the language.
    pub(crate) fn t(self, message: Msg) -> String {
        self.0.with(|c| c.text(message).to_owned())
    }

    /// The language by BCP 47; tracks it.
    pub(crate) fn lang(self) -> String {
        self.0.with(|c| c.code().to_owned())
    }
}
