//! Lines of equal depth, by marching squares in the grid (Lorensen and Cline 1987, doi 10.1145/37401.37422, in the plane).
//!
//! The `contour` crate makes closed rings of a plain rectangle of numbers; a seabed has coasts, at which its lines end, goes
//! round the globe, and passes from one grid into another. So the squares are marched here.

use super::sheet::Sheet;
use crate::geodata::grid::Lattice;
use crate::scene::isobath::Contour;
use crate::sphere::UnitVec;

/// Points of a piece.
const PIECE: usize = 48;
/// Lines of fewer points go round a cell or two, and say nothing.
const SHORT: usize = 7;

/// The edges of a square by which a line enters and leaves. An edge is twice the number of its upper or left node, and one
/// more when it runs down.
type Link = (usize, usize);

/// The depths at the nodes of a lattice, NaN where none is drawn.
struct Field {
    lattice: Lattice,
    depths_m: Vec<f32>,
}

/// The lines at `depths_m` through two grids, the upper over the lower.
pub(super) fn contours([lower, upper]: [Option<&Sheet>; 2], depths_m: &[f64]) -> Vec<Contour> {
    let over = |at: UnitVec| upper.map_or(0.0, |sheet| sheet.weight(sheet.index(at)));
    let fields = [lower.map(|sheet| below(sheet, over)), upper.map(|sheet| above(sheet, lower))];
    let mut out = Vec::new();
    for field in fields.iter().flatten() {
        for (depth_m, links) in depths_m.iter().zip(field.links(depths_m)) {
            for line in field.lines(*depth_m, links).iter().filter(|line| line.len() >= SHORT) {
                let from = (0..line.len() - 1).step_by(PIECE);
                out.extend(from.map(|from| Contour {
                    depth_m: *depth_m,
                    points: line[from..line.len().min(from + PIECE + 1)].to_vec(),
                }));
            }
        }
    }
    out
}

/// The lower grid, but for what the upper covers and no square at its edge needs.
fn below(sheet: &Sheet, over: impl Fn(UnitVec) -> f64) -> Field {
    let mut field = Field::new(sheet, |m, _| m);
    let Lattice { width, height, .. } = field.lattice;
    let covered: Vec<bool> =
        (0..width * height).map(|i| over(field.lattice.position(i % width, i / width).to_unit()) > 0.0).collect();
    for row in 0..height {
        for column in 0..width {
            let rows = row.saturating_sub(1)..=(row + 1).min(height - 1);
            let near = rows.flat_map(|r| [width - 1, 0, 1].map(|step| r * width + (column + step) % width));
            if near.into_iter().all(|i| covered[i]) {
                field.depths_m[row * width + column] = f32::NAN;
            }
        }
    }
    field
}

/// The upper grid, passing into the lower at its edge as the picture does.
#[allow(clippy::cast_possible_truncation, reason = "metres need no more than f32")]
fn above(sheet: &Sheet, lower: Option<&Sheet>) -> Field {
    Field::new(sheet, |m, (column, row)| {
        let share = sheet.weight((column as f64, row as f64));
        match lower {
            Some(_) if share >= 1.0 => m,
            Some(lower) => {
                let at = sheet.grid.lattice.position(column, row).to_unit();
                let below = f64::from(lower.sample(lower.index(at))[0]);
                below + (m - below) * share
            }
            None => m,
        }
    })
}

impl Field {
    #[allow(clippy::cast_possible_truncation, reason = "metres need no more than f32")]
    fn new(sheet: &Sheet, change: impl Fn(f64, (usize, usize)) -> f64) -> Self {
        let lattice = sheet.grid.lattice;
        let cell = |i: usize| {
            let at = (i % lattice.width, i / lattice.width);
            sheet.cell_m(at.0, at.1).map_or(f32::NAN, |m| change(m, at) as f32)
        };
        Self { lattice, depths_m: (0..lattice.width * lattice.height).map(cell).collect() }
    }

