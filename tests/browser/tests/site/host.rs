//! Where a page may fetch nothing: in a sandboxed frame of a host without CORS headers, and on a disk.

use browser_tests::{Engine, Page, Setup, Site, visit};
use serde_json::Value;

/// A page that holds the map in a frame without an origin.
const SANDBOXED: &str = r#"<!doctype html><html lang="en"><title>host</title><link rel="icon" href="data:,"><body>
<iframe title="map" sandbox="allow-scripts" width="1200" height="800"></iframe>
<script>
  window.heard = [];
  addEventListener('message', (e) => heard.push(e.data));
  document.querySelector('iframe').src = location.hash.slice(1);
</script></body></html>"#;

/// Errors that nobody caught.
const COLLECT_ERRORS: &str = "window.uncaught = [];
    addEventListener('error', (e) => { if (e.message) uncaught.push(e.message); });
    addEventListener('unhandledrejection', (e) => uncaught.push(String(e.reason)));";

/// The map works: a cable is picked and said, nothing went wrong. In a sandboxed frame, which is a process of its own, what
/// nobody caught is seen in the console only, where `visit` finds it.
async fn assert_works(page: &Page) {
    page.select_cable("Polar Connect").await;
    assert!(page.details_text().await.contains("proposed"));
    page.choose_language("ja").await;
    assert_eq!(page.problems().await.len(), 0, "{}", page.trouble_shown().await);
    let uncaught: Vec<String> = page.script("return window.uncaught ?? []", vec![]).await;
    assert!(uncaught.is_empty(), "{uncaught:?}");
}

/// What the browser itself says where a frame without an origin may not fetch what the page names.
fn expect_refusals(page: &Page) {
    for line in [
        "has been blocked by CORS policy",
        "net::ERR_FAILED",
        "was preloaded",
        "Subresource Integrity",
        "Cross-Origin Request Blocked",
        "in the integrity attribute",
        "does not load",
    ] {
        page.expect_console(line);
    }
}

/// `'self'` is nobody to WebKit in such a frame: what the page names is forbidden before the single file takes its place.
fn expect_self_is_nobody(page: &Page) {
    if Engine::chosen() == Engine::WebKit {
        page.expect_console("style-src-elem forbids http://127.0.0.1");
        page.expect_console("script-src-elem forbids http://127.0.0.1");
        page.expect_console("does not load");
    }
}

#[tokio::test]
async fn sandboxed_frame_of_a_plain_host_shows_the_map() {
    visit(Setup::held_by(SANDBOXED), async |page: &Page| {
        expect_refusals(page);
        expect_self_is_nobody(page);
        page.before_scripts(COLLECT_ERRORS).await;
        page.open_other().await;
        page.enter_frame().await;
        page.wait_ready().await;
        let origin: String = page.script("return window.origin", vec![]).await;
        assert_eq!(origin, "null");
        let styled: String =
            page.script("return getComputedStyle(document.querySelector('#map')).position", vec![]).await;
        assert_eq!(styled, "fixed", "the style sheets are refused");
        assert_works(page).await;
        page.leave_frame().await;
        let ready: bool = page.script("return heard.some((m) => m.cableMap === 1 && m.type === 'ready')", vec![]).await;
        assert!(ready, "the frame does not speak to the page that holds it");
    })
    .await;
}

#[tokio::test]
async fn sandboxed_frame_of_a_host_that_allows_it_fetches_as_usual() {
    let setup = Setup { site: open_to_all(), ..Setup::held_by(SANDBOXED) };
    visit(setup, async |page: &Page| {
        expect_self_is_nobody(page);
        page.before_scripts(COLLECT_ERRORS).await;
        page.open_other().await;
        page.enter_frame().await;
        page.wait_ready().await;
        assert_works(page).await;
        let asked = page.asked();
        assert!(!asked.iter().any(|path| path.contains("inside-")), "{asked:?}");
        let (alone, apart) = ("arctic-cable-map.html", "catalog.json");
        let expected = if Engine::chosen() == Engine::WebKit { alone } else { apart };
        assert!(asked.iter().any(|path| path.ends_with(expected)), "{asked:?}");
    })
    .await;
}

