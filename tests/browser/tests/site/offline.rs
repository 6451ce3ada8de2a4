//! The map kept on a device: only when asked, up to date, and removable.

use browser_tests::{Page, Setup, visit};
use serde_json::Value;

const KEPT: &str = "return (async () => [(await navigator.serviceWorker.getRegistrations()).length,
    (await caches.keys()).filter((name) => name.startsWith('arctic-cable-map ')).length])()";

async fn kept(page: &Page) -> (u32, u32) {
    page.script(KEPT, vec![]).await
}

/// Presses a button of the page that keeps the map, and waits for what it says.
async fn press(page: &Page, button: &str, says: &str) {
    page.open("offline.html").await;
    page.wait_for("the button is there", &format!("return document.querySelector('#{button}')?.hidden === false"))
        .await;
    page.script::<Value>(&format!("document.querySelector('#{button}').click()"), vec![]).await;
    let said = format!("return document.querySelector('#status').textContent === '{says}'");
    page.wait_for(says, &said).await;
}

/// What browsers say where there is no network, each in its own words.
fn expect_no_network(page: &Page) {
    for said in ["net::ERR_", "NetworkError when attempting to fetch", "Load failed", "does not load"] {
        page.expect_console(said);
    }
}

async fn keep(page: &Page) {
    press(page, "keep", "The map is on this device.").await;
}

fn version(worker: &str) -> String {
    let (_, rest) = worker.split_once("version:\"").or_else(|| worker.split_once("\"version\":\"")).unwrap_or_default();
    rest.chars().take_while(char::is_ascii_hexdigit).collect()
}

#[tokio::test]
async fn the_map_opens_without_a_network_once_it_is_kept() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        assert_eq!(kept(page).await, (0, 0), "something is kept without being asked for");
        keep(page).await;
        page.set_network(false);
        expect_no_network(page);
        page.open_ready("#at=10,70,5").await;
        page.select_cable("Polar Connect").await;
        assert!(page.details_text().await.contains("proposed"));
        page.choose_language("ja").await;
        assert_eq!(page.problems().await.len(), 0, "{}", page.trouble_shown().await);
        page.set_network(true);
        press(page, "remove", "The map is not on this device.").await;
        assert_eq!(kept(page).await, (0, 0));
    })
    .await;
}

#[tokio::test]
async fn what_a_host_changes_is_seen_at_once_and_kept_for_later() {
    visit(Setup::default(), async |page: &Page| {
        keep(page).await;
        let seas = page.built("geodata/labels/seas.geojson");
        page.change_file("geodata/labels/seas.geojson", seas.replace("Bering Sea", "Sea of Change"));
        let changed = "const text = await (await fetch('geodata/labels/seas.geojson')).text(); return text.includes('Sea of Change')";
        page.open_ready("").await;
        assert!(page.script::<bool>(changed, vec![]).await, "the kept file is shown though there is a network");
        page.set_network(false);
        expect_no_network(page);
        page.open_ready("").await;
        assert!(page.script::<bool>(changed, vec![]).await, "the change was not kept");
    })
    .await;
}

#[tokio::test]
async fn a_new_version_takes_the_place_of_the_old() {
    visit(Setup::default(), async |page: &Page| {
        keep(page).await;
        let worker = page.built("sw.js");
        let old = version(&worker);
        assert_eq!(old.len(), 16, "no version in sw.js");
        page.change_file("sw.js", worker.replace(&old, "00000000deadbeef"));
        page.change_file("/", page.built("index.html").replace("<title>", "<title>New: "));
        page.open("").await;
        page.wait_for(
            "the new worker is at work",
            "return (async () => { await (await navigator.serviceWorker.getRegistration()).update(); return (await caches.keys()).some((n) => n.endsWith('00000000deadbeef')); })()",
        )
        .await;
        let active = "return (async () => { const r = await navigator.serviceWorker.getRegistration(); return !r.installing && !r.waiting; })()";
        page.wait_for("it has settled", active).await;
        page.set_network(false);
        expect_no_network(page);
        page.open_ready("").await;
        let served: bool =
            page.script("const text = await (await fetch('./')).text(); return text.includes('<title>New: ')", vec![]).await;
        assert!(served, "the old page is shown");
    })
    .await;
}

#[tokio::test]
async fn a_host_can_take_the_map_off_every_device() {
    visit(Setup::default(), async |page: &Page| {
        keep(page).await;
        page.change_file("sw.js", page.built("sw-remove.js"));
        page.open("").await;
        page.wait_for(
            "it is gone",
            "return (async () => { await (await navigator.serviceWorker.getRegistration())?.update().catch(() => {}); return (await caches.keys()).length === 0; })()",
        )
        .await;
        page.open_ready("").await;
        assert_eq!(kept(page).await, (0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_keeps_nothing_shows_the_map_all_the_same() {
    visit(Setup::default(), async |page: &Page| {
        page.before_scripts(
            "const refuse = { configurable: true, get() { throw new DOMException('refused', 'SecurityError'); } };
             for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, refuse);
             Object.defineProperty(Navigator.prototype, 'serviceWorker', refuse);
             Object.defineProperty(Document.prototype, 'cookie', refuse);",
        )
        .await;
        page.open_ready("").await;
        page.select_cable("Polar Connect").await;
        page.choose(1, "dark").await;
        assert_eq!(page.problems().await.len(), 0);
        page.open("offline.html").await;
        page.wait_for("it says so", "return document.querySelector('#status').textContent.startsWith('This browser does not keep pages')").await;
        assert_eq!(page.count("button").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_missing_keeps_the_map_off_the_device_and_says_so() {
    visit(Setup::default(), async |page: &Page| {
        page.expect_console("404");
        page.break_file(".wasm", browser_tests::Fault::Missing);
        press(page, "keep", "Not every file could be fetched. Try again with a better network.").await;
        page.mend();
        keep(page).await;
    })
    .await;
}

#[tokio::test]
async fn previews_and_icons_are_pictures() {
    visit(Setup::default(), async |page: &Page| {
        page.open("").await;
        let size = "const load = (src) => new Promise((done) => { const i = new Image(); i.onload = () => done([i.naturalWidth, i.naturalHeight]); i.onerror = () => done(null); i.src = src; });
            const manifest = await (await fetch(document.querySelector('link[rel=manifest]').href)).json();
            const icons = await Promise.all(manifest.icons.filter((i) => i.type === 'image/png').map(async (i) => [i.sizes, (await load(i.src)).join('x')]));
            const meta = (name) => document.querySelector(`meta[property=\"${name}\"]`)?.content;
            return [await load(meta('og:image')), icons, meta('og:title'), meta('og:description').length > 40, meta('og:image:alt').length > 10]";
        let (preview, icons, title, described, alt): ([u32; 2], Vec<(String, String)>, String, bool, bool) = page.script(size, vec![]).await;
        assert_eq!(preview, [1200, 630]);
        assert_eq!(icons.len(), 3);
        assert!(icons.iter().all(|(said, is)| said == is), "{icons:?}");
        assert_eq!(title, page.title().await);
        assert!(described && alt);
    })
    .await;
}
