//! The catalogue: which files the page loads, as what, and whom to thank.

use super::reader::{self, Node, item};
use super::{Code, Problem, Report, json};
use crate::json::Value;

/// What a layer's file holds, and so how it is read and drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayerKind {
    /// Polygons of land.
    Land,
    /// Systems and their segments.
    Cables,
    /// Landings and branching units.
    Landings,
    /// Names of seas and countries.
    Labels,
    /// Chokepoints, places, events and names of countries.
    Points,
    /// Polygons of anything else: lakes, ice.
    Areas,
    /// Lines that are no cables: borders.
    Lines,
    /// A grid of depths.
    Grid,
}

impl LayerKind {
    /// Every kind with its name in the catalogue.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("land", Self::Land),
        ("cables", Self::Cables),
        ("landings", Self::Landings),
        ("labels", Self::Labels),
        ("points", Self::Points),
        ("areas", Self::Areas),
        ("lines", Self::Lines),
        ("grid", Self::Grid),
    ];

    /// Whether the file holds entities of the atlas; else it holds bare geometry.
    #[must_use]
    pub fn has_entities(self) -> bool {
        matches!(self, Self::Cables | Self::Landings | Self::Labels)
    }

    /// The name in the catalogue.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::NAMES.iter().find(|(_, k)| *k == self).map_or("", |(name, _)| name)
    }
}

/// When a layer is loaded, and whether that is later than the first map.
const LOAD: &[(&str, bool)] = &[("first", false), ("later", true)];

/// A packed form of a layer's polygons, lines or grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Tier {
    /// Path beside the catalogue.
    pub file: String,
    /// The finest scale it is made for, in km a pixel; 0 has every position.
    pub km_per_px: f64,
}

/// One layer of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct CatalogLayer {
    /// Its name in the URL and in messages.
    pub id: String,
    /// The GeoJSON file, or the GeoTIFF of a grid, as a path beside the catalogue.
    pub file: String,
    /// What the file holds.
    pub kind: LayerKind,
    /// The name of the style it is drawn in.
    pub style: String,
    /// Whether it is shown to begin with.
    pub visible: bool,
    /// Whether it is loaded only when the first map is there.
    pub later: bool,
    /// The line of thanks.
    pub attribution: String,
    /// SPDX identifier, or `public-domain`.
    pub licence: String,
    /// Packed forms, coarse to fine; empty where the GeoJSON itself is to be read. A grid has no other form that a page reads.
    pub tiers: Vec<Tier>,
}

impl CatalogLayer {
    /// The place of the tier to draw at a scale: the coarsest that is as fine as that, or the finest; `None` where there are
    /// no tiers.
    #[must_use]
    pub fn tier_at(&self, km_per_px: f64) -> Option<usize> {
        self.tiers.iter().position(|t| t.km_per_px <= km_per_px).or(self.tiers.len().checked_sub(1))
    }
}

/// What the page loads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalog {
    /// The layers from the bottom up.
    pub layers: Vec<CatalogLayer>,
    /// The file with the list of sources, as a path beside the catalogue.
    pub sources: Option<String>,
}

impl Catalog {
    /// The catalogue in `bytes`, without the layers that have an error.
    #[must_use]
    pub fn parse(file: &str, bytes: &[u8]) -> (Self, Vec<Problem>) {
        let mut report = Report::new(file);
        let catalog = match json::parse(file, bytes) {
            Ok(root) => Self::read(&root, &mut report),
            Err(problem) => {
                report.problems.push(problem);
                Self::default()
            }
        };
        (catalog, report.problems)
    }

    /// Whom to thank, each once.
    #[must_use]
    pub fn attributions(&self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for layer in &self.layers {
            if !lines.contains(&layer.attribution) {
                lines.push(layer.attribution.clone());
            }
        }
        lines
    }

