//! What is wanted: a state of the map, and how to put it on a page.

use crate::app::AppState;
use crate::app::url::from_pairs;
use crate::carto::{Insets, View, Viewport};
use crate::decimal;
use crate::scene::Palette;
use crate::sheet::{Format, MAX_RASTER_PX, Unit};
use crate::sphere::LonLat;

/// What wishes begin with; all other keys are the state's.
const WISH: char = '+';
/// The dots of a printed inch.
const PRINT_DPI: f64 = 300.0;
/// A screen that nobody has described.
const SCREEN: Viewport = Viewport { width: 1280.0, height: 800.0, insets: NO_INSETS };
const NO_INSETS: Insets = Insets { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 };

/// What is made of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// The map as it is on the screen, with nothing around it.
    Alone,
    /// The map as it is on the screen, with the words around it.
    Around,
    /// A page of its own, with the words on it.
    Page(Format),
}

/// All that is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The state.
    pub state: AppState,
    /// The canvas as it stands.
    pub screen: Viewport,
    /// What is made of the map.
    pub kind: Kind,
    /// The colours.
    pub palette: Palette,
    /// How many dots a pixel of the page will have.
    pub ratio: f64,
    /// Whether the legend is on the page.
    pub legend: bool,
    /// Whether title and subtitle are.
    pub title: bool,
    /// The language, by BCP 47.
    pub lang: String,
    /// Today, `YYYY-MM-DD`.
    pub date: String,
    /// The address of the page, without query and fragment.
    pub site: String,
    /// Ids of the only systems that are shown; all where there is no list.
    pub only: Option<Vec<String>>,
    /// What lies over the cables: the name of a look, and its points.
    pub over: Vec<(String, Vec<LonLat>)>,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            state: AppState::default(),
            screen: SCREEN,
            kind: Kind::Around,
            palette: Palette::Light,
            ratio: 1.0,
            legend: true,
            title: true,
            lang: "en".to_owned(),
            date: String::new(),
            site: String::new(),
            only: None,
            over: Vec::new(),
        }
    }
}

impl Request {
    /// Reads keys and values in turn: those of a state as links have them, and wishes, which begin with `+`:
    ///
    /// | wish | value |
    /// |---|---|
    /// | `+screen` | width, height, and the insets left, top, right, bottom, with commas |
    /// | `+sheet` | `none`, `around`, `picture`, or a name of [`crate::sheet::FORMATS`] |
    /// | `+size` | width and height of a `picture`, with a comma |
    /// | `+ratio` | dots a pixel of the page |
    /// | `+theme` | `dark` or `light` |
    /// | `+legend` `+title` | `no` leaves it out |
    /// | `+lang` `+date` `+site` | language, day, address |
    /// | `+only` | ids of systems, a line each |
    /// | `+over` | a look, a space, and longitudes and latitudes with commas; as often as there are such lines |
    ///
    /// What cannot be read is as by default.
    #[must_use]
    pub fn read(flat: &[String]) -> Self {
        let pairs = flat.chunks_exact(2).map(|pair| (pair[0].as_str(), pair[1].as_str()));
        let state = from_pairs(&AppState::default(), pairs.clone().filter(|(key, _)| !key.starts_with(WISH))).0;
        let mut request = Self { state, ..Self::default() };
        let wish = |name: &str| pairs.clone().find(|(key, _)| key.strip_prefix(WISH) == Some(name)).map(|(_, v)| v);
        let said = |name: &str| wish(name).unwrap_or_default().to_owned();
        if let [width, height, left, top, right, bottom] = numbers(&said("screen"))[..] {
            let insets = Insets { left, top, right, bottom };
            request.screen =
                Viewport { width: width.clamp(64.0, 16_384.0), height: height.clamp(64.0, 16_384.0), insets };
        }
        let size = numbers(&said("size"));
        request.kind = match wish("sheet").unwrap_or_default() {
            "none" => Kind::Alone,
            "picture" => Kind::Page(Format::picture(pixels(size.first()), pixels(size.get(1)))),
            name => Format::named(name).map_or(Kind::Around, Kind::Page),
        };
        request.ratio = decimal::read(&said("ratio")).map_or(1.0, |r| r.clamp(0.05, 64.0));
        request.palette = if said("theme") == "dark" { Palette::Dark } else { Palette::Light };
        (request.legend, request.title) = (said("legend") != "no", said("title") != "no");
        request.only = wish("only").map(|ids| ids.lines().map(str::to_owned).collect());
        let over = pairs.clone().filter(|(key, _)| key.strip_prefix(WISH) == Some("over"));
        request.over =
            over.filter_map(|(_, line)| line.split_once(' ')).map(|(look, at)| (look.to_owned(), points(at))).collect();
        [request.lang, request.date, request.site] = ["lang", "date", "site"].map(said);
        if request.lang.is_empty() {
            request.lang = "en".to_owned();
        }
        request
    }

