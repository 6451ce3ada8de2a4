//! Stories: given by the keyboard, opened by a link, presented, made from the map, and those that are broken.

use browser_tests::keys::{ENTER, ESCAPE, LEFT, PAGE_DOWN, PAGE_UP, RIGHT};
use browser_tests::{Fault, Page, Setup, visit};
use serde_json::{Value, json};

const TOUR: &str = "#story=why-over-the-top";

/// Opens a link to a story and waits for its step.
async fn open(page: &Page, link: &str) {
    page.open_ready(link).await;
    page.wait_for("the story is there", "return document.querySelector('.tour') !== null").await;
    page.wait_for("its sources are there", "return document.querySelector('#beside-stage').dataset.state === 'ready'")
        .await;
    page.settled().await;
}

/// Opens the dialog of stories.
pub(crate) async fn open_list(page: &Page, link: &str) {
    page.open_ready(link).await;
    page.press_button("Stories").await;
    page.wait_for("the list is there", "return document.querySelectorAll('#stories[open] .stories li').length > 0")
        .await;
}

/// Presses keys as a hand does, with the page keeping up.
async fn press_each(page: &Page, keys: &[&str]) {
    for key in keys {
        page.press(&[key]).await;
        page.settled().await;
    }
}

async fn step(page: &Page) -> String {
    page.text("#tour-title").await
}

#[tokio::test]
async fn a_tour_is_given_by_the_keyboard_alone() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.tab_to("Stories").await;
        page.press(&[ENTER]).await;
        page.wait_for(
            "the list is there",
            "return document.querySelectorAll('#stories[open] .stories li').length === 3",
        )
        .await;
        page.tab_to("Why over the top?").await;
        page.press(&[ENTER]).await;
        page.wait_for("the story begins", "return document.querySelector('#tour-title') !== null").await;
        page.settled().await;
        assert_eq!((step(page).await.as_str(), page.count("dialog[open]").await), ("An agreement", 0));
        page.press(&[PAGE_DOWN]).await;
        page.settled().await;
        assert_eq!(
            (step(page).await.as_str(), page.state_of("view").await.as_str()),
            ("How traffic goes today", "world")
        );
        page.press(&[PAGE_DOWN]).await;
        page.settled().await;
        assert_eq!(
            (page.state_of("step").await.as_str(), page.state_of("view").await.as_str()),
            ("mercator", "mercator")
        );
        press_each(page, &[PAGE_UP, PAGE_UP, PAGE_UP]).await;
        page.settled().await;
        assert_eq!(step(page).await, "An agreement", "there is nothing before the first");
        // The buttons keep the focus from step to step.
        page.tab_to("Next step").await;
        press_each(page, &[ENTER, ENTER, ENTER, ENTER]).await;
        page.settled().await;
        assert_eq!(
            (step(page).await.as_str(), page.focused().await.as_str()),
            ("Proposed: Far North Fiber", "Next step")
        );
        assert_eq!(page.state_of("sel").await, "cable:far-north-fiber");
        page.press_button("End the story").await;
        assert_eq!((page.count(".tour").await, page.link().await.as_str()), (0, "#sel=cable:far-north-fiber"));
    })
    .await;
}

#[tokio::test]
async fn a_link_to_a_step_shows_its_view_and_a_copied_one_its_own() {
    visit(Setup::default(), async |page: &Page| {
        open(page, &format!("{TOUR}&step=mercator")).await;
        assert_eq!(
            (step(page).await.as_str(), page.state_of("view").await.as_str()),
            ("What this map hides", "mercator")
        );
        open(page, &format!("{TOUR}&step=6&theme=dark")).await;
        assert_eq!(page.state_of("sel").await, "cable:polar-connect");
        open(page, &format!("{TOUR}&step=mercator&view=globe&at=10,70,2")).await;
        assert_eq!((step(page).await.as_str(), page.state_of("view").await.as_str()), ("What this map hides", "globe"));
        let link = page.link().await;
        open(page, &link).await;
        assert_eq!(page.link().await, link);
        page.set_state(json!({ "step": "today" })).await;
        page.settled().await;
        assert_eq!((page.state_of("view").await.as_str(), page.state_of("at").await.as_str()), ("world", ""));
    })
    .await;
}

