//! Letters as people type them: small, without accents, one script's variants alike.

/// Base letters of U+00C0 to U+024F, by the compatibility decomposition of Unicode 15 where there is one; digits stand
/// for [`PAIRS`], a full stop for a letter that stays as it is.
const LATIN: &[u8] = b"aaaaaa1ceeeeiiiidnooooo ouuuuy23aaaaaa1ceeeeiiiidnooooo ouuuuy2y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii44jjkkkllllllllllnnnnnnnnnoooooo55rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
.......................i........oo.............uu....zz.............dddlllnnnaaiioouuuuuuuuuu.aaaa11ggggkkoooo..jdddgg..nnaa11oo\
aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................";
/// The same of U+1E00 to U+1EFF, which Vietnamese needs.
const LATIN_MORE: &[u8] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooo\
pppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas..3.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiii\
oooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
/// What the digits of the tables stand for.
const PAIRS: [&str; 5] = ["ae", "th", "ss", "ij", "oe"];
/// U+FF66 to U+FF9D: half-width katakana in full width.
const HALF_WIDTH: &str =
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

/// The words of a text: letters and digits, folded; all else parts them. At most `most` letters of the text are read.
#[must_use]
pub fn words(text: &str, most: usize) -> Vec<String> {
    let mut out = vec![String::new()];
    for c in text.chars().take(most) {
        let Some(last) = out.last_mut() else { break };
        match letter(c) {
            Letter::None => {}
            Letter::Gap if last.is_empty() => {}
            Letter::Gap => out.push(String::new()),
            Letter::Pair(pair) => last.push_str(pair),
            Letter::Voiced(by) => voice(last, by),
            Letter::One(c) => last.push(variant(small(c))),
        }
    }
    out.retain(|word| !word.is_empty());
    out
}

/// What a character is to a reader who searches.
enum Letter {
    /// Nothing: an accent, a vowel point, a mark of direction.
    None,
    /// What parts words.
    Gap,
    /// A letter or a digit.
    One(char),
    /// A letter that is written with two.
    Pair(&'static str),
    /// A mark that makes the kana before it the one so many places on.
    Voiced(u32),
}

fn letter(c: char) -> Letter {
    let code = u32::from(c);
    match c {
        '\u{0}'..='\u{bf}' if c.is_ascii_alphanumeric() => Letter::One(c),
        // Apostrophes stand inside words: O'Higgins, Hawaiʻi.
        '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '\u{ad}' => Letter::None,
        '\u{0}'..='\u{bf}' => Letter::Gap,
        '\u{c0}'..='\u{24f}' => from_table(c, LATIN, code - 0xc0),
        '\u{1e00}'..='\u{1eff}' => from_table(c, LATIN_MORE, code - 0x1e00),
        // Accents; Hebrew points; Arabic vowels and the stroke that stretches a word; marks of direction and of style.
        '־' | '׀' | '׃' | '،' | '؛' | '؟' | '٪'..='٭' | '۔' => Letter::Gap,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' => Letter::None,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => Letter::None,
        '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => Letter::None,
        '\u{964}' | '\u{965}' => Letter::Gap,
        '\u{3099}' | '\u{ff9e}' => Letter::Voiced(1),
        '\u{309a}' | '\u{ff9f}' => Letter::Voiced(2),
        // Hiragana as katakana.
        '\u{3041}'..='\u{3096}' => moved(code + 0x60),
        '\u{ff66}'..='\u{ff9d}' => HALF_WIDTH.chars().nth((code - 0xff66) as usize).map_or(Letter::Gap, Letter::One),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(code - 0xfee0).map_or(Letter::Gap, letter),
        // Punctuation, signs, boxes, braille; punctuation of China and Japan; forms of it; what is private; pictures.
        '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' => {
            Letter::Gap
        }
        '\u{3030}' | '\u{303d}' | '\u{30fb}' | '\u{e000}'..='\u{f8ff}' | '\u{fe10}'..='\u{fe6f}' => Letter::Gap,
        '\u{ff5f}'..='\u{ff65}' | '\u{ffe0}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'.. => Letter::Gap,
        // Everything else is taken for a letter: the standard library's tables know better, and are 13 kB.
        _ => Letter::One(c),
    }
}

/// The small form of a letter that is in neither table of Latin letters: Greek, Cyrillic, Armenian. In scripts without
/// capitals every letter is small.
fn small(c: char) -> char {
    let by = match c {
        'A'..='Z' | 'Α'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        'Ա'..='Ֆ' => 48,
        'Ά' => 38,
        'Έ'..='Ί' => 37,
        'Ό' => 64,
        'Ύ' | 'Ώ' => 63,
        _ => 0,
    };
    char::from_u32(u32::from(c) + by).unwrap_or(c)
}

fn moved(code: u32) -> Letter {
    char::from_u32(code).map_or(Letter::Gap, Letter::One)
}

fn from_table(c: char, table: &'static [u8], place: u32) -> Letter {
    match table.get(place as usize) {
        Some(b' ') => Letter::Gap,
        Some(digit @ b'1'..=b'5') => Letter::Pair(PAIRS[usize::from(digit - b'1')]),
        Some(base) if *base != b'.' => Letter::One(char::from(*base)),
        _ => Letter::One(c),
    }
}

/// One letter for the forms of a letter in Greek, Cyrillic, Arabic and Persian.
fn variant(c: char) -> char {
    match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'й' => 'и',
        'ї' => 'і',
        'ґ' => 'г',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        _ => c,
    }
}

