//! Lines of the ground that are no cables: borders, and the edge of the ice on the sea.

use super::display_list::DisplayList;
use crate::carto::{ClipCap, Resample, SphereSink, View};
use crate::geodata::{Polygon, visvalingam};
use crate::sphere::{Cap, EARTH_RADIUS_KM, LonLat, UnitVec};

/// Steps of an area's outline at least this long are the edge that was drawn; shorter ones follow a coast,
/// which the land draws better.
const EDGE_KM: f64 = 40.0;

/// Sines of the latitudes between which anything lies.
const EVERYWHERE: (f64, f64) = (-1.0, 1.0);

/// A line is kept whole and without its points of less than these weights, in km²: from afar few of its points are drawn, and
/// to look at all would take longer than to draw.
const LEVELS_KM2: [f64; 3] = [0.0, 20.0, 200.0];

/// A line with the weight of each of its points.
#[derive(Clone, Debug)]
pub(super) struct Outline {
    levels: [Vec<(UnitVec, f64)>; 3],
    cap: Cap,
}

impl Outline {
    /// A line as a file has it.
    pub(super) fn new(line: &[LonLat]) -> Self {
        let points: Vec<UnitVec> = line.iter().map(|p| p.to_unit()).collect();
        Self::through(&points)
    }

    /// The line through those points.
    pub(super) fn through(points: &[UnitVec]) -> Self {
        let cap = Cap::bounding(points.iter().copied());
        let weights_km2 = visvalingam::line_weights_km2(points);
        let all = || points.iter().copied().zip(weights_km2.iter().copied());
        let levels = LEVELS_KM2.map(|least| all().filter(|(_, weight)| *weight >= least).collect());
        Self { levels, cap }
    }
}

/// Adds what the screen shows of lines to the path under way, with no more points than can be told apart.
pub(super) fn trace(lines: &mut dyn Iterator<Item = &Outline>, view: &View, list: &mut DisplayList) {
    let clip = view.clip_cap();
    let most_px_per_km = view.max_px_per_km(&clip);
    let mut resample = Resample::new(view.projector(), list).for_detail(view.detail());
    for line in lines.filter(|line| line.cap.meets(&clip)) {
        let px_km = 1.0 / view.max_px_per_km(&line.cap).min(most_px_per_km);
        let least = (px_km / 2.0) * (px_km / 2.0);
        let level = LEVELS_KM2.iter().rposition(|km2| *km2 <= least).unwrap_or(0);
        let send = |sink: &mut dyn SphereSink| {
            sink.line_start();
            for (p, weight) in &line.levels[level] {
                if *weight >= least {
                    sink.point(*p);
                }
            }
            sink.line_end();
        };
        // Most lines are far from every edge.
        match clip.needed_for(&line.cap, EVERYWHERE) {
            None => send(&mut resample),
            Some(needed) => send(&mut ClipCap::new(needed, &mut resample)),
        }
    }
}

/// Lines that are drawn in one stroke.
#[derive(Clone, Debug, Default)]
pub(super) struct Outlines(Vec<Outline>);

impl Outlines {
    /// Lines as a file has them.
    pub(super) fn new(lines: &[Vec<LonLat>]) -> Self {
        Self(lines.iter().map(|line| Outline::new(line)).collect())
    }

    /// What is left of the outlines of areas where coasts are taken away.
    pub(super) fn edges(polygons: &[Polygon]) -> Self {
        let mut lines: Vec<Vec<LonLat>> = Vec::new();
        for ring in polygons.iter().flat_map(|p| &p.rings) {
            let mut goes_on = false;
            for (i, a) in ring.iter().enumerate() {
                let b = ring[(i + 1) % ring.len()];
                let is_edge = a.to_unit().angle_to(b.to_unit()) * EARTH_RADIUS_KM >= EDGE_KM;
                match lines.last_mut() {
                    Some(line) if is_edge && goes_on => line.push(b),
                    _ if is_edge => lines.push(vec![*a, b]),
                    _ => {}
                }
                goes_on = is_edge;
            }
        }
        Self::new(&lines)
    }

    /// Whether there is nothing to draw.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lines that have a part inside `clip`.
    pub(super) fn near(&self, clip: Cap) -> impl Iterator<Item = Vec<UnitVec>> {
        let near = self.0.iter().filter(move |line| line.cap.meets(&clip));
        near.map(|line| line.levels[0].iter().map(|(p, _)| *p).collect())
    }

    /// Adds what the screen shows of them to the path under way, with no more points than can be told apart.
    pub(super) fn trace(&self, view: &View, list: &mut DisplayList) {
        trace(&mut self.0.iter(), view, list);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carto::{Pose, Viewport};
    use crate::scene::Step;

    fn count(outlines: &Outlines, zoom: f64) -> usize {
        let pose = Pose { centre: LonLat::new(30.0, 66.0), zoom, turn_deg: 0.0 };
        let mut list = DisplayList::default();
        outlines.trace(&View::polar(pose, Viewport::plain(800.0, 600.0)), &mut list);
        list.steps().map(|s| if let Step::Run(run) = s { run.len() / 2 } else { 0 }).sum()
    }

    #[test]
    fn a_line_has_more_points_from_near_and_none_where_it_is_not() {
        let border: Vec<LonLat> =
            (0..200_i32).map(|k| LonLat::new(30.0 + 0.01 * f64::from(k % 2), 65.0 + 0.01 * f64::from(k))).collect();
        let outlines = Outlines::new(&[border, vec![LonLat::new(-150.0, -40.0), LonLat::new(-151.0, -41.0)]]);
        let (far, near) = (count(&outlines, 0.0), count(&outlines, 6.0));
        assert!(far < 10 && near > 100, "{far} and {near} points");
    }

    #[test]
    fn an_edge_is_what_no_coast_follows() {
        let mut ring: Vec<LonLat> = (0..20).map(|k| LonLat::new(0.2 * f64::from(k), 70.0)).collect();
        ring.extend([(3.8, 72.0), (0.0, 72.0)].map(|(lon, lat)| LonLat::new(lon, lat)));
        let edges = Outlines::edges(&[Polygon { rings: vec![ring] }]);
        assert_eq!(edges.0.iter().map(|e| e.levels[0].len()).collect::<Vec<_>>(), [4], "three long sides in one line");
    }
}
