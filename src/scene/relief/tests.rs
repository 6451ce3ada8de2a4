//! The relief of hand-computed grids: a cone, a plane, a seam.

use super::patch::Patch;
use super::shading::MAX_BEND;
use super::*;
use crate::carto::{Pose, Viewport};
use crate::geodata::grid::Lattice;
use crate::plane::Point;
use crate::sphere::LonLat;

const RANGES: &[(u8, u16)] = &[(255, 20)];

/// A polar grid of 10 km out to 1000 km, with the depths of a function of kilometres to the right and down from the Pole.
fn polar(depth_m: impl Fn(f64, f64) -> Option<f64>) -> Grid {
    let lattice = Lattice { frame: Frame::NorthPole, width: 201, height: 201, first: (-1000.0, 1000.0), step: 10.0 };
    let km = |i: usize| i as f64 * 10.0 - 1000.0;
    let cells: Vec<Option<f64>> = (0..201 * 201)
        .map(|i| (km(i % 201), km(i / 201)))
        .map(|(x, y)| depth_m(x, y).filter(|_| x.hypot(y) <= 1000.0))
        .collect();
    Grid::new(lattice, RANGES, &cells)
}

/// A grid of the world, every 2°.
fn world(depth_m: impl Fn(LonLat) -> Option<f64>) -> Grid {
    let lattice = Lattice { frame: Frame::LonLat, width: 180, height: 91, first: (-180.0, 90.0), step: 2.0 };
    let cells: Vec<Option<f64>> = (0..180 * 91).map(|i| depth_m(lattice.position(i % 180, i / 180))).collect();
    Grid::new(lattice, RANGES, &cells)
}

fn relief(grids: impl IntoIterator<Item = Grid>) -> Relief {
    let mut relief = Relief::default();
    grids.into_iter().for_each(|grid| relief.add_grid(grid));
    relief
}

fn view(zoom: f64, turn_deg: f64) -> View {
    View::polar(Pose { centre: LonLat::new(75.0, 90.0), zoom, turn_deg }, Viewport::plain(400.0, 300.0))
}

struct Image {
    width: usize,
    pixels: Vec<u8>,
}

impl Image {
    fn of(relief: &Relief, view: &View, palette: Palette, step_px: u32) -> Self {
        let mut pixels = vec![7; 5];
        let (width, height) = relief.shade(view, palette, step_px, &mut pixels);
        assert_eq!(pixels.len(), 4 * width * height);
        Self { width, pixels }
    }

    fn at(&self, x: usize, y: usize) -> [u8; 4] {
        let at = 4 * (y * self.width + x);
        std::array::from_fn(|i| self.pixels[at + i])
    }

    /// Mean brightness of a square of eight pixels, which dithering does not change.
    fn light(&self, x: usize, y: usize) -> f64 {
        let near = (0..64).flat_map(|i| self.at(x + i % 8, y + i / 8).into_iter().take(3));
        near.map(f64::from).sum::<f64>() / 192.0
    }
}

/// A seamount is bright to the upper left and dark to the lower right, however the map is turned.
#[test]
fn light_comes_from_the_upper_left_of_the_screen() {
    let cone = relief([polar(|x, y| Some((500.0 + 12.0 * x.hypot(y)).min(5000.0)))]);
    for turn_deg in [0.0, 90.0, -135.0] {
        for palette in [Palette::Dark, Palette::Light] {
            let image = Image::of(&cone, &view(2.5, turn_deg), palette, 1);
            let beside = |x: usize, y: usize| image.light(161 + 70 * x, 111 + 70 * y);
            let (lit, dark) = (beside(0, 0), beside(1, 1));
            let (right, left) = (beside(1, 0), beside(0, 1));
            assert!(lit > right + 3.0 && right > dark + 1.5, "{turn_deg} {palette:?}: {lit} {right} {dark}");
            assert!((right - left).abs() < 2.0, "{turn_deg} {palette:?}: {right} {left}");
        }
    }
}

