//! `{placeholders}` inside a message.

/// A piece of a message: words as they stand, or the name inside braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words as they stand.
    Words(&'a str),
    /// The name of a placeholder.
    Name(&'a str),
}

/// Cuts a text into its pieces. A brace that holds no name is words.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let (mut words_from, mut look_from) = (0, 0);
    while let Some(open) = text[look_from..].find('{').map(|i| look_from + i) {
        look_from = open + 1;
        let Some(close) = text[look_from..].find('}').map(|i| look_from + i) else { break };
        let name = &text[look_from..close];
        if is_name(name) {
            if words_from < open {
                out.push(Piece::Words(&text[words_from..open]));
            }
            out.push(Piece::Name(name));
            words_from = close + 1;
            look_from = words_from;
        }
    }
    if words_from < text.len() {
        out.push(Piece::Words(&text[words_from..]));
    }
    out
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The names in a text, sorted, each once.
pub(super) fn names(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for piece in pieces(text) {
        if let Piece::Name(name) = piece
            && let Err(place) = names.binary_search(&name)
        {
            names.insert(place, name);
        }
    }
    names
}

/// Whether a text has the placeholders that English has; that of the name `may_lack` may be left out.
pub(super) fn alike(english: &str, text: &str, may_lack: Option<&str>) -> bool {
    let (expected, found) = (names(english), names(text));
    expected.iter().filter(|name| may_lack != Some(**name) || found.contains(name)).eq(&found)
}

/// Puts values where their names stand; a name without a value stays as it is.
pub(super) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => out.push_str(words),
            Piece::Name(name) => match values.iter().find(|(n, _)| *n == name) {
                Some((_, value)) => out.push_str(value),
                None => out.extend(["{", name, "}"]),
            },
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_alike_with_the_same_names_in_any_order() {
        assert!(alike("{a} {b}", "{b}, {a} {b}", None) && alike("words", "Wörter {", None));
        assert!(!alike("{a} {b}", "{a}", None) && !alike("{a}", "{a} {b}", None) && !alike("", "{a}", Some("a")));
        assert!(alike("{a} {b}", "{a}", Some("b")) && !alike("{a} {b}", "{b}", Some("b")));
    }

    #[test]
    fn names_are_filled_and_odd_braces_stay() {
        assert_eq!(fill("{a} and {b}{a}", &[("a", "1"), ("b", "{a}")]), "1 and {a}1");
        for odd in ["{", "}", "{}", "{ a }", "a{b", "{A}", "{{", "日本{語}", ""] {
            assert_eq!(fill(odd, &[("a", "1")]), odd);
            assert!(names(odd).is_empty());
        }
        assert_eq!(fill("{x {a}", &[("a", "1")]), "{x 1");
        assert_eq!(fill("{unknown}", &[]), "{unknown}");
        assert_eq!(names("{b} {a} {b}"), ["a", "b"]);
    }
}