    fn read(root: &Value, report: &mut Report) -> Self {
        let mut catalog = Self::default();
        let Some(node) = Node::new(root, "", report) else { return catalog };
        node.known(&["$schema", "sources", "layers"], report);
        if node.get("sources").is_some() {
            catalog.sources = path(&node, "sources", report);
        }
        for (i, value) in node.list("layers", report).unwrap_or_default().iter().enumerate() {
            report.feature = Some(["#", &(i + 1).to_string()].concat());
            let Some(layer) = layer(value, report) else { continue };
            if catalog.layers.iter().any(|l| l.id == layer.id) {
                report.add(Code::DuplicateId, "id", &[&layer.id]);
            } else {
                catalog.layers.push(layer);
            }
        }
        report.feature = None;
        catalog
    }
}

fn layer(value: &Value, report: &mut Report) -> Option<CatalogLayer> {
    let node = Node::new(value, "", report)?;
    if let Some(Value::String(id)) = node.get("id") {
        report.feature = Some(id.clone());
    }
    node.known(&["id", "file", "kind", "style", "visible", "load", "attribution", "licence", "tiers"], report);
    let id = node.id("id", report);
    let file = path(&node, "file", report);
    let kind = node.one_of("kind", LayerKind::NAMES, Code::UnknownValue, report);
    let style = node.text("style", report);
    let visible = node.flag("visible", report);
    let later = match node.get("load") {
        None => Some(false),
        Some(_) => node.one_of("load", LOAD, Code::UnknownValue, report),
    };
    let attribution = node.text("attribution", report);
    let licence = node.text("licence", report);
    let tiers = tiers(&node, report);
    Some(CatalogLayer {
        id: id?,
        file: file?,
        kind: kind?,
        style: style?,
        visible: visible?,
        later: later?,
        attribution: attribution?,
        licence: licence?,
        tiers: tiers?,
    })
}

fn tiers(layer: &Node<'_>, report: &mut Report) -> Option<Vec<Tier>> {
    if layer.get("tiers").is_none() {
        return Some(Vec::new());
    }
    let at = layer.at("tiers");
    let mut out = Vec::new();
    for (i, value) in layer.list("tiers", report)?.iter().enumerate() {
        let node = Node::new(value, &item(&at, i), report)?;
        node.known(&["file", "km_per_px"], report);
        let file = path(&node, "file", report);
        let km_per_px = node.number("km_per_px", 0.0, 1000.0, report);
        let tier = Tier { file: file?, km_per_px: km_per_px? };
        // Coarse to fine.
        let place = out.iter().take_while(|t: &&Tier| t.km_per_px >= tier.km_per_px).count();
        out.insert(place, tier);
    }
    Some(out)
}

/// A required path that stays beside the catalogue: no scheme, no root, no way up.
fn path(node: &Node<'_>, key: &str, report: &mut Report) -> Option<String> {
    let value = node.need(key, report)?;
    let path = reader::text(value, &node.at(key), report)?;
    let fit = path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
        && !path.contains(|c: char| c.is_control() || c.is_whitespace() || "\\:?#%".contains(c));
    if !fit {
        report.add(Code::BadPath, &node.at(key), &[&path]);
    }
    fit.then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_layer_costs_itself_only() {
        let text = br#"{"layers": [
            {"id": "land", "file": "basemap/land.geojson", "kind": "land", "style": "land", "visible": true,
             "attribution": "a", "licence": "public-domain", "tiers": [{"file": "l.pack", "km_per_px": 0}, {"file": "c.pack", "km_per_px": 5}]},
            {"id": "bad", "file": "../secret", "kind": "sky", "style": "s", "attribution": "a", "licence": "l"}]}"#;
        let (catalog, problems) = Catalog::parse("catalog.json", text);
        assert_eq!(catalog.layers.len(), 1);
        assert_eq!(catalog.layers[0].tiers[0].km_per_px, 5.0);
        let at = |km_per_px| catalog.layers[0].tier_at(km_per_px);
        assert_eq!([at(9.0), at(5.0), at(4.9), at(-1.0)], [Some(0), Some(0), Some(1), Some(1)]);
        let codes: Vec<Code> = problems.iter().map(|p| p.code).collect();
        assert_eq!(codes, [Code::BadPath, Code::UnknownValue]);
        assert_eq!(problems[0].feature.as_deref(), Some("bad"));
    }
}
