//! Stories of one's own: made from the map, opened from a file; and whether everybody can use the stage's panels.

use crate::story::{TOUR, open, open_list};
use browser_tests::{Page, Setup, visit};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const PAGE_DOWN: &str = "\u{e00f}";
const ESCAPE: &str = "\u{e00c}";

/// Hands a file in as a drop on the dialog.
async fn drop_file(page: &Page, name: &str, text: &str) {
    let script = "const data = new DataTransfer(); data.items.add(new File([arguments[1]], arguments[0], { type: 'application/json' }));
        document.querySelector('#stories').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
    let _: Value = page.script(script, vec![json!(name), json!(text)]).await;
    page.settled().await;
}

#[tokio::test]
async fn a_story_is_made_from_the_map_saved_and_opened_again() {
    visit(Setup::default(), async |page: &Page| {
        page.before_scripts("const url = URL.createObjectURL; URL.createObjectURL = (blob) => { if (blob.type === 'application/json') window.saved = blob.text(); return url.call(URL, blob); };").await;
        open_list(page, "#view=globe&sel=cable:polar-connect").await;
        page.press_button("Record from the map").await;
        page.press_button("Add this view as a step").await;
        page.set_state(json!({ "view": "mercator", "sel": null })).await;
        page.settled().await;
        page.press_button("Add this view as a step").await;
        assert_eq!(page.count(".draft li").await, 2);
        let typed = "const areas = document.querySelectorAll('.draft li')[1].querySelectorAll('textarea');
            areas[0].value = 'Stretched “without” end'; areas[0].dispatchEvent(new Event('input', { bubbles: true }))";
        let _: Value = page.script(typed, vec![]).await;
        page.press_button("Move up").await;
        page.press_button("Save as a file").await;
        let saved: String = page.script("return saved", vec![]).await;
        let story: Value = serde_json::from_str(&saved).unwrap();
        assert_eq!(story["steps"][0]["state"], json!({ "view": "mercator" }));
        assert_eq!(story["steps"][1]["state"], json!({ "view": "globe", "sel": "cable:polar-connect" }));
        open_list(page, "").await;
        drop_file(page, "mine.json", &saved).await;
        assert_eq!((page.text(".tour .caption").await.as_str(), page.state_of("view").await.as_str()), ("Stretched “without” end", "mercator"));
        page.press(&[PAGE_DOWN]).await;
        page.settled().await;
        assert_eq!(page.state_of("sel").await, "cable:polar-connect");
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_no_story_gets_a_friendly_answer() {
    visit(Setup::default(), async |page: &Page| {
        open_list(page, "").await;
        for (name, text, said) in [
            ("cut.json", "{\"id\": \"cut\", \"steps\": [", "cut.json: The file ends before its JSON is complete"),
            ("page.json", "<html>", "page.json: The file is not JSON"),
            (
                "odd.json",
                r#"{"id": "odd", "languages": ["en"], "steps": [{"id": "a", "state": {"view": "cube"}}]}"#,
                "odd.json › a › state.view",
            ),
        ] {
            drop_file(page, name, text).await;
            let shown = page.text(".opened").await;
            assert!(shown.contains("cannot be shown as a story") && shown.contains(said), "{shown}");
            assert_eq!(page.count("#stories[open]").await, 1);
        }
        page.wait_for("all is read", "return document.querySelector('#beside-stage').dataset.state === 'ready'").await;
        let missing = r#"{"id": "far", "text": {"en": {"title": "Far", "steps": {"a": {"title": "A", "caption": "C"}}}},
            "steps": [{"id": "a", "state": {"view": "globe", "layers": "sea-monsters", "sel": "cable:atlantis"}}]}"#;
        drop_file(page, "far.json", missing).await;
        let shown = page.text(".opened").await;
        assert!(
            shown.contains("is shown") && shown.contains("sea-monsters") && shown.contains("cable:atlantis"),
            "{shown}"
        );
        assert_eq!(page.state_of("view").await, "globe");
    })
    .await;
}

/// Every panel of the stage, in a theme, at every size.
async fn every_panel(theme: &str) {
    visit(Setup::default(), async |page: &Page| {
        let mut findings: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for size in [(1440, 900), (820, 1180), (360, 740)] {
            page.resize(size, 1.0).await;
            let mut look = async |place: &str| {
                for finding in page.axe().await {
                    findings.entry(finding).or_default().push(format!("{size:?} {place}"));
                }
            };
            open(page, &format!("{TOUR}&step=today&theme={theme}")).await;
            let _: Value = page.script("document.querySelectorAll('.tour details').forEach((d) => d.open = true)", vec![]).await;
            look("the tour").await;
            let wide = "return document.documentElement.scrollWidth <= innerWidth && [...document.querySelectorAll('.tour, .tour *')].every((e) => e.getBoundingClientRect().right <= innerWidth + 1)";
            assert!(page.script::<bool>(wide, vec![]).await, "{size:?}: the tour is wider than the page");
            page.press_button("Present").await;
            look("the presentation").await;
            page.press(&[ESCAPE]).await;
            page.settled().await;
            page.press_button("Edit").await;
            look("the editor").await;
            let class = "return import(new URL(document.getElementById('map').dataset.class, document.baseURI)).then((m) => m.ready).then(() => true)";
            assert!(page.script::<bool>(class, vec![]).await);
            page.settled().await;
            for id in ["stories", "share", "build"] {
                let _: Value = page.script(&format!("document.getElementById('{id}').showModal()"), vec![]).await;
                page.settled().await;
                look(id).await;
                let _: Value = page.script(&format!("document.getElementById('{id}').close()"), vec![]).await;
            }
        }
        let texts: Vec<String> = findings.iter().map(|(f, places)| format!("{f}\n  in {}", places.join("; "))).collect();
        assert!(texts.is_empty(), "axe finds {}:\n{}", texts.len(), texts.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_in_the_light() {
    every_panel("light").await;
}

#[tokio::test]
async fn axe_finds_nothing_in_the_dark() {
    every_panel("dark").await;
}
