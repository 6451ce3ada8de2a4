//! Locales, messages, numbers and units as people write them; knows no map.
//!
//! A language is one catalogue `www/locales/<code>.json`, a flat object of key → text with
//! `{placeholders}`, and one line of [`LOCALES`]. English is built in; every other catalogue is
//! fetched when somebody asks for it and falls back to English key by key; `glossary/` holds the terms
//! that each language uses for the trade, with their sources. `build.rs` makes of the English catalogue
//! the constants of [`Msg`] and [`Plural`], so a mistyped key does not compile, and an application has the
//! English only of what it names.
//!
//! Numbers, dates, plurals and country names come through [`Format`]: the browser answers it with
//! its `Intl`, native code with [`PlainFormat`]. [`Words`] joins a catalogue and a format.

mod catalogue;
mod check;
mod format;
mod locale;
mod message;
mod placeholder;
mod plain;
mod problem;
mod pseudo;
mod texts;
mod words;

pub use catalogue::Catalogue;
pub use format::{Category, Format};
pub use locale::{Direction, LOCALES, Locale, choose, find};
pub use message::{Msg, Plural};
pub use plain::PlainFormat;
pub use problem::CatalogueProblem;
pub use words::Words;
