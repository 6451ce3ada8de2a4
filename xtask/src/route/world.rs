//! The nodes and chokepoints of every layer in `geodata/`.

use anyhow::{Context, Result};
use arctic_cable_map::geodata::{Report, features};
use arctic_cable_map::json::Value;
use arctic_cable_map::seaway::{Area, Avoid};
use arctic_cable_map::sphere::{LonLat, UnitVec};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where things are.
#[derive(Default)]
pub(super) struct World {
    /// By id, with the folder of each file that has it.
    nodes: BTreeMap<String, Vec<(PathBuf, LonLat)>>,
    chokepoints: BTreeMap<String, Vec<Avoid>>,
}

impl World {
    /// Reads every `.geojson` below `geodata` but the base map.
    pub(super) fn read(geodata: &Path) -> Result<Self> {
        let mut world = Self::default();
        for folder in std::fs::read_dir(geodata)?.collect::<std::io::Result<Vec<_>>>()? {
            if !folder.file_type()?.is_dir() || folder.file_name() == "basemap" {
                continue;
            }
            for file in std::fs::read_dir(folder.path())?.collect::<std::io::Result<Vec<_>>>()? {
                if file.path().extension().is_some_and(|e| e == "geojson") {
                    world.add(&folder.path(), &file.path())?;
                }
            }
        }
        Ok(world)
    }

    fn add(&mut self, folder: &Path, file: &Path) -> Result<()> {
        let bytes = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
        let name = file.display().to_string();
        for feature in features(&bytes, &mut Report::new(&name)) {
            let Some(id) = feature.id.clone() else { continue };
            match feature.properties.get("kind").and_then(Value::as_str) {
                Some("landing" | "branching-unit") => {
                    if let Some(at) = feature.shape.points.first() {
                        self.nodes.entry(id).or_default().push((folder.to_owned(), *at));
                    }
                }
                Some("chokepoint") => {
                    let rings = feature.shape.polygons.iter().filter_map(|p| p.first());
                    let area = |ring: &Vec<LonLat>| {
                        let ring: Vec<UnitVec> = ring.iter().map(|p| p.to_unit()).collect();
                        Avoid::new(id.clone(), Area::Ring(ring))
                    };
                    let areas: Vec<Avoid> = rings.map(area).collect();
                    self.chokepoints.insert(id, areas);
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The position of a landing or branching unit, that of the same folder first.
    pub(super) fn node(&self, folder: &Path, id: &str) -> Option<LonLat> {
        let found = self.nodes.get(id)?;
        found.iter().find(|(f, _)| f == folder).or(found.first()).map(|(_, at)| *at)
    }

    pub(super) fn chokepoint(&self, id: &str) -> Option<Vec<Avoid>> {
        self.chokepoints.get(id).cloned()
    }
}
