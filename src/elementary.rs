//! Functions of mathematics made from the exponential function, the logarithm and the square root.
//!
//! Engines compile `Math.exp` and `Math.log` into the wasm itself, but each call of `Math.expm1`, `Math.log1p`, `Math.tanh`,
//! `Math.cosh` or `Math.hypot` leaves it, by a wrapper that makes an object of the result. A frame of the conic map makes
//! thousands of them. The copies that the standard library brings for this target would do as well; they add 1–2 kB to
//! each application.

/// From here on the exponential of a number is all there is to its hyperbolic functions: the other part is less than 10⁻¹⁷ of it.
const FAR: f64 = 20.0;

/// e^x − 1, to a few units of the last place also where that is small.
///
/// By the quotient (u − 1)·x / ln u with u = e^x, in which what `u` lost to rounding is lost twice and so not at all
/// (Higham 2002, *Accuracy and Stability of Numerical Algorithms*, 2nd ed., § 1.14.1, after Kahan).
#[must_use]
pub fn exp_m1(x: f64) -> f64 {
    let u = x.exp();
    let less = u - 1.0;
    if less == 0.0 {
        x
    } else if x.abs() > 1.0 {
        less
    } else {
        less * x / u.ln()
    }
}

/// ln(1 + x), to a few units of the last place also where that is small; by the same quotient.
#[must_use]
pub fn ln_1p(x: f64) -> f64 {
    let u = 1.0 + x;
    let more = u - 1.0;
    if more == 0.0 {
        x
    } else if x.abs() > 1.0 {
        u.ln()
    } else {
        u.ln() * x / more
    }
}

/// The hyperbolic tangent.
#[must_use]
pub fn tanh(x: f64) -> f64 {
    if x.abs() > FAR {
        return 1.0_f64.copysign(x);
    }
    let less = exp_m1(2.0 * x);
    less / (less + 2.0)
}

/// The hyperbolic cosine, which is said to be infinite a little early, from 709.8 on.
#[must_use]
pub fn cosh(x: f64) -> f64 {
    let e = x.exp();
    (e + 1.0 / e) / 2.0
}

/// √(x² + y²), without a square that is too large or too small.
#[must_use]
pub fn hypot(x: f64, y: f64) -> f64 {
    let (x, y) = (x.abs(), y.abs());
    let (long, short) = if x > y { (x, y) } else { (y, x) };
    if long == f64::INFINITY || short == 0.0 {
        return long;
    }
    let ratio = short / long;
    long * (1.0 + ratio * ratio).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers of every size, both signs.
    fn numbers() -> impl Iterator<Item = f64> {
        let sizes = (-3000..=2800).map(|k| (f64::from(k) / 10.0).exp2());
        sizes.flat_map(|x| [x, -x]).chain([0.0, -0.0])
    }

    fn agrees(name: &str, got: f64, want: f64, x: f64) {
        let off = if got == want { 0.0 } else { ((got - want) / want).abs() };
        assert!(off < 4e-15 || (got.is_nan() && want.is_nan()), "{name}({x:e}): {got:e}, not {want:e}");
    }

    #[test]
    fn they_are_the_standard_librarys_to_the_last_places() {
        for x in numbers() {
            agrees("tanh", tanh(x), x.tanh(), x);
            if x.abs() < 700.0 {
                agrees("exp_m1", exp_m1(x), x.exp_m1(), x);
                agrees("cosh", cosh(x), x.cosh(), x);
            }
            if x > -1.0 {
                agrees("ln_1p", ln_1p(x), x.ln_1p(), x);
            }
            for y in [0.0, 1e-9, 0.7, 1.0, 3e5, 1e200] {
                agrees("hypot", hypot(x, y), x.hypot(y), x);
                agrees("hypot", hypot(y, x), y.hypot(x), x);
            }
        }
    }

    #[test]
    fn ends_of_the_number_line_are_kept() {
        let inf = f64::INFINITY;
        assert_eq!((exp_m1(inf), exp_m1(-inf), exp_m1(1e9)), (inf, -1.0, inf));
        assert_eq!((ln_1p(inf), ln_1p(-1.0)), (inf, -inf));
        assert!(ln_1p(-1.5).is_nan() && ln_1p(-1e300).is_nan());
        assert_eq!((tanh(inf), tanh(-inf), cosh(inf), cosh(-inf)), (1.0, -1.0, inf, inf));
        assert_eq!((hypot(inf, 1.0), hypot(f64::MAX, 0.0), hypot(3e300, 4e300)), (inf, f64::MAX, 5e300));
        for f in [exp_m1, ln_1p, tanh, cosh, |x| hypot(x, 1.0), |x| hypot(1.0, x)] {
            assert!(f(f64::NAN).is_nan());
        }
    }
}
