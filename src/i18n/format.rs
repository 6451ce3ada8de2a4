//! What a language's numbers, dates and plurals look like, asked of whoever knows.

use super::plain;

/// A plural category of CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// `zero`.
    Zero,
    /// `one`.
    One,
    /// `two`.
    Two,
    /// `few`.
    Few,
    /// `many`.
    Many,
    /// `other`, which every language has.
    Other,
}

impl Category {
    /// All six.
    pub const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// The name as CLDR, `Intl.PluralRules` and a catalogue's keys write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The category of that name; `other` for a name that CLDR does not have.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|c| c.name() == name).unwrap_or(Self::Other)
    }
}

/// Numbers, dates and names as one language writes them.
pub trait Format {
    /// A number with at most `max_decimals` decimals and none that are idle zeros.
    fn number(&self, value: f64, max_decimals: u8) -> String;

    /// A date given as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else comes back unchanged.
    fn date(&self, iso: &str) -> String;

    /// The plural category of a count.
    fn plural(&self, count: u64) -> Category;

    /// An amount of money, rounded and named as in running text ("€1.1 billion").
    fn money(&self, amount: f64, currency: &str) -> String {
        plain::money(amount, currency)
    }

    /// The name of a country or territory by its ISO 3166-1 code of two letters.
    fn region(&self, code: &str) -> String {
        plain::region(code).to_owned()
    }
}
