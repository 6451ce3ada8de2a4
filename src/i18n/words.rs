//! A catalogue and a format together: the voice in which a page speaks.

use super::{Catalogue, Format, Msg, Plural};

/// One language's messages with its numbers, dates and units.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The messages.
    pub catalogue: &'a Catalogue,
    /// The numbers, dates and names.
    pub format: &'a dyn Format,
}

impl<'a> Words<'a> {
    /// The voice of a catalogue with a format.
    #[must_use]
    pub const fn new(catalogue: &'a Catalogue, format: &'a dyn Format) -> Self {
        Self { catalogue, format }
    }

    /// A message without placeholders.
    #[must_use]
    pub fn text(&self, message: Msg) -> &'a str {
        self.catalogue.text(message)
    }

    /// A message with values for its placeholders.
    #[must_use]
    pub fn with(&self, message: Msg, values: &[(&str, &str)]) -> String {
        self.catalogue.format(message, values)
    }

    /// A name and what is said of it, with a colon between them as the language writes it: French sets it off by a space
    /// at which no line breaks, and Japanese has a wide one.
    #[must_use]
    pub fn named(&self, name: &str, said: &str) -> String {
        let colon = match self.catalogue.code() {
            "fr" => "\u{a0}: ",
            "ja" => "：",
            _ => ": ",
        };
        [name, colon, said].concat()
    }

    /// A message that counts.
    #[must_use]
    pub fn count(&self, message: Plural, count: u64) -> String {
        self.catalogue.count(message, count, self.format)
    }

    /// A number with at most so many decimals.
    #[must_use]
    pub fn number(&self, value: f64, max_decimals: u8) -> String {
        self.format.number(value, max_decimals)
    }

    /// Kilometres: whole ones from 10 km on, one decimal below.
    #[must_use]
    pub fn km(&self, km: f64) -> String {
        self.unit(Msg::UnitKm, km, if km.abs() < 10.0 { 1 } else { 0 })
    }

    /// Milliseconds with one decimal.
    #[must_use]
    pub fn ms(&self, ms: f64) -> String {
        self.unit(Msg::UnitMs, ms, 1)
    }

    /// Terabits a second.
    #[must_use]
    pub fn tbps(&self, tbps: f64) -> String {
        self.unit(Msg::UnitTbps, tbps, 1)
    }

    /// A share of one as a percentage: 0.05 is 5 %.
    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        self.unit(Msg::UnitPercent, share * 100.0, 1)
    }

    /// A number with the unit that a message writes about `{value}`.
    #[must_use]
    pub fn unit(&self, unit: Msg, value: f64, max_decimals: u8) -> String {
        self.with(unit, &[("value", &self.number(value, max_decimals))])
    }

    /// A date: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a quarter, `YYYY-Qn`; anything else unchanged.
    #[must_use]
    pub fn date(&self, iso: &str) -> String {
        match iso.split_once("-Q") {
            Some((year, quarter)) if year.len() == 4 && matches!(quarter, "1" | "2" | "3" | "4") => {
                self.with(Msg::DateQuarter, &[("year", &self.format.date(year)), ("quarter", quarter)])
            }
            _ => self.format.date(iso),
        }
    }

    /// A latitude: "66.6° N".
    #[must_use]
    pub fn latitude(&self, lat_deg: f64, max_decimals: u8) -> String {
        self.angle(if lat_deg < 0.0 { Msg::DegreesSouth } else { Msg::DegreesNorth }, lat_deg, max_decimals)
    }

    /// A longitude: "141.6° E".
    #[must_use]
    pub fn longitude(&self, lon_deg: f64, max_decimals: u8) -> String {
        self.angle(if lon_deg < 0.0 { Msg::DegreesWest } else { Msg::DegreesEast }, lon_deg, max_decimals)
    }

    /// A position: latitude, then longitude.
    #[must_use]
    pub fn position(&self, lon_deg: f64, lat_deg: f64, max_decimals: u8) -> String {
        let (lat, lon) = (self.latitude(lat_deg, max_decimals), self.longitude(lon_deg, max_decimals));
        self.with(Msg::Coordinates, &[("lat", &lat), ("lon", &lon)])
    }

    /// Things one after the other, in their order: "A, B, C".
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        let join = |all: String, next: &String| self.with(Msg::ListNext, &[("list", &all), ("next", next)]);
        let mut items = items.iter();
        let first = items.next().cloned().unwrap_or_default();
        items.fold(first, join)
    }

    /// The name of a country or territory.
    #[must_use]
    pub fn country(&self, code: &str) -> String {
        self.format.region(code)
    }

    fn angle(&self, message: Msg, deg: f64, max_decimals: u8) -> String {
        self.with(message, &[("deg", &self.number(deg.abs(), max_decimals))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::PlainFormat;

    #[test]
    fn colons_are_those_of_the_language() {
        let named = |code: &str| Words::new(&Catalogue::parse(code, b"{}").0, &PlainFormat).named("a.json", "404");
        assert_eq!(["en", "fr", "ja"].map(named), ["a.json: 404", "a.json\u{a0}: 404", "a.json：404"]);
    }
}