/// Makes the last kana voiced: カ and a mark are ガ.
fn voice(word: &mut String, by: u32) {
    if let Some(last) = word.pop() {
        let kana = ('ァ'..='ヺ').contains(&last);
        word.push(char::from_u32(u32::from(last) + by).filter(|_| kana).unwrap_or(last));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        words(text, usize::MAX).join(" ")
    }

    #[test]
    fn tables_are_as_long_as_their_ranges() {
        assert_eq!((LATIN.len(), LATIN_MORE.len()), (0x24f - 0xc0 + 1, 0x1eff - 0x1e00 + 1));
        assert_eq!(HALF_WIDTH.chars().count(), 0xff9d - 0xff66 + 1);
    }

    #[test]
    fn letters_lose_case_and_accents() {
        for (text, want) in [
            ("Tromsø", "tromso"),
            ("Ísafjörður", "isafjordur"),
            ("Łódź, Öręsund", "lodz oresund"),
            ("Ærø · Straße", "aero strasse"),
            ("Þórshöfn", "thorshofn"),
            ("İstanbul IŞIK ılık", "istanbul isik ilik"),
            ("Đà Nẵng", "da nang"),
            ("București", "bucuresti"),
            ("Ελλάς Ελλάδα", "ελλασ ελλαδα"),
            ("Орёл Йошкар-Ола", "орел иошкар ола"),
            ("Hawaiʻi O’Higgins", "hawaii ohiggins"),
            ("ΈΛΛΗΝΕΣ Ύδρα ΏΡΑ Όρος ΑΪ", "ελληνεσ υδρα ωρα οροσ αι"),
            ("ЁЖ ЇЖАК ЏЕП ЯНА", "еж іжак џеп яна"),
            ("Հայաստան", "հայաստան"),
        ] {
            assert_eq!(folded(text), want);
        }
    }

    #[test]
    fn composed_and_decomposed_are_alike() {
        for (one, other) in [
            ("Tromsö", "Tromso\u{308}"),
            ("ガ", "カ\u{3099}"),
            ("パ", "ハ\u{309a}"),
            ("ノルウェー", "のるうぇー"),
            ("グアム", "ｸﾞｱﾑ"),
            ("SEA-ME-WE 3", "ｓｅａ－ｍｅ－ｗｅ　３"),
            ("نروژ", "نُروژ"),
        ] {
            assert_eq!(folded(one), folded(other), "{one}");
        }
    }

    /// Small letters and gaps are those of the standard library wherever names are written.
    #[test]
    fn agrees_with_the_standard_library() {
        let ranges = [
            '\u{370}'..='\u{3ff}',
            '\u{400}'..='\u{45f}',
            '\u{531}'..='\u{58a}',
            '\u{620}'..='\u{63f}',
            '\u{641}'..='\u{64a}',
            '\u{3041}'..='\u{30fe}',
            '\u{4e00}'..='\u{9fff}',
            '\u{ac00}'..='\u{d7a3}',
        ];
        // Signs, and forms of letters that no modern name has.
        let odd = |c: char| matches!(c, '\u{378}' | '\u{379}' | '\u{380}'..='\u{385}' | '\u{387}' | '\u{38b}' | '\u{38d}' | '\u{3a2}' | '\u{370}'..='\u{37f}' | '\u{3cf}'..='\u{3ff}' | '\u{557}'..='\u{55f}' | '\u{588}'..='\u{58a}' | '\u{3097}'..='\u{30a0}');
        for c in ranges.into_iter().flatten().filter(|c| !odd(*c)) {
            let want = if c.is_alphanumeric() { c.to_lowercase().map(variant).collect() } else { String::new() };
            let got = folded(&c.to_string());
            let kana = ('ぁ'..='ゖ').contains(&c);
            assert!(got == want || kana, "{c:?} U+{:04X}: {got:?} {want:?}", u32::from(c));
        }
    }

    #[test]
    fn what_is_no_letter_parts_words_or_vanishes() {
        assert_eq!(folded("SEA-ME-WE 3 (Asia–Africa)"), "sea me we 3 asia africa");
        assert_eq!(folded("🛰️👩‍🔬 !?\u{202e}\u{0}「」・…→€"), "");
        assert_eq!(folded("नॉर्वे"), "नॉर्वे");
        assert_eq!(words(&"é".repeat(100_000), 50), ["e".repeat(50)]);
        assert_eq!(words("\u{3099}\u{309a}", 9), Vec::<String>::new());
    }
}
