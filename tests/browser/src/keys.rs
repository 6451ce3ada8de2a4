//! Keys as WebDriver calls them (W3C WebDriver, "Keyboard actions").

/// Tab.
pub const TAB: &str = "\u{e004}";
/// Enter.
pub const ENTER: &str = "\u{e007}";
/// Shift.
pub const SHIFT: &str = "\u{e008}";
/// Escape.
pub const ESCAPE: &str = "\u{e00c}";
/// Page Up.
pub const PAGE_UP: &str = "\u{e00e}";
/// Page Down.
pub const PAGE_DOWN: &str = "\u{e00f}";
/// End.
pub const END: &str = "\u{e010}";
/// Home.
pub const HOME: &str = "\u{e011}";
/// The arrow to the left.
pub const LEFT: &str = "\u{e012}";
/// The arrow up.
pub const UP: &str = "\u{e013}";
/// The arrow to the right.
pub const RIGHT: &str = "\u{e014}";
/// The arrow down.
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
