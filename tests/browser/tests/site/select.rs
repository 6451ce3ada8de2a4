//! Picking a cable or a landing point, and what its details say.

use browser_tests::keys::{ENTER, ESCAPE};
use browser_tests::{Page, Point, Setup, visit};

/// In the Bering Sea, on the line of Far North Fiber, whose vertex it is.
const BERING_SEA: [f64; 2] = [179.379, 59.073];

#[tokio::test]
async fn click_on_a_route_picks_the_cable() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let at = page.project(BERING_SEA).await;
        page.click(at).await;
        assert_eq!(page.details_title().await.as_deref(), Some("Far North Fiber"));
        assert_eq!(page.state_of("sel").await, "cable:far-north-fiber");
    })
    .await;
}

#[tokio::test]
async fn click_beside_everything_picks_nothing() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#sel=cable:far-north-fiber").await;
        assert!(page.details_title().await.is_some());
        let sea = page.project([-150.0, 80.0]).await;
        let under: Vec<serde_json::Value> =
            page.script("return cableMap.featuresAt(arguments[0])", vec![serde_json::json!([sea.x, sea.y])]).await;
        assert!(under.is_empty(), "{under:?}");
        page.click(sea).await;
        assert_eq!(page.details_title().await, None);
    })
    .await;
}

#[tokio::test]
async fn hover_over_a_route_shows_that_it_can_be_picked() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let cursor = "return getComputedStyle(document.querySelector('#canvas')).cursor";
        page.hover(page.project(BERING_SEA).await).await;
        assert_eq!(page.script::<String>(cursor, vec![]).await, "pointer");
        assert!(page.text(".position").await.contains("59"), "the position is {:?}", page.text(".position").await);
        page.hover(page.project([-150.0, 80.0]).await).await;
        assert_eq!(page.script::<String>(cursor, vec![]).await, "grab");
    })
    .await;
}

#[tokio::test]
async fn list_picks_by_the_keyboard_alone() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.tab_to("Polar Connect").await;
        page.press(&[ENTER]).await;
        assert_eq!(page.details_title().await.as_deref(), Some("Polar Connect"));
        let pressed =
            "return [...document.querySelectorAll('nav [aria-pressed=true] .name')].map((e) => e.textContent)";
        assert_eq!(page.script::<Vec<String>>(pressed, vec![]).await, ["Polar Connect"]);
        page.press(&[" "]).await;
        assert_eq!(page.details_title().await, None, "the same entry again lets go");
    })
    .await;
}

#[tokio::test]
async fn pick_is_told_to_screen_readers() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.select_cable("Polar Connect").await;
        assert_eq!(page.text("#announcement").await, "Selected Polar Connect");
        page.press_button("Close").await;
        assert_eq!(page.text("#announcement").await, "Selection cleared");
    })
    .await;
}

#[tokio::test]
async fn details_of_a_cable_say_what_is_known_and_by_whom() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.select_cable("Far North Fiber").await;
        let text = page.details_text().await;
        for word in
            ["Far North Fiber", "proposed", "route indicative", "Cable length", "15,000 km", "14,000 km", "17,000 km"]
        {
            assert!(text.contains(word), "no {word:?} in {text}");
        }
        for word in
            ["Round trip (modelled)", " ms", "÷ c", "no firm date", "Sources", "Landing points", "Tomakomai", "Galway"]
        {
            assert!(text.contains(word), "no {word:?} in {text}");
        }
        let links = "return [...document.querySelectorAll('.sources a')].map((a) => [a.href, a.rel])";
        let links: Vec<[String; 2]> = page.script(links, vec![]).await;
        assert!(links.len() >= 4, "{links:?}");
        assert!(links.iter().all(|[href, rel]| href.starts_with("http") && rel.contains("noopener")), "{links:?}");
    })
    .await;
}

#[tokio::test]
async fn details_number_a_source_for_every_value() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        for cable in ["Far North Fiber", "Polar Connect"] {
            page.select_cable(cable).await;
            let lost = "const numbers = new Set([...document.querySelectorAll('.sources li')].map((li) => li.id));
                return [...document.querySelectorAll('.details .refs a')].map((a) => a.getAttribute('href').slice(1)).filter((id) => !numbers.has(id))";
            assert_eq!(page.script::<Vec<String>>(lost, vec![]).await, Vec::<String>::new(), "{cable}");
            page.press_button("Close").await;
        }
    })
    .await;
}

#[tokio::test]
async fn details_of_a_landing_point_lead_to_its_cables() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.select_landing("Tomakomai").await;
        let text = page.details_text().await;
        for word in ["Tomakomai", "Japan", "Landing point", "Far North Fiber", "Polar Connect"] {
            assert!(text.contains(word), "no {word:?} in {text}");
        }
        let follow = "[...document.querySelectorAll('.related .entry')].find((e) => e.textContent.includes('Polar Connect')).click()";
        let _: serde_json::Value = page.script(follow, vec![]).await;
        page.settled().await;
        assert_eq!(page.details_title().await.as_deref(), Some("Polar Connect"));
    })
    .await;
}

#[tokio::test]
async fn escape_lets_go_from_the_map() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#sel=cable:polar-connect").await;
        page.focus_map().await;
        page.press(&[ESCAPE]).await;
        assert_eq!(page.details_title().await, None);
        assert_eq!(page.link().await, "");
    })
    .await;
}

#[tokio::test]
async fn escape_lets_go_from_the_list_and_the_details() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.tab_to("Polar Connect").await;
        page.press(&[ENTER, ESCAPE]).await;
        assert_eq!(page.details_title().await, None, "Escape in the list");
    })
    .await;
}

#[tokio::test]
async fn landing_point_wins_over_the_cable_that_ends_there() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let at: Point = page.project([-9.051, 53.272]).await;
        page.click(at).await;
        assert_eq!(page.state_of("sel").await, "landing:galway-ie");
    })
    .await;
}
