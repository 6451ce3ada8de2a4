//! Layers of one's own: GeoJSON files chosen, dropped or handed in by scripts.

use browser_tests::{Page, Setup, visit};
use serde_json::{Value, json};

const MINE: &str = r#"{"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"name": "A <b>way</b> of mine", "owner": "me", "km": 1200},
     "geometry": {"type": "LineString", "coordinates": [[-40, 85], [-40, 89.9], [140, 85]]}},
    {"type": "Feature", "properties": {"name": "A hut"}, "geometry": {"type": "Point", "coordinates": [20, 78]}},
    {"type": "Feature", "properties": {"name": "A field"}, "geometry": {"type": "Polygon", "coordinates": [[[60, 80], [70, 80], [65, 82], [60, 80]]]}}]}"#;

/// Notes whatever a script would send.
const WATCH: &str = "window.sent = []; const ask = window.fetch;
    window.fetch = (url, how) => { if (how?.body || (how?.method ?? 'GET') !== 'GET') sent.push(`${url}`); return ask(url, how); };
    navigator.sendBeacon = (url) => sent.push(`${url}`);
    XMLHttpRequest.prototype.send = () => sent.push('a request');";

/// Drops a file on the map.
async fn drop_file(page: &Page, name: &str, text: &str) {
    page.wait_for("files are taken", "return typeof cableMap.addGeoJson === 'function'").await;
    let script = "const data = new DataTransfer(); data.items.add(new File([arguments[1]], arguments[0]));
        document.querySelector('#canvas').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
    let _: Value = page.script(script, vec![json!(name), json!(text)]).await;
    page.settled().await;
}

/// Names of what is listed.
async fn listed(page: &Page) -> Vec<String> {
    page.script("return [...document.querySelectorAll('#own .entries .name')].map((n) => n.textContent)", vec![]).await
}

#[tokio::test]
async fn a_dropped_file_is_drawn_listed_selectable_and_sent_nowhere() {
    visit(Setup::default(), async |page: &Page| {
        page.before_scripts(WATCH).await;
        page.open_ready("").await;
        let asked = page.asked().len();
        drop_file(page, "mine.geojson", MINE).await;
        page.wait_for("it is listed", "return document.querySelectorAll('#own .entries li').length === 3").await;
        assert_eq!(listed(page).await, ["A <b>way</b> of mine", "A hut", "A field"], "names are text");
        page.arrived().await;
        // On the line, half way from its first corner to the one by the Pole.
        let at = page.project([-40.0, 87.5]).await;
        let beside = |by: f64| browser_tests::Point { x: at.x + by, y: at.y + by };
        assert!(page.count_pixels(beside(-4.0), beside(4.0), "text").await > 3, "the line is there");
        page.click(at).await;
        page.settled().await;
        let said = "return [...document.querySelectorAll('#own-said :is(dt, dd)')].map((e) => e.textContent)";
        let facts: Vec<String> = page.script(said, vec![]).await;
        assert_eq!(facts, ["owner", "me", "km", "1200"]);
        assert_eq!(page.attribute("#own .entries button", "aria-pressed").await, "true");
        // The map may fetch finer coasts on its way there, files of its own by their plain names.
        let sent: Vec<String> = page.script("return sent", vec![]).await;
        assert_eq!(sent, [] as [&str; 0], "nothing is sent");
        let later = page.asked().split_off(asked);
        assert!(!later.iter().any(|path| path.contains('?') || path.contains("mine")), "{later:?}");
        page.press_button("A hut").await;
        page.arrived().await;
        assert_eq!(page.count("#own [aria-pressed=true]").await, 1);
        page.press_button("Remove mine.geojson").await;
        assert_eq!((page.count("#own .entries").await, page.count("#own dl").await), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_is_named_and_costs_itself_only() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        for (name, text, said) in [
            (
                "cut.geojson",
                "{\"type\": \"FeatureCollection\", \"features\": [",
                "cut.geojson: The file ends before its JSON is complete",
            ),
            ("page.html", "<html>", "page.html: The file is not JSON"),
            ("topo.json", "{\"type\": \"Topology\"}", "not GeoJSON"),
        ] {
            drop_file(page, name, text).await;
            let shown = page.text("#own .told").await;
            assert!(shown.contains("cannot be shown as GeoJSON") && shown.contains(said), "{shown}");
            assert_eq!(page.count("#own .entries").await, 0);
        }
        let odd = MINE.replace("[20, 78]", "[20, 98]");
        drop_file(page, "odd.geojson", &odd).await;
        let shown = page.text("#own .told").await;
        assert!(shown.contains("odd.geojson is shown") && shown.contains("#2 › geometry.coordinates"), "{shown}");
        assert_eq!(listed(page).await, ["A <b>way</b> of mine", "A field"]);
        // The same name again takes its place.
        drop_file(page, "odd.geojson", MINE).await;
        assert_eq!((listed(page).await.len(), page.count("#own .told").await), (3, 0));
    })
    .await;
}

#[tokio::test]
async fn scripts_hand_in_layers_and_are_told_what_became_of_them() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.wait_for("files are taken", "return typeof cableMap.addGeoJson === 'function'").await;
        let answer: Value = page.script("return cableMap.addGeoJson('mine', arguments[0])", vec![json!(MINE)]).await;
        assert_eq!(answer, json!({ "layer": "mine", "added": 3, "problems": [] }));
        let answer: Value = page.script("return cableMap.addGeoJson('bad', 'no')", vec![]).await;
        assert_eq!((&answer["added"], &answer["problems"][0]["code"]), (&json!(0), &json!("not-json")));
        assert_eq!(answer["problems"][0]["where"], "bad");
        page.settled().await;
        assert_eq!(listed(page).await.len(), 3, "what is there stays");
        let svg: String = page.script("return cableMap.exportSvg()", vec![]).await;
        assert!(svg.len() > 10_000, "the press draws it too");
    })
    .await;
}
