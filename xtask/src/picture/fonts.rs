//! SVG read with the machine's own fonts, so that letters become shapes.

use anyhow::{Context, Result, ensure};
use resvg::usvg::fontdb::{Database, ID};
use resvg::usvg::{FontResolver, Options, Tree};
use std::sync::Arc;

/// Faces with many letters, for `sans-serif` and `serif` where no named family is there.
const SANS: &[&str] = &["Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial", "Helvetica"];
const SERIF: &[&str] = &["Noto Serif", "DejaVu Serif", "Liberation Serif", "Times New Roman", "Times"];

/// A picture without letters as shapes.
pub(super) fn plain(svg: &str) -> Result<Tree> {
    Tree::from_str(svg, &Options::default()).context("the SVG is not well-formed")
}

/// The picture as shapes.
pub(super) fn parse(svg: &str) -> Result<Tree> {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    ensure!(!fonts.is_empty(), "no font is installed: a PNG would have no letters; an SVG needs none");
    if let Some(name) = first(&fonts, SANS) {
        fonts.set_sans_serif_family(name);
    }
    if let Some(name) = first(&fonts, SERIF) {
        fonts.set_serif_family(name);
    }
    let any = FontResolver::default_fallback_selector();
    let east =
        move |c: char, used: &[ID], fonts: &mut Arc<Database>| eastern(c, used, fonts).or_else(|| any(c, used, fonts));
    let font_resolver =
        FontResolver { select_fallback: Box::new(east), select_font: FontResolver::default_font_selector() };
    let options = Options { fontdb: Arc::new(fonts), font_resolver, ..Options::default() };
    Tree::from_str(svg, &options).context("the SVG is not well-formed")
}

/// The first of the families that is installed, else any.
fn first(fonts: &Database, wanted: &[&str]) -> Option<String> {
    let has = |name: &str| fonts.faces().any(|f| f.families.iter().any(|(family, _)| family == name));
    let any = || fonts.faces().find_map(|f| f.families.first().map(|(name, _)| name.clone()));
    wanted.iter().find(|name| has(name)).map(|name| (*name).to_owned()).or_else(any)
}

/// Where the first face lacks a letter of East Asia, a face of the same kind, with serifs or without, and as bold.
fn eastern(c: char, used: &[ID], fonts: &Database) -> Option<ID> {
    let base = fonts.face(*used.first()?)?;
    let is_serif = base.families.iter().any(|(name, _)| SERIF.contains(&name.as_str()));
    let kind = if is_serif { "Serif" } else { "Sans" };
    let fits = |name: &str| name.starts_with("Noto") && name.contains(kind) && name.ends_with(" JP");
    let faces = fonts.faces().filter(|f| f.families.iter().any(|(name, _)| fits(name)) && !used.contains(&f.id));
    let faces = faces.filter(|_| ('\u{2e80}'..='\u{ffef}').contains(&c));
    faces.min_by_key(|f| f.weight.0.abs_diff(base.weight.0)).map(|f| f.id)
}