#[tokio::test]
async fn a_link_from_a_newer_site_says_what_is_missing_and_shows_the_rest() {
    visit(Setup::default(), async |page: &Page| {
        open(page, &format!("{TOUR}&step=the-sequel")).await;
        assert_eq!(step(page).await, "An agreement");
        assert!(page.text(".tour .note").await.contains("the-sequel"));
        page.open_ready("#story=the-sequel&view=globe").await;
        page.wait_for("it is said", "return document.querySelector('.tour') !== null").await;
        assert!(page.text(".tour").await.contains("no story “the-sequel”"), "{}", page.text(".tour").await);
        assert_eq!(page.state_of("view").await, "globe");
    })
    .await;
}

#[tokio::test]
async fn a_step_speaks_japanese_and_changes_its_language_with_the_page() {
    visit(Setup::default(), async |page: &Page| {
        open(page, &format!("{TOUR}&step=light&lang=ja")).await;
        page.wait_for(
            "it speaks Japanese",
            "return document.querySelector('#tour-title')?.textContent === '光が決める限界'",
        )
        .await;
        let text = page.text(".tour").await;
        for words in ["ステップ 7／12", "ポーラー・コネクト経由", "計算値", "出典"] {
            assert!(text.contains(words), "{words} in {text}");
        }
        assert_eq!(page.attribute(".tour .body", "lang").await, "ja");
        page.set_state(json!({ "lang": "en" })).await;
        page.wait_for(
            "it speaks English",
            "return document.querySelector('#tour-title')?.textContent === 'The limit set by light'",
        )
        .await;
        assert_eq!(page.state_of("step").await, "light");
        let asked = page.asked();
        assert!(!asked.iter().any(|path| path.ends_with(".fi.json")), "only what is read is fetched: {asked:?}");
    })
    .await;
}

#[tokio::test]
async fn a_presentation_is_large_and_obeys_a_clicker() {
    visit(Setup::sized(1920, 1080), async |page: &Page| {
        open(page, &format!("{TOUR}&step=today")).await;
        page.press_button("Present").await;
        let small = "return [...document.querySelectorAll('.tour *, .foot *')].filter((e) => e.checkVisibility({ visibilityProperty: true })
            && !e.classList.contains('visually-hidden') && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
            .map((e) => [e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 30), parseFloat(getComputedStyle(e).fontSize)]).filter(([, px]) => px < 24)";
        assert_eq!(page.script::<Vec<(String, f64)>>(small, vec![]).await, [], "text below 24 px");
        let fits = "const body = document.querySelector('.tour .body'); return body.scrollHeight <= body.clientHeight + 4";
        for id in ["agreement", "today", "short-way", "light", "red-sea", "ice", "open"] {
            page.set_state(json!({ "step": id, "at": null })).await;
            page.settled().await;
            assert!(page.script::<bool>(fits, vec![]).await, "the step {id} does not fit on the slide");
        }
        press_each(page, &["\u{e011}", " ", RIGHT, PAGE_DOWN]).await;
        page.settled().await;
        assert_eq!(page.state_of("step").await, "short-way");
        // The map is as large as what stands beside it, its smallest letters, of 10.5 px, are 24 px, and what is pointed at is what is there.
        let times: f64 = page.script("const c = document.querySelector('#canvas'); return c.getBoundingClientRect().width / c.clientWidth", vec![]).await;
        assert!((10.5 * times - 24.0).abs() < 0.1, "{times} times");
        let pole = page.project([0.0, 90.0]).await;
        page.hover(browser_tests::Point { x: pole.x * times, y: pole.y * times }).await;
        page.wait_for("the Pole is pointed at", "return /^(90|89\\.9)° N/.test(document.querySelector('.position').textContent)").await;
        page.press(&[LEFT]).await;
        page.settled().await;
        assert_eq!(page.state_of("step").await, "mercator");
        page.press(&["b"]).await;
        page.wait_for("the screen is blank", "return document.querySelector('.blank') !== null").await;
        page.press(&["."]).await;
        page.wait_for("it is back", "return document.querySelector('.blank') === null").await;
        page.press(&["l"]).await;
        page.hover(browser_tests::Point { x: 1200.0, y: 500.0 }).await;
        let dot = "const { left, top, width } = document.querySelector('#dot').getBoundingClientRect(); return [left + width / 2, top + width / 2]";
        assert_eq!(page.script::<[f64; 2]>(dot, vec![]).await, [1200.0, 500.0]);
        page.press(&[ESCAPE]).await;
        page.settled().await;
        assert_eq!((page.attribute("html", "data-presenting").await.as_str(), step(page).await.as_str()), ("no", "What this map hides"));
    })
    .await;
}

