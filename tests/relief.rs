//! The map's own seabed: its depths are those of the grids, its picture fills the sea, what is broken is named.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping there")]

#[path = "common/seabed.rs"]
mod seabed;

use arctic_cable_map::carto::{Pose, View, Viewport};
use arctic_cable_map::geodata::Code;
use arctic_cable_map::geodata::grid::Grid;
use arctic_cable_map::scene::Palette;
use arctic_cable_map::scene::relief::Relief;
use arctic_cable_map::sphere::LonLat;
use std::sync::LazyLock;

static GRIDS: LazyLock<Vec<Grid>> = LazyLock::new(|| {
    let unpack = |file: &&str| Grid::decode(file, &seabed::packed(file)).unwrap_or_else(|p| panic!("{p}"));
    seabed::FILES.iter().map(unpack).collect()
});

static RELIEF: LazyLock<Relief> = LazyLock::new(|| {
    let mut relief = Relief::default();
    // The order of loading does not matter.
    GRIDS.iter().rev().for_each(|grid| relief.add_grid(grid.clone()));
    relief
});

/// The step between levels about a depth.
fn step_m(depth_m: f64) -> f64 {
    if depth_m < 200.0 {
        10.0
    } else if depth_m < 1000.0 {
        25.0
    } else {
        50.0
    }
}

#[test]
fn a_depth_is_that_of_the_cell_within_a_step() {
    let mut seen = [0, 0];
    for (grid, seen) in GRIDS.iter().zip(&mut seen) {
        let lattice = grid.lattice;
        for i in (0..lattice.width * lattice.height).step_by(37) {
            let (column, row) = (i % lattice.width, i / lattice.width);
            let at = lattice.position(column, row).to_unit();
            let Some(wanted) = grid.cell_m(column, row) else { continue };
            // Where the northern grid reaches, it answers; to its edge, no further.
            let Some(found) = RELIEF.sounding(at).filter(|s| (s.resolution_km > 20.0) == (lattice.width == 720)) else {
                continue;
            };
            assert!((found.depth_m - wanted).abs() <= step_m(wanted), "{found:?}, not {wanted}, at {column} {row}");
            *seen += 1;
        }
    }
    assert!(seen[0] > 2_000 && seen[1] > 4_000, "{seen:?}");
}

/// As ETOPO1 has them; `xtask/src/tiers.rs` tells more of these places.
#[test]
fn known_places_are_as_deep_as_they_are() {
    for (name, lon, lat, wanted, near, resolution_km) in [
        ("Lomonosov Ridge", 140.0, 87.8, 1147.0, 50.0, 10.0),
        ("Amundsen Basin", 70.0, 88.5, 4312.0, 50.0, 10.0),
        ("Barents Sea", 35.0, 74.0, 273.0, 25.0, 10.0),
        ("Mariana Trench", 142.2, 11.35, 8_500.0, 1_500.0, 55.6),
    ] {
        let found = RELIEF.sounding(LonLat::new(lon, lat).to_unit()).expect(name);
        assert!((found.depth_m - wanted).abs() <= near, "{name}: {found:?}");
        assert!((found.resolution_km - resolution_km).abs() < 1e-9, "{name}: {found:?}");
    }
    assert_eq!(RELIEF.depth_m(LonLat::new(-40.0, 73.0).to_unit()), None, "Greenland");
    // From Svalbard over the Fram Strait to Greenland: a deep between two shelves.
    let line = [(10.0, 79.0), (-15.0, 79.0)].map(|(lon, lat)| LonLat::new(lon, lat).to_unit());
    let profile = RELIEF.profile(&line, 5.0);
    let depths: Vec<f64> = profile.iter().filter_map(|(_, m)| *m).collect();
    assert_eq!(depths.len(), profile.len(), "all of it is sea");
    let deepest = depths.iter().copied().fold(0.0, f64::max);
    assert!(
        depths[0] < 400.0 && depths[depths.len() - 1] < 400.0 && (2_200.0..5_600.0).contains(&deepest),
        "{deepest}"
    );
}

#[test]
fn the_picture_of_the_home_view_is_opaque_and_has_relief() {
    let view = View::polar(Pose::HOME, Viewport::plain(960.0, 600.0));
    for palette in [Palette::Dark, Palette::Light] {
        let mut pixels = Vec::new();
        assert_eq!(RELIEF.shade(&view, palette, 2, &mut pixels), (480, 300));
        assert!(pixels.chunks_exact(4).all(|p| p[3] == 255));
        let brightness = |at: LonLat| {
            let p = view.screen_from_sphere(at.to_unit()).expect("on the map");
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a pixel of the picture")]
            let i = 4 * ((p.y / 2.0) as usize * 480 + (p.x / 2.0) as usize);
            pixels[i..i + 3].iter().map(|v| u32::from(*v)).sum::<u32>()
        };
        let (shelf, basin) = (brightness(LonLat::new(150.0, 74.0)), brightness(LonLat::new(-140.0, 76.0)));
        assert!(shelf > basin + 60, "{palette:?}: the East Siberian shelf {shelf}, the Canada Basin {basin}");
    }
}

#[test]
fn a_broken_grid_is_named_and_changes_nothing() {
    let mut relief = Relief::default();
    let packed = seabed::packed(seabed::FILES[0]);
    let codes = |problems: Vec<arctic_cable_map::geodata::Problem>| problems.iter().map(|p| p.code).collect::<Vec<_>>();
    assert_eq!(codes(relief.add("seabed/a.acmg", &packed[..5_000])), [Code::PackedTruncated]);
    assert!(relief.is_empty());
    assert_eq!(codes(relief.add("seabed/a.acmg", &packed)), []);
    assert_eq!(codes(relief.add("seabed/b.acmg", b"{}")), [Code::NotPacked]);
    assert!(!relief.is_empty());
}
