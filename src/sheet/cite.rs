//! How to cite a view: as a line of text and as BibTeX.

use crate::i18n::{Msg, Words};

/// Who stands as the author.
const AUTHOR: &str = "Arctic Cable Map";

/// What is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited<'a> {
    /// The view's title.
    pub title: &'a str,
    /// The map's version.
    pub version: &'a str,
    /// The data's version.
    pub data_version: &'a str,
    /// The day on which it was seen, `YYYY-MM-DD`.
    pub date: &'a str,
    /// The link that shows the same view; may be empty.
    pub link: &'a str,
}

/// The citation in words; the link stands last.
#[must_use]
pub fn citation(cited: &Cited<'_>, words: &Words<'_>) -> String {
    let date = words.date(cited.date);
    let year = year(cited.date);
    let values = [
        ("author", AUTHOR),
        ("year", year),
        ("title", cited.title),
        ("version", cited.version),
        ("data", cited.data_version),
        ("date", &date),
    ];
    let text = words.with(Msg::CitationText, &values);
    if cited.link.is_empty() { text } else { [&text, " ", cited.link].concat() }
}

/// The citation as an entry for BibTeX and biblatex (`@misc`, whose `urldate` is the day of the view).
#[must_use]
pub fn bibtex(cited: &Cited<'_>) -> String {
    let year = year(cited.date);
    let fields = [
        ("author", ["{", AUTHOR, "}"].concat()),
        ("title", ["{", &latex(cited.title), "}"].concat()),
        ("year", year.to_owned()),
        ("version", latex(cited.version)),
        ("note", ["Version ", &latex(cited.version), ", data version ", &latex(cited.data_version)].concat()),
        ("url", url(cited.link)),
        ("urldate", latex(cited.date)),
    ];
    let mut out = ["@misc{arctic-cable-map-", &latex_key(cited.date), ",\n"].concat();
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        out += &["  ", name, " = {", value, "},\n"].concat();
    }
    out += "}\n";
    out
}

fn year(date: &str) -> &str {
    date.split('-').next().unwrap_or_default()
}

/// Text in which LaTeX reads no command.
fn latex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', c]),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A link as `url` takes it: verbatim, but braces and backslashes, which would end the field, escaped.
fn url(link: &str) -> String {
    let mut out = String::with_capacity(link.len());
    for c in link.chars().filter(|c| !c.is_control() && *c != ' ') {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            c => out.push(c),
        }
    }
    out
}

fn latex_key(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Catalogue, PlainFormat};

    const CITED: Cited<'_> = Cited {
        title: "Far North Fiber & Polar Connect",
        version: "0.1.0",
        data_version: "3f2a9c1b",
        date: "2026-11-22",
        link: "https://example.org/#sel=cable:far-north-fiber&at=0,85,1.5",
    };

    #[test]
    fn text_says_what_which_when_and_where() {
        let catalogue = Catalogue::english();
        let text = citation(&CITED, &Words::new(&catalogue, &PlainFormat));
        for part in [CITED.title, CITED.version, CITED.data_version, "22 November 2026", "2026", AUTHOR] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(text.ends_with(CITED.link));
    }

    #[test]
    fn bibtex_is_read_whole() {
        let entry = bibtex(&CITED);
        assert!(entry.starts_with("@misc{arctic-cable-map-2026-11-22,\n") && entry.ends_with("}\n"));
        assert!(entry.contains("  title = {{Far North Fiber \\& Polar Connect}},\n"));
        assert!(entry.contains("  url = {https://example.org/#sel=cable:far-north-fiber&at=0,85,1.5},\n"));
        assert!(entry.contains("  urldate = {2026-11-22},\n") && entry.contains("3f2a9c1b"));
    }

    #[test]
    fn no_text_breaks_out_of_its_field() {
        let odd = Cited { title: "a}, evil = {\\b\n", link: "https://e/{}\\", ..CITED };
        let entry = bibtex(&odd);
        let depth = |text: &str| {
            let mut depth = 0_i32;
            let mut escaped = false;
            for c in text.chars() {
                match c {
                    '\\' => escaped = !escaped,
                    '{' if !escaped => depth += 1,
                    '}' if !escaped => depth -= 1,
                    _ => {}
                }
                escaped = escaped && c == '\\';
            }
            depth
        };
        assert_eq!(depth(&entry), 0, "{entry}");
        assert_eq!(entry.lines().count(), 9);
    }
}
