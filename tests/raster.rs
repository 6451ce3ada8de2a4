//! The SVG of a view and its display list are the same picture, dot by dot.
//!
//! The SVG goes through an SVG renderer (resvg); the list is drawn by itself, operation by operation as the
//! canvas does it, on a raster (tiny-skia). Letters are left out: they depend on the machine's fonts.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping there")]

#[path = "common/world.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod world;

use arctic_cable_map::carto::{Pose, View, Viewport};
use arctic_cable_map::paint::{About, svg_document};
use arctic_cable_map::scene::label::Placement;
use arctic_cable_map::scene::{Colour, DisplayList, Frame, Palette, Picked, Step, StrokeId, World, build};
use arctic_cable_map::sphere::LonLat;
use resvg::tiny_skia::{Color, FillRule, LineCap, LineJoin, Paint, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};
use resvg::usvg::{Options, Tree};
use std::sync::LazyLock;

static WORLD: LazyLock<World> = LazyLock::new(|| world::world(5.0));

/// Dots of a CSS pixel: dashes and edges are compared finely.
const RATIO: f32 = 2.0;
/// A channel that differs by more than this, of 255, is another colour and not a rounded edge: coordinates in
/// the SVG have one decimal.
const EDGE: u8 = 40;
/// The share of dots that may be so, and the mean difference of a channel.
const TOLERANCE: (f64, f64) = (0.0005, 0.15);

fn list(pose: Pose, selected: Option<&Picked>) -> (View, DisplayList) {
    let view = View::polar(pose, Viewport::plain(800.0, 500.0));
    let mut list = DisplayList::default();
    build(&WORLD, &Frame::new(&WORLD, &view, selected, &Placement::default(), &[]), &mut list);
    (view, list)
}

fn svg_dots(view: &View, list: &DisplayList, palette: Palette) -> Pixmap {
    let about = About { lang: "en", title: "Map", desc: "" };
    let svg = svg_document(list, view.viewport().rect(), palette, &about, None);
    let tree = Tree::from_str(&svg, &Options::default()).expect("well-formed");
    let mut dots = blank(view, Color::TRANSPARENT);
    resvg::render(&tree, Transform::from_scale(RATIO, RATIO), &mut dots.as_mut());
    dots
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small picture")]
fn blank(view: &View, colour: Color) -> Pixmap {
    let rect = view.viewport().rect();
    let ratio = f64::from(RATIO);
    let mut dots = Pixmap::new((rect.width() * ratio) as u32, (rect.height() * ratio) as u32).expect("some dots");
    dots.fill(colour);
    dots
}

fn colour(colour: Colour, palette: Palette, opacity: f32) -> Color {
    let hex = colour.css(palette);
    let channel = |i: usize| u8::from_str_radix(&hex[i..i + 2], 16).expect("#rrggbb");
    let mut colour = Color::from_rgba8(channel(1), channel(3), channel(5), 255);
    colour.apply_opacity(opacity);
    colour
}

/// What the canvas does with the list, on a raster.
fn list_dots(view: &View, list: &DisplayList, palette: Palette) -> Pixmap {
    let mut dots = blank(view, colour(Colour::Space, palette, 1.0));
    let scale = Transform::from_scale(RATIO, RATIO);
    let (mut path, mut opacity) = (PathBuilder::new(), 1.0);
    let finished = |path: &PathBuilder| path.clone().finish();
    for step in list.steps() {
        match step {
            Step::Path => path = PathBuilder::new(),
            Step::Run(points) => {
                path.move_to(points[0], points[1]);
                points[2..].chunks_exact(2).for_each(|p| path.line_to(p[0], p[1]));
            }
            Step::Close => path.close(),
            Step::Circle { x, y, radius } => path.push_circle(x, y, radius),
            Step::Alpha(value) => opacity = value,
            Step::Fill { colour: c } => {
                let Some(path) = finished(&path) else { continue };
                dots.fill_path(&path, &paint(colour(c, palette, opacity)), FillRule::EvenOdd, scale, None);
            }
            Step::Stroke { stroke, colour: c, width_factor, dash_offset } => {
                let Some(path) = finished(&path) else { continue };
                let stroke = pen(stroke, width_factor, dash_offset);
                dots.stroke_path(&path, &paint(colour(c, palette, opacity)), &stroke, scale, None);
            }
            Step::Relief => {}
            Step::Text { text, .. } => panic!("{text:?} in a picture without labels"),
        }
    }
    dots
}

fn paint(colour: Color) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(colour);
    paint
}

