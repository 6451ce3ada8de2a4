//! Stories of one's own: made from the map, opened from a file.

use crate::story::open_list;
use browser_tests::keys::PAGE_DOWN;
use browser_tests::{Page, Setup, visit};
use serde_json::{Value, json};

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
