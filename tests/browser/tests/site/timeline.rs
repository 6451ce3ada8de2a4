//! The years: the slider, the play button, the events, the link.

use browser_tests::keys::RIGHT;
use browser_tests::{Page, Setup, visit};
use serde_json::{Value, json};

async fn open(page: &Page, link: &str) {
    page.open_ready(link).await;
    page.wait_for("the timeline is there", "return document.querySelector('.timeline summary') !== null").await;
    let unfold = "const fold = document.querySelector('.timeline details'); if (!fold.open) fold.querySelector('summary').click()";
    let _: Value = page.script(unfold, vec![]).await;
    page.wait_for("it is open", "return document.querySelector('#year-slider') !== null").await;
    page.settled().await;
}

/// How many systems the words say stand.
async fn count(page: &Page) -> u32 {
    let text = page.text(".said p").await;
    text.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or_default()
}

#[tokio::test]
async fn a_link_with_a_year_opens_the_timeline_there() {
    visit(Setup::default(), async |page: &Page| {
        open(page, "#year=2010").await;
        assert_eq!(page.text(".years .year").await, "2010");
        let then = count(page).await;
        assert!(then > 10, "{}", page.text(".said p").await);
        open(page, "#year=2025").await;
        assert!(count(page).await > then + 20, "{then} in 2010, {} in 2025", count(page).await);
        open(page, "#year=1066").await;
        assert_eq!(page.text(".years .year").await, "All years", "no year of the map");
    })
    .await;
}

#[tokio::test]
async fn keys_go_from_year_to_year_and_the_link_follows() {
    visit(Setup::default(), async |page: &Page| {
        open(page, "#year=2010").await;
        let _: Value = page.script("document.querySelector('#year-slider').focus()", vec![]).await;
        page.press(&[RIGHT]).await;
        page.settled().await;
        assert_eq!((page.state_of("year").await.as_str(), page.link().await.as_str()), ("2011", "#year=2011"));
        page.press(&["\u{e011}"]).await;
        page.settled().await;
        assert_eq!(page.state_of("year").await, "1989");
        page.press_button("All years").await;
        assert_eq!(page.link().await, "");
    })
    .await;
}

#[tokio::test]
async fn a_year_leaves_on_the_map_what_stands_then() {
    visit(Setup::default(), async |page: &Page| {
        let cables = "const { width, height } = document.querySelector('#canvas').getBoundingClientRect(); const ids = new Set();
            for (let x = 350; x < width; x += 9) for (let y = 10; y < height - 10; y += 9)
                for (const f of window.cableMap.featuresAt([x, y])) if (f.kind === 'cable') ids.add(f.id);
            return [...ids]";
        open(page, "").await;
        let all: Vec<String> = page.script(cables, vec![]).await;
        assert!(all.iter().any(|id| id == "polar-connect"), "{all:?}");
        open(page, "#year=2003").await;
        let then: Vec<String> = page.script(cables, vec![]).await;
        assert!(!then.is_empty() && then.len() < all.len() / 2, "{} of {}", then.len(), all.len());
        for later in ["polar-connect", "far-north-fiber", "greenland-connect"] {
            assert!(!then.iter().any(|id| id == later), "{later} in 2003");
        }
    })
    .await;
}

#[tokio::test]
async fn playing_goes_on_until_it_is_paused() {
    visit(Setup::default(), async |page: &Page| {
        open(page, "#year=2000").await;
        page.press_button("Play").await;
        page.wait_for("two years have gone by", "return window.cableMap.getState().year >= '2002'").await;
        page.press_button("Pause").await;
        let year = page.state_of("year").await;
        tokio::time::sleep(std::time::Duration::from_millis(1_600)).await;
        assert_eq!(page.state_of("year").await, year);
    })
    .await;
}

#[tokio::test]
async fn an_event_moves_the_map_and_tells_its_story_with_sources() {
    visit(Setup::default(), async |page: &Page| {
        open(page, "").await;
        let before = page.state().await;
        let press = "[...document.querySelectorAll('.events .entry')].find((e) => e.textContent.includes(arguments[0])).click()";
        let _: Value = page.script(press, vec![json!("C-Lion1 and BCS")]).await;
        page.settled().await;
        assert_eq!(page.state_of("sel").await, "event:2024-11-17-baltic");
        assert_ne!(page.state().await["at"], before["at"]);
        assert_eq!(page.details_title().await.as_deref(), Some("C-Lion1 and BCS East–West cut"));
        assert!(page.count(".sources li").await > 0);
        let story: Vec<String> =
            page.script("return [...document.querySelectorAll('.events .when')].map((e) => e.textContent)", vec![]).await;
        assert!(story.len() > 50, "{}", story.len());
        for day in ["12 May 2022", "3 July 2023", "5 February 2026"] {
            let american = day.split(' ').collect::<Vec<_>>();
            let american = format!("{} {}, {}", american[1], american[0], american[2]);
            assert!(story.iter().any(|d| d.contains(day) || d.contains(&american)), "no {day} in {story:?}");
        }
    })
    .await;
}