    /// The lines at a depth, open where they meet the coast or the edge, else with their first point again at the end.
    fn lines(&self, depth_m: f64, mut links: Vec<Link>) -> Vec<Vec<UnitVec>> {
        links.sort_unstable();
        let mut used = vec![false; links.len()];
        let of = |edge: usize| links.partition_point(|l| l.0 < edge)..links.partition_point(|l| l.0 <= edge);
        let mut out = Vec::new();
        // First from the ends of open lines, then round what is left.
        for ends in [true, false] {
            for start in 0..links.len() {
                let mut edge = links[start].0;
                if used[start] || (ends && of(edge).len() != 1) {
                    continue;
                }
                let mut line = vec![self.crossing(edge, depth_m)];
                while let Some(link) = of(edge).find(|i| !used[*i]) {
                    let next = links[link].1;
                    used[link] = true;
                    of(next).filter(|i| links[*i].1 == edge).for_each(|i| used[i] = true);
                    line.push(self.crossing(next, depth_m));
                    edge = next;
                }
                out.push(line);
            }
        }
        out
    }

    /// For each depth every piece of a line inside a square, both ways.
    #[allow(clippy::cast_possible_truncation, reason = "metres need no more than f32")]
    fn links(&self, depths_m: &[f64]) -> Vec<Vec<Link>> {
        let Lattice { width, height, .. } = self.lattice;
        let columns = if self.lattice.goes_round() { width } else { width - 1 };
        let mut out = vec![Vec::new(); depths_m.len()];
        for row in 0..height - 1 {
            for column in 0..columns {
                let (a, b) = (row * width + column, row * width + (column + 1) % width);
                let depths = [a, b, b + width, a + width].map(|i| self.depths_m[i]);
                if depths.iter().any(|m| m.is_nan()) {
                    continue;
                }
                // Top, right, bottom, left.
                let edges = [2 * a, 2 * b + 1, 2 * (a + width), 2 * a + 1];
                let (low, high) = depths.iter().fold((f32::MAX, 0.0_f32), |(low, high), m| (low.min(*m), high.max(*m)));
                for (depth, links) in depths_m.iter().zip(&mut out) {
                    let depth = *depth as f32;
                    if low < depth && depth <= high {
                        march(depths, edges, depth, links);
                    }
                }
            }
        }
        out
    }

    /// Where the depth is met on an edge.
    fn crossing(&self, edge: usize, depth_m: f64) -> UnitVec {
        let width = self.lattice.width;
        let (row, column) = (edge / 2 / width, edge / 2 % width);
        let runs_down = edge % 2 == 1;
        let to = if runs_down { edge / 2 + width } else { row * width + (column + 1) % width };
        let (a, b) = (f64::from(self.depths_m[edge / 2]), f64::from(self.depths_m[to]));
        let t = ((depth_m - a) / (b - a)).clamp(0.0, 1.0);
        let (right, down) = if runs_down { (0.0, t) } else { (t, 0.0) };
        let (x, y) = self.lattice.first;
        let step = self.lattice.step;
        self.lattice.frame.position(x + (column as f64 + right) * step, y - (row as f64 + down) * step).to_unit()
    }
}

/// The pieces of the line at a depth inside a square with those depths at its corners.
fn march(depths: [f32; 4], edges: [usize; 4], depth: f32, links: &mut Vec<Link>) {
    let deep = depths.map(|m| m >= depth);
    let mut crossed = (0..4).filter(|i| deep[*i] != deep[(*i + 1) % 4]).map(|i| edges[i]);
    let mut link = |p, q| links.extend([(p, q), (q, p)]);
    let (Some(p), Some(q)) = (crossed.next(), crossed.next()) else { return };
    match (crossed.next(), crossed.next()) {
        // A saddle: the middle says which corners hang together.
        (Some(r), Some(s)) if (depths.iter().sum::<f32>() >= 4.0 * depth) == deep[0] => {
            link(p, q);
            link(r, s);
        }
        (Some(r), Some(s)) => {
            link(p, s);
            link(q, r);
        }
        _ => link(p, q),
    }
}
