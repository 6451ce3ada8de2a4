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

// The categories of a language besides `other`, as CLDR 48 and `Intl.PluralRules` give them.
const NONE: &[Category] = &[Category::Other];
const ONE: &[Category] = &[Category::One, Category::Other];
const ZERO: &[Category] = &[Category::Zero, Category::One, Category::Other];
const MANY: &[Category] = &[Category::One, Category::Many, Category::Other];
const FEW: &[Category] = &[Category::One, Category::Few, Category::Other];
const TWO_FEW: &[Category] = &[Category::One, Category::Two, Category::Few, Category::Other];
const FEW_MANY: &[Category] = &[Category::One, Category::Few, Category::Many, Category::Other];
const ALL_BUT_ZERO: &[Category] = &[Category::One, Category::Two, Category::Few, Category::Many, Category::Other];

/// Every language of the page, one line each; the first is built in and the fallback of all others. They stand in
/// the order of their own names, which is the order of the menu: Latin letters, Greek, Cyrillic, then the rest.
pub const LOCALES: &[Locale] = &[
    locale("en", "English", ONE),
    locale("cs", "čeština", FEW_MANY),
    locale("da", "dansk", ONE),
    locale("de", "Deutsch", ONE),
    locale("et", "eesti", ONE),
    locale("es", "español", MANY),
    locale("fr", "français", MANY),
    locale("ga", "Gaeilge", ALL_BUT_ZERO),
    locale("hr", "hrvatski", FEW),
    locale("is", "íslenska", ONE),
    locale("it", "italiano", MANY),
    locale("lv", "latviešu", ZERO),
    locale("lt", "lietuvių", FEW_MANY),
    locale("hu", "magyar", ONE),
    locale("mt", "Malti", ALL_BUT_ZERO),
    locale("nl", "Nederlands", ONE),
    locale("nb", "norsk bokmål", ONE),
    locale("pl", "polski", FEW_MANY),
    locale("pt", "português", MANY),
    locale("ro", "română", FEW),
    locale("sk", "slovenčina", FEW_MANY),
    locale("sl", "slovenščina", TWO_FEW),
    locale("fi", "suomi", ONE),
    locale("sv", "svenska", ONE),
    locale("el", "Ελληνικά", ONE),
    locale("bg", "български", ONE),
    locale("ja", "日本語", NONE),
];

/// Tags that a language of the page serves although they do not begin with its code: Norwegian without a written
/// form, and Nynorsk, whose readers read Bokmål rather than English.
const SERVED: &[(&str, &str)] = &[("no", "nb"), ("nn", "nb")];

/// The locale that serves a BCP 47 tag: the same tag, or the nearest one with less said
/// (`ja-JP` is served by `ja`, `zh-Hant-TW` by `zh-Hant` before `zh`); `nb` serves all Norwegian.
#[must_use]
pub fn find(tag: &str) -> Option<&'static Locale> {
    let mut rest = tag.trim();
    loop {
        let code = SERVED.iter().find(|(tag, _)| same_tag(tag, rest)).map_or(rest, |(_, code)| *code);
        if let Some(found) = LOCALES.iter().find(|l| same_tag(l.code, code)) {
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
    fn all_norwegian_is_served() {
        for tag in ["nb", "no", "nn", "nb-NO", "no-NO", "nn_NO", "NO-bokmal"] {
            assert_eq!(choose(&[tag, "de"]).code, "nb", "{tag}");
        }
        assert_eq!(choose(&["non", "nno", "de"]).code, "de");
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
