//! The page where something is switched off, or the host is plain, strict or deep.

use browser_tests::keys::ESCAPE;
use browser_tests::{Engine, Habits, Page, Setup, Site, documented_policy, visit};

const COLLECT_VIOLATIONS: &str = "window.violations = [];
    document.addEventListener('securitypolicyviolation', (e) => violations.push(`${e.violatedDirective}: ${e.blockedURI} ${e.sample}`));";

/// The map works: a cable is picked and said.
async fn assert_works(page: &Page) {
    page.select_cable("Polar Connect").await;
    assert!(page.details_text().await.contains("proposed"));
    assert_eq!(page.problems().await.len(), 0, "{}", page.trouble_shown().await);
}

#[tokio::test]
async fn scripts_off_leaves_the_picture_and_the_table() {
    let habits = Habits { no_scripts: true, ..Habits::default() };
    visit(Setup::with(habits), async |page: &Page| {
        page.open("").await;
        assert_eq!(page.phase().await, "poster");
        assert_eq!((page.count(".poster").await, page.count("#canvas").await), (1, 0));
        assert_eq!(page.count(".routes table").await, 1);
        let table = page.text(".routes table").await;
        for word in ["Far North Fiber", "Polar Connect", "proposed", "route indicative", "15,000 km", "Galway", " ms"] {
            assert!(table.contains(word), "no {word:?} in {table}");
        }
        let (tall, wide): (f64, f64) = page
            .script("const s = document.scrollingElement; return [s.scrollHeight - innerHeight, s.scrollWidth - innerWidth]", vec![])
            .await;
        assert!(tall > 0.0 && wide <= 0.0, "the page scrolls down by {tall} and sideways by {wide}");
    })
    .await;
}

#[tokio::test]
async fn scripts_off_on_a_phone_needs_no_sideways_scroll() {
    let habits = Habits { no_scripts: true, ..Habits::default() };
    visit(Setup { size: (360, 740), ..Setup::with(habits) }, async |page: &Page| {
        page.open("").await;
        let wide: f64 = page.script("return document.scrollingElement.scrollWidth - innerWidth", vec![]).await;
        assert!(wide <= 0.0, "{wide} px too wide");
        assert_eq!((page.count(".poster").await, page.count(".routes table").await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn webgl_off_changes_nothing() {
    let habits = Habits { no_webgl: true, ..Habits::default() };
    visit(Setup::with(habits), async |page: &Page| {
        page.open_ready("").await;
        let webgl: bool =
            page.script("return document.createElement('canvas').getContext('webgl') !== null", vec![]).await;
        assert!(!webgl, "WebGL is still there");
        let inland = page.project([125.0, 66.0]).await;
        assert_eq!(page.colour_at(inland, 6).await, page.theme_colour("land").await);
        assert_works(page).await;
    })
    .await;
}

#[tokio::test]
async fn folder_of_a_larger_site_will_do() {
    visit(Setup::served(Site::under("/some/sub/path/")), async |page: &Page| {
        page.open_ready("#theme=dark").await;
        page.choose_language("ja").await;
        page.choose_language("en").await;
        assert_works(page).await;
        let asked = page.asked();
        assert!(asked.iter().all(|path| path.starts_with("/some/sub/path/")), "{asked:?}");
    })
    .await;
}

#[tokio::test]
async fn wasm_as_plain_bytes_will_do() {
    visit(Setup::served(Site::default().plain_wasm()), async |page: &Page| {
        // wasm-bindgen's loader says in the console that the host could do better.
        page.expect_console("application/wasm");
        page.open_ready("").await;
        assert_works(page).await;
    })
    .await;
}

#[tokio::test]
async fn strict_policy_is_never_violated() {
    visit(
        Setup::served(Site::default().header("Content-Security-Policy", &documented_policy())),
        async |page: &Page| {
            page.before_scripts(COLLECT_VIOLATIONS).await;
            page.open_ready("").await;
            assert_works(page).await;
            page.select_landing("Galway").await;
            page.choose_language("ja").await;
            page.choose(1, "dark").await;
            page.focus_map().await;
            page.press(&["?", ESCAPE, "+", "]"]).await;
            let violations: Vec<String> = page.script("return violations", vec![]).await;
            assert!(violations.is_empty(), "{violations:?}");
        },
    )
    .await;
}

#[tokio::test]
async fn scripts_and_styles_carry_the_hash_of_what_they_are() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let script = "const all = [...document.querySelectorAll('script[type=module][src], link[rel=stylesheet]:not(noscript *)')];
            return Promise.all(all.map(async (element) => {
              const bytes = await (await fetch(element.src ?? element.href)).arrayBuffer();
              const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
              return [element.src ?? element.href, element.integrity === 'sha384-' + btoa(String.fromCharCode(...digest))];
            }))";
        let files: Vec<(String, bool)> = page.script(script, vec![]).await;
        assert_eq!(files.len(), 2, "{files:?}");
        assert!(files.iter().all(|(_, is_right)| *is_right), "{files:?}");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_kept_in_the_browser() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        assert_works(page).await;
        page.choose(1, "dark").await;
        let script = "return [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length].join()";
        let kept: String = page.script(&format!("return (async () => {{ {script} }})()"), vec![]).await;
        assert_eq!(kept, ",0,0,0,0", "cookies, local, session, databases, caches");
    })
    .await;
}

#[tokio::test]
async fn every_file_is_asked_for_once() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let mut asked = page.asked();
        if Engine::chosen() != Engine::Chromium {
            // WebKit asks again for what a script fetches though it is preloaded, Firefox where the script names a hash.
            let preloaded = "return [...document.querySelectorAll('link[rel=preload][as=fetch]')].map((e) => new URL(e.href).pathname)";
            for path in page.script::<Vec<String>>(preloaded, vec![]).await {
                let again = asked.iter().rposition(|a| *a == path).filter(|last| asked[..*last].contains(&path));
                again.map(|last| asked.remove(last));
            }
        }
        let all = asked.len();
        asked.sort_unstable();
        asked.dedup();
        assert_eq!(asked.len(), all, "a file is asked for twice: {:?}", page.asked());
    })
    .await;
}
