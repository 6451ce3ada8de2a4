//! The search: found while it is typed, shown on the map, flown to; by keys alone, in any script.

use browser_tests::keys::{DOWN, ENTER, ESCAPE, UP};
use browser_tests::{Page, Setup, visit};
use serde_json::{Value, json};

/// Names of what is listed, with the titles of their groups.
async fn listed(page: &Page) -> Vec<(String, Vec<String>)> {
    let script = "return [...document.querySelectorAll('#search-list [role=group]')].map((g) => [
        document.getElementById(g.getAttribute('aria-labelledby')).textContent,
        [...g.querySelectorAll('[role=option] .name')].map((n) => n.firstChild.textContent)])";
    page.script(script, vec![]).await
}

/// The name of the option that the box points at.
async fn active(page: &Page) -> String {
    let script = "const id = document.querySelector('#search').getAttribute('aria-activedescendant');
        const option = document.getElementById(id);
        return option?.getAttribute('aria-selected') === 'true' ? option.querySelector('.name').firstChild.textContent : ''";
    page.script(script, vec![]).await
}

#[tokio::test]
async fn search_finds_with_a_slip_points_on_the_map_and_flies_there() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.search("tomakmai").await;
        assert_eq!(listed(page).await[0], ("Landing points".to_owned(), vec!["Tomakomai".to_owned()]));
        assert_eq!(page.attribute("#search", "aria-expanded").await, "true");
        assert_eq!(active(page).await, "");
        let before = page.stats().await.frames;
        page.press(&[DOWN]).await;
        assert_eq!(active(page).await, "Tomakomai");
        assert!(page.stats().await.frames > before, "a ring is drawn");
        page.press(&[ENTER]).await;
        page.arrived().await;
        assert_eq!(page.state_of("sel").await, "landing:tomakomai-jp");
        assert_eq!(page.details_title().await.as_deref(), Some("Tomakomai"));
        let at = page.state_of("at").await;
        assert!(at.starts_with("141.6") && at.contains(",42.6"), "the map stands at {at}");
        assert_eq!(page.attribute("#search", "aria-expanded").await, "false");
    })
    .await;
}

#[tokio::test]
async fn kinds_are_grouped_and_keys_go_round() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.search("tokyo").await;
        let groups = listed(page).await;
        assert!(groups.iter().any(|(title, _)| title == "Supercomputers and cities"), "{groups:?}");
        let all: Vec<String> = groups.into_iter().flat_map(|(_, names)| names).collect();
        page.press(&[UP]).await;
        assert_eq!(Some(active(page).await), all.last().cloned(), "up from the box is the last");
        page.press(&[DOWN]).await;
        assert_eq!(active(page).await, all[0]);
        // Escape closes the list, then empties the box; neither lets go of what is selected.
        page.set_state(json!({ "sel": "cable:polar-connect" })).await;
        page.press(&[ESCAPE]).await;
        assert_eq!(
            (page.attribute("#search", "aria-expanded").await.as_str(), value(page).await.as_str()),
            ("false", "tokyo")
        );
        page.press(&[ESCAPE]).await;
        assert_eq!((value(page).await.as_str(), page.state_of("sel").await.as_str()), ("", "cable:polar-connect"));
    })
    .await;
}

/// What is in the box.
async fn value(page: &Page) -> String {
    page.script("return document.querySelector('#search').value", vec![]).await
}

#[tokio::test]
async fn every_kind_is_found_and_gone_to() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        for (text, sel) in [
            ("quintilion", "cable:quintillion"),
            ("berring strait", "chokepoint:bering-strait"),
            ("fugaku", "place:fugaku"),
            ("memorandum submarine", "event:2023-07-03-submarine-cable-memorandum"),
        ] {
            page.search(text).await;
            page.press(&[ENTER]).await;
            page.arrived().await;
            assert_eq!(page.state_of("sel").await, sel, "{text}");
            page.put_text("").await;
        }
        // What is pointed out lies on layers that are off by default.
        assert_eq!(page.state_of("layers").await, "chokepoints,events");
        page.search("greenl").await;
        assert!(listed(page).await.iter().any(|(title, names)| title == "Countries" && names[0] == "Greenland"));
    })
    .await;
}

#[tokio::test]
async fn names_are_found_in_japanese_and_shown_in_it() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#lang=ja").await;
        page.focus_map().await;
        page.press(&["/"]).await;
        assert_eq!(page.focused().await, "検索");
        page.type_text("苫小").await;
        assert_eq!(listed(page).await[0], ("陸揚げ地点".to_owned(), vec!["苫小牧".to_owned()]));
        page.put_text("Norwegen").await;
        let groups = listed(page).await;
        assert_eq!(groups[0], ("国・地域".to_owned(), vec!["ノルウェー".to_owned()]));
        assert_eq!(page.text("#search-list .other").await, "Norwegen");
    })
    .await;
}

#[tokio::test]
async fn any_text_has_an_answer_and_is_never_markup() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.search("<img src=x onerror=alert(1)>").await;
        assert_eq!(page.count(".search img").await, 0);
        assert!(page.text(".search .nothing").await.contains("<img src=x"), "{}", page.text(".search .nothing").await);
        assert_eq!(page.attribute("#search", "aria-expanded").await, "false");
        for text in ["🛰️👩‍🔬", "\u{202e}שלום עולם", "Ḟ̴̢a̷r"] {
            page.put_text(&text.repeat(if text.len() > 20 { 2000 } else { 20 })).await;
        }
        let pasted = "const box = document.querySelector('#search');
             box.focus();
             box.value = 'Far North Fiber '.repeat(7000);
             box.dispatchEvent(new Event('input', { bubbles: true }))";
        page.script::<()>(pasted, vec![]).await;
        page.settled().await;
        assert!(page.text(".search .nothing").await.len() < 300);
        assert_eq!(page.problems().await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn search_key_is_a_letter_where_letters_are_typed() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.search("a/b").await;
        assert_eq!(value(page).await, "a/b");
    })
    .await;
}

#[tokio::test]
async fn pointer_shows_and_a_click_goes_on_a_phone_too() {
    visit(Setup::sized(360, 740), async |page: &Page| {
        page.open_ready("#theme=light").await;
        let _: Value = page.script("document.querySelector('#search').focus()", vec![]).await;
        page.type_text("tromso").await;
        let wide: bool = page.script("return document.scrollingElement.scrollWidth > innerWidth", vec![]).await;
        assert!(!wide);
        page.press_option("Tromsø").await;
        page.arrived().await;
        assert_eq!(page.state_of("sel").await, "landing:tromso-no");
    })
    .await;
}
