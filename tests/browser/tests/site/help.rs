//! Help: the list of keys, and a hint that goes away by itself.

use browser_tests::keys::ESCAPE;
use browser_tests::{Ability, Page, Setup, visit};
use serde_json::{Value, json};

#[tokio::test]
async fn list_holds_every_key_and_opens_by_key_and_button() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.focus_map().await;
        page.press(&["?"]).await;
        let keys: Vec<String> = page
            .script("return [...document.querySelectorAll('#help[open] kbd')].map((k) => k.textContent)", vec![])
            .await;
        for key in ["Arrow keys", "+ and −", "[ and ]", "0", "/", "Esc", "?", "Drag", "Double click", "Two fingers"] {
            assert!(keys.iter().any(|k| k == key), "{key:?} is not in {keys:?}");
        }
        page.press(&[ESCAPE]).await;
        page.press_button("Keys and gestures").await;
        assert_eq!(page.count("#help[open]").await, 1);
        page.press_button("Close").await;
        assert_eq!(page.count("#help[open]").await, 0);
    })
    .await;
}

#[tokio::test]
async fn hint_goes_by_itself_or_at_the_first_touch_and_remembers_nothing() {
    const SHOWN: &str = "return document.querySelector('.first-hint.shown') !== null";
    const GONE: &str =
        "return document.querySelector('.first-hint') !== null && document.querySelector('.first-hint.shown') === null";
    visit(Setup::default(), async |page: &Page| {
        page.open("").await;
        page.wait_for("the hint is there", SHOWN).await;
        page.wait_for("the hint has gone", GONE).await;
        page.open("").await;
        page.wait_for("the hint is there again", SHOWN).await;
        page.focus_map().await;
        page.press(&["+"]).await;
        assert!(page.script::<bool>(GONE, vec![]).await);
        let kept: Value =
            page.script("return [localStorage.length, sessionStorage.length, document.cookie]", vec![]).await;
        assert_eq!(kept, serde_json::json!([0, 0, ""]));
        // Who follows a link knows what it is for.
        page.open_ready("#sel=cable:polar-connect").await;
        assert!(page.script::<bool>(GONE, vec![]).await);
    })
    .await;
}

#[tokio::test]
async fn help_speaks_japanese() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#lang=ja").await;
        page.focus_map().await;
        page.press(&["?"]).await;
        let first: Vec<String> =
            page.script("return [...document.querySelectorAll('#help[open] .keys div:first-child > *')].slice(0, 2).map((e) => e.textContent)", vec![]).await;
        assert_eq!(first, ["矢印キー", "地図を移動"]);
    })
    .await;
}

#[tokio::test]
async fn a_hint_for_fingers_says_what_fingers_do() {
    visit(Setup::sized(360, 740).needing(Ability::OtherMedia), async |page: &Page| {
        page.command("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 2 })).await;
        page.open("").await;
        page.wait_for("the hint is there", "return document.querySelector('.first-hint.shown') !== null").await;
        let hint = page.text(".first-hint").await;
        assert!(hint.contains("finger") && !hint.contains("key") && !hint.contains("wheel"), "{hint}");
        page.command("Emulation.setTouchEmulationEnabled", json!({ "enabled": false })).await;
    })
    .await;
}
