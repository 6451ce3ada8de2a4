//! `geodata/seabed/`: ETOPO1 about the North Pole and round the world, as GeoTIFF.

use super::fetch::{self, PYBACKTRACK};
use super::mask::Mask;
use super::provenance;
use crate::geotiff::{self, EMPTY};
use crate::natural_earth::sha256;
use anyhow::{Result, ensure};
use arctic_cable_map::geodata::grid::{Frame, Lattice};
use arctic_cable_map::sphere::LonLat;
use serde_json::json;
use std::path::Path;
use std::process::Command;

const GRID: &str = "pybacktrack/bundle_data/topography/ETOPO1_0.1.grd";
const GRID_SHA256: &str = "9e6d6db4e992d11415f08ba87f706052c753efa56e6c401b09cfd5f9b6cfe492";

/// The northern grid has no depths south of this.
const SOUTH_DEG: f64 = 50.0;

/// Cells of 10 km, which is the 0.1° of the source, with the Pole in the middle and 50° N at the sides.
const NORTH: Lattice =
    Lattice { frame: Frame::NorthPole, width: 871, height: 871, first: (-4350.0, 4350.0), step: 10.0 };
const WORLD: Lattice = Lattice { frame: Frame::LonLat, width: 720, height: 361, first: (-180.0, 90.0), step: 0.5 };

/// The source: heights in metres every 0.1°, rows from the south, columns from Greenwich.
struct Relief(Vec<i16>);

impl Relief {
    const COLUMNS: usize = 3600;
    const ROWS: usize = 1801;

    fn parse(bytes: &[u8]) -> Result<Self> {
        ensure!(bytes.len() == 2 * Self::COLUMNS * Self::ROWS, "the heights have {} bytes", bytes.len());
        Ok(Self(bytes.as_chunks().0.iter().map(|b| i16::from_le_bytes(*b)).collect()))
    }

    /// The height in metres at a position, bilinear.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index of the grid")]
    fn at(&self, at: LonLat) -> f64 {
        let x = (at.lon_deg * 10.0).rem_euclid(3600.0);
        let y = ((at.lat_deg + 90.0) * 10.0).clamp(0.0, 1_799.999_999);
        let (column, row) = (x as usize % Self::COLUMNS, y as usize);
        let (u, v) = (x - x.floor(), y - y.floor());
        let get = |right, down| f64::from(self.0[(row + down) * Self::COLUMNS + (column + right) % Self::COLUMNS]);
        (1.0 - v) * ((1.0 - u) * get(0, 0) + u * get(1, 0)) + v * ((1.0 - u) * get(0, 1) + u * get(1, 1))
    }

    /// The height of the sea's floor in the cell about (x, y): the mean of sixteen places in it as far as they are
    /// under water.
    #[allow(clippy::cast_possible_truncation, reason = "metres")]
    fn cell(&self, lattice: &Lattice, (x, y): (f64, f64)) -> i16 {
        const PLACES: [f64; 4] = [-0.375, -0.125, 0.125, 0.375];
        let mut sum = (0.0, 0.0);
        for (dx, dy) in PLACES.iter().flat_map(|dy| PLACES.iter().map(move |dx| (dx, dy))) {
            let (x, y) = (x + dx * lattice.step, y + dy * lattice.step);
            let height = self.at(lattice.frame.position(x, y));
            if height < 0.0 {
                sum = (sum.0 + height, sum.1 + 1.0);
            }
        }
        if sum.1 > 0.0 { (sum.0 / sum.1).round() as i16 } else { 0 }
    }
}

/// Writes both grids and their provenance.
pub(super) fn run(root: &Path, cache: &Path) -> Result<()> {
    let wheel = fetch::package(cache, &PYBACKTRACK)?;
    let (grid, raw) = (cache.join("etopo1.grd"), cache.join("etopo1.i16"));
    std::fs::write(&grid, fetch::from_zip(&wheel, GRID, Some(GRID_SHA256))?)?;
    let python = fetch::python(cache)?;
    fetch::done(
        Command::new(python).args(["-c", include_str!("etopo.py")]).args([&grid, &raw]),
        "the reader of ETOPO1",
    )?;
    let relief = Relief::parse(&std::fs::read(&raw)?)?;
    let land = Mask::land(root)?;

    let folder = root.join("geodata/seabed");
    std::fs::create_dir_all(&folder)?;
    let mut files = Vec::new();
    for (name, title, lattice) in [
        ("north-10km.tif", "Seabed north of 50° N, every 10 km", NORTH),
        ("world-half-degree.tif", "Seabed of the world, every half degree", WORLD),
    ] {
        let heights = sampled(&relief, &land, &lattice);
        let bytes = geotiff::write(&lattice, &heights)?;
        let sea = heights.iter().filter(|h| **h != EMPTY).count();
        println!("geodata/seabed/{name}: {sea} cells of sea, {} bytes", bytes.len());
        std::fs::write(folder.join(name), &bytes)?;
        files.push(json!({"file": name, "title": title, "sha256": sha256(&bytes)}));
    }
    provenance::write(&folder, &about(&files))
}

fn sampled(relief: &Relief, land: &Mask, lattice: &Lattice) -> Vec<i16> {
    let mut out = Vec::with_capacity(lattice.width * lattice.height);
    for row in 0..lattice.height {
        for column in 0..lattice.width {
            let at = lattice.position(column, row);
            let outside = lattice.frame == Frame::NorthPole && at.lat_deg < SOUTH_DEG;
            let place = lattice.frame.place(at);
            let empty = outside || land.holds(at.lon_deg, at.lat_deg);
            out.push(if empty { EMPTY } else { relief.cell(lattice, place) });
        }
    }
    out
}

fn about(files: &[serde_json::Value]) -> serde_json::Value {
    json!({
        "id": "seabed",
        "title": "Height of the seabed in metres, below 0",
        "producer": "NOAA National Geophysical Data Center; resampled by Arctic Cable Map",
        "licence": "public-domain",
        "licence_note": "A work of the United States Government.",
        "retrieved": "2026-11-21",
        "files": files,
        "source": {
            "dataset": "ETOPO1 Bedrock, sampled every 0.1° by GMT grdsample",
            "citation": "Amante, C. and B. W. Eakins, 2009. ETOPO1 1 Arc-Minute Global Relief Model: Procedures, Data Sources and Analysis. NOAA Technical Memorandum NESDIS NGDC-24. doi 10.7289/V5C8276M",
            "url": "https://www.ngdc.noaa.gov/mgg/global/global.html",
            "package": {"registry": "PyPI", "name": "pybacktrack", "version": "1.5.0", "sha256": PYBACKTRACK.sha256, "note": "The grid alone was taken; the package's code (GPL-2) is not used."},
            "file": {"path": GRID, "sha256": GRID_SHA256}
        },
        "steps": [
            "cargo xtask data import",
            "Each cell is the mean of sixteen places in it, bilinear in the source, as far as they are under water.",
            "Cells whose middle is land (basemap/land-50m.geojson) have no value, so the rock under ice sheets is not taken for sea; a cell of sea without a depth in the source is 0 m.",
            "The northern grid is Lambert's equal-area projection EPSG:3408 and has no value south of 50° N; the world's is EPSG:4326. A cell stands for its middle point."
        ],
        "accuracy": "A mean over 10 km (55 km in the world's grid) of a compilation of soundings and of gravity: tens of metres on surveyed shelves, hundreds in the unsurveyed deep and on steep slopes. Not for navigation or for laying cable.",
        "attribution": "Bathymetry: ETOPO1, Amante & Eakins 2009, NOAA. Not for navigation."
    })
}
