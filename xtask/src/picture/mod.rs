//! `picture`: a view of the map as an SVG or PNG file, alone or on a sheet with legend, scale and credit.

mod fonts;
mod source;
mod today;

use crate::project::Project;
use anyhow::{Context, Result, bail, ensure};
use arctic_cable_map::app::details::details;
use arctic_cable_map::app::url::{encode, from_pairs};
use arctic_cable_map::app::{AppState, SelKind, Theme};
use arctic_cable_map::cable::{Atlas, Gazetteer};
use arctic_cable_map::carto::{View, Viewport};
use arctic_cable_map::i18n::{Catalogue, Format as Speech, Msg, Words};
use arctic_cable_map::paint::{self, About, svg_document};
use arctic_cable_map::scene::label::{RoughMeasure, place};
use arctic_cable_map::scene::relief::Relief;
use arctic_cable_map::scene::{DisplayList, Frame, Palette, Picked, Words as MapWords, World, build, shows};
use arctic_cable_map::sheet::{
    FORMATS, Facts, Format, Order, Plate, Unit, compose, credits, keys, projection, raster_size, sheet_text,
};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use clap::ValueEnum;
use resvg::tiny_skia::{Color, IntSize, Pixmap, Transform};
use std::path::{Path, PathBuf};
use today::Speaker;

/// Draw a view of the map as an SVG or PNG file, alone or on a sheet with legend, scale and credit
#[derive(clap::Args, Default)]
pub(crate) struct Args {
    /// The view, as in a link
    #[arg(long, default_value = "polar")]
    view: String,
    /// Where the map stands, as in a link: lon,lat,zoom[,rotation]
    #[arg(long, default_value = "", allow_hyphen_values = true)]
    at: String,
    /// What is selected, as in a link: cable:polar-connect
    #[arg(long, default_value = "")]
    sel: String,
    /// Layers switched off or on, as in a link: -graticule
    #[arg(long, default_value = "", allow_hyphen_values = true)]
    layers: String,
    /// The language: en, ja
    #[arg(long, default_value = "en")]
    lang: String,
    /// Colours: light for paper, dark
    #[arg(long, default_value = "light")]
    theme: String,
    /// A sheet: slide, a4-landscape, a4-portrait, a3-landscape, a3-portrait, or around for words around a map of --size;
    /// the map alone without
    #[arg(long)]
    sheet: Option<String>,
    /// Size in CSS pixels: of the map; of the whole slide with --sheet slide
    #[arg(long, default_value = "1920x1080")]
    size: String,
    /// How wide a PNG is, in dots up to 8192: paper at 300 to the inch, else the size
    #[arg(long)]
    width: Option<f64>,
    /// Another title than the map's or the selection's
    #[arg(long, default_value = "")]
    title: String,
    /// The address of the map, for the link on the sheet; no link without
    #[arg(long, default_value = "")]
    site: String,
    /// The day that the sheet names, YYYY-MM-DD; today without
    #[arg(long)]
    date: Option<String>,
    /// The format; without, by the file's name
    #[arg(long)]
    format: Option<FileFormat>,
    /// The file
    #[arg(long)]
    out: PathBuf,
}

/// What a picture is written as.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FileFormat {
    /// Lines and letters.
    Svg,
    /// Dots.
    Png,
}

/// Runs the command.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let state = state(args)?;
    let size = pixels(&args.size)?;
    let format = args.format.map_or_else(|| by_name(&args.out), Ok)?;
    let svg = Studio::open(project, args, &state)?.svg(args, size)?;
    let bytes = match format {
        FileFormat::Svg => svg.into_bytes(),
        FileFormat::Png => png(&svg, args)?,
    };
    std::fs::write(&args.out, &bytes).with_context(|| format!("{} cannot be written", args.out.display()))?;
    println!("{}: {} bytes", args.out.display(), bytes.len());
    Ok(())
}

/// A view as PNG, without a file: `size` is `WIDTHxHEIGHT`.
pub(crate) fn draw(project: &Project, size: &str, theme: &str) -> Result<Vec<u8>> {
    let args = Args {
        view: "polar".to_owned(),
        theme: theme.to_owned(),
        lang: "en".to_owned(),
        size: size.to_owned(),
        ..Args::default()
    };
    let state = state(&args)?;
    png(&Studio::open(project, &args, &state)?.svg(&args, pixels(size)?)?, &args)
}

/// A picture in SVG that needs no letters, as PNG of so many dots a side, `share` of which it fills.
pub(crate) fn square(svg: &str, side_px: u32, share: f32, ground: Option<Color>) -> Result<Vec<u8>> {
    let tree = fonts::plain(svg)?;
    let mut pixmap = Pixmap::new(side_px, side_px).context("a picture without dots")?;
    if let Some(ground) = ground {
        pixmap.fill(ground);
    }
    #[allow(clippy::cast_precision_loss, reason = "a side of some hundred dots")]
    let side = side_px as f32;
    let (scale, margin) = (side * share / tree.size().width(), side * (1.0 - share) / 2.0);
    let place = Transform::from_row(scale, 0.0, 0.0, scale, margin, margin);
    resvg::render(&tree, place, &mut pixmap.as_mut());
    pixmap.encode_png().context("the picture cannot be written as PNG")
}

