//! Where facts are from.

use crate::geodata::reader::Node;
use crate::geodata::{Code, Report};
use crate::json::Value;

/// What sort of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// The party itself: owner, builder, supplier.
    Primary,
    /// A state, a union of states, an authority.
    Official,
    /// The trade's own press and registers.
    Trade,
    /// The general press.
    Press,
    /// Somebody's account of other sources.
    Secondary,
    /// Our own work.
    Own,
}

impl SourceKind {
    /// Every kind with its name in the data.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("primary", Self::Primary),
        ("official", Self::Official),
        ("trade", Self::Trade),
        ("press", Self::Press),
        ("secondary", Self::Secondary),
        ("own", Self::Own),
    ];

    /// The name in the data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::NAMES.iter().find(|(_, k)| *k == self).map_or("", |(name, _)| name)
    }
}

/// One entry of the list of sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// What facts call it by.
    pub id: String,
    /// Its title, in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When; `None` for an undated one.
    pub date: Option<String>,
    /// Its address: http or https.
    pub url: Option<String>,
    /// What sort of source it is.
    pub kind: SourceKind,
}

impl Source {
    /// The source that a member of the list describes.
    pub(super) fn read(value: &Value, report: &mut Report) -> Option<Self> {
        let node = Node::new(value, "", report)?;
        if let Some(Value::String(id)) = node.get("id") {
            report.feature = Some(id.clone());
        }
        node.known(&["id", "title", "publisher", "date", "url", "kind", "note", "retrieved"], report);
        let id = node.id("id", report);
        let title = node.text("title", report);
        let publisher = node.text("publisher", report);
        let date = node.get("date").map(|_| node.date("date", report));
        let kind = node.one_of("kind", SourceKind::NAMES, Code::UnknownValue, report);
        let own = kind == Some(SourceKind::Own);
        let url = if own && node.get("url").is_none() { None } else { Some(node.url("url", report)) };
        let (date, url) = (date.map_or(Some(None), |d| d.map(Some)), url.map_or(Some(None), |u| u.map(Some)));
        Some(Self { id: id?, title: title?, publisher: publisher?, date: date?, url: url?, kind: kind? })
    }
}
