//! What a visit must not leave behind: errors in the console, requests to anybody else.

use serde_json::Value;
use thirtyfour::WebDriver;

/// Warnings of the browser about how these tests look at the canvas, not about the site.
const OWN_DOING: &str = "willReadFrequently";

/// What the console holds since the last call that no page should say.
pub(crate) async fn console(driver: &WebDriver) -> Vec<String> {
    let entries = driver.browser_log().await.expect("the console's log");
    let bad = |level: &str| matches!(level, "SEVERE" | "WARNING");
    let bad = entries.into_iter().filter(|e| bad(&e.level) && !e.message.contains(OWN_DOING));
    bad.map(|e| format!("{} {}: {}", e.level, e.source.unwrap_or_default(), e.message)).collect()
}

/// The addresses asked for since the last call that are of none of these origins.
pub(crate) async fn elsewhere(driver: &WebDriver, origins: &[String]) -> Vec<String> {
    let entries = driver.get_log("performance").await.expect("the network's log");
    let mut found: Vec<String> = Vec::new();
    for entry in entries {
        let Ok(entry) = serde_json::from_str::<Value>(&entry.message) else { continue };
        let message = &entry["message"];
        let url = match message["method"].as_str() {
            Some("Network.requestWillBeSent") => &message["params"]["request"]["url"],
            Some("Network.webSocketCreated") => &message["params"]["url"],
            _ => continue,
        };
        let url = url.as_str().unwrap_or_default();
        let is_of = |origin: &String| {
            url.strip_prefix(origin.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '#']))
        };
        let own = origins.iter().any(is_of);
        let local = ["data:", "blob:", "about:", "chrome:"].iter().any(|scheme| url.starts_with(scheme));
        if !own && !local {
            found.push(url.to_owned());
        }
    }
    found
}