/// A plane is as bright everywhere as its depth says, and steeper ones differ more from level ground.
#[test]
fn a_plane_has_its_slope_everywhere() {
    let falls_left = |m_per_km: f64| polar(move |x, _| Some(2500.0 + m_per_km * x));
    for m_per_km in [1.5, -1.5] {
        let sheet = Sheet::new(falls_left(m_per_km));
        for (column, row) in [(60.2, 80.9), (100.0, 100.0), (140.5, 99.5)] {
            let [depth, right, down] = sheet.sample((column, row));
            let wanted = 2500.0 + m_per_km * (column * 10.0 - 1000.0);
            assert!((f64::from(depth) - wanted).abs() < 11.0, "{depth} {wanted}");
            assert!((f64::from(right) - 10.0 * m_per_km).abs() < 4.0 && down.abs() < 0.5, "{right} {down}");
        }
    }
    let level = Image::of(&relief([polar(|_, _| Some(2500.0))]), &view(2.5, 0.0), Palette::Dark, 1);
    assert!((level.light(100, 100) - level.light(300, 200)).abs() < 0.1, "level ground is even");
}

#[test]
fn a_depth_is_that_of_the_finest_grid_that_reaches() {
    let fine = polar(|x, y| Some(1000.0 + x + y));
    let coarse = world(|at| (at.lat_deg > -60.0).then_some(3000.0));
    let both = relief([fine.clone(), coarse]);
    for (x, y) in [(0.0, 0.0), (123.0, -456.0), (-333.0, 7.0)] {
        let at = Frame::NorthPole.position(x, y);
        let wanted = fine.depth_m(at).unwrap();
        assert!((wanted - (1000.0 + x - y)).abs() <= 10.0, "half a step");
        assert_eq!(both.sounding(at.to_unit()), Some(Sounding { depth_m: wanted, resolution_km: 10.0 }));
    }
    let south = both.sounding(LonLat::new(20.0, 40.0).to_unit()).unwrap();
    assert_eq!((south.depth_m, south.resolution_km > 200.0), (3000.0, true));
    assert_eq!(both.depth_m(LonLat::new(20.0, -75.0).to_unit()), None, "land");
    assert_eq!(Relief::default().depth_m(UnitVec::NORTH), None);
}

#[test]
fn a_profile_has_every_vertex_and_no_long_step() {
    let basin = relief([polar(|x, y| (x.hypot(y) > 100.0).then_some(2000.0))]);
    let line = [(0.0, 85.0), (180.0, 85.0), (180.0, 84.0)].map(|(lon, lat)| LonLat::new(lon, lat).to_unit());
    let profile = basin.profile(&line, 50.0);
    let total: f64 = line.windows(2).map(|w| w[0].angle_to(w[1]) * EARTH_RADIUS_KM).sum();
    assert_eq!(profile[0], (0.0, Some(2000.0)));
    assert!((profile[profile.len() - 1].0 - total).abs() < 1e-6);
    assert!(profile.windows(2).all(|w| w[1].0 > w[0].0 && w[1].0 - w[0].0 < 50.001));
    let over_the_pole = total * 5.0 / 11.0;
    let near = profile.iter().min_by(|a, b| (a.0 - over_the_pole).abs().total_cmp(&(b.0 - over_the_pole).abs()));
    assert_eq!(near.map(|p| p.1), Some(None), "there is no sea at the Pole");
    assert_eq!((basin.profile(&[], 1.0), basin.profile(&line[..1], 1.0).len()), (vec![], 1));
}

