//! What questions are asked of: the network, the facts behind it, sea ice and depths, read from `geodata/`.

use crate::tiers::Bare;
use anyhow::{Context, Result, bail};
use arctic_cable_map::cable::{Atlas, Gazetteer};
use arctic_cable_map::geodata::grid::Grid;
use arctic_cable_map::geodata::{Catalog, Level, Polygon, Problem, polygons_from_geojson};
use arctic_cable_map::network::{EdgeKind, Network, Way, exposure};
use arctic_cable_map::sphere::{LonLat, UnitVec};
use std::path::{Path, PathBuf};

const CONTEXT: [&str; 3] = ["context/chokepoints.geojson", "context/places.geojson", "context/events.geojson"];
const MEASUREMENTS: &str = "context/measurements.json";
const ICE: [&str; 2] = ["environment/sea-ice-march.geojson", "environment/sea-ice-september.geojson"];
/// The finest first.
const SEABED: [&str; 2] = ["seabed/north-10km.tif", "seabed/world-half-degree.tif"];
/// How closely depths are looked up, in kilometres: as close as the cells of the northern grid.
const STEP_KM: f64 = 10.0;

/// The network and the facts behind it.
pub(crate) struct World {
    pub(crate) atlas: Atlas,
    pub(crate) gazetteer: Gazetteer,
    pub(crate) network: Network,
    geodata: PathBuf,
}

impl World {
    /// Reads every layer of the catalogue that holds cables, and the context.
    pub(crate) fn read(geodata: &Path) -> Result<Self> {
        let read = |file: &str| std::fs::read(geodata.join(file)).with_context(|| format!("{file} cannot be read"));
        let (catalog, problems) = Catalog::parse("catalog.json", &read("catalog.json")?);
        sound(&problems)?;
        let (mut atlas, mut gazetteer) = (Atlas::default(), Gazetteer::default());
        for layer in catalog.layers.iter().filter(|l| l.kind.has_entities()) {
            sound(&atlas.add(&layer.file, &read(&layer.file)?))?;
        }
        for file in ["sources.json", "context/sources.json"] {
            sound(&atlas.add_sources(file, &read(file)?))?;
        }
        for file in CONTEXT {
            sound(&gazetteer.add(file, &read(file)?))?;
        }
        sound(&gazetteer.add_measurements(MEASUREMENTS, &read(MEASUREMENTS)?))?;
        let network = Network::build(&atlas, &gazetteer);
        Ok(Self { atlas, gazetteer, network, geodata: geodata.to_path_buf() })
    }

    /// The English name of a node.
    pub(crate) fn node(&self, node: usize) -> String {
        let known = &self.network.nodes[node];
        let id = known.id.as_str();
        let landing = self.atlas.landing(id).map(|l| &l.name);
        let unit = self.atlas.branching_unit(id).map(|b| &b.name);
        let place = self.gazetteer.place(id).map(|p| &p.name);
        let position = || format!("{:.2}° N {:.2}° E", known.at.lat_deg, known.at.lon_deg);
        let name = if known.kind == arctic_cable_map::network::NodeKind::Place { place } else { landing.or(unit) };
        name.map_or_else(position, |n| n.get("en").to_owned())
    }

    /// The English name of a system.
    pub(crate) fn cable(&self, cable: usize) -> &str {
        let id = self.network.cables[cable].id.as_str();
        self.atlas.system(id).map_or(id, |s| s.name.get("en"))
    }

    /// The English name of a chokepoint.
    pub(crate) fn chokepoint(&self, chokepoint: usize) -> &str {
        let id = self.network.chokepoints[chokepoint].as_str();
        self.gazetteer.chokepoint(id).map_or(id, |c| c.name.get("en"))
    }

    /// The sea lines of a way.
    fn lines<'a>(&'a self, way: &'a Way) -> impl Iterator<Item = &'a [LonLat]> {
        let edges = way.edges.iter().map(|e| &self.network.edges[*e]);
        edges.filter(|e| e.kind == EdgeKind::Sea).filter_map(|e| self.atlas.segment(&e.id)).map(|s| s.line.as_slice())
    }
}

/// Sea ice and depths.
pub(crate) struct Sea {
    /// Rings of the median ice of March and September.
    ice: [Vec<Vec<UnitVec>>; 2],
    /// The same as polygons.
    pub(crate) masks: [Vec<Polygon>; 2],
    /// Depths, the finest first.
    pub(crate) grids: Vec<Grid>,
}

/// What lies over and under a way.
#[derive(Clone, Copy)]
pub(crate) struct Exposure {
    /// Kilometres of the line under the median ice of March and of September.
    pub(crate) ice_km: [f64; 2],
    /// Kilometres of the line at sea.
    pub(crate) sea_km: f64,
    /// The greatest depth in metres.
    pub(crate) deepest_m: Option<f64>,
}

impl Sea {
    /// Reads the ice and the grids.
    pub(crate) fn read(world: &World) -> Result<Self> {
        let (mut ice, mut masks) = ([Vec::new(), Vec::new()], [Vec::new(), Vec::new()]);
        for ((rings, mask), file) in ice.iter_mut().zip(&mut masks).zip(ICE) {
            let (polygons, problems) = polygons_from_geojson(file, &std::fs::read(world.geodata.join(file))?);
            sound(&problems)?;
            let all = polygons.iter().flat_map(|p| &p.rings);
            rings.extend(all.map(|r| r.iter().map(|p| p.to_unit()).collect::<Vec<UnitVec>>()));
            *mask = polygons;
        }
        let mut grids = Vec::new();
        for file in SEABED {
            let bytes = std::fs::read(world.geodata.join(file))?;
            let kind = arctic_cable_map::geodata::LayerKind::Grid;
            let (bare, problems) = Bare::read(kind, file, &bytes).context("a grid")?;
            sound(&problems)?;
            match Grid::decode(file, &bare.pack(0.0).0) {
                Ok(grid) => grids.push(grid),
                Err(problem) => bail!("{problem}"),
            }
        }
        Ok(Self { ice, masks, grids })
    }

    /// What lies over and under a way.
    pub(crate) fn exposure(&self, world: &World, way: &Way) -> Exposure {
        let depth_m = |at: LonLat| self.grids.iter().find_map(|g| g.depth_m(at));
        let mut out = Exposure { ice_km: [0.0; 2], sea_km: 0.0, deepest_m: None };
        for line in world.lines(way) {
            out.sea_km += arctic_cable_map::sphere::measure::length_km(line);
            for (sum, rings) in out.ice_km.iter_mut().zip(&self.ice) {
                *sum += exposure::inside_km(line, rings);
            }
            let deepest = exposure::deepest(line, STEP_KM, &depth_m).map(|(m, _)| m);
            out.deepest_m = out.deepest_m.into_iter().chain(deepest).reduce(f64::max);
        }
        out
    }
}

fn sound(problems: &[Problem]) -> Result<()> {
    match problems.iter().find(|p| p.level == Level::Error) {
        Some(problem) => bail!("{problem}"),
        None => Ok(()),
    }
}