    /// The canvas on which the map is drawn, where the page leaves it that much room.
    #[must_use]
    pub fn viewport(&self, width: f64, height: f64) -> Viewport {
        if matches!(self.kind, Kind::Page(_)) { Viewport::plain(width, height) } else { self.screen }
    }

    /// The view on that much room.
    #[must_use]
    pub fn view(&self, width: f64, height: f64) -> View {
        View::new(self.state.stop(), self.state.at.into(), self.viewport(width, height))
    }

    /// How many dots a pixel of the map has in the end: what is printed is drawn finer than what is on a screen.
    #[must_use]
    pub fn dots_per_px(&self) -> f64 {
        match self.kind {
            Kind::Page(format) if format.unit == Unit::Mm => format.map_scale * self.ratio.max(PRINT_DPI / 96.0),
            Kind::Page(format) => format.map_scale * self.ratio,
            Kind::Alone | Kind::Around => self.ratio,
        }
    }

    /// Kilometres that a dot in the middle of the map shows, about: the words leave it less than the whole page.
    #[must_use]
    pub fn km_per_dot(&self) -> f64 {
        let (width, height) = match self.kind {
            Kind::Page(format) => (format.width_px / format.map_scale, format.height_px / format.map_scale),
            Kind::Alone | Kind::Around => (self.screen.width, self.screen.height),
        };
        let view = self.view(width, height);
        1.0 / view.px_per_km(view.pose().centre.to_unit()) / self.dots_per_px()
    }
}

/// The numbers of a list with commas; none where one of them cannot be read.
fn numbers(list: &str) -> Vec<f64> {
    list.split(',').map(|n| decimal::read(n).filter(|n| n.is_finite())).collect::<Option<_>>().unwrap_or_default()
}

/// The points of a line; those that are no places are left out, as the map leaves them out.
fn points(list: &str) -> Vec<LonLat> {
    let places = numbers(list);
    let is_place = |p: &&[f64]| p[0].abs() <= 540.0 && p[1].abs() <= 90.0;
    places.chunks_exact(2).filter(is_place).map(|p| LonLat::new(p[0], p[1])).collect()
}

fn pixels(size: Option<&f64>) -> f64 {
    size.map_or(1280.0, |px| px.clamp(1.0, MAX_RASTER_PX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Request {
        Request::read(&pairs.iter().flat_map(|(k, v)| [(*k).to_owned(), (*v).to_owned()]).collect::<Vec<_>>())
    }

    #[test]
    fn wishes_and_state_are_told_apart() {
        let request = read(&[
            ("view", "globe"),
            ("sel", "cable:polar-connect"),
            ("+sheet", "a4-portrait"),
            ("+screen", "800,600,300,0,10,0"),
            ("+theme", "dark"),
            ("+legend", "no"),
            ("+only", "a\nb"),
            ("+lang", "ja"),
            ("+over", "path-a 10,80,20,95,-170,60"),
            ("+over", "lit"),
        ]);
        assert_eq!(request.state.view.code(), "globe");
        assert_eq!(Some(request.kind), Format::named("a4-portrait").map(Kind::Page));
        assert_eq!((request.screen.width, request.screen.insets.left), (800.0, 300.0));
        assert!(request.palette == Palette::Dark && !request.legend && request.title && request.lang == "ja");
        assert_eq!(request.over, [("path-a".to_owned(), vec![LonLat::new(10.0, 80.0), LonLat::new(-170.0, 60.0)])]);
        assert_eq!(request.only, Some(vec!["a".to_owned(), "b".to_owned()]));
    }

    #[test]
    fn nonsense_is_as_by_default() {
        let request =
            read(&[("+sheet", "a5"), ("+screen", "NaN,1"), ("+ratio", "-1"), ("view", "cube"), ("+size", "x")]);
        assert_eq!((request.kind, request.screen, request.only.clone()), (Kind::Around, SCREEN, None));
        assert!(request.ratio > 0.0 && request.lang == "en" && request.km_per_dot() > 0.0);
        assert!(matches!(read(&[("+sheet", "picture")]).kind, Kind::Page(f) if f.width_px == 1280.0));
    }

    #[test]
    fn paper_is_drawn_finer_than_a_screen() {
        let (screen, paper) = (read(&[("+sheet", "around")]), read(&[("+sheet", "a4-landscape")]));
        assert!(screen.dots_per_px() == 1.0 && paper.dots_per_px() > 3.0);
        assert!(paper.km_per_dot() < screen.km_per_dot());
    }
}