/// Grids of depths that differ pass into each other: no pixel differs much from the next.
#[test]
fn no_seam_shows_between_grids_nor_at_the_antimeridian() {
    let slope = |at: LonLat| 1500.0 + 500.0 * (at.to_unit().x * 3.0).sin();
    let fine = polar(move |x, y| Some(1500.0 + slope(Frame::NorthPole.position(x, -y))));
    let both = relief([world(move |at| Some(slope(at))), fine.clone()]);
    let apart = relief([fine]);
    for (zoom, turn_deg) in [(0.0, 0.0), (1.0, 33.0)] {
        let image = Image::of(&both, &view(zoom, turn_deg), Palette::Light, 1);
        for y in 0..300 {
            for x in 1..400 {
                let (a, b) = (image.at(x - 1, y), image.at(x, y));
                assert_eq!(b[3], 255);
                assert!((0..3).all(|i| a[i].abs_diff(b[i]) <= 6), "{zoom}: {x} {y}: {a:?} {b:?}");
            }
        }
    }
    let image = Image::of(&both, &view(0.0, 0.0), Palette::Light, 1);
    assert!(image.light(260, 150) > image.light(200, 150) + 10.0, "a step would be seen");
    // Without a grid below, the edge fades out instead.
    let image = Image::of(&apart, &view(0.5, 0.0), Palette::Light, 1);
    assert_eq!((image.at(200, 150)[3], image.at(2, 2)[3]), (255, 0));
    assert!((1..400).all(|x| image.at(x, 150)[3].abs_diff(image.at(x - 1, 150)[3]) < 40));
}

/// The places between nodes against those that the view itself gives, in cells of the grid.
#[test]
fn places_between_nodes_are_within_the_bound() {
    let sheet = Sheet::new(polar(|_, _| Some(1000.0)));
    let sheet_of_degrees = Sheet::new(world(|_| Some(1000.0)));
    let (mut most, mut blocks) = (0.0_f64, 0);
    for zoom in [-2.0, -1.0, 0.0, 2.0, 5.0, 8.0] {
        let view = view(zoom, 20.0);
        let at = |x: usize, y: usize| view.sphere_from_screen(Point::new(x as f64 + 0.5, y as f64 + 0.5));
        for (sheet, left, top) in
            (0..20 * 15).flat_map(|i| [(&sheet, i % 20, i / 20), (&sheet_of_degrees, i % 20, i / 20)])
        {
            let (left, top) = (left * 16, top * 16);
            let nodes: [_; 9] = std::array::from_fn(|i| at(left + i % 3 * 8, top + i / 3 * 8));
            if nodes.iter().any(Option::is_none) {
                continue;
            }
            let places = patch::places(sheet, nodes.map(Option::unwrap));
            if shading::bend(&places) > MAX_BEND {
                continue;
            }
            blocks += 1;
            for (x, y) in [(3, 5), (4, 4), (12, 4), (13, 9), (2, 15)] {
                let corner = x / 8 + y / 8 * 3;
                let corners = [corner, corner + 1, corner + 3, corner + 4].map(|i| places[i]);
                let found = Patch::new(sheet, corners, 8.0, 1.0).place((x % 8) as f64, (y % 8) as f64);
                let [_, exact] = patch::places(sheet, [nodes[0].unwrap(), at(left + x, top + y).unwrap()]);
                most = most.max((found.0 - exact.0).abs()).max((found.1 - exact.1).abs());
            }
        }
    }
    assert!(blocks > 2000, "{blocks}");
    assert!(most <= 0.25, "{most} cells off");
    assert!(most > 0.05, "the bound is met only by asking too often: {most}");
}

#[test]
fn it_is_transparent_outside_the_map_and_opaque_inside() {
    let sea = relief([world(|_| Some(3000.0))]);
    // From −2 octaves about a southern point, the screen shows the rim.
    let pose = Pose { centre: LonLat::new(150.0, -35.0), zoom: -2.0, turn_deg: 0.0 };
    for step in [1_u32, 3] {
        let view = View::polar(pose, Viewport::plain(401.0, 300.0));
        let image = Image::of(&sea, &view, Palette::Dark, step);
        let size = step as usize;
        assert_eq!(image.width, 401_usize.div_ceil(size));
        let (mut inside, mut outside) = (0, 0);
        for y in 0..300 / size {
            for x in 0..image.width {
                let at = Point::new((x as f64 + 0.5) * f64::from(step), (y as f64 + 0.5) * f64::from(step));
                let on_map = view.sphere_from_screen(at).is_some();
                // Between two nodes the rim may bulge by less than a pixel.
                let near =
                    [(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)].map(|(x, y)| Point::new(at.x + x, at.y + y));
                if near.iter().all(|p| view.sphere_from_screen(*p).is_some() == on_map) {
                    assert_eq!(image.at(x, y)[3], if on_map { 255 } else { 0 }, "{step}: {x} {y}");
                }
                *(if on_map { &mut inside } else { &mut outside }) += 1;
            }
        }
        assert!(inside > 1000 && outside > 200, "{inside} {outside}");
    }
}

