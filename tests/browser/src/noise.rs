//! What a visit must not leave behind: errors in the console, requests to anybody else.

use crate::browser::Browser;
use crate::engine::Engine;
use serde_json::{Value, json};

/// Warnings of the browser about how these tests look at the canvas, not about the site.
const OWN_DOING: &str = "willReadFrequently";

/// What the console holds since the last call that no page should say. WebKit's has no log: see `Page::gather`.
pub(crate) async fn console(browser: &Browser) -> Vec<String> {
    if let Some(bidi) = &browser.bidi {
        let entries = bidi.take("log.entryAdded").into_iter().map(|event| event["params"].clone());
        let bad = entries.filter(|e| matches!(e["level"].as_str(), Some("error" | "warn")));
        return bad.filter_map(|e| firefox_line(&e)).collect();
    }
    if Engine::chosen() == Engine::WebKit {
        return Vec::new();
    }
    let entries = browser.driver().browser_log().await.expect("the console's log");
    let bad = |level: &str| matches!(level, "SEVERE" | "WARNING");
    let bad = entries.into_iter().filter(|e| bad(&e.level) && !e.message.contains(OWN_DOING));
    bad.map(|e| format!("{} {}: {}", e.level, e.source.unwrap_or_default(), e.message)).collect()
}

/// One entry of Firefox's console; nothing where these tests are its cause.
fn firefox_line(entry: &Value) -> Option<String> {
    let place = &entry["stackTrace"]["callFrames"][0];
    let (level, url) = (entry["level"].as_str().unwrap_or_default(), place["url"].as_str().unwrap_or_default());
    let text = entry["text"].as_str().unwrap_or_default();
    (!text.contains(OWN_DOING)).then(|| format!("{level} {url}: {text}"))
}

/// The addresses asked for since the last call that are of none of these origins.
pub(crate) async fn elsewhere(browser: &Browser, origins: &[String]) -> Vec<String> {
    let mut found: Vec<String> = requested(browser).await.into_iter().filter(|url| !is_known(url, origins)).collect();
    found.extend(browser.asked_elsewhere());
    found
}

fn is_known(url: &str, origins: &[String]) -> bool {
    let is_of = |origin: &String| {
        url.strip_prefix(origin.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '#']))
    };
    let local = ["data:", "blob:", "about:", "chrome:"].iter().any(|scheme| url.starts_with(scheme));
    local || origins.iter().any(is_of)
}

/// All addresses asked for since the last call, as far as the driver tells them: WebKit's does not, but what it asks of other
/// names goes to a proxy of ours.
async fn requested(browser: &Browser) -> Vec<String> {
    if let Some(bidi) = &browser.bidi {
        let asked = bidi.take("network.beforeRequestSent").into_iter();
        return asked.map(|e| e["params"]["request"]["url"].as_str().unwrap_or_default().to_owned()).collect();
    }
    if Engine::chosen() == Engine::WebKit {
        return Vec::new();
    }
    let entries = browser.driver().get_log("performance").await.expect("the network's log");
    let read = entries.into_iter().filter_map(|entry| {
        let entry: Value = serde_json::from_str(&entry.message).unwrap_or(json!({}));
        let message = &entry["message"];
        let url = match message["method"].as_str() {
            Some("Network.requestWillBeSent") => &message["params"]["request"]["url"],
            Some("Network.webSocketCreated") => &message["params"]["url"],
            _ => return None,
        };
        url.as_str().map(str::to_owned)
    });
    read.collect()
}
