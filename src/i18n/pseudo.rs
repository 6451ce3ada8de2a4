//! A made-up language for tests of layout: accented, two fifths longer, placeholders kept.

use super::placeholder::{Piece, pieces};

const PLAIN: &str = "AaCcEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz";
const ACCENTED: &str = "ÅåÇçÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž";

/// The text with accents, in brackets, padded to 1.4 times its length.
pub(super) fn pseudo(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    out.push('[');
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => out.extend(words.chars().map(accent)),
            Piece::Name(name) => out.extend(["{", name, "}"]),
        }
    }
    let length = text.chars().count();
    out.extend("~".chars().cycle().take((length * 2).div_ceil(5)));
    out.push(']');
    out
}

fn accent(c: char) -> char {
    PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == c).map_or(c, |(_, accented)| accented)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_stay_and_words_grow() {
        assert_eq!(pseudo("Zoom {level}"), "[Žööm {level}~~~~~]");
        assert_eq!(PLAIN.chars().count(), ACCENTED.chars().count());
    }
}
