//! Lines of text: where a paragraph may be broken, and how it fits a width.

/// What Japanese does not begin a line with (JIS X 4051, the common part): closing marks, long vowels, small kana.
const NOT_FIRST: &str =
    "、。，．・：；？！」』）］｝】〉》〕ー々ゝァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎ～–—%％)],.;:!?";
/// What does not end a line: opening marks.
const NOT_LAST: &str = "「『（［｛【〈《〔([“‘";
/// A link may be broken after these.
const IN_LINKS: &str = "/&?#,;=-";

/// The paragraph in lines of at most `width_px`, by the width that `measure` says a text has. At most
/// `max_lines`, at least one; the last of too many ends in "…". A word that is too long is broken where it
/// must be. Every line is at most as wide as asked for, but for a single letter that is wider.
#[must_use]
pub fn wrap(text: &str, width_px: f64, max_lines: usize, measure: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for piece in words(text).flat_map(|word| pieces(word, width_px, measure)) {
        let Some(line) = lines.last_mut() else { break };
        let longer = [line.as_str(), if piece.begins_word && !line.is_empty() { " " } else { "" }, piece.text].concat();
        if line.is_empty() || measure(&longer) <= width_px {
            *line = longer;
        } else {
            lines.push(piece.text.to_owned());
        }
    }
    if lines.len() > max_lines.max(1) {
        lines.truncate(max_lines.max(1));
        if let Some(last) = lines.last_mut() {
            end_short(last, width_px, measure);
        }
    }
    lines
}

/// What spaces part, but those that are there to hold together.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() && c != '\u{a0}').filter(|word| !word.is_empty())
}

/// Ends a line in "…", within the width.
fn end_short(line: &mut String, width_px: f64, measure: &dyn Fn(&str) -> f64) {
    while !line.is_empty() && measure(&[line.as_str(), "…"].concat()) > width_px {
        line.pop();
    }
    line.truncate(line.trim_end().len());
    line.push('…');
}

/// A piece of a word that is not broken.
struct Piece<'a> {
    text: &'a str,
    begins_word: bool,
}

/// The pieces of a word: as it is; where ideographs meet; in a word wider than the line, after the marks of
/// a link; else, anywhere.
fn pieces<'a>(word: &'a str, width_px: f64, measure: &dyn Fn(&str) -> f64) -> Vec<Piece<'a>> {
    let is_long = measure(word) > width_px;
    let mut out = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in word.char_indices() {
        let may_break =
            before.is_some_and(|b| may_part(b, c) || (is_long && IN_LINKS.contains(b) && !IN_LINKS.contains(c)));
        let must_break = is_long && at > start && measure(&word[start..at + c.len_utf8()]) > width_px;
        if at > start && (may_break || must_break) {
            out.push(Piece { text: &word[start..at], begins_word: start == 0 });
            start = at;
        }
        before = Some(c);
    }
    out.push(Piece { text: &word[start..], begins_word: start == 0 });
    out
}

/// Whether a line may end between two letters that no space parts: beside an ideograph or kana, but not within
/// a word in katakana nor between a number and what it counts.
fn may_part(before: char, after: char) -> bool {
    let is_word = is_katakana(before) && is_katakana(after);
    let is_count = before.is_ascii_digit() && is_square(after);
    let is_kept = NOT_FIRST.contains(after) || NOT_LAST.contains(before);
    (is_square(before) || is_square(after)) && !is_word && !is_count && !is_kept
}

fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

fn is_square(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str) -> f64 {
        text.chars().map(|c| if is_square(c) { 2.0 } else { 1.0 }).sum()
    }

    #[test]
    fn words_stay_whole_and_lines_fit() {
        let lines = wrap("Routes are indicative, not surveyed", 12.0, 9, &wide);
        assert_eq!(lines, ["Routes are", "indicative,", "not surveyed"]);
        assert_eq!(wrap("", 12.0, 9, &wide), [""]);
        assert_eq!(wrap("at 82°\u{a0}N, here", 8.0, 9, &wide), ["at", "82°\u{a0}N,", "here"]);
    }

    #[test]
    fn japanese_breaks_between_letters_and_never_before_a_stop() {
        let lines = wrap("北極海の海底ケーブル、提案。（想定）", 12.0, 9, &wide);
        assert_eq!(lines, ["北極海の海底", "ケーブル、提", "案。（想定）"]);
        assert_eq!(wrap("ファー・ノース・ファイバー", 18.0, 9, &wide), ["ファー・ノース・", "ファイバー"]);
        assert_eq!(wrap("調査2026年", 8.0, 9, &wide), ["調査", "2026年"]);
        for line in wrap("あいう、えお。かき（くけ）こさ", 6.0, 99, &wide) {
            assert!(!line.starts_with(['、', '。', '）']) && !line.ends_with('（'), "{line}");
        }
    }

    #[test]
    fn a_link_breaks_after_its_marks_and_any_word_breaks_where_it_must() {
        let lines = wrap("https://example.org/#sel=cable:far&at=1,2", 16.0, 9, &wide);
        assert_eq!(lines, ["https://", "example.org/#", "sel=cable:far&", "at=1,2"]);
        assert!(wrap(&"x".repeat(50), 16.0, 9, &wide).iter().all(|l| wide(l) <= 16.0));
        assert_eq!(wrap(&"x".repeat(50), 16.0, 9, &wide).concat().len(), 50);
    }

    #[test]
    fn too_many_lines_end_in_an_ellipsis() {
        let lines = wrap("one two three four five six", 9.0, 2, &wide);
        assert_eq!(lines, ["one two", "three…"]);
        assert_eq!(wrap("abc", 0.1, 1, &wide), ["…"]);
    }
}
