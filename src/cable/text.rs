//! Words in several languages.

use crate::geodata::reader::{self, Node};
use crate::geodata::{Code, Report};

/// The same text in several languages, by BCP 47 tag; English is always there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<(String, String)>);

impl Text {
    /// The text in `lang`, else in the language without region and script, else in English.
    #[must_use]
    pub fn get(&self, lang: &str) -> &str {
        let find = |tag: &str| self.0.iter().rev().find(|(t, _)| t.eq_ignore_ascii_case(tag)).map(|(_, s)| s.as_str());
        let mut tag = lang;
        loop {
            if let Some(found) = find(tag) {
                return found;
            }
            match tag.rfind('-') {
                Some(cut) => tag = &tag[..cut],
                None => return find("en").unwrap_or_default(),
            }
        }
    }

    /// Every language and its text, as the file has them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(tag, text)| (tag.as_str(), text.as_str()))
    }

    /// Adds the text in a language that has none of its own yet, if there is one.
    pub fn complete(&mut self, lang: &str, text: impl FnOnce() -> Option<String>) {
        if !self.0.iter().any(|(tag, _)| tag == lang) {
            self.0.extend(text().map(|text| (lang.to_owned(), text)));
        }
    }

    /// An English text.
    #[must_use]
    pub fn english(text: &str) -> Self {
        Self(vec![("en".to_owned(), text.to_owned())])
    }

    /// The text at `key`, which must be there.
    pub(super) fn read(parent: &Node<'_>, key: &str, report: &mut Report) -> Option<Self> {
        let node = parent.object(key, report)?;
        node.need("en", report)?;
        let mut all = Vec::new();
        for (tag, value) in node.map.iter() {
            let at = node.at(tag);
            if !is_language_tag(tag) {
                report.add(Code::UnknownProperty, &at, &[]);
                continue;
            }
            all.push((tag.to_owned(), reader::text(value, &at, report)?));
        }
        Some(Self(all))
    }

    /// The text at `key`, if there is one.
    pub(super) fn read_if(parent: &Node<'_>, key: &str, report: &mut Report) -> Option<Self> {
        parent.get(key)?;
        Self::read(parent, key, report)
    }
}

/// Whether `tag` has the form of a BCP 47 language tag.
pub(super) fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()))
        && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_to_the_base_language_and_to_english() {
        let text = Text(vec![
            ("en".into(), "Tokyo".into()),
            ("ja".into(), "東京".into()),
            ("zh-Hant".into(), "東京都".into()),
        ]);
        assert_eq!(text.get("ja-JP"), "東京");
        assert_eq!(text.get("zh-Hant-TW"), "東京都");
        assert_eq!(text.get("fi"), "Tokyo");
        assert_eq!(text.get(""), "Tokyo");
        assert_eq!(Text::default().get("en"), "");
        let mut text = text;
        text.complete("fi", || Some("Tokio".into()));
        text.complete("ja", || Some("Tokyo".into()));
        text.complete("sv", || None);
        assert_eq!([text.get("fi"), text.get("ja"), text.get("sv")], ["Tokio", "東京", "Tokyo"]);
    }
}
