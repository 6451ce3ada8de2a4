//! The studio: holds the files, and makes pictures, citations and tables from them.

use super::world::{self, Read};
use super::{Kind, Request, files};
use crate::app::url::encode;
use crate::cable::Extract;
use crate::carto::View;
use crate::geodata::Catalog;
use crate::i18n::{Catalogue, Format as Speech, Msg, Words};
use crate::paint::{self, About, svg_document};
use crate::plane::Rect;
use crate::scene::label::{Measure, place};
use crate::scene::relief::Relief;
use crate::scene::{DisplayList, Frame, Picked, Words as MapWords, World, build, shows};
use crate::sheet::{
    Cited, Facts, Format, Order, Plate, SheetText, bibtex, citation, compose, credits, keys, projection, sheet_text,
};

/// What stands in a picture for the image of its relief, until there is one.
pub const RELIEF: &str = "data:image/png;base64,RELIEF";

/// The name of what lies over the cables: here one name will do.
const OVER: &str = "over";

/// The map's version.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What the place lends: how wide letters are, how numbers and dates are written, how a name is put into capitals.
#[derive(Clone, Copy)]
pub struct Tools<'a> {
    /// Widths of letters.
    pub measure: &'a dyn Measure,
    /// Numbers and dates in the request's language.
    pub speech: &'a dyn Speech,
    /// Capitals in a language.
    pub upper: fn(&str, &str) -> String,
}

/// A finished picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The SVG, with [`RELIEF`] in the place of the image that is still to be drawn.
    pub svg: String,
    /// Width and height in pixels, 96 to the inch.
    pub size: (f64, f64),
    /// The view of which the relief is wanted, over the whole of its viewport; none where it does not show.
    pub relief: Option<View>,
}

/// Holds what pictures are made from.
#[derive(Debug, Default)]
pub struct Studio {
    catalog: Catalog,
    catalogue: Catalogue,
    data_version: String,
    /// Names and bytes of the files that are here; no bytes for one that is not to be had.
    files: Vec<(String, Vec<u8>)>,
    world: World,
    relief: Relief,
    /// The files that the world is made of, and the contours that it has.
    built: Vec<String>,
    contours: [bool; 2],
}

impl Studio {
    /// A studio for the layers of a catalogue.
    #[must_use]
    pub fn new(catalog: &[u8], data_version: &str) -> Self {
        let catalog = Catalog::parse("catalog.json", catalog).0;
        Self { catalog, data_version: data_version.to_owned(), ..Self::default() }
    }

    /// The files of `geodata/` that a request takes and that are not here.
    #[must_use]
    pub fn wanted(&self, request: &Request) -> Vec<String> {
        let names = files::shown(&self.catalog, request).into_iter().map(|(_, file)| file);
        names.filter(|name| self.bytes(name).is_none()).map(str::to_owned).collect()
    }

    /// Takes a file in; without bytes where it is not to be had.
    pub fn put(&mut self, name: &str, bytes: Vec<u8>) {
        if self.bytes(name).is_none() {
            self.files.push((name.to_owned(), bytes));
        }
    }

    /// Takes a language in.
    pub fn speak(&mut self, lang: &str, bytes: &[u8]) {
        self.catalogue = Catalogue::read(lang, bytes).0;
    }

    /// The language that it speaks.
    #[must_use]
    pub fn lang(&self) -> &str {
        self.catalogue.code()
    }

    /// The seabed.
    #[must_use]
    pub fn relief(&self) -> &Relief {
        &self.relief
    }

    fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.files.iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes.as_slice())
    }

    /// Makes the world that the request wants, unless it is there.
    fn prepare(&mut self, request: &Request) {
        let shown = files::shown(&self.catalog, request);
        let names: Vec<String> = shown.iter().map(|(_, file)| (*file).to_owned()).collect();
        if self.built != names {
            let bytes = |file: &str| self.bytes(file).filter(|b| !b.is_empty());
            let read: Vec<Read<'_>> = shown.iter().filter_map(|(l, file)| Some((*l, *file, bytes(file)?))).collect();
            (self.world, self.relief) = world::build(&read);
            (self.built, self.contours) = (names, [false; 2]);
        }
        self.world.show_only(request.only.clone());
        self.world.lift(OVER);
        for (look, points) in &request.over {
            self.world.lay_over(OVER, look, points);
        }
        self.contours = world::contours(&mut self.world, &self.relief, request, self.contours);
    }

    /// Makes the picture.
    pub fn picture(&mut self, request: &Request, tools: Tools<'_>) -> Picture {
        self.prepare(request);
        let (width, height) = (request.screen.width, request.screen.height);
        match request.kind {
            Kind::Alone => self.alone(request, tools, (width, height)),
            Kind::Around => self.sheet(request, tools, Format::around(width, height)),
            Kind::Page(format) => self.sheet(request, tools, format),
        }
    }

    /// The map without anything around it.
    fn alone(&self, request: &Request, tools: Tools<'_>, (width, height): (f64, f64)) -> Picture {
        let plate = self.plate(request, tools, width, height);
        let text = |m| self.catalogue.text(m);
        let about = About { lang: self.lang(), title: text(Msg::AppTitle), desc: text(Msg::AppDescription) };
        let area = plate.view.viewport().rect();
        let relief = plate.relief.as_deref().map(|uri| paint::Relief { uri, area });
        let svg = svg_document(&plate.list, area, request.palette, &about, relief.as_ref());
        Picture { svg, size: (width, height), relief: plate.relief.is_some().then_some(plate.view) }
    }

    fn sheet(&self, request: &Request, tools: Tools<'_>, format: Format) -> Picture {
        let words = Words::new(&self.catalogue, tools.speech);
        let keys = if request.legend { keys(&self.world, &words) } else { Vec::new() };
        let order = Order {
            format,
            palette: request.palette,
            text: &self.text(request, &words),
            keys: &keys,
            measure: tools.measure,
            number: &|v| tools.speech.number(v, 0),
        };
        let sheet = compose(order, &mut |width, height| self.plate(request, tools, width, height));
        let Rect { x0, y0, x1, y1 } = sheet.page();
        let plate = sheet.plate();
        Picture { svg: sheet.svg(), size: (x1 - x0, y1 - y0), relief: plate.relief.is_some().then_some(plate.view) }
    }

    fn text(&self, request: &Request, words: &Words<'_>) -> SheetText {
        let (link, title) = (self.link(request), self.title(request));
        let credits = credits(files::shown(&self.catalog, request).into_iter().map(|(layer, _)| layer));
        let facts = Facts {
            title,
            subtitle: "",
            projection: projection(request.state.view.code(), request.state.morph.is_some()),
            centre: request.state.at.middle(),
            credits: &credits,
            version: VERSION,
            data_version: &self.data_version,
            date: &request.date,
            link: &link,
        };
        let mut text = sheet_text(&facts, words);
        if !request.title {
            text.title.clear();
            text.subtitle.clear();
        }
        text
    }

    /// The name of what is selected; empty where nothing is.
    fn title(&self, request: &Request) -> &str {
        let picked = picked(request);
        picked.and_then(|p| self.world.name(&p, self.lang())).unwrap_or_default()
    }

    /// The link that shows the same state.
    #[must_use]
    pub fn link(&self, request: &Request) -> String {
        match encode(&request.state).as_str() {
            "" => request.site.clone(),
            fragment => [&request.site, "#", fragment].concat(),
        }
    }

    /// How to cite the view: in words, and for BibTeX.
    pub fn cite(&mut self, request: &Request, tools: Tools<'_>) -> [String; 2] {
        self.prepare(request);
        let words = Words::new(&self.catalogue, tools.speech);
        let (link, name) = (self.link(request), self.title(request));
        let title = if name.is_empty() { words.text(Msg::AppSubtitle) } else { name };
        let cited =
            Cited { title, version: VERSION, data_version: &self.data_version, date: &request.date, link: &link };
        [citation(&cited, &words), bibtex(&cited)]
    }

    /// What is shown, as its files have it: as a table where that is wanted, else as GeoJSON.
    #[must_use]
    pub fn data(&self, request: &Request, is_table: bool) -> String {
        let switched = request.state.switched_layers();
        let mut extract = Extract::default();
        let layers = files::shown(&self.catalog, request);
        for (_, file) in layers.iter().filter(|(_, file)| file.ends_with("json")) {
            // A file that is damaged is not on the map either.
            let _ = self.bytes(file).map_or(Ok(()), |bytes| extract.add(file, bytes));
        }
        extract.keep(request.only.as_deref(), shows("landings", &switched), &|kind, class| match (kind, class) {
            ("chokepoint", _) => shows("chokepoints", &switched),
            ("event", _) => shows("events", &switched),
            ("place", "supercomputer") => shows("supercomputers", &switched),
            ("place", _) => shows("cities", &switched),
            _ => false,
        });
        if is_table {
            return extract.csv(self.lang());
        }
        let credits = credits(layers.iter().map(|(layer, _)| *layer)).join(" · ");
        let version = ["Arctic Cable Map ", VERSION, ", data ", &self.data_version].concat();
        let link = self.link(request);
        extract.geojson(&[("attribution", &credits), ("version", &version), ("date", &request.date), ("link", &link)])
    }

    fn plate(&self, request: &Request, tools: Tools<'_>, width: f64, height: f64) -> Plate {
        let (view, switched, picked) = (request.view(width, height), request.state.switched_layers(), picked(request));
        let text = |m| self.catalogue.text(m).to_owned();
        let words = MapWords {
            lang: self.lang().to_owned(),
            arctic_circle: text(Msg::ArcticCircle),
            sea_ice: [text(Msg::SeaIceMarch), text(Msg::SeaIceSeptember)],
            upper: tools.upper,
        };
        let labels = place(&self.world, &view, picked.as_ref(), &switched, &words, tools.measure);
        let mut list = DisplayList::default();
        let frame = Frame::new(&self.world, &view, picked.as_ref(), &labels, &switched);
        build(&self.world, &frame, &mut list);
        let has_relief = self.world.has_seabed() && shows("seabed", &switched);
        Plate { view, list, relief: has_relief.then(|| RELIEF.to_owned()) }
    }
}

fn picked(request: &Request) -> Option<Picked> {
    request.state.sel.as_ref().and_then(crate::app::Selection::picked)
}
