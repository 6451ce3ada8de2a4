//! From the poster to the map: without a jump, and quiet once it is there.

use browser_tests::{Page, Point, Setup, visit};
use std::time::Duration;

/// The middles of the rings of the poster's landing points, in CSS pixels.
const POSTER_DOTS: &str = "const poster = document.querySelector('.poster'), map = document.querySelector('#map').getBoundingClientRect();
    return [...poster.querySelectorAll('path[stroke=\"var(--map-dot-edge)\"], path[stroke=\"var(--map-text)\"]')].map((path) => {
      const box = path.getBBox(), at = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(path.getScreenCTM());
      return [at.x - map.left, at.y - map.top];
    });";

/// Landing points at the ends of the home view.
const ENDS: [(&str, [f64; 2]); 4] = [
    ("Tomakomai", [141.603, 42.637]),
    ("Galway", [-9.051, 53.272]),
    ("Tromsø", [18.955, 69.649]),
    ("Cambridge Bay", [-105.055, 69.115]),
];

async fn the_poster_lies_under_the_map(size: (u32, u32)) {
    visit(Setup::sized(size.0, size.1), async |page: &Page| {
        page.open_ready("").await;
        let dots: Vec<Point> = page.script(POSTER_DOTS, vec![]).await;
        assert!(dots.len() >= 6, "the poster shows {} landing points", dots.len());
        for (name, place) in ENDS {
            let at = page.project(place).await;
            let off = dots.iter().map(|dot| dot.distance(at)).fold(f64::INFINITY, f64::min);
            assert!(off <= 1.5, "{name} is {off:.2} px from where the poster has it, at {size:?}");
        }
        assert_eq!(page.count(".poster").await, 0, "the poster shows through");
    })
    .await;
}

#[tokio::test]
async fn poster_gives_way_without_a_jump_on_a_laptop() {
    the_poster_lies_under_the_map((1440, 900)).await;
}

#[tokio::test]
async fn poster_gives_way_without_a_jump_on_a_tablet() {
    the_poster_lies_under_the_map((820, 1180)).await;
}

#[tokio::test]
async fn poster_gives_way_without_a_jump_on_a_phone() {
    the_poster_lies_under_the_map((360, 740)).await;
}

/// What becomes of the page when a wasm traps, told as the browser tells it: whether it starts anew.
async fn starts_anew(page: &Page, event: &str) -> bool {
    // What is recorded of such an event in WebKit.
    [" in :0", "unhandled: @"].into_iter().for_each(|said| page.expect_console(said));
    let trap =
        format!("window.old = true; const error = new WebAssembly.RuntimeError('unreachable'); dispatchEvent({event})");
    let _: serde_json::Value = page.script(&trap, vec![]).await;
    // A page that is on its way out still answers.
    tokio::time::sleep(Duration::from_secs(2)).await;
    page.wait_ready().await;
    page.script::<bool>("return window.old === undefined", vec![]).await
}

#[tokio::test]
async fn a_trap_starts_an_untouched_page_anew_once() {
    let uncaught = "new ErrorEvent('error', { error })";
    visit(Setup::default(), async |page: &Page| {
        for event in [uncaught, "Object.assign(new Event('unhandledrejection'), { reason: error })"] {
            page.open_ready("#view=globe&at=20,70,1").await;
            assert!(
                !starts_anew(page, "new ErrorEvent('error', { error: new Error('of a script') })").await,
                "for no trap"
            );
            assert!(starts_anew(page, event).await, "{event}");
            assert_eq!(page.link().await, "#view=globe&at=20,70,1");
            assert!(!starts_anew(page, event).await, "a second time");
        }
    })
    .await;
}

#[tokio::test]
async fn a_trap_takes_nothing_from_who_has_touched_the_page() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.click(Point { x: 700.0, y: 300.0 }).await;
        assert!(!starts_anew(page, "new ErrorEvent('error', { error })").await);
    })
    .await;
}

#[tokio::test]
async fn state_of_the_map_goes_from_poster_to_ready_and_never_back() {
    visit(Setup::default(), async |page: &Page| {
        page.before_scripts(
            "window.phases = [];
            new MutationObserver(() => {
              const now = document.querySelector('#map')?.dataset.state;
              if (now && phases.at(-1) !== now) phases.push(now);
            }).observe(document, { subtree: true, childList: true, attributes: true });",
        )
        .await;
        page.open_ready("").await;
        let phases: Vec<String> = page.script("return phases", vec![]).await;
        assert_eq!(phases.first().map(String::as_str), Some("poster"), "{phases:?}");
        assert_eq!(phases.last().map(String::as_str), Some("ready"), "{phases:?}");
        let known = ["poster", "loading", "ready"];
        let places: Vec<_> = phases.iter().map(|p| known.iter().position(|k| k == p)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{phases:?}");
        assert_eq!(page.problems().await.len(), 0, "{}", page.trouble_shown().await);
    })
    .await;
}

#[tokio::test]
async fn frames_are_none_while_nothing_changes() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        let before = page.stats().await;
        tokio::time::sleep(Duration::from_secs(3)).await;
        let after = page.stats().await;
        assert!(before.frames >= 1.0 && before.vertices > 1000.0 && before.painted_at > 0.0, "{before:?}");
        assert!(after.frames == before.frames, "{} frames in 3 s of rest", after.frames - before.frames);
    })
    .await;
}

#[tokio::test]
async fn resize_fits_the_home_view_anew() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.resize((1000, 700), 1.0).await;
        page.settled().await;
        for (name, place) in ENDS {
            let at = page.project(place).await;
            assert!((0.0..1000.0).contains(&at.x) && (0.0..700.0).contains(&at.y), "{name} is at {at:?}");
        }
        let size: [f64; 2] =
            page.script("const c = document.querySelector('#canvas'); return [c.width, c.height]", vec![]).await;
        assert_eq!(size, [1000.0, 700.0]);
    })
    .await;
}