/// The state that the options name, read as a link's.
fn state(args: &Args) -> Result<AppState> {
    let pairs = [("view", &args.view), ("at", &args.at), ("sel", &args.sel), ("layers", &args.layers)];
    let more = [("lang", &args.lang), ("theme", &args.theme)];
    let pairs = pairs.into_iter().chain(more).map(|(k, v)| (k, v.as_str()));
    let (state, problems) = from_pairs(&AppState::default(), pairs);
    if let Some(problem) = problems.first() {
        bail!("--{} is not understood: {:?}", problem.key, problem.value);
    }
    Ok(state)
}

fn pixels(size: &str) -> Result<(f64, f64)> {
    let read = |text: &str| text.trim().parse::<f64>().ok().filter(|v| (64.0..=8192.0).contains(v));
    let (w, h) = size.split_once(['x', '×']).context("--size is WIDTHxHEIGHT")?;
    read(w).zip(read(h)).with_context(|| format!("--size {size}: both from 64 to 8192"))
}

fn by_name(out: &Path) -> Result<FileFormat> {
    match out.extension().and_then(|e| e.to_str()) {
        Some("svg") => Ok(FileFormat::Svg),
        Some("png") => Ok(FileFormat::Png),
        _ => bail!("--format svg or png, or a file of that ending"),
    }
}

/// Everything a picture is made of.
struct Studio<'a> {
    state: &'a AppState,
    world: World,
    atlas: Atlas,
    relief: Relief,
    catalogue: Catalogue,
    credits: Vec<String>,
    data_version: String,
    map_words: MapWords,
    switched: Vec<String>,
    picked: Option<Picked>,
    palette: Palette,
}

impl<'a> Studio<'a> {
    fn open(project: &Project, args: &Args, state: &'a AppState) -> Result<Self> {
        let geodata = project.path("geodata");
        let source::Source { world, atlas, relief, catalog } = source::read(&geodata, state.at.zoom)?;
        let lang = state.lang.as_deref().unwrap_or("en");
        let file = project.path(format!("www/locales/{lang}.json"));
        let (catalogue, problems) = Catalogue::parse(lang, &std::fs::read(&file)?);
        ensure!(problems.is_empty(), "{}: {problems:?}", file.display());
        let shown = catalog.layers.iter().filter(|l| state.layers.shows(&l.id, l.visible));
        let picked = state.sel.as_ref().and_then(|sel| match sel.kind {
            SelKind::Cable => Some(Picked::Cable(sel.id.clone())),
            SelKind::Landing => Some(Picked::Landing(sel.id.clone())),
            _ => None,
        });
        ensure!(
            args.sel.is_empty()
                || details(&atlas, &Gazetteer::default(), &sel(state)?, &Words::new(&catalogue, &Speaker::new(lang)))
                    .is_some(),
            "--sel {}: not on the map",
            args.sel
        );
        Ok(Self {
            credits: credits(shown),
            map_words: MapWords {
                lang: lang.to_owned(),
                arctic_circle: catalogue.text(Msg::ArcticCircle).to_owned(),
                sea_ice: [Msg::SeaIceMarch, Msg::SeaIceSeptember].map(|m| catalogue.text(m).to_owned()),
                upper: |_, s| s.to_uppercase(),
            },
            switched: state.switched_layers(),
            data_version: source::version(&geodata)?,
            palette: if state.theme == Theme::Dark { Palette::Dark } else { Palette::Light },
            state,
            world,
            atlas,
            relief,
            catalogue,
            picked,
        })
    }

    fn svg(&self, args: &Args, size: (f64, f64)) -> Result<String> {
        let Some(name) = &args.sheet else { return Ok(self.alone(size)) };
        let format = match (name.as_str(), Format::named(name)) {
            ("slide", _) => Format::picture(size.0, size.1),
            ("around", _) => Format::around(size.0, size.1),
            (_, Some(format)) => format,
            _ => bail!("--sheet {name}: one of around, {}", FORMATS.iter().map(|f| f.0).collect::<Vec<_>>().join(", ")),
        };
        self.sheet(args, format)
    }

    /// The map without anything around it.
    fn alone(&self, (width, height): (f64, f64)) -> String {
        let plate = self.plate(width, height);
        let text = |m| self.catalogue.text(m);
        let about = About { lang: self.catalogue.code(), title: text(Msg::AppTitle), desc: text(Msg::AppDescription) };
        let area = plate.view.viewport().rect();
        let relief = plate.relief.as_deref().map(|uri| paint::Relief { uri, area });
        svg_document(&plate.list, area, self.palette, &about, relief.as_ref())
    }

