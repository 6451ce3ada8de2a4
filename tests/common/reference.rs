//! What d3-geo computed, read back from `tests/reference/`.

use super::plane::Paths;
use arctic_cable_map::plane::Point;
use arctic_cable_map::sphere::{LonLat, UnitVec};
use serde_json::Value;

/// What agrees "to the pixel" here: numbers of the reference are rounded to a hundredth.
pub(crate) const TENTH_PX: f64 = 0.1;
/// How far a resampled line may stray from its arc: the tolerance of `Resample` and the tenth.
pub(crate) const RESAMPLED_PX: f64 = 0.45;

/// A file of the reference.
pub(crate) fn read(text: &str) -> Value {
    let all: Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(all["version"], "3.1.2", "the version that tests/reference/package.json pins");
    all
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

pub(crate) fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

pub(crate) fn position(value: &Value) -> LonLat {
    LonLat::new(number(&value[0]), number(&value[1]))
}

pub(crate) fn units(value: &Value) -> Vec<UnitVec> {
    list(value).iter().map(|p| position(p).to_unit()).collect()
}

pub(crate) fn reference_paths(value: &Value, closed: bool) -> Paths {
    let part = |p: &Value| list(p).chunks_exact(2).map(|c| Point::new(number(&c[0]), number(&c[1]))).collect();
    Paths { parts: list(value).iter().map(part).collect(), closed }
}
