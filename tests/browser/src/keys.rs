//! Keys as WebDriver calls them (W3C WebDriver, "Keyboard actions").

pub const TAB: &str = "\u{e004}";
pub const ENTER: &str = "\u{e007}";
pub const SHIFT: &str = "\u{e008}";
pub const ESCAPE: &str = "\u{e00c}";
pub const PAGE_UP: &str = "\u{e00e}";
pub const PAGE_DOWN: &str = "\u{e00f}";
pub const END: &str = "\u{e010}";
pub const HOME: &str = "\u{e011}";
pub const LEFT: &str = "\u{e012}";
pub const UP: &str = "\u{e013}";
pub const RIGHT: &str = "\u{e014}";
pub const DOWN: &str = "\u{e015}";

/// A key by the name that events have for it.
#[must_use]
pub fn key_of(name: &str) -> &str {
    match name {
        "Tab" => TAB,
        "Enter" => ENTER,
        "Shift" => SHIFT,
        "Escape" => ESCAPE,
        "Space" => " ",
        "PageUp" => PAGE_UP,
        "PageDown" => PAGE_DOWN,
        "End" => END,
        "Home" => HOME,
        "ArrowLeft" => LEFT,
        "ArrowUp" => UP,
        "ArrowRight" => RIGHT,
        "ArrowDown" => DOWN,
        other => other,
    }
}
