//! The three engines that the suite knows, and what the driver of one cannot do.

use std::env;
use std::io::Write;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink, in Chromium.
    Chromium,
    /// Gecko, in Firefox.
    Firefox,
    /// WebKit, in the small browser of WebKitGTK.
    WebKit,
}

/// What a test may need that not every driver can do. Whatever is not here works in all three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// Touch: several fingers, or one whose events say that it is one.
    Fingers,
    /// Touch that scrolls; where it does not, a script scrolls in its place.
    FingersThatScroll,
    /// Turning the wheel with a key held.
    WheelWithKeys,
    /// A screen that has one and a half pixels for a CSS pixel.
    FractionalPixels,
    /// Looking at a page in which scripts are off.
    ScriptsOff,
    /// Printing to a file.
    Printing,
    /// Pretending what the reader's system asks for: forced colours, less motion.
    OtherMedia,
}

impl Engine {
    /// The engine that the variable `ENGINE` names; Chromium where it is not set.
    #[must_use]
    pub fn chosen() -> Self {
        match env::var("ENGINE").unwrap_or_default().as_str() {
            "" | "chromium" => Self::Chromium,
            "firefox" => Self::Firefox,
            "webkit" => Self::WebKit,
            other => panic!("ENGINE is chromium, firefox or webkit, not {other:?}"),
        }
    }

    /// Its name, as the variable has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Why the engine's driver cannot do something; nothing where it can.
    #[must_use]
    pub const fn lacks(self, ability: Ability) -> Option<&'static str> {
        match (self, ability) {
            (Self::Firefox | Self::WebKit, Ability::OtherMedia) => {
                Some("only Chromium's driver can pretend what a system asks for")
            }
            (Self::Firefox | Self::WebKit, Ability::FingersThatScroll) => {
                Some("the fingers of Firefox's driver press and drag, but what lies under them does not scroll")
            }
            (Self::WebKit, Ability::Fingers) => {
                Some("WebKitGTK's driver has a mouse, a wheel and keys, but no fingers")
            }
            (Self::WebKit, Ability::WheelWithKeys) => Some("the wheel of WebKitGTK's driver does not see the keys"),
            (Self::WebKit, Ability::FractionalPixels) => Some("GTK gives WebKit whole pixels only (1, 2, 3)"),
            (Self::WebKit, Ability::ScriptsOff) => Some("where scripts are off, WebKitGTK's driver runs none either"),
            (Self::WebKit, Ability::Printing) => Some("WebKitGTK's driver has no command for printing"),
            _ => None,
        }
    }
}

/// Says that the test of this thread is left out and why, past the test harness, which would keep it to itself.
pub fn say_skipped(why: &str) {
    let thread = std::thread::current();
    let line = format!("SKIPPED in {}: {}: {why}\n", Engine::chosen().name(), thread.name().unwrap_or("a test"));
    // Where nothing can be said, nobody listens.
    let _ = std::io::stderr().write_all(line.as_bytes());
}
