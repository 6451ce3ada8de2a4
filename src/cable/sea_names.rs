//! Names of seas in one more language, from a file that is fetched with the language.

use super::text::is_language_tag;
use crate::geodata::reader::{self, Node};
use crate::geodata::{Code, Problem, Report, json};
use crate::json::Map;

/// Id and name of each sea that the file names in `lang`, or else in the language without region
/// and script, in the order of the file: `{"kara-sea": {"fi": "Karanmeri", …}, …}`. Seas without a
/// name in `lang` are left out, for the layer's own English to stand in.
#[must_use]
pub fn sea_names(file: &str, bytes: &[u8], lang: &str) -> (Vec<(String, String)>, Vec<Problem>) {
    let mut report = Report::new(file);
    let root = match json::parse(file, bytes) {
        Ok(root) => root,
        Err(problem) => return (Vec::new(), vec![problem]),
    };
    let mut out = Vec::new();
    let seas = Node::new(&root, "", &mut report).map(|n| n.map);
    for (id, names) in seas.into_iter().flat_map(Map::iter) {
        report.feature = Some(id.to_owned());
        let fit = reader::is_id(id, "id", &mut report);
        let Some(names) = Node::new(names, "", &mut report) else { continue };
        let mut best: Option<(usize, String)> = None;
        for (tag, value) in names.map.iter() {
            if !is_language_tag(tag) {
                report.add(Code::UnknownProperty, tag, &[]);
                continue;
            }
            let Some(name) = reader::text(value, tag, &mut report) else { continue };
            let longer = best.as_ref().is_none_or(|(length, _)| tag.len() > *length);
            if longer && is_base(tag, lang) {
                best = Some((tag.len(), name));
            }
        }
        out.extend(best.filter(|_| fit).map(|(_, name)| (id.to_owned(), name)));
    }
    (out, report.problems)
}

/// Whether `tag` is `lang`, or `lang` without some of its last subtags.
fn is_base(tag: &str, lang: &str) -> bool {
    let same = lang.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
    same && matches!(lang.as_bytes().get(tag.len()), None | Some(b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &[u8] = "{\"kara-sea\": {\"fi\": \"Karanmeri\", \"pt\": \"Mar de Kara\", \"pt-BR\": \"Mar de Cara\"}, \"white-sea\": {\"fi\": \"Vienanmeri\"}}".as_bytes();

    fn names(lang: &str) -> Vec<(String, String)> {
        let (names, problems) = sea_names("f", FILE, lang);
        assert_eq!(problems, []);
        names
    }

    #[test]
    fn the_nearest_language_is_taken_and_no_other() {
        let one = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        assert_eq!(names("fi"), [one("kara-sea", "Karanmeri"), one("white-sea", "Vienanmeri")]);
        assert_eq!(names("FI-fi").len(), 2);
        assert_eq!(names("pt-PT"), [one("kara-sea", "Mar de Kara")]);
        assert_eq!(names("pt-BR"), [one("kara-sea", "Mar de Cara")]);
        assert_eq!(names("p"), []);
        assert_eq!(names("fil"), []);
        assert_eq!(names(""), []);
    }

    #[test]
    fn a_bad_name_costs_itself_only() {
        let bytes = b"{\"a\": {\"fi\": 5, \"sv\": \"S\"}, \"b\": [], \"C\": {\"fi\": \"x\"}, \"d\": {\"fi\": \"D\", \"FINNISH\": \"x\"}, \"e\": {\"fi\": \" \"}}";
        let (names, problems) = sea_names("f", bytes, "fi");
        assert_eq!(names, [("d".to_owned(), "D".to_owned())]);
        let said: Vec<(Code, Option<&str>, Option<&str>)> =
            problems.iter().map(|p| (p.code, p.feature.as_deref(), p.property.as_deref())).collect();
        assert_eq!(
            said,
            [
                (Code::WrongType, Some("a"), Some("fi")),
                (Code::WrongType, Some("b"), None),
                (Code::BadId, Some("C"), Some("id")),
                (Code::UnknownProperty, Some("d"), Some("FINNISH")),
                (Code::EmptyText, Some("e"), Some("fi")),
            ]
        );
        assert_eq!(sea_names("f", b"[]", "fi").1[0].code, Code::WrongType);
        assert_eq!(sea_names("f", b"{", "fi").1[0].code, Code::Truncated);
    }
}
