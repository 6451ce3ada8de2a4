//! The boxes of labels, read back from what is drawn.

use arctic_cable_map::plane::{Point, Rect};
use arctic_cable_map::scene::label::Measure;
use arctic_cable_map::scene::{DisplayList, Step};

/// Height of letters with their ascenders and descenders, in ems.
const INK_EM: f64 = 0.92;

/// A rectangle that is turned about its middle.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tilted {
    middle: Point,
    /// Half of its width and height, as vectors.
    axes: [Point; 2],
}

impl Tilted {
    /// The box of `width` and `height` about `middle`, turned clockwise by `angle_rad`.
    pub(crate) fn new(middle: Point, width: f64, height: f64, angle_rad: f64) -> Self {
        let (s, c) = angle_rad.sin_cos();
        let axes = [Point::new(c * width / 2.0, s * width / 2.0), Point::new(-s * height / 2.0, c * height / 2.0)];
        Self { middle, axes }
    }

    /// An upright one.
    pub(crate) fn upright(rect: Rect) -> Self {
        Self::new(rect.centre(), rect.width(), rect.height(), 0.0)
    }

    /// Its corners.
    pub(crate) fn corners(&self) -> [Point; 4] {
        let [u, v] = self.axes;
        [(1.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (-1.0, 1.0)]
            .map(|(a, b)| Point::new(self.middle.x + a * u.x + b * v.x, self.middle.y + a * u.y + b * v.y))
    }

    /// Whether two overlap by more than half a pixel: no line parts them (the separating axis theorem).
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        let gap = |axis: &Point| {
            let length = axis.x.hypot(axis.y);
            let along = |p: Point| (p.x * axis.x + p.y * axis.y) / length;
            let range = |b: &Self| {
                let at = b.corners().map(along);
                (at.into_iter().fold(f64::INFINITY, f64::min), at.into_iter().fold(f64::NEG_INFINITY, f64::max))
            };
            let ((a0, a1), (b0, b1)) = (range(self), range(other));
            (b0 - a1).max(a0 - b1)
        };
        self.axes.iter().chain(&other.axes).all(|axis| gap(axis) < -0.5)
    }
}

/// A label as drawn: its text, and a box for each piece of it.
pub(crate) struct Drawn {
    pub(crate) text: String,
    pub(crate) boxes: Vec<Tilted>,
}

/// The labels of a list that holds nothing else; an `Alpha` begins each.
pub(crate) fn labels(list: &DisplayList, measure: &dyn Measure) -> Vec<Drawn> {
    let mut out: Vec<Drawn> = vec![];
    for step in list.steps() {
        match step {
            Step::Alpha(_) => out.push(Drawn { text: String::new(), boxes: vec![] }),
            Step::Text { font, text, x, y, angle, align, .. } => {
                let label = out.last_mut().expect("an opacity before each label");
                let width = measure.width_px(font, text);
                let shift = [0.5, 0.0, -0.5][usize::from(align)] * width;
                let middle = Point::new(f64::from(x) + shift, f64::from(y));
                label.text.push_str(text);
                label.boxes.push(Tilted::new(middle, width, font.size_px() * INK_EM, f64::from(angle)));
            }
            other => panic!("{other:?} among the labels"),
        }
    }
    out.retain(|l| !l.boxes.is_empty());
    out
}

#[test]
fn tilted_boxes_overlap_only_where_they_do() {
    let flat = Tilted::new(Point::new(0.0, 0.0), 20.0, 10.0, 0.0);
    let turned = |x, y| Tilted::new(Point::new(x, y), 20.0, 10.0, std::f64::consts::FRAC_PI_4);
    assert!(flat.overlaps(&turned(5.0, 5.0)) && !flat.overlaps(&turned(19.0, 12.0)));
    assert!(!flat.overlaps(&Tilted::new(Point::new(20.2, 0.0), 20.0, 10.0, 0.0)));
}
