//! What scripts ask of who sets them: which cannot be set letter by letter, and which run from right to left.

/// Whether a text must not be taken apart: its letters join or reorder, or it runs from right to left.
pub(super) fn stays_whole(text: &str) -> bool {
    text.chars().any(joins)
}

/// The text with its direction kept to itself, so that what stands beside it does not reorder it, nor it
/// what stands beside it (Unicode Standard Annex 9, first strong isolate). Others stay as they are.
pub(super) fn isolated(text: &str) -> String {
    if text.chars().any(runs_left) { ["\u{2068}", text, "\u{2069}"].concat() } else { text.to_owned() }
}

/// Scripts from right to left: Hebrew, Arabic, Syriac, Thaana, N’Ko and others of the Near East and Africa.
fn runs_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Those, and the scripts of South and Southeast Asia and Mongolia, whose letters stack, join or reorder.
fn joins(c: char) -> bool {
    runs_left(c)
        || matches!(c,
            '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{1900}'..='\u{1cff}'
            | '\u{a800}'..='\u{a8ff}' | '\u{a980}'..='\u{abff}' | '\u{11000}'..='\u{11fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_that_join_stay_whole_and_those_that_run_left_are_isolated() {
        for text in ["بحر بارنتس", "ים ברנץ", "बैरेंट सागर", "ทะเลแบเร็นตส์"]
        {
            assert!(stays_whole(text), "{text}");
        }
        for text in ["Barents Sea", "バレンツ海", "Баренцево море", "Θάλασσα του Μπάρεντς", "바렌츠해"]
        {
            assert!(!stays_whole(text) && isolated(text) == text, "{text}");
        }
        assert_eq!(isolated("ים"), "\u{2068}ים\u{2069}");
        assert_eq!(isolated("सागर"), "सागर");
    }
}