/// The link's state is kept where the single file takes the page's place.
#[tokio::test]
async fn sandboxed_frame_shows_what_its_address_says() {
    visit(Setup::held_by(SANDBOXED), async |page: &Page| {
        expect_refusals(page);
        expect_self_is_nobody(page);
        page.open_other_with("#sel=cable:polar-connect&theme=dark").await;
        page.enter_frame().await;
        page.wait_ready().await;
        assert_eq!(page.details_title().await.as_deref(), Some("Polar Connect"));
    })
    .await;
}

/// `'self'` is nobody to WebKit in such a frame, and the address that `dist --url` writes beside it is the host in every
/// engine.
#[tokio::test]
async fn sandboxed_frame_of_a_site_built_for_its_address_shows_the_map() {
    for site in [Site::default(), open_to_all()] {
        visit(Setup { site, ..Setup::held_by(SANDBOXED) }, async |page: &Page| {
            expect_refusals(page);
            page.name_address_in_policy();
            page.open_other().await;
            page.enter_frame().await;
            page.wait_ready().await;
            assert_works(page).await;
        })
        .await;
    }
}

/// A host that lets everybody read its files.
fn open_to_all() -> Site {
    Site::default().header("Access-Control-Allow-Origin", "*")
}

#[tokio::test]
async fn the_single_file_opens_from_a_disk_and_asks_for_nothing() {
    visit(Setup::default(), async |page: &Page| {
        page.before_scripts(COLLECT_ERRORS).await;
        page.before_scripts("window.violations = []; document.addEventListener('securitypolicyviolation', (e) => violations.push(`${e.violatedDirective} ${e.blockedURI}`));").await;
        // `visit` fails when anything but this address is asked for.
        page.open_address(&page.on_disk("arctic-cable-map.html")).await;
        page.wait_ready().await;
        assert_works(page).await;
        let violations: Vec<Value> = page.script("return violations", vec![]).await;
        assert!(violations.is_empty(), "{violations:?}");
        let inland = page.project([125.0, 66.0]).await;
        assert_eq!(page.colour_at(inland, 6).await, page.theme_colour("land").await);
        assert!(page.asked().is_empty(), "{:?}", page.asked());
    })
    .await;
}

#[tokio::test]
async fn the_single_file_keeps_its_state_in_the_address() {
    visit(Setup::default(), async |page: &Page| {
        page.before_scripts(COLLECT_ERRORS).await;
        page.open_address(&(page.on_disk("arctic-cable-map.html") + "#sel=cable:polar-connect&theme=dark")).await;
        page.wait_ready().await;
        assert_eq!(page.details_title().await.as_deref(), Some("Polar Connect"));
        page.set_state(serde_json::json!({ "view": "globe" })).await;
        page.settled().await;
        assert!(page.link().await.contains("view=globe"), "{}", page.link().await);
    })
    .await;
}

#[tokio::test]
async fn the_site_opens_from_a_disk_too() {
    visit(Setup::default(), async |page: &Page| {
        expect_refusals(page);
        page.before_scripts(COLLECT_ERRORS).await;
        let folder = page.on_disk("");
        page.allow(&folder);
        page.open_address(&(folder + "index.html")).await;
        page.wait_ready().await;
        assert_works(page).await;
    })
    .await;
}

#[tokio::test]
async fn single_file_keeps_its_limit() {
    visit(Setup::default(), async |page: &Page| {
        let path = page.on_disk("arctic-cable-map.html");
        let bytes = std::fs::metadata(path.trim_start_matches("file://")).map_or(0, |about| about.len());
        println!("arctic-cable-map.html: {bytes} bytes");
        assert!((100_000..=1_500_000).contains(&bytes), "{bytes} bytes");
    })
    .await;
}
