//! A link holds the state: what is in it opens, what is wrong in it is said and harms nothing.

use browser_tests::{Page, Setup, visit};
use serde_json::json;

#[tokio::test]
async fn link_opens_the_state_that_it_names() {
    visit(Setup::default(), async |page: &Page| {
        let link = "#at=15.6,78.2,2.5,-30&sel=cable:polar-connect&lang=ja&theme=light";
        page.open_ready(link).await;
        page.wait_for("the page speaks Japanese", "return document.documentElement.lang === 'ja'").await;
        let state = json!({ "at": "15.6,78.2,2.5,-30", "sel": "cable:polar-connect", "lang": "ja", "theme": "light" });
        assert_eq!(page.state().await, state);
        assert_eq!(page.details_title().await.as_deref(), Some("ポーラー・コネクト"));
        assert_eq!(page.attribute("html", "data-theme").await, "light");
        page.settled().await;
        assert_eq!(page.link().await, link, "opening a link does not change it");
        assert_eq!(page.problems().await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn link_follows_the_map_and_opens_it_again() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.press_button("Zoom in").await;
        page.press_button("Turn left").await;
        page.select_landing("Galway").await;
        page.choose(1, "dark").await;
        let (link, state) = (page.link().await, page.state().await);
        assert!(link.starts_with('#'), "{link}");
        page.open_ready(&link).await;
        assert_eq!(page.state().await, state);
        assert_eq!(page.link().await, link);
    })
    .await;
}

#[tokio::test]
async fn link_in_the_query_works_and_the_fragment_wins() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("?sel=cable:polar-connect&theme=dark").await;
        assert_eq!(page.state().await, json!({ "sel": "cable:polar-connect", "theme": "dark" }));
        page.open_ready("?sel=cable:polar-connect&theme=dark#theme=light").await;
        assert_eq!(page.state().await, json!({ "sel": "cable:polar-connect", "theme": "light" }));
        page.press_button("Close").await;
        let link = page.link().await;
        page.open_ready(&link).await;
        assert_eq!(page.state().await, json!({ "theme": "light" }), "the old query speaks again in {link}");
    })
    .await;
}

#[tokio::test]
async fn link_keeps_a_foreign_query() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("?utm_source=x").await;
        page.select_cable("Polar Connect").await;
        assert_eq!(page.link().await, "?utm_source=x#sel=cable:polar-connect");
        assert_eq!(page.problems().await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn back_returns_to_the_pick_before() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        // By real presses: browsers go back past what a script did by itself.
        for entry in [2, 1] {
            page.click(page.middle_of(&format!(".main nav li:nth-child({entry}) .entry")).await).await;
            page.settled().await;
        }
        page.wait_for(
            "the other is open",
            "return document.querySelector('#details-title')?.textContent === 'Far North Fiber'",
        )
        .await;
        page.back().await;
        page.wait_for(
            "the one before is open",
            "return document.querySelector('#details-title')?.textContent === 'Polar Connect'",
        )
        .await;
        page.back().await;
        assert_eq!(page.details_title().await, None);
        assert_eq!(page.link().await, "");
    })
    .await;
}

#[tokio::test]
async fn back_is_not_filled_by_moving_the_map() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let before: u32 = page.script("return history.length", vec![]).await;
        for button in ["Zoom in", "Turn left", "Zoom in", "Turn right"] {
            page.press_button(button).await;
        }
        assert_eq!(page.script::<u32>("return history.length", vec![]).await, before);
    })
    .await;
}

#[tokio::test]
async fn link_changed_by_hand_is_followed() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let _: () = page.script("location.hash = '#sel=landing:tromso-no&theme=dark'", vec![]).await;
        page.settled().await;
        assert_eq!(page.details_title().await.as_deref(), Some("Tromsø"));
        assert_eq!(page.attribute("html", "data-theme").await, "dark");
        let _: () = page.script("location.hash = '#theme=purple'", vec![]).await;
        page.settled().await;
        assert_eq!(page.details_title().await, None);
        assert!(page.trouble_shown().await.contains("purple"), "{}", page.trouble_shown().await);
    })
    .await;
}

#[tokio::test]
async fn link_changed_by_hand_to_a_bad_one_is_reported() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let _: () = page.script("location.hash = '#theme=purple'", vec![]).await;
        page.settled().await;
        assert!(page.trouble_shown().await.contains("purple"), "{}", page.trouble_shown().await);
    })
    .await;
}

/// Values that fall back: the link and the key that is complained of.
const BAD: [(&str, &str); 16] = [
    ("#at=NaN,80,1", "at"),
    ("#at=1e308,1e308,1e308,1e308", "at"),
    ("#at=0,90.0000001,0", "at"),
    ("#at=0,80,inf", "at"),
    ("#at=1,2", "at"),
    ("#at=1,2,3,4,5", "at"),
    ("#at=,,,", "at"),
    ("#at=0,80,99", "at"),
    ("#view=flat", "view"),
    ("#morph=2", "morph"),
    ("#sel=cable", "sel"),
    ("#sel=cable:no-such-cable", "sel"),
    ("#sel=%FF%FE:%00", "sel"),
    ("#lang=xx-klingon", "lang"),
    ("#theme=<b>", "theme"),
    ("#ui=%F0%28%8C%28", "ui"),
];

#[tokio::test]
async fn bad_values_fall_back_and_are_reported() {
    visit(Setup::default(), async |page: &Page| {
        for (link, key) in BAD {
            page.open_ready(link).await;
            let problems = page.problems().await;
            assert!(problems.iter().any(|p| p.place == key && p.level == "warning"), "{link}: {problems:?}");
            assert!(!page.trouble_shown().await.is_empty(), "{link}: nothing is shown");
            page.project([0.0, 90.0]).await;
        }
    })
    .await;
}

#[tokio::test]
async fn unknown_keys_are_ignored_without_a_word() {
    visit(Setup::default(), async |page: &Page| {
        for link in ["#unknown=1&__proto__=2&constructor=3", "#&&=&==&a", "#%", "?%FF=%FF#%FF", "#AT=1,2,3"] {
            page.open_ready(link).await;
            assert_eq!(page.state().await, json!({}), "{link}");
            assert_eq!(page.problems().await.len(), 0, "{link}");
        }
    })
    .await;
}

#[tokio::test]
async fn junk_of_any_length_does_no_harm() {
    visit(Setup::default(), async |page: &Page| {
        for junk in [
            "x".repeat(10_000),
            format!("at={}", "9".repeat(10_000)),
            format!("sel=cable:{}", "%F0%9F%90%9F".repeat(800)),
        ] {
            page.open_ready(&format!("#{junk}")).await;
            assert_eq!(page.phase().await, "ready");
            assert!(page.trouble_shown().await.len() < 400, "{}", page.trouble_shown().await);
        }
        page.open_ready(&format!("#{}theme=dark", "a=b&".repeat(5_000))).await;
        assert_eq!(page.phase().await, "ready");
    })
    .await;
}

#[tokio::test]
async fn markup_in_a_link_stays_text() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#theme=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&sel=cable:%3Cb%3Ebold%3C%2Fb%3E").await;
        assert!(page.trouble_shown().await.contains("<img src=x"), "{}", page.trouble_shown().await);
        assert_eq!(page.count("#app img, .problems b").await, 0);
    })
    .await;
}
