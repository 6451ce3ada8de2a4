//! One language's messages.

use super::placeholder::{fill, names};
use super::pseudo::pseudo;
use super::texts::Texts;
use super::{CatalogueProblem, Category, Format, LOCALES, Msg, Plural};
use crate::json::{self, Map, Value};
use std::sync::LazyLock;

const ENGLISH: &str = include_str!("../../www/locales/en.json");

static BUILT_IN: LazyLock<Texts> = LazyLock::new(|| Texts::from_json(ENGLISH));

/// Keys of these kinds need not be in [`Msg`]: other rooms name their problems by code and keep the
/// English beside the code, with `{0}`, `{1}` for what fills it; seas have names in the data, to which the site's
/// catalogues add those in their own language.
const OPEN_PREFIXES: [&str; 2] = ["problem-", "sea-"];

/// The messages of one language, complete: what the language lacks is English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    code: String,
    texts: Texts,
}

impl Default for Catalogue {
    fn default() -> Self {
        Self::english()
    }
}

impl Catalogue {
    /// The language that is built in.
    #[must_use]
    pub fn english() -> Self {
        Self { code: LOCALES[0].code.to_owned(), texts: BUILT_IN.clone() }
    }

    /// Reads a catalogue file. Whatever is wrong with it is reported and stays English.
    #[must_use]
    pub fn parse(code: &str, bytes: &[u8]) -> (Self, Vec<CatalogueProblem>) {
        let mut problems = Vec::new();
        let mut texts = Texts::default();
        match object(bytes) {
            Err(reason) => problems.push(CatalogueProblem::NotAnObject { reason }),
            Ok(entries) => {
                for (key, value) in entries {
                    match check(&key, value) {
                        Ok(text) => texts.insert(key, text),
                        Err(problem) => problems.push(problem),
                    }
                }
                let wanted = required(code);
                for key in wanted.iter().filter(|key| texts.get(key).is_none()) {
                    let told = problems.iter().any(|p| p.values().first().is_some_and(|(_, k)| k == key));
                    if !told {
                        problems.push(CatalogueProblem::MissingKey { key: key.clone() });
                    }
                }
            }
        }
        fill_with_english(&mut texts);
        (Self { code: code.to_owned(), texts }, problems)
    }

    /// A made-up language for tests of layout: English, accented and two fifths longer.
    #[must_use]
    pub fn pseudo() -> Self {
        let mut texts = Texts::default();
        BUILT_IN.iter().for_each(|(key, text)| texts.insert(key.to_owned(), pseudo(text)));
        Self { code: "en-XA".to_owned(), texts }
    }

    /// The language's tag.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// A message without placeholders.
    #[must_use]
    pub fn text(&self, message: Msg) -> &str {
        self.by_key(message.key()).unwrap_or_else(|| message.key())
    }

    /// A message with values for its placeholders.
    #[must_use]
    pub fn format(&self, message: Msg, values: &[(&str, &str)]) -> String {
        fill(self.text(message), values)
    }

    /// A message that counts: `{count}` is filled, the form is the one that `format` names.
    #[must_use]
    pub fn count(&self, message: Plural, count: u64, format: &dyn Format) -> String {
        let text = self
            .texts
            .get(&variant(message.key(), format.plural(count)))
            .or_else(|| self.texts.get(&variant(message.key(), Category::Other)))
            .unwrap_or(message.key());
        #[expect(clippy::cast_precision_loss, reason = "no page counts to 2⁵³")]
        let number = format.number(count as f64, 0);
        fill(text, &[("count", &number)])
    }

    /// A message by its key, for keys that are data: `problem-…`, `status-…`, `layer-…`.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Option<&str> {
        self.texts.get(key)
    }

    /// [`Catalogue::by_key`] with values for the placeholders.
    #[must_use]
    pub fn format_key(&self, key: &str, values: &[(&str, &str)]) -> Option<String> {
        self.by_key(key).map(|text| fill(text, values))
    }

    /// Every key with its text, in order of the keys.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter()
    }
}

/// The object in a file, or what is wrong with the file.
fn object(bytes: &[u8]) -> Result<Map, String> {
    let text = std::str::from_utf8(bytes).map_err(|e| e.to_string())?;
    match json::parse(text.strip_prefix('\u{feff}').unwrap_or(text)) {
        Ok(Value::Object(entries)) => Ok(entries),
        Ok(_) => Err("not an object".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

fn variant(key: &str, category: Category) -> String {
    [key, "-", category.name()].concat()
}

/// The counting message that a key is a form of.
fn plural_of(key: &str) -> Option<Plural> {
    let (stem, category) = key.rsplit_once('-')?;
    let plural = Plural::ALL.iter().find(|p| p.key() == stem)?;
    Category::ALL.iter().any(|c| c.name() == category).then_some(*plural)
}

/// The keys that a language's catalogue has to give.
fn required(code: &str) -> Vec<String> {
    let categories = super::find(code).map_or(&[Category::Other][..], |l| l.plurals);
    let single = BUILT_IN.iter().filter(|(key, _)| plural_of(key).is_none()).map(|(key, _)| key.to_owned());
    let counting = Plural::ALL.iter().flat_map(|p| categories.iter().map(|c| variant(p.key(), *c)));
    single.chain(counting).collect()
}

fn check(key: &str, value: Value) -> Result<String, CatalogueProblem> {
    let plural = plural_of(key);
    let english = match plural {
        Some(plural) => BUILT_IN.get(&variant(plural.key(), Category::Other)),
        None => BUILT_IN.get(key),
    };
    if english.is_none() && !OPEN_PREFIXES.iter().any(|open| key.starts_with(open)) {
        return Err(CatalogueProblem::UnknownKey { key: key.to_owned() });
    }
    let text = match value {
        Value::String(text) if !text.trim().is_empty() => text,
        _ => return Err(CatalogueProblem::NotText { key: key.to_owned() }),
    };
    if let Some(english) = english {
        // A form for one thing may say "one" in words.
        let counts = |name: &&str| plural.is_none() || *name != "count";
        let (expected, found) = (names(english), names(&text));
        let same = expected.iter().filter(|n| counts(n)).eq(found.iter().filter(|n| counts(n)));
        let known = found.iter().all(|n| expected.contains(n));
        if !(same && known) {
            let (expected, found) = (expected.join(" "), found.join(" "));
            return Err(CatalogueProblem::Placeholders { key: key.to_owned(), expected, found });
        }
    }
    Ok(text)
}

/// Gives English to what is missing; a counting message is one whole, whatever its forms.
fn fill_with_english(texts: &mut Texts) {
    let has: Vec<Plural> =
        Plural::ALL.iter().copied().filter(|p| texts.get(&variant(p.key(), Category::Other)).is_some()).collect();
    for (key, text) in BUILT_IN.iter() {
        if texts.get(key).is_none() && plural_of(key).is_none_or(|plural| !has.contains(&plural)) {
            texts.insert(key.to_owned(), text.to_owned());
        }
    }
}
