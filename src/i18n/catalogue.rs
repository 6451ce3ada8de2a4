//! One language's messages.

use super::check;
use super::message::{ENTRIES, NAMES_OF_DATA};
use super::placeholder::{alike, fill};
use super::pseudo::pseudo;
use super::texts::Texts;
use super::{CatalogueProblem, Category, Format, LOCALES, Msg, Plural};
use crate::json::{self, Map, Value};

/// What a form of a counting message may leave out: that for one thing may say "one" in words.
pub(super) const COUNT: Option<&str> = Some("count");

/// The messages of one language; what the language lacks is English.
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
    /// The language that is built in: each message brings its own English.
    #[must_use]
    pub fn english() -> Self {
        Self { code: LOCALES[0].code.to_owned(), texts: Texts::default() }
    }

    /// Reads a catalogue file as the browser does, which does not know all of the English: whatever is no text is
    /// reported and stays English. What else is wrong, [`Catalogue::check`] finds.
    #[must_use]
    pub fn read(code: &str, bytes: &[u8]) -> (Self, Vec<CatalogueProblem>) {
        let (mut texts, mut problems) = (Texts::default(), Vec::new());
        match object(bytes) {
            Err(reason) => problems.push(CatalogueProblem::NotAnObject { reason }),
            Ok(entries) => {
                for (key, value) in entries {
                    match value {
                        Value::String(text) if !text.trim().is_empty() => texts.insert(key, text),
                        _ => problems.push(CatalogueProblem::NotText { key }),
                    }
                }
            }
        }
        (Self { code: code.to_owned(), texts }, problems)
    }

    /// What is wrong with a catalogue file beside the English one: keys that are unknown or missing, and other
    /// placeholders. Nothing where either is no JSON object, which [`Catalogue::read`] reports.
    #[must_use]
    pub fn check(code: &str, bytes: &[u8], english: &[u8]) -> Vec<CatalogueProblem> {
        match (object(bytes), object(english)) {
            (Ok(entries), Ok(english)) => check::problems(code, &entries, &Texts::from_entries(english)),
            _ => Vec::new(),
        }
    }

    /// Reads a catalogue file and checks it against the English of the whole project. Whatever is wrong with it is
    /// reported and stays English. Not for the browser, which would have to carry all English words.
    #[must_use]
    pub fn parse(code: &str, bytes: &[u8]) -> (Self, Vec<CatalogueProblem>) {
        let (mut catalogue, mut problems) = Self::read(code, bytes);
        let found = object(bytes).map(|entries| check::problems(code, &entries, &all_english())).unwrap_or_default();
        catalogue.texts.retain(|key| !found.iter().any(|p| p.key() == Some(key)));
        problems.extend(found);
        (catalogue, problems)
    }

    /// A made-up language for tests of layout: English, accented and two fifths longer.
    #[must_use]
    pub fn pseudo() -> Self {
        let mut texts = Texts::default();
        ENTRIES.iter().for_each(|(key, text)| texts.insert((*key).to_owned(), pseudo(text)));
        Self { code: "en-XA".to_owned(), texts }
    }

    /// The language's tag.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// A message without placeholders. English also where the language has other placeholders.
    #[must_use]
    pub fn text(&self, message: Msg) -> &str {
        let english = message.english();
        self.texts.get(message.key()).filter(|text| alike(english, text, None)).unwrap_or(english)
    }

    /// A message with values for its placeholders.
    #[must_use]
    pub fn format(&self, message: Msg, values: &[(&str, &str)]) -> String {
        fill(self.text(message), values)
    }

    /// A message that counts: `{count}` is filled, the form is the one that `format` names.
    #[must_use]
    pub fn count(&self, message: Plural, count: u64, format: &dyn Format) -> String {
        let category = format.plural(count);
        let own = |category| self.form(message, category);
        // A counting message is one whole, whatever its forms: they are all of one language.
        let text = match own(Category::Other) {
            Some(other) => own(category).unwrap_or(other),
            None if category == Category::One => message.one(),
            None => message.other(),
        };
        #[expect(clippy::cast_precision_loss, reason = "no page counts to 2⁵³")]
        let number = format.number(count as f64, 0);
        fill(text, &[("count", &number)])
    }

    /// A message by its key, for keys that are data: the language's own text, else English for the names of layers.
    /// Other English is not to be had by key: say [`Msg`] where the message is known.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Option<&str> {
        let english = || NAMES_OF_DATA.iter().find(|m| m.key() == key).map(|m| m.english());
        self.texts.get(key).or_else(english)
    }

    /// [`Catalogue::by_key`] with values for the placeholders.
    #[must_use]
    pub fn format_key(&self, key: &str, values: &[(&str, &str)]) -> Option<String> {
        self.by_key(key).map(|text| fill(text, values))
    }

    /// Every key with its text, in order of the keys, with English for what the language lacks. Not for the browser,
    /// which would have to carry all English words.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_counted = |key: &str| {
            let of = |p: &&Plural| check::category_of(key, p.key()).is_some();
            Plural::ALL.iter().find(of).is_some_and(|p| self.form(*p, Category::Other).is_some())
        };
        let lacking = |key: &str| self.texts.get(key).is_none() && !is_counted(key);
        let english = ENTRIES.iter().copied().filter(|(key, _)| lacking(key));
        let mut all: Vec<(&str, &str)> = self.texts.iter().chain(english).collect();
        all.sort_unstable();
        all.into_iter()
    }

    /// The language's own form of a counting message.
    fn form(&self, message: Plural, category: Category) -> Option<&str> {
        self.texts.get(&variant(message.key(), category)).filter(|text| alike(message.other(), text, COUNT))
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

/// The key of one form of a counting message.
pub(super) fn variant(key: &str, category: Category) -> String {
    [key, "-", category.name()].concat()
}

fn all_english() -> Texts {
    let mut texts = Texts::default();
    ENTRIES.iter().for_each(|(key, text)| texts.insert((*key).to_owned(), (*text).to_owned()));
    texts
}
