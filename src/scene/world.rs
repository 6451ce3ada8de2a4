//! All that can be drawn, and what of it is shown.

use super::around::{Around, Ice, ice_month};
use super::cable_line::{CableLine, QUIET, cable_line};
use super::fan::neighbours;
use super::isobath::{Contour, Isobath, Seabed};
use super::lanes::lanes;
use super::outline::Outlines;
use super::overlay::Overlays;
use super::pick::Picked;
use super::style::{Colour, area_colour};
use crate::cable::{Chart, ChartLanding, ChartSystem, Status, marks};
use crate::carto::Shapes;
use crate::geodata::{Polygon, Problem, visvalingam};
use crate::sphere::{LonLat, UnitVec};

/// Where a landing is, and how much the systems that come ashore there matter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) at: UnitVec,
    rank: u8,
    /// Whether all that comes ashore here is left out for now.
    pub(super) is_hidden: bool,
}

impl Spot {
    /// Whether a map of this zoom shows it.
    pub(super) fn shows_at(self, zoom: f64) -> bool {
        !self.is_hidden && (self.rank > QUIET || zoom >= if self.rank == QUIET { 2.0 } else { 3.0 })
    }

    /// Whether it is there for comparison only.
    pub(super) fn is_quiet(self) -> bool {
        self.rank <= QUIET
    }
}

/// Areas of one layer.
#[derive(Debug)]
struct Area {
    layer: String,
    colour: Colour,
    shapes: Shapes,
}

/// All that can be drawn.
#[derive(Debug, Default)]
pub struct World {
    chart: Chart,
    land: Shapes,
    areas: Vec<Area>,
    seabed: Seabed,
    lines: Vec<CableLine>,
    /// One for each landing of the chart.
    spots: Vec<Spot>,
    /// How many of the systems this map is about; those that came later are there for comparison.
    featured: usize,
    /// Ids of the systems that are shown, where not all are.
    only: Option<Vec<String>>,
    around: Around,
    overlays: Overlays,
}

impl World {
    /// The cables, landings and names.
    #[must_use]
    pub fn chart(&self) -> &Chart {
        &self.chart
    }

    /// The land.
    #[must_use]
    pub fn land(&self) -> &Shapes {
        &self.land
    }

    /// Areas with their colours, the lowest first.
    pub fn areas(&self) -> impl Iterator<Item = (Colour, &Shapes)> {
        self.areas.iter().map(|area| (area.colour, &area.shapes))
    }

    /// The lines of the cables that are shown, in the order in which they are drawn.
    pub fn lines(&self) -> impl Iterator<Item = &CableLine> {
        self.lines.iter().filter(|l| !l.is_hidden)
    }

    /// A line of a system, shown or not.
    #[must_use]
    pub fn line_of(&self, system: &str) -> Option<&CableLine> {
        self.lines.iter().find(|l| l.system == system)
    }

    /// Shows the systems of those ids, or all, with the landings where they come ashore.
    pub fn show_only(&mut self, only: Option<Vec<String>>) {
        self.only = only;
        self.hide();
    }

    /// Lays a line or points over the cables, in the look of that name and under the name of who lays it; says whether
    /// there is such a look.
    pub fn lay_over(&mut self, name: &str, look: &str, points: &[LonLat]) -> bool {
        self.overlays.add(name, look, points)
    }

    /// Takes away what was laid under a name.
    pub fn lift(&mut self, name: &str) {
        self.overlays.clear(name);
    }

    /// What is laid over the cables.
    pub(super) fn overlays(&self) -> &Overlays {
        &self.overlays
    }

    /// The landings' positions, in the order of the chart.
    pub(super) fn spots(&self) -> &[Spot] {
        &self.spots
    }

    /// What surrounds the cables.
    pub(super) fn around(&self) -> &Around {
        &self.around
    }

    /// Replaces the cables, landings and names.
    pub fn set_chart(&mut self, chart: Chart) {
        self.featured = chart.systems.len();
        self.chart = chart;
        self.make_lines();
    }

    /// Adds a layer of cables or landings for comparison: thin lines below the others, drawn from the next
    /// [`World::make_lines`] on.
    pub fn add_layer(&mut self, bytes: &[u8]) {
        self.chart.add(bytes);
    }

    /// The name of a thing in a language, if it is on the map.
    #[must_use]
    pub fn name(&self, picked: &Picked, lang: &str) -> Option<&str> {
        match picked {
            Picked::Cable(id) => self.chart.system(id).map(|s| s.name.get(lang)),
            Picked::Landing(id) => self.chart.landing(id).map(|l| l.name.get(lang)),
            mark => self.around.picked(Some(mark)).map(|p| p.mark.name.get(lang)),
        }
    }

    /// How much a system matters on this map.
    #[must_use]
    pub fn rank_of(&self, system: &ChartSystem) -> u8 {
        let is_featured = self.chart.systems.iter().take(self.featured).any(|s| s.id == system.id);
        rank_in(system.status, !is_featured)
    }

