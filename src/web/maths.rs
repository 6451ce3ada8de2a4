//! The browser's own sine and its kin, in place of copies of them in the wasm: 6 kB of brotli less to fetch.
//!
//! The standard library calls these functions by their C names; what is defined here is linked first. Browsers compute
//! them as the copies do, by fdlibm's methods, to the last bit or the one before it.

#![allow(unsafe_code, reason = "exporting a symbol of C's name, of C's signature")]

use crate::elementary;
use wasm_bindgen::prelude::*;

macro_rules! from_browser {
    ($($name:ident($($x:ident),+) = $js:literal as $own:ident;)+) => {
        #[wasm_bindgen]
        extern "C" {
            $(#[wasm_bindgen(js_namespace = Math, js_name = $js)]
            fn $own($($x: f64),+) -> f64;)+
        }
        $(#[unsafe(no_mangle)]
        extern "C" fn $name($($x: f64),+) -> f64 {
            $own($($x),+)
        })+
    };
}

from_browser! {
    sin(x) = "sin" as js_sin;
    cos(x) = "cos" as js_cos;
    tan(x) = "tan" as js_tan;
    asin(x) = "asin" as js_asin;
    acos(x) = "acos" as js_acos;
    atan(x) = "atan" as js_atan;
    atan2(y, x) = "atan2" as js_atan2;
    exp(x) = "exp" as js_exp;
    log(x) = "log" as js_log;
    log2(x) = "log2" as js_log2;
    log10(x) = "log10" as js_log10;
    pow(x, y) = "pow" as js_pow;
}

macro_rules! from_those {
    ($($name:ident($($x:ident),+) = $own:expr;)+) => {
        $(#[unsafe(no_mangle)]
        extern "C" fn $name($($x: f64),+) -> f64 {
            $own
        })+
    };
}

from_those! {
    exp2(x) = js_pow(2.0, x);
    expm1(x) = elementary::exp_m1(x);
    log1p(x) = elementary::ln_1p(x);
    cosh(x) = elementary::cosh(x);
    tanh(x) = elementary::tanh(x);
    hypot(x, y) = elementary::hypot(x, y);
}

/// The remainder of a division, which needs long division where it must be right to the last bit. Here it wraps angles, which
/// are a few turns at the most; of what is beyond all measure nothing is left, and what is no number stays none.
#[unsafe(no_mangle)]
extern "C" fn fmod(x: f64, y: f64) -> f64 {
    let rest = x - y * (x / y).trunc();
    if rest.abs() < y.abs() { rest } else { 0.0 * x }
}