#[allow(clippy::cast_possible_truncation, reason = "widths of a few pixels")]
fn pen(id: StrokeId, width_factor: f32, dash_offset: f32) -> Stroke {
    let dash: Vec<f32> = id.dash_px().iter().map(|d| *d as f32).collect();
    Stroke {
        width: id.width_px() as f32 * width_factor,
        line_cap: if id.cap() == "round" { LineCap::Round } else { LineCap::Butt },
        line_join: LineJoin::Round,
        dash: StrokeDash::new(dash, dash_offset),
        ..Stroke::default()
    }
}

/// The share of dots that have another colour, and the mean difference of a channel.
#[allow(clippy::cast_precision_loss, reason = "a few million dots")]
fn difference(a: &Pixmap, b: &Pixmap) -> (f64, f64) {
    assert_eq!((a.width(), a.height()), (b.width(), b.height()));
    let (mut far, mut sum) = (0_u32, 0_u64);
    for (p, q) in a.data().chunks_exact(4).zip(b.data().chunks_exact(4)) {
        let gaps: Vec<u8> = p.iter().zip(q).map(|(x, y)| x.abs_diff(*y)).collect();
        far += u32::from(gaps.iter().any(|g| *g > EDGE));
        sum += gaps.iter().map(|g| u64::from(*g)).sum::<u64>();
    }
    let count = f64::from(a.width()) * f64::from(a.height());
    (f64::from(far) / count, sum as f64 / 4.0 / count)
}

#[test]
fn svg_and_display_list_are_the_same_dots() {
    let at = |lon, lat, zoom, turn_deg| Pose { centre: LonLat::new(lon, lat), zoom, turn_deg };
    let picked = Picked::Cable("polar-connect".to_owned());
    for (pose, selected) in
        [(Pose::HOME, None), (at(150.0, -40.0, -2.0, 0.0), None), (at(-98.0, 70.5, 2.6, 40.0), Some(&picked))]
    {
        for palette in [Palette::Dark, Palette::Light] {
            let (view, list) = list(pose, selected);
            let (far, mean) = difference(&svg_dots(&view, &list, palette), &list_dots(&view, &list, palette));
            println!("{pose:?} {palette:?}: {:.4} % of the dots, {mean:.3} of 255", far * 100.0);
            assert!(far <= TOLERANCE.0 && mean <= TOLERANCE.1, "{pose:?}: {far} of the dots, mean {mean}");
        }
    }
}

#[test]
fn a_picture_a_pixel_off_or_without_its_dashes_is_not_the_same() {
    let (view, list) = list(Pose::HOME, None);
    let dots = list_dots(&view, &list, Palette::Dark);
    let moved = View::polar(view.dragged(1.0, 0.0), view.viewport());
    let mut shifted = DisplayList::default();
    build(&WORLD, &Frame::new(&WORLD, &moved, None, &Placement::default(), &[]), &mut shifted);
    assert!(difference(&svg_dots(&view, &shifted, Palette::Dark), &dots).0 > 10.0 * TOLERANCE.0);
    let about = About { lang: "en", title: "Map", desc: "" };
    let svg = svg_document(&list, view.viewport().rect(), Palette::Dark, &about, None);
    let solid = svg.replace(" stroke-dasharray=", " data-dash=");
    let tree = Tree::from_str(&solid, &Options::default()).expect("well-formed");
    let mut without = blank(&view, Color::TRANSPARENT);
    resvg::render(&tree, Transform::from_scale(RATIO, RATIO), &mut without.as_mut());
    assert!(difference(&without, &dots).0 > 3.0 * TOLERANCE.0, "{:?}", difference(&without, &dots));
}