    /// Makes what is drawn from all layers that are there. It looks at every pair of them, so it is called
    /// once for many.
    pub fn make_lines(&mut self) {
        let ranked: Vec<(&ChartSystem, u8)> = self.chart.systems.iter().map(|s| (s, self.rank_of(s))).collect();
        let mut lines: Vec<CableLine> = Vec::new();
        for wanted in 0..=3 {
            for segment in &self.chart.segments {
                let system = ranked.iter().find(|(s, rank)| s.id == segment.system && *rank == wanted);
                lines.extend(system.map(|(system, rank)| cable_line(&self.chart, system, *rank, segment)));
            }
        }
        let found = neighbours(&lines);
        lines.iter_mut().zip(found).for_each(|(line, n)| line.neighbours = n);
        let found = lanes(&lines);
        lines.iter_mut().zip(found).for_each(|(line, lanes)| line.lanes = lanes);
        self.lines = lines;
        self.hide();
    }

    /// Says of each line whether it is left out, and of each landing what comes ashore there.
    fn hide(&mut self) {
        let only = self.only.as_ref();
        for line in &mut self.lines {
            line.is_hidden = only.is_some_and(|only| !only.contains(&line.system));
        }
        let spot = |l: &ChartLanding| {
            let rank = self.lines().filter(|line| line.ends.contains(&l.id)).map(|line| line.rank).max();
            Spot { at: l.at.to_unit(), rank: rank.unwrap_or(QUIET), is_hidden: rank.is_none() && only.is_some() }
        };
        self.spots = self.chart.landings.iter().map(spot).collect();
    }

    /// Replaces the land.
    pub fn set_land(&mut self, polygons: &[Polygon]) {
        self.land = shapes(polygons);
    }

    /// Adds the areas of a layer in the look of that name: lakes, ice on the land or along it; ice on the sea. They
    /// replace what was there of the layer, or of the ice's month.
    pub fn add_areas(&mut self, layer: &str, style: &str, polygons: &[Polygon]) {
        let shapes = shapes(polygons);
        if let Some(month) = ice_month(style) {
            self.around.ice[month] = Ice { area: shapes, edge: Outlines::edges(polygons) };
        } else if let Some(area) = self.areas.iter_mut().find(|a| a.layer == layer) {
            area.shapes = shapes;
        } else {
            self.areas.push(Area { layer: layer.to_owned(), colour: area_colour(style), shapes });
        }
    }

    /// Replaces the borders, or those in dispute, as the look of that name says.
    pub fn add_lines(&mut self, style: &str, lines: &[Vec<LonLat>]) {
        self.around.borders[usize::from(style == "border-disputed")] = Outlines::new(lines);
    }

    /// Adds a file of chokepoints, places, events or names of countries.
    pub fn add_points(&mut self, file: &str, bytes: &[u8]) -> Vec<Problem> {
        let (marks, problems) = marks(file, bytes);
        marks.into_iter().for_each(|mark| self.around.add(mark));
        problems
    }

    /// Names seas and countries in a language that the files do not have: `name` knows `sea-` and an id, or a country's code.
    pub fn translate(&mut self, lang: &str, name: &dyn Fn(&str) -> Option<String>) {
        for sea in &mut self.chart.seas {
            sea.name.complete(lang, || name(&["sea-", &sea.id].concat()));
        }
        for country in &mut self.around.countries {
            country.name.complete(lang, || name(&country.code));
        }
    }

    /// Says that there is a relief of the seabed, which the player of the display list brings; contours are made anew.
    pub fn set_seabed(&mut self) {
        self.seabed = Seabed { has_relief: true, ..Seabed::default() };
    }

    /// Whether there is a relief of the seabed.
    #[must_use]
    pub fn has_seabed(&self) -> bool {
        self.seabed.has_relief
    }

    /// Adds lines of equal depth, for a map from near or from afar.
    pub fn add_contours(&mut self, is_near: bool, lines: Vec<Contour>) {
        self.seabed.contours[usize::from(is_near)].extend(lines.into_iter().map(Isobath::from));
    }

    /// The lines of equal depth for a map of that scale.
    pub(super) fn contours(&self, km_per_px: f64) -> &[Isobath] {
        self.seabed.contours(km_per_px)
    }
}

fn shapes(polygons: &[Polygon]) -> Shapes {
    let mut land = Shapes::default();
    for polygon in polygons {
        let rings: Vec<(Vec<UnitVec>, Vec<f64>)> = polygon
            .rings
            .iter()
            .map(|ring| (ring.iter().map(|p| p.to_unit()).collect(), visvalingam::weights_km2(ring)))
            .collect();
        land.add(rings.iter().map(|(p, w)| (p.as_slice(), w.as_slice())));
    }
    land
}

/// How much a status matters on this map: proposals above their extensions above what exists.
#[must_use]
pub fn rank(status: Status) -> u8 {
    match status {
        Status::Suspended | Status::Cancelled | Status::Retired | Status::Terrestrial => 0,
        Status::InService | Status::UnderConstruction | Status::Planned => 1,
        Status::Illustrative => 2,
        Status::Proposed => 3,
    }
}

/// The same where a layer may be there for comparison only, and whatever is in it.
fn rank_in(status: Status, for_comparison: bool) -> u8 {
    let rank = rank(status);
    if for_comparison { rank.min(QUIET) } else { rank }
}

/// Whether a system of that status, in a layer that may be there for comparison only, is thin and without its name.
#[must_use]
pub fn is_quiet(status: Status, for_comparison: bool) -> bool {
    rank_in(status, for_comparison) <= QUIET
}
