//! What each engine is asked for when a session begins: a plain page without a window, without a GPU, and without any
//! name but our own host's.

use super::Habits;
use crate::engine::Engine;
use crate::places;
use serde_json::{Value, json};

/// How every Chromium is started.
const CHROMIUM: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--window-size=1440,1000",
];

/// The capabilities of a session; `elsewhere` is the port of whoever takes what is asked of others.
pub(super) fn of(engine: Engine, habits: Habits, elsewhere: u16) -> Value {
    match engine {
        Engine::Chromium => chromium(habits),
        Engine::Firefox => firefox(habits, elsewhere),
        Engine::WebKit => webkit(habits, elsewhere),
    }
}

fn chromium(habits: Habits) -> Value {
    let language = habits.language();
    let mut args: Vec<String> = CHROMIUM.map(str::to_owned).to_vec();
    args.push(format!("--lang={language}"));
    args.push(format!("--accept-lang={language}"));
    if habits.no_webgl {
        args.extend(
            ["--disable-webgl", "--disable-webgl2", "--disable-3d-apis", "--disable-accelerated-2d-canvas"]
                .map(str::to_owned),
        );
    }
    let mut prefs = json!({ "intl.accept_languages": language });
    if habits.no_scripts {
        prefs["profile.default_content_setting_values.javascript"] = json!(2);
    }
    let mut options =
        json!({ "args": args, "prefs": prefs, "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false } });
    if let Some(binary) = places::browser(Engine::Chromium) {
        options["binary"] = json!(binary);
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

fn firefox(habits: Habits, elsewhere: u16) -> Value {
    let prefs = json!({
        "intl.accept_languages": habits.language(),
        "javascript.enabled": !habits.no_scripts,
        "webgl.disabled": habits.no_webgl,
        // Its own news are nothing of the page.
        "services.settings.server": "data:,#remote-settings-dummy/v1",
        // Pages of a disk may not read each other, as in a visitor's Firefox.
        "security.fileuri.strict_origin_policy": true,
    });
    let mut options = json!({ "args": ["-headless"], "prefs": prefs });
    if let Some(binary) = places::browser(Engine::Firefox) {
        options["binary"] = json!(binary);
    }
    json!({
        "browserName": "firefox",
        "webSocketUrl": true,
        "moz:firefoxOptions": options,
        "proxy": proxy(elsewhere),
    })
}

fn webkit(habits: Habits, elsewhere: u16) -> Value {
    let mut args = vec!["--automation"];
    if habits.no_webgl {
        args.push("--enable-webgl=FALSE");
    }
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": places::browser(Engine::WebKit), "args": args },
        "proxy": proxy(elsewhere),
    })
}

/// All but our own host goes to a port of ours.
fn proxy(port: u16) -> Value {
    let address = format!("127.0.0.1:{port}");
    json!({ "proxyType": "manual", "httpProxy": address, "sslProxy": address, "noProxy": ["127.0.0.1"] })
}
