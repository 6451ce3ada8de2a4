//! What SVG is written with: short numbers, and text that is never markup.

use crate::decimal;

/// A number with at most two decimals and none that say nothing.
#[must_use]
pub fn number(v: f64) -> String {
    short(v, 2)
}

/// A number with at most so many decimals and none that say nothing; what is not finite is 0.
pub(super) fn short(v: f64, decimals: u8) -> String {
    let text = decimal::write(if v.is_finite() { v } else { 0.0 }, decimals);
    match text.strip_prefix("0.") {
        Some(fraction) => [".", fraction].concat(),
        None if text.starts_with("-0.") => ["-", &text[2..]].concat(),
        None => text,
    }
}

/// Text as XML and HTML: never markup, and without the characters that XML 1.0 (section 2.2) forbids.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' && !matches!(c, '\t' | '\n' | '\r') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (v, s) in [
            (0.0, "0"),
            (-0.001, "0"),
            (0.5, ".5"),
            (-0.25, "-.25"),
            (10.0, "10"),
            (10.20, "10.2"),
            (100.05, "100.05"),
            (f64::NAN, "0"),
        ] {
            assert_eq!(number(v), s);
        }
    }

    #[test]
    fn text_is_text() {
        assert_eq!(escape("<b>&\"\u{0}\u{1b}\u{ffff}é北\t"), "&lt;b&gt;&amp;&quot;é北\t");
    }
}
