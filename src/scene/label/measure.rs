//! How wide a text is.

use crate::scene::style::FontId;

/// Knows the width of texts: the browser does exactly, [`RoughMeasure`] without one.
pub trait Measure {
    /// Width in pixels.
    fn width_px(&self, font: FontId, text: &str) -> f64;
}

/// Widths from the mean advance of letters in common sans and serif faces, a little on the safe
/// side; for pictures made without a browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct RoughMeasure;

impl Measure for RoughMeasure {
    fn width_px(&self, font: FontId, text: &str) -> f64 {
        text.chars().map(advance_em).sum::<f64>() * font.size_px()
    }
}

fn advance_em(c: char) -> f64 {
    match c {
        'i' | 'l' | 'j' | '.' | ',' | '\'' | 'I' | '|' => 0.3,
        ' ' | 'f' | 't' | 'r' | '-' => 0.36,
        'm' | 'w' | 'M' | 'W' => 0.86,
        'A'..='Z' => 0.68,
        // Kana, Han, Hangul and full-width forms fill the square.
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ffef}' => 1.0,
        // Marks of direction have no width.
        '\u{2066}'..='\u{2069}' => 0.0,
        _ => 0.57,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_is_square_and_wide_letters_are_wider() {
        let w = |t| RoughMeasure.width_px(FontId::Place, t);
        assert_eq!(w("北海道"), 36.0);
        assert!(w("illi") < w("momo") && w("") == 0.0);
    }
}
