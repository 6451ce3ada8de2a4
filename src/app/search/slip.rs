//! How many slips of the finger are between what is typed and a word.

/// The longest word that is compared, in letters; what is longer is compared as far.
pub(super) const LONGEST: usize = 32;

/// How many slips a word of so many letters may have: none below four letters, two from eight on.
pub(super) const fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The fewest slips that lead from `typed` to the beginning of `word`, and whether that beginning is the whole word;
/// `None` above `most`. A slip is a letter that is wrong, missing, or too many, or two letters that are exchanged:
/// the distance of Damerau and Levenshtein in its restricted form, "optimal string alignment" (Boytsov 2011, ACM Journal
/// of Experimental Algorithmics 16, §2.1).
pub(super) fn slips(typed: &[char], word: &[char], most: usize) -> Option<(usize, bool)> {
    let typed = &typed[..typed.len().min(LONGEST)];
    let word = &word[..word.len().min(LONGEST)];
    // Rows of the table for two letters before, one before, and this one.
    let mut rows = [[0_usize; LONGEST + 1]; 3];
    for (j, cell) in rows[1].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=typed.len() {
        rows[2][0] = i;
        for j in 1..=word.len() {
            let same = typed[i - 1] == word[j - 1];
            let mut best = (rows[1][j] + 1).min(rows[2][j - 1] + 1).min(rows[1][j - 1] + usize::from(!same));
            let exchanged = i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1];
            if exchanged {
                best = best.min(rows[0][j - 2] + 1);
            }
            rows[2][j] = best;
        }
        // Every later row comes from this one and, by an exchange, from the one before.
        let over = |row: &[usize], more: usize| row[..=word.len()].iter().all(|count| *count + more > most);
        if over(&rows[2], 0) && over(&rows[1], 1) {
            return None;
        }
        rows.rotate_left(1);
    }
    let last = &rows[1][..=word.len()];
    let whole = last[word.len()];
    let start = last.iter().copied().min().unwrap_or(whole);
    (start <= most).then_some((start, whole == start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(typed: &str, word: &str) -> Option<(usize, bool)> {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        slips(&letters(typed), &letters(word), 2)
    }

    #[test]
    fn counts_by_hand() {
        for (typed, word, want) in [
            ("tokyo", "tokyo", Some((0, true))),
            ("tok", "tokyo", Some((0, false))),
            ("tomakmai", "tomakomai", Some((1, true))),
            ("tkoyo", "tokyo", Some((1, true))),
            ("tokio", "tokyo", Some((1, true))),
            ("tookyo", "tokyo", Some((1, true))),
            ("quintilion", "quintillion", Some((1, true))),
            ("quintiloin", "quintillion", Some((2, true))),
            ("nrovi", "norvik", Some((1, false))),
            ("oslo", "tokyo", None),
            ("苫小枚", "苫小牧", Some((1, true))),
            ("", "tokyo", Some((0, false))),
        ] {
            assert_eq!(of(typed, word), want, "{typed} {word}");
        }
    }

    /// The same by the definition, without a table.
    fn plain(a: &[char], b: &[char]) -> usize {
        let (Some((x, before_x)), Some((y, before_y))) = (a.split_last(), b.split_last()) else {
            return a.len() + b.len();
        };
        let mut best =
            (plain(before_x, b) + 1).min(plain(a, before_y) + 1).min(plain(before_x, before_y) + usize::from(x != y));
        if let ([a2 @ .., p, q], [b2 @ .., r, s]) = (a, b)
            && p == s
            && q == r
        {
            best = best.min(plain(a2, b2) + 1);
        }
        best
    }

    proptest! {
        #[test]
        fn agrees_with_the_definition(typed in "[abc]{0,5}", word in "[abc]{0,5}") {
            let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
            let best = (0..=word.len()).map(|n| plain(&typed, &word[..n])).min().unwrap_or(0);
            let whole = plain(&typed, &word) == best;
            prop_assert_eq!(slips(&typed, &word, 99), Some((best, whole)));
        }

        #[test]
        fn any_text_is_safe(typed in "\\PC{0,80}", word in "\\PC{0,80}") {
            let _ = of(&typed, &word);
        }
    }
}