#[test]
fn slices_make_the_same_image() {
    let cone = relief([polar(|x, y| Some(1000.0 + x.hypot(y)))]);
    let view = view(1.5, 10.0);
    let mut shading = Shading::begin(&view, Palette::Dark, 2, Vec::new());
    let mut calls = 0;
    while !shading.rows(&cone, 10) {
        calls += 1;
        assert_eq!(shading.done(), 16 * calls);
    }
    assert_eq!((shading.size(), shading.done(), calls), ((200, 150), 150, 9));
    assert_eq!(shading.pixels(), Image::of(&cone, &view, Palette::Dark, 2).pixels);
}

#[test]
fn contours_of_a_cone_are_circles() {
    let cone = relief([polar(|x, y| Some(500.0 + 4.0 * x.hypot(y)))]);
    let contours = cone.contours(20.0);
    for (depth_m, km) in [(1000.0, 125.0), (3000.0, 625.0)] {
        let pieces: Vec<&Contour> = contours.iter().filter(|c| c.depth_m == depth_m).collect();
        let points: Vec<UnitVec> = pieces.iter().flat_map(|c| c.points.iter().copied()).collect();
        assert!(points.len() as f64 > km / 10.0 * 6.0, "{}", points.len());
        for p in &points {
            let (x, y) = Frame::NorthPole.place(p.to_lonlat());
            assert!((x.hypot(y) - km).abs() < 5.0, "{depth_m}: {}", x.hypot(y));
        }
        // One closed line, cut into pieces that hang together.
        let ends: usize = pieces.windows(2).filter(|w| w[0].points.last() != w[1].points.first()).count();
        assert_eq!(ends, 0);
        assert_eq!(pieces[0].points.first(), pieces[pieces.len() - 1].points.last());
    }
    assert!(contours.iter().all(|c| c.depth_m != 200.0), "the cone is deeper");
}

/// Contours end at the coast and go on round the globe; those of both grids do not overlap.
#[test]
fn contours_end_at_coasts_and_pass_the_antimeridian() {
    let mut both = relief([world(|at| (at.lon_deg.abs() > 90.0).then_some(2500.0 + 20.0 * at.lat_deg))]);
    let all = both.contours(20.0);
    let lines: Vec<&Contour> = all.iter().filter(|c| c.depth_m == 2000.0).collect();
    assert!(lines.iter().flat_map(|c| &c.points).all(|p| (p.to_lonlat().lat_deg + 25.0).abs() < 0.7));
    let km: f64 = lines.iter().flat_map(|c| c.points.windows(2)).map(|w| w[0].angle_to(w[1]) * EARTH_RADIUS_KM).sum();
    let half_round = 176_f64.to_radians() * 25_f64.to_radians().cos() * EARTH_RADIUS_KM;
    assert!((km / half_round - 1.0).abs() < 0.01, "{km} {half_round}");
    let ends = lines.windows(2).filter(|w| w[0].points.last() != w[1].points.first()).count();
    assert_eq!(ends, 0, "one line");
    // A grid of the north makes those of the world end at its edge, and all are made anew.
    let before = both.contours(20.0).len();
    both.add_grid(polar(|_, _| Some(4500.0)));
    assert_ne!(both.contours(20.0).len(), before);
    let inside = |p: &&UnitVec| p.to_lonlat().lat_deg > 84.0;
    let found =
        both.contours(20.0).iter().filter(|c| c.depth_m == 4000.0).flat_map(|c| &c.points).filter(inside).count();
    assert_eq!(found, 0, "the world's line at 75° is not under the north's");
}
