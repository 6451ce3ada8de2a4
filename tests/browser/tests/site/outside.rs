//! The map handed on: its link, a code for cameras, and code for other people's pages that shows what was chosen.

use browser_tests::{Page, Setup, visit};
use serde_json::{Value, json};

/// A page with nothing in it but what is pasted: the fragment's text, as a part of the page.
const BLANK: &str = "<!doctype html><html lang=\"en\"><title>host</title><link rel=\"icon\" href=\"data:,\"><body>\
    <script>document.write(decodeURIComponent(location.search.slice(1)))</script></body></html>";

async fn open_dialog(page: &Page, link: &str, name: &str, content: &str) {
    page.open_ready(link).await;
    page.press_button(name).await;
    page.wait_for("the dialog is open", &format!("return document.querySelector('[open]{content}') !== null")).await;
    page.settled().await;
}

#[tokio::test]
async fn the_link_is_copied_and_where_that_is_forbidden_selected() {
    visit(Setup::default(), async |page: &Page| {
        page.before_scripts("window.allowed = true; Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { if (!allowed) throw new DOMException('no', 'NotAllowedError'); window.copied = text; } } });").await;
        open_dialog(page, "#view=globe&sel=cable:polar-connect", "Share", "#share h2").await;
        page.press_button("Copy").await;
        page.wait_for("it is said", "return document.querySelector('#share [role=status]').textContent === 'Copied.'").await;
        assert_eq!(page.script::<String>("return copied", vec![]).await, page.script::<String>("return location.href", vec![]).await);
        let _: Value = page.script("window.allowed = false", vec![]).await;
        page.press_button("Copy").await;
        page.wait_for("it is said", "return document.querySelector('#share [role=status]').textContent.includes('Ctrl+C')").await;
        let selected = "const e = document.activeElement; return e.value.slice(e.selectionStart, e.selectionEnd)";
        assert!(page.script::<String>(selected, vec![]).await.ends_with("#view=globe&sel=cable:polar-connect"));
        // Three corners of seven squares with a ring of light about each.
        let code = "const path = decodeURIComponent(document.querySelector('#share .pattern img').src);
            return (document.querySelector('#share .pattern img').naturalWidth > 0 ? path.match(/h7v1h-7z/g) ?? [] : []).length";
        assert!(page.script::<usize>(code, vec![]).await >= 6);
    })
    .await;
}

async fn set(page: &Page, menu: usize, value: &str) {
    let script =
        "const menu = document.querySelectorAll('#build form select')[arguments[0]]; menu.value = arguments[1];
        menu.dispatchEvent(new Event('change', { bubbles: true })); return menu.value";
    assert_eq!(page.script::<String>(script, vec![json!(menu), json!(value)]).await, value);
    page.settled().await;
}

async fn code(page: &Page) -> String {
    page.script("return document.querySelector('#build-code').value", vec![]).await
}

#[tokio::test]
async fn what_is_pasted_shows_what_was_chosen() {
    for form in ["iframe", "element"] {
        visit(Setup::held_by(BLANK), async |page: &Page| {
            open_dialog(page, "#sel=cable:polar-connect", "Embed", "#build select").await;
            for (menu, value) in [(0, form), (1, "globe"), (3, "ja"), (4, "dark")] {
                set(page, menu, value).await;
            }
            page.wait_for(
                "the preview shows it",
                "return document.querySelector('#build-frame').contentWindow.cableMap?.getState().view === 'globe'",
            )
            .await;
            let pasted = code(page).await;
            let address = page.script::<String>("return location.href.split('#')[0]", vec![]).await;
            page.allow(&address);
            page.open_pasted(&pasted).await;
            page.wait_for("a frame is there", "return document.querySelector('iframe') !== null").await;
            page.enter_frame().await;
            page.wait_ready().await;
            let state = page.state().await;
            let wanted =
                json!({ "view": "globe", "sel": "cable:polar-connect", "lang": "ja", "theme": "dark", "ui": "embed" });
            assert_eq!(state, wanted, "{form}: {pasted}");
            page.leave_frame().await;
        })
        .await;
    }
}

#[tokio::test]
async fn a_story_a_size_and_layers_are_in_the_code() {
    visit(Setup::default(), async |page: &Page| {
        open_dialog(page, "#sel=cable:polar-connect&at=10,70,3", "Embed", "#build select").await;
        page.wait_for("the stories are there", "return document.querySelectorAll('#build form select')[2]?.options.length === 4").await;
        set(page, 2, "cables-and-supercomputers").await;
        let text = code(page).await;
        assert!(text.contains("#ui=embed&amp;story=cables-and-supercomputers\"") && text.contains("width=\"800\""), "{text}");
        let layer = "document.querySelector('#build .checks').parentElement.open = true;
            [...document.querySelectorAll('#build .check')].find((l) => l.textContent === 'Cities').querySelector('input').click()";
        let _: Value = page.script(layer, vec![]).await;
        page.settled().await;
        let with = code(page).await;
        assert!(with.contains("layers=-cities"), "{with}");
        set(page, 0, "picture").await;
        let picture = code(page).await;
        assert!(picture.starts_with("<a href=") && picture.contains("arctic-cable-map.svg"), "{picture}");
    })
    .await;
}
