//! The page in its languages, changed without loading it again.

use browser_tests::{Fault, Habits, Page, Setup, visit};
use serde_json::json;

#[tokio::test]
async fn japanese_and_back_without_loading_again() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#sel=cable:far-north-fiber").await;
        let _: () = page.script("window.sameDocument = true", vec![]).await;
        let english = page.details_text().await;
        page.choose_language("ja").await;
        assert_eq!(page.title().await, "北極海ケーブルマップ");
        assert_eq!(page.text("h1").await, "北極海ケーブルマップ");
        assert_eq!(page.details_title().await.as_deref(), Some("ファー・ノース・ファイバー"));
        assert!(page.details_text().await.contains("構想段階"));
        assert_ne!(page.attribute("#canvas", "aria-label").await, "Map of submarine cables through the Arctic");
        assert_eq!(page.link().await, "#sel=cable:far-north-fiber&lang=ja");
        page.choose_language("en").await;
        assert_eq!(page.title().await, "Arctic Cable Map");
        assert_eq!(page.details_text().await, english);
        assert!(page.script::<bool>("return window.sameDocument === true", vec![]).await);
        assert_eq!(page.problems().await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn catalogue_is_fetched_only_when_it_is_asked_for() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        assert!(!page.asked().iter().any(|path| path.contains("/locales/")), "{:?}", page.asked());
        page.choose_language("ja").await;
        assert_eq!(page.asked().iter().filter(|path| path.contains("/locales/ja")).count(), 1);
        // English is what the other language is held beside.
        assert!(
            !page
                .asked()
                .iter()
                .any(|path| path.contains("/locales/") && !path.ends_with("ja.json") && !path.ends_with("en.json"))
        );
    })
    .await;
}

#[tokio::test]
async fn what_a_catalogue_lacks_is_told_and_is_english() {
    visit(Setup::default(), async |page: &Page| {
        let lacking = "{\"app-title\": \"北極海\", \"legend-title\": \"{x}\", \"odd\": \"奇\"}";
        page.break_file("locales/ja.json", Fault::Instead(lacking));
        page.open_ready("#lang=ja").await;
        let told = "return ['unknown', 'missing', 'placeholders'].every((w) => cableMap.problems().some((p) => p.code === `catalogue-${w}`))";
        page.wait_for("the catalogue's problems are told", told).await;
        let problems = page.problems().await;
        assert!(problems.iter().all(|p| p.level == "warning"), "{problems:?}");
        assert_eq!(page.text("h1").await, "北極海");
    })
    .await;
}

#[tokio::test]
async fn language_of_the_browser_is_spoken() {
    visit(Setup::with(Habits { language: "ja", ..Habits::default() }), async |page: &Page| {
        page.open_ready("").await;
        page.wait_for("the page speaks Japanese", "return document.documentElement.lang === 'ja'").await;
        assert_eq!(page.state().await, json!({}), "a choice that nobody made is not in the link");
        page.choose_language("en").await;
        assert_eq!(page.text("h1").await, "Arctic Cable Map");
    })
    .await;
}

#[tokio::test]
async fn no_text_is_left_in_english() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#lang=ja&sel=landing:tomakomai-jp").await;
        page.wait_for("the page speaks Japanese", "return document.documentElement.lang === 'ja'").await;
        page.settled().await;
        let script = "const texts = [...document.querySelectorAll('h1, h2, h3, dt, summary > span, th, .settings span, .chip')].map((e) => e.textContent);
            const labels = [...document.querySelectorAll('[aria-label]')].filter((e) => e.checkVisibility({ visibilityProperty: true })).map((e) => e.getAttribute('aria-label'));
            // A key is called as it is labelled.
            return [...texts, ...labels].filter((t) => t !== 'Esc' && /[a-z]{3}/i.test(t) && !/[\\u3040-\\u30ff\\u4e00-\\u9fff]/.test(t));";
        let english: Vec<String> = page.script(script, vec![]).await;
        assert!(english.is_empty(), "{english:?}");
    })
    .await;
}

#[tokio::test]
async fn missing_catalogue_is_said_and_the_page_stays_english() {
    visit(Setup::default(), async |page: &Page| {
        page.break_file("locales/ja.json", Fault::Missing);
        page.open_ready("#lang=ja").await;
        page.settled().await;
        assert!(page.trouble_shown().await.contains("日本語"), "{}", page.trouble_shown().await);
        assert_eq!(page.attribute("html", "lang").await, "en");
        assert_eq!(page.text("h1").await, "Arctic Cable Map");
    })
    .await;
}

#[tokio::test]
async fn broken_catalogue_is_said_and_the_page_stays_readable() {
    visit(Setup::default(), async |page: &Page| {
        for fault in
            [Fault::Truncated, Fault::Html, Fault::Empty, Fault::Instead("[]"), Fault::Instead("{\"app-title\": 7}")]
        {
            page.break_file("locales/ja.json", fault);
            page.open_ready("#lang=ja").await;
            page.wait_for("the problem is shown", "return document.querySelector('details.problems') !== null").await;
            assert!(!page.trouble_shown().await.is_empty(), "{fault:?}");
            assert_eq!(page.text("h1").await, "Arctic Cable Map", "{fault:?}");
            page.mend();
        }
    })
    .await;
}

#[tokio::test]
async fn portuguese_is_written_as_in_portugal() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#lang=pt&sel=cable:far-north-fiber").await;
        let text: String = page.script("return document.querySelector('#desk-details').textContent", vec![]).await;
        let text = text.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(text.contains("14 500 km") && !text.contains("14.500"), "{text}");
    })
    .await;
}