    fn sheet(&self, args: &Args, format: Format) -> Result<String> {
        let speaker = Speaker::new(self.catalogue.code());
        let words = Words::new(&self.catalogue, &speaker);
        let named = self.state.sel.as_ref().and_then(|sel| details(&self.atlas, &Gazetteer::default(), sel, &words));
        let (title, subtitle) = named.map_or_else(Default::default, |d| (d.title, d.subtitle));
        let date = args.date.clone().map_or_else(today::today, Ok)?;
        let link = match args.site.as_str() {
            "" => String::new(),
            site => format!("{site}#{}", encode(self.state)),
        };
        let facts = Facts {
            title: if args.title.is_empty() { &title } else { &args.title },
            subtitle: &subtitle,
            projection: projection(self.state.view.code(), self.state.morph.is_some()),
            centre: self.state.at.middle(),
            credits: &self.credits,
            version: env!("CARGO_PKG_VERSION"),
            data_version: &self.data_version,
            date: &date,
            link: &link,
        };
        let order = Order {
            format,
            palette: self.palette,
            text: &sheet_text(&facts, &words),
            keys: &keys(&self.world, &words),
            measure: &RoughMeasure,
            number: &|v| speaker.number(v, 0),
        };
        Ok(compose(order, &mut |width, height| self.plate(width, height)).svg())
    }

    /// The relief of the seabed as a PNG, where it shows.
    fn seabed(&self, view: &View) -> Option<String> {
        if !self.world.has_seabed() || !shows("seabed", &self.switched) {
            return None;
        }
        let mut pixels = Vec::new();
        let (width, height) = self.relief.shade(view, self.palette, 1, &mut pixels);
        let size = IntSize::from_wh(u32::try_from(width).ok()?, u32::try_from(height).ok()?)?;
        let png = Pixmap::from_vec(pixels, size)?.encode_png().ok()?;
        Some(["data:image/png;base64,", &BASE64_STANDARD.encode(png)].concat())
    }

    fn plate(&self, width: f64, height: f64) -> Plate {
        let view = View::new(self.state.stop(), self.state.at.into(), Viewport::plain(width, height));
        let labels = place(&self.world, &view, self.picked.as_ref(), &self.switched, &self.map_words, &RoughMeasure);
        let mut list = DisplayList::default();
        let frame = Frame::new(&self.world, &view, self.picked.as_ref(), &labels, &self.switched);
        build(&self.world, &frame, &mut list);
        Plate { relief: self.seabed(&view), view, list }
    }
}

fn sel(state: &AppState) -> Result<arctic_cable_map::app::Selection> {
    state.sel.clone().context("--sel names nothing")
}

/// The picture in dots: paper at 300 to the inch, a screen's at its own, unless a width is given.
fn png(svg: &str, args: &Args) -> Result<Vec<u8>> {
    let tree = fonts::parse(svg)?;
    let (w, h) = (f64::from(tree.size().width()), f64::from(tree.size().height()));
    let is_paper = args.sheet.as_deref().and_then(Format::named).is_some_and(|f| f.unit == Unit::Mm);
    let width = args.width.unwrap_or(if is_paper { w * 300.0 / 96.0 } else { w });
    let (width, height, ratio) = raster_size((w, h), width);
    let mut pixmap = Pixmap::new(width, height).context("a picture without dots")?;
    #[allow(clippy::cast_possible_truncation, reason = "a ratio of dots")]
    let scale = Transform::from_scale(ratio as f32, ratio as f32);
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    pixmap.encode_png().context("the picture cannot be written as PNG")
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        args: Args,
    }

    fn args(line: &[&str]) -> Args {
        let line = ["picture", "--out", "a.png"].iter().chain(line);
        Line::try_parse_from(line).unwrap_or_else(|e| panic!("{e}")).args
    }

    fn project() -> Project {
        Project::find().unwrap_or_else(|e| panic!("{e}"))
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert!(state(&args(&["--at", "1,2"])).is_err() && state(&args(&["--at", "-98,70.5,2.6"])).is_ok());
        assert!(state(&args(&["--lang", "xx"])).is_err() && state(&args(&["--view", "cube"])).is_err());
        assert_eq!(pixels("1920x1080").ok(), Some((1920.0, 1080.0)));
        assert!(pixels("1920").is_err() && pixels("9000x10").is_err() && pixels("axb").is_err());
        assert!(by_name(Path::new("a.pdf")).is_err() && by_name(Path::new("a.svg")).is_ok());
        let args = args(&["--sel", "cable:none"]);
        let state = state(&args).unwrap_or_else(|e| panic!("{e}"));
        assert!(Studio::open(&project(), &args, &state).is_err());
    }

    #[test]
    fn sheets_show_the_whole_world_and_the_map_alone_has_no_words_around() {
        let args = args(&["--sheet", "a4-landscape", "--date", "2026-11-22", "--site", "https://example.org/"]);
        let state = state(&args).unwrap_or_else(|e| panic!("{e}"));
        let studio = Studio::open(&project(), &args, &state).unwrap_or_else(|e| panic!("{e}"));
        let svg = studio.svg(&args, (800.0, 600.0)).unwrap_or_else(|e| panic!("{e}"));
        for said in ["In service", "Glaciers and ice sheets", "GeoNames", "22 November 2026", "https://example.org/#"] {
            assert!(svg.contains(said), "{said}");
        }
        let alone = studio.alone((800.0, 600.0));
        assert!(alone.contains("width=\"800\"") && !alone.contains("Legend"));
    }
}
