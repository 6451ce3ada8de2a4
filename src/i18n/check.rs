//! A catalogue file held beside the English one.

use super::catalogue::{COUNT, variant};
use super::placeholder::{alike, names};
use super::texts::Texts;
use super::{CatalogueProblem, Category};
use crate::json::{Map, Value};

/// Keys of these kinds need not be English: other rooms name their problems by code and keep the English beside the
/// code, with `{0}`, `{1}` for what fills it; seas have names in the data.
const OPEN_PREFIXES: [&str; 2] = ["problem-", SEA];

/// The site's catalogues have the names of seas in their own language, as far as there are any: none is missing.
const SEA: &str = "sea-";

/// Keys that are unknown or missing, and texts with other placeholders, in that file's order, the missing ones last.
pub(super) fn problems(code: &str, entries: &Map, english: &Texts) -> Vec<CatalogueProblem> {
    let stems = stems(english);
    let mut found: Vec<CatalogueProblem> =
        entries.iter().filter_map(|(key, value)| problem(key, value, english, &stems)).collect();
    let missing = required(code, english, &stems).into_iter().filter(|key| entries.get(key).is_none());
    found.extend(missing.map(|key| CatalogueProblem::MissingKey { key }));
    found
}

/// The category that a key names of the counting message of that stem.
pub(super) fn category_of(key: &str, stem: &str) -> Option<Category> {
    let name = key.strip_prefix(stem)?.strip_prefix('-')?;
    Category::ALL.iter().copied().find(|c| c.name() == name)
}

/// The counting messages: what has English texts for both one and others.
fn stems(english: &Texts) -> Vec<&str> {
    let has = |stem: &str, category| english.get(&variant(stem, category)).is_some();
    let stem = |(key, _)| str::strip_suffix(key, "-other").filter(|stem| has(stem, Category::One));
    english.iter().filter_map(stem).collect()
}

/// The stem that a key is a form of.
fn stem_of<'a>(key: &str, stems: &[&'a str]) -> Option<&'a str> {
    stems.iter().copied().find(|stem| category_of(key, stem).is_some())
}

fn problem(key: &str, value: &Value, english: &Texts, stems: &[&str]) -> Option<CatalogueProblem> {
    let stem = stem_of(key, stems);
    let english = match stem {
        Some(stem) => english.get(&variant(stem, Category::Other)),
        None => english.get(key),
    };
    let Some(english) = english else {
        let is_open = OPEN_PREFIXES.iter().any(|open| key.starts_with(open));
        return (!is_open).then(|| CatalogueProblem::UnknownKey { key: key.to_owned() });
    };
    let Value::String(text) = value else { return None };
    let is_wrong = !text.trim().is_empty() && !alike(english, text, stem.and(COUNT));
    is_wrong.then(|| CatalogueProblem::Placeholders {
        key: key.to_owned(),
        expected: names(english).join(" "),
        found: names(text).join(" "),
    })
}

/// The keys that a language's catalogue has to give.
fn required(code: &str, english: &Texts, stems: &[&str]) -> Vec<String> {
    let categories = super::find(code).map_or(&[Category::Other][..], |l| l.plurals);
    let is_single = |key: &&str| stem_of(key, stems).is_none() && !key.starts_with(SEA);
    let single = english.iter().map(|(key, _)| key).filter(is_single).map(str::to_owned);
    let counting = stems.iter().flat_map(|stem| categories.iter().map(|c| variant(stem, *c)));
    single.chain(counting).collect()
}

#[cfg(test)]
mod tests {
    use crate::i18n::Catalogue;

    const ENGLISH: &[u8] = br#"{"ends": "{from} - {to}", "close": "Close", "sea-kara-sea": "Kara Sea",
        "tons-one": "{count} ton of {what}", "tons-other": "{count} tons of {what}", "second-other": "other"}"#;

    fn found(code: &str, json: &str) -> Vec<String> {
        Catalogue::check(code, json.as_bytes(), ENGLISH).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_english_has_is_wanted() {
        let all = r#"{"close": "x", "ends": "{to}{from}", "second-other": "x", "tons-other": "{count} {what}""#;
        assert!(found("ja", &[all, "}"].concat()).is_empty());
        assert_eq!(found("fi", &[all, "}"].concat()), ["`tons-one` is missing"]);
        // The form for one may say it in words, and no form may leave out the rest.
        assert!(
            found("fi", &[all, r#", "tons-one": "a ton of {what}", "sea-x": "x", "problem-x": "{y}"}"#].concat())
                .is_empty()
        );
        let wrong = found("fi", &[all, r#", "tons-one": "{count}", "tons-none": "x", "second-one": "x"}"#].concat());
        let expected = [
            "`tons-one` has the placeholders `count`, English has `count what`",
            "`tons-none` is not a message of the application",
            "`second-one` is not a message of the application",
        ];
        assert_eq!(wrong, expected);
    }

    #[test]
    fn what_is_no_text_is_not_missing_too() {
        let wrong = found("ja", r#"{"close": 7, "ends": "", "second-other": null, "odd": 7, "tons-other": "{many}"}"#);
        let placeholders = "`tons-other` has the placeholders `many`, English has `count what`";
        assert_eq!(wrong, ["`odd` is not a message of the application", placeholders]);
    }

    #[test]
    fn without_two_objects_nothing_is_compared() {
        assert!(found("ja", "[]").is_empty());
        assert!(Catalogue::check("ja", b"{}", b"<html>").is_empty());
    }
}
