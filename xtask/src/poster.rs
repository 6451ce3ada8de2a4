//! The poster: the home view as SVG and the routes as a table, put into the page so that there is a
//! picture before the application arrives, and where scripts are off.

use arctic_cable_map::app::details::{Details, details};
use arctic_cable_map::app::{SelKind, Selection};
use arctic_cable_map::cable::{Atlas, Gazetteer, System};
use arctic_cable_map::carto::{Insets, Pose, View, Viewport};
use arctic_cable_map::i18n::{Catalogue, Msg, PlainFormat, Words};
use arctic_cable_map::paint::{Ink, escape, svg_body};
use arctic_cable_map::scene::label::{Placement, RoughMeasure, place};
use arctic_cable_map::scene::{DisplayList, Frame, Words as MapWords, World, build, rank};

/// The free area's size in the picture's units; about the pixels it has on a laptop, so that whole
/// numbers are exact enough. Its shape is that of the home view, so the browser, fitting it into
/// `#free`, gives the picture exactly the scale and place that the map takes over.
const FREE: (f64, f64) = (View::HOME_SIZE.0 * 420.0, View::HOME_SIZE.1 * 420.0);
/// The land is little coarser than the picture's units, 15 km at the Pole: the picture must be there
/// before anything else.
pub(crate) const KM_PER_PX: f64 = 24.0;
/// Coarser in a file that carries everything, where the picture stands for a moment only.
pub(crate) const ALONE_KM_PER_PX: f64 = 120.0;
/// How far the picture goes on beyond the free area, for screens of any shape.
const AROUND: Insets = Insets { left: 760.0, top: 520.0, right: 760.0, bottom: 860.0 };

/// Puts picture and table where the page has their marks.
pub(crate) fn insert(page: &str, world: &World, atlas: &Atlas) -> String {
    page.replacen("<!-- poster -->", &picture(world), 1).replacen("<!-- table -->", &table(atlas), 1)
}

/// The home view as an SVG element in the page's own colours.
pub(crate) fn picture(world: &World) -> String {
    let (width, height) = (FREE.0 + AROUND.left + AROUND.right, FREE.1 + AROUND.top + AROUND.bottom);
    let viewport = Viewport { width, height, insets: AROUND };
    let view = View::polar(Pose::HOME, viewport);
    let catalogue = Catalogue::english();
    let words = MapWords {
        lang: "en".into(),
        arctic_circle: catalogue.text(Msg::ArcticCircle).to_owned(),
        sea_ice: [Msg::SeaIceMarch, Msg::SeaIceSeptember].map(|m| catalogue.text(m).to_owned()),
        upper: |_, s| s.to_uppercase(),
    };
    let labels: Placement = place(world, &view, None, &[], &words, &RoughMeasure);
    let mut list = DisplayList::default();
    build(world, &Frame::new(world, &view, None, &labels, &[]), &mut list);
    format!(
        "<svg class=\"poster\" viewBox=\"{} {} {} {}\" role=\"img\" aria-label=\"{}\">{}</svg>",
        AROUND.left,
        AROUND.top,
        FREE.0,
        FREE.1,
        escape(catalogue.text(Msg::MapLabel)),
        svg_body(&list, Ink::Page, 0).replace('\n', "")
    )
}

/// Every system with what matters, for a page without scripts.
fn table(atlas: &Atlas) -> String {
    let catalogue = Catalogue::english();
    let words = Words::new(&catalogue, &PlainFormat);
    let text = |m| escape(catalogue.text(m));
    let heads = [Msg::TableCable, Msg::TableStatus, Msg::TableRoute, Msg::TableLength, Msg::TableReady, Msg::TableRtt];
    let heads: String = heads.into_iter().map(|m| format!("<th scope=\"col\">{}</th>", text(m))).collect();
    let mut systems: Vec<&System> = atlas.systems.iter().collect();
    systems.sort_by_key(|s| std::cmp::Reverse(s.status.value().map_or(0, |status| rank(*status))));
    let rows: String = systems
        .into_iter()
        .filter_map(|s| details(atlas, &Gazetteer::default(), &Selection::new(SelKind::Cable, s.id.as_str()), &words))
        .map(|d| row(&d, &words))
        .collect();
    format!(
        "<section class=\"routes\" aria-labelledby=\"routes-title\"><h1 id=\"routes-title\">{}</h1><p>{}</p><p>{}</p>{}\
         <div class=\"table-frame\"><table><caption>{}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></section>",
        text(Msg::AppTitle),
        text(Msg::AppDescription),
        text(Msg::NoScript),
        to_statement(),
        text(Msg::TableCaption)
    )
}

/// The way to what is known of the page's accessibility.
pub(crate) fn to_statement() -> String {
    format!(
        "<p><a href=\"./accessibility.html\">{}</a></p>",
        escape(Catalogue::english().text(Msg::AboutAccessibility))
    )
}

fn row(d: &Details, words: &Words<'_>) -> String {
    let fact = |label: Msg| {
        let label = words.text(label);
        let row = d.rows.iter().find(|r| r.label == label)?;
        let marks: Vec<&str> = row.marks.iter().map(String::as_str).collect();
        Some(if marks.is_empty() { row.value.clone() } else { format!("{} ({})", row.value, marks.join("; ")) })
    };
    let marks: Vec<&str> = d.marks.iter().map(|m| m.text.as_str()).collect();
    let trips: Vec<String> = d.trips.iter().map(|t| format!("{}: {}", t.ends, t.value)).collect();
    let cells = [
        marks.join(" · "),
        d.subtitle.clone(),
        fact(Msg::DetailCableLength).unwrap_or_default(),
        fact(Msg::DetailReadyForService).unwrap_or_default(),
        trips.join("; "),
    ];
    let cells: String = cells.iter().map(|c| format!("<td>{}</td>", escape(c))).collect();
    format!("<tr><th scope=\"row\">{}</th>{cells}</tr>", escape(&d.title))
}
