//! The languages of the page and the choice among them.

use super::Category;

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A language that the page speaks.
#[derive(Debug, PartialEq, Eq)]
pub struct Locale {
    /// BCP 47 tag: the value of `lang` and the name of the catalogue's file.
    pub code: &'static str,
    /// The language's name in itself.
    pub name: &'static str,
    /// Writing direction.
    pub direction: Direction,
    /// The plural categories that the language's catalogue has to give, by CLDR's rules.
    pub plurals: &'static [Category],
}

const fn locale(code: &'static str, name: &'static str, plurals: &'static [Category]) -> Locale {
    Locale { code, name, direction: Direction::Ltr, plurals }
}

/// Every language of the page, one line each; the first is built in and the fallback of all others.
pub const LOCALES: &[Locale] =
    &[locale("en", "English", &[Category::One, Category::Other]), locale("ja", "日本語", &[Category::Other])];

/// The locale that serves a BCP 47 tag: the same tag, or the nearest one with less said
/// (`ja-JP` is served by `ja`, `zh-Hant-TW` by `zh-Hant` before `zh`).
#[must_use]
pub fn find(tag: &str) -> Option<&'static Locale> {
    let mut rest = tag.trim();
    loop {
        if let Some(found) = LOCALES.iter().find(|l| same_tag(l.code, rest)) {
            return Some(found);
        }
        rest = &rest[..rest.rfind(['-', '_'])?];
    }
}

/// The first of a reader's languages that the page speaks, else English.
#[must_use]
pub fn choose(wanted: &[&str]) -> &'static Locale {
    wanted.iter().find_map(|tag| find(tag)).unwrap_or(&LOCALES[0])
}

fn same_tag(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).all(|(x, y)| x.eq_ignore_ascii_case(&y) || (x == b'-' && y == b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_dropped_before_the_next_language_is_tried() {
        assert_eq!(choose(&["ja-JP", "en"]).code, "ja");
        assert_eq!(choose(&["xx", "JA_jp"]).code, "ja");
        assert_eq!(choose(&["en-GB-oxendict", "ja"]).code, "en");
        assert_eq!(choose(&[]).code, "en");
        assert_eq!(choose(&["", "-", "é-ü", "jaa"]).code, "en");
    }

    #[test]
    fn codes_are_unique() {
        for (i, l) in LOCALES.iter().enumerate() {
            assert_eq!(find(l.code), Some(l));
            assert!(LOCALES[..i].iter().all(|other| other.code != l.code));
            assert!(l.plurals.contains(&Category::Other));
            assert!(!l.direction.code().is_empty());
        }
    }
}
