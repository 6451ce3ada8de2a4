//! The class: a quiz by the keyboard and by the map, and a worksheet on paper.

use browser_tests::keys::ENTER;
use browser_tests::{Ability, Page, Setup, visit};
use serde_json::{Value, json};

/// Opens the dialog of stories, with the data read.
async fn open_list(page: &Page, link: &str, name: &str) {
    page.open_ready(link).await;
    page.press_button(name).await;
    page.wait_for("the data is read", "return document.querySelector('#beside-stage')?.dataset.state === 'ready'")
        .await;
    page.wait_for("the dialog is open", "return document.querySelector('#stories[open]') !== null").await;
    page.settled().await;
}

#[tokio::test]
async fn a_quiz_is_played_by_the_keyboard_and_says_why() {
    visit(Setup::default(), async |page: &Page| {
        open_list(page, "", "Stories").await;
        page.tab_to("Quiz").await;
        page.press(&[ENTER]).await;
        page.wait_for("a question is there", "return document.querySelectorAll('.quiz .choices li').length >= 3").await;
        let mut right = 0;
        for number in 1..=8 {
            let text = page.text(".quiz").await;
            assert!(text.starts_with(&format!("Question {number} of 8")), "{text}");
            page.press(&["2"]).await;
            page.settled().await;
            assert_eq!(page.count(".quiz .choice-of.right").await, 1, "the right answer is shown");
            let said = page.text(".quiz .said").await;
            assert!(said == "Right." || said.starts_with("Not quite: "), "{said}");
            right += usize::from(said == "Right.");
            assert!(page.count(".quiz .from li").await > 0, "the answer has a source");
            assert_eq!(page.focused().await, "Next question");
            page.press(&[ENTER]).await;
            page.settled().await;
        }
        assert_eq!(page.text("#quiz-title").await, format!("{right} of 8 right"));
        page.press_button("End the quiz").await;
        assert_eq!(page.count(".quiz").await, 0);
    })
    .await;
}

/// The selection of what a question wants found, by its name; nothing where it wants nothing found.
fn wanted(page: &Page, prompt: &str) -> Option<String> {
    let name = prompt.strip_prefix("Find ")?.split(": click").next()?;
    let files = ["routes/cables", "arctic/cables", "existing/cables", "extensions/cables", "context/chokepoints"];
    files.iter().find_map(|file| {
        let layer: Value = serde_json::from_str(&page.built(&format!("geodata/{file}.geojson"))).ok()?;
        let named = layer["features"].as_array()?.iter().find(|f| f["properties"]["name"]["en"] == name)?;
        let kind = if file.ends_with("cables") { "cable" } else { "chokepoint" };
        Some(format!("{kind}:{}", named["id"].as_str()?))
    })
}

#[tokio::test]
async fn what_is_found_on_the_map_is_right_and_what_is_not_is_said() {
    visit(Setup::default(), async |page: &Page| {
        open_list(page, "", "Stories").await;
        page.press_button("Quiz").await;
        page.wait_for("a question is there", "return document.querySelector('#quiz-title') !== null").await;
        let mut found = 0;
        for _ in 0..8 {
            let prompt = page.text("#quiz-title").await;
            match wanted(page, &prompt) {
                Some(selection) => {
                    page.set_state(json!({ "sel": "landing:longyearbyen-sj" })).await;
                    page.settled().await;
                    assert!(page.text(".quiz .said").await.contains("something else"), "{prompt}");
                    page.set_state(json!({ "sel": selection })).await;
                    page.settled().await;
                    assert_eq!(page.text(".quiz .said").await, "Right.", "{prompt} {selection}");
                    found += 1;
                }
                None => page.press(&["1"]).await,
            }
            page.settled().await;
            page.press_button("Next question").await;
        }
        assert!(found > 0, "nothing had to be found");
    })
    .await;
}

#[tokio::test]
async fn a_worksheet_is_two_pages_of_a4_with_nothing_cut_off() {
    for (lang, stories, sheet, answers) in
        [("en", "Stories", "Worksheet", "Answers"), ("ja", "ストーリー", "ワークシート", "解答")]
    {
        visit(Setup::default().needing(Ability::OtherMedia), async |page: &Page| {
            page.before_scripts("window.printed = 0; window.print = () => { printed += 1; };").await;
            open_list(page, &format!("#lang={lang}&sel=cable:polar-connect"), stories).await;
            page.press_button(sheet).await;
            page.wait_for("it prints", "return printed === 1").await;
            page.command("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
            // A4 at 96 dots an inch.
            page.resize((794, 1123), 1.0).await;
            let measure = "return [...document.querySelectorAll('.worksheet .paper')].map((paper) => {
                const edge = paper.getBoundingClientRect();
                const inside = [...paper.querySelectorAll('*')].every((e) => { const r = e.getBoundingClientRect(); return r.left >= edge.left && r.right <= edge.right + 1 && r.bottom <= edge.bottom + 1; });
                return [edge.height, inside]; })";
            let papers: Vec<(f64, bool)> = page.script(measure, vec![]).await;
            assert_eq!(papers.len(), 2);
            for (height, is_inside) in papers {
                assert!(height <= 1123.0 && is_inside, "{lang}: {height} px high, {is_inside}");
            }
            let text = page.text(".worksheet").await;
            assert!(text.contains(answers) && text.contains("8. "), "{text}");
            let drawn = "return document.querySelector('.worksheet img').naturalWidth > 0";
            assert!(page.script::<bool>(drawn, vec![]).await, "the map is on it");
            let params = json!({ "preferCSSPageSize": true, "printBackground": true, "transferMode": "ReturnAsBase64" });
            let pdf = page.command("Page.printToPDF", params).await;
            let script = "const text = atob(arguments[0]);
                const pages = text.match(/\\/Type\\s*\\/Page\\b/g).length, box = text.match(/\\/MediaBox\\s*\\[([^\\]]*)\\]/)[1];
                return [pages, box.trim().split(/\\s+/).map(Number)];";
            let (pages, paper): (usize, Vec<f64>) = page.script(script, vec![pdf["data"].clone()]).await;
            assert!(pages == 2 && (paper[2] - 595.3).abs() < 2.0 && (paper[3] - 841.9).abs() < 2.0, "{lang}: {pages} {paper:?}");
        })
        .await;
    }
}