#[tokio::test]
async fn notes_and_a_clock_stand_in_a_window_of_their_own() {
    visit(Setup::sized(1920, 1080), async |page: &Page| {
        page.before_scripts(
            "const open = window.open; window.open = (...all) => (window.second = open.apply(window, all));",
        )
        .await;
        open(page, &format!("{TOUR}&step=agreement")).await;
        page.press_button("Present").await;
        page.press(&["n"]).await;
        page.wait_for(
            "the notes are there",
            "return window.second?.document.querySelector('#notes')?.textContent.includes('Matsumoto') === true",
        )
        .await;
        page.wait_for(
            "the clock runs",
            "return /^00:0[1-9]$/.test(second.document.querySelector('#clock').textContent)",
        )
        .await;
        let _: Value = page
            .script(
                "second.document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }))",
                vec![],
            )
            .await;
        page.wait_for(
            "the notes follow",
            "return second.document.querySelector('#title').textContent === 'How traffic goes today'",
        )
        .await;
        assert_eq!(page.state_of("step").await, "today");
        page.press_button("End the presentation").await;
        page.wait_for("the window is gone", "return second.closed").await;
    })
    .await;
}

#[tokio::test]
async fn notes_stand_on_the_page_where_windows_are_kept_shut() {
    visit(Setup::sized(1920, 1080), async |page: &Page| {
        page.before_scripts("window.open = () => null;").await;
        open(page, &format!("{TOUR}&step=agreement")).await;
        page.press_button("Present").await;
        page.press(&["n"]).await;
        page.settled().await;
        let text = page.text(".notes-here").await;
        assert!(text.contains("kept the window with the notes shut") && text.contains("Minister Matsumoto"), "{text}");
        page.press(&[PAGE_DOWN]).await;
        page.settled().await;
        assert!(page.text(".notes-here").await.contains("Virginia"));
    })
    .await;
}

#[tokio::test]
async fn a_new_file_is_a_new_story_without_a_build() {
    visit(Setup::default(), async |page: &Page| {
        let own = json!({"id": "mine", "text": {"en": {"title": "A host’s own", "steps": {"one": {"title": "Here", "caption": "Look."}}}},
            "steps": [{"id": "one", "state": {"view": "globe"}, "sources": []}]});
        page.change_file("stories/index.json", json!({"stories": ["a-cut-and-its-consequences.json"]}).to_string());
        page.change_file("stories/a-cut-and-its-consequences.json", own.to_string());
        open_list(page, "").await;
        assert_eq!(page.count(".stories li").await, 1);
        page.press_button("A host’s own").await;
        assert_eq!((step(page).await.as_str(), page.state_of("view").await.as_str()), ("Here", "globe"));
    })
    .await;
}

#[tokio::test]
async fn a_broken_story_costs_itself_and_is_named() {
    visit(Setup::default(), async |page: &Page| {
        page.break_file("stories/why-over-the-top.json", Fault::Truncated);
        page.break_file("stories/text/cables-and-supercomputers.en.json", Fault::Html);
        open_list(page, "").await;
        assert_eq!(page.text(".stories .name").await, "A cut and its consequences");
        assert_eq!(page.count(".stories li").await, 1);
        page.wait_for("all is read", "return document.querySelector('#beside-stage').dataset.state === 'ready'").await;
        page.settled().await;
        let told: Vec<String> = page.problems().await.into_iter().map(|p| p.message).collect();
        for file in ["stories/why-over-the-top.json", "stories/text/cables-and-supercomputers.en.json"] {
            assert!(told.iter().any(|line| line.contains(file)), "{file} in {told:?}");
        }
        page.mend();
        page.break_file("stories/index.json", Fault::Missing);
        page.open_ready("").await;
        page.press_button("Stories").await;
        page.wait_for(
            "it is said",
            "return document.querySelector('#stories [role=alert]')?.textContent.includes('404') === true",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_story_needs_no_storage() {
    visit(Setup::default(), async |page: &Page| {
        page.before_scripts("for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });").await;
        open(page, &format!("{TOUR}&step=2")).await;
        page.press(&[PAGE_DOWN]).await;
        page.settled().await;
        assert_eq!(step(page).await, "What this map hides");
    })
    .await;
}
