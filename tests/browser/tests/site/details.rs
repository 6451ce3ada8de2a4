//! The details of every kind of thing: opened by a link, by hand and by keys; each leads to its neighbours.

use browser_tests::keys::ENTER;
use browser_tests::{Page, Setup, visit};

/// A thing of each kind, its title in English and Japanese, and a neighbour with its title.
const KINDS: [(&str, &str, &str, &str, &str); 7] = [
    ("cable:c-lion1", "C-Lion1", "C-Lion1", "Finland", "Finland"),
    ("segment:c-lion1/helsinki-fi--rostock-de", "", "", "C-Lion1", "C-Lion1"),
    ("landing:tomakomai-jp", "Tomakomai", "苫小牧", "Far North Fiber", "Far North Fiber"),
    ("chokepoint:bering-strait", "Bering Strait", "ベーリング海峡", "Polar Connect", "Polar Connect"),
    ("place:fugaku", "Fugaku", "富岳", "Japan", "Japan"),
    ("event:2024-11-17-baltic", "C-Lion1 and BCS East–West cut", "", "Helsinki", "Helsinki"),
    ("country:GL", "Greenland", "グリーンランド", "Greenland Connect", "Greenland Connect"),
];

/// Unfolds all of the details and presses the neighbour of a name: by a real press, since browsers go back past what a script did
/// by itself.
async fn follow(page: &Page, name: &str) {
    let script = "document.querySelectorAll('section.details details').forEach((d) => d.open = true);
        const found = [...document.querySelectorAll('.related .entry')].find((e) => e.querySelector('.name').textContent === arguments[0]);
        found?.scrollIntoView({ block: 'center' });
        found?.setAttribute('data-here', '');
        return found !== undefined;";
    let found: bool = page.script(script, vec![name.into()]).await;
    assert!(found, "no neighbour is named {name:?}: {}", page.details_text().await);
    page.click(page.middle_of("[data-here]").await).await;
    page.settled().await;
}

#[tokio::test]
async fn a_link_opens_the_details_of_each_kind_and_they_lead_on() {
    visit(Setup::default(), async |page: &Page| {
        for (sel, title, _, neighbour, then) in KINDS {
            page.open_ready(&format!("#sel={sel}")).await;
            page.wait_for("the details are there", "return document.querySelector('#details-title') !== null").await;
            if !title.is_empty() {
                assert_eq!(page.details_title().await.as_deref(), Some(title), "{sel}");
            }
            assert!(page.problems().await.is_empty(), "{sel}: {:?}", page.problems().await);
            let before = page.state().await;
            follow(page, neighbour).await;
            assert_eq!(page.details_title().await.as_deref(), Some(then), "{sel} → {neighbour}");
            assert_ne!(page.state().await["at"], before["at"], "{sel}: the map goes to its neighbour");
            page.back().await;
            page.settled().await;
            assert_eq!(page.state_of("sel").await, sel, "back");
        }
    })
    .await;
}

#[tokio::test]
async fn each_kind_has_japanese_words_and_every_value_its_source() {
    visit(Setup::default(), async |page: &Page| {
        for (sel, _, title, _, _) in KINDS {
            page.open_ready(&format!("#lang=ja&sel={sel}")).await;
            page.wait_for("the page speaks Japanese", "return document.documentElement.lang === 'ja'").await;
            page.wait_for("the details are there", "return document.querySelector('#details-title') !== null").await;
            if !title.is_empty() {
                assert_eq!(page.details_title().await.as_deref(), Some(title), "{sel}");
            }
            let lost = "const numbers = new Set([...document.querySelectorAll('.sources li')].map((li) => li.id));
                return [...document.querySelectorAll('.details .refs a')].map((a) => a.getAttribute('href').slice(1)).filter((id) => !numbers.has(id))";
            assert_eq!(page.script::<Vec<String>>(lost, vec![]).await, Vec::<String>::new(), "{sel}");
            let latin = "return [...document.querySelectorAll('section.details :is(h3, dt)')].map((e) => e.textContent).filter((t) => !/[\\u3040-\\u9fff]/.test(t))";
            assert_eq!(page.script::<Vec<String>>(latin, vec![]).await, Vec::<String>::new(), "{sel}: headings");
        }
    })
    .await;
}

#[tokio::test]
async fn keys_alone_go_from_a_cable_to_a_landing_and_back() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#sel=cable:polar-connect").await;
        page.wait_for("the details are there", "return document.querySelector('#details-title') !== null").await;
        page.tab_to("Narvik").await;
        page.press(&[ENTER]).await;
        page.settled().await;
        assert_eq!(page.details_title().await.as_deref(), Some("Narvik"));
        page.tab_to("Polar Connect").await;
        page.press(&[ENTER]).await;
        page.settled().await;
        assert_eq!(page.details_title().await.as_deref(), Some("Polar Connect"));
    })
    .await;
}

#[tokio::test]
async fn a_thing_that_is_nowhere_is_said_to_be() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#sel=chokepoint:nowhere").await;
        let told = "return window.cableMap.problems().some((p) => p.code === 'url-missing')";
        page.wait_for("the problem is told", told).await;
        assert_eq!(page.details_title().await, None);
    })
    .await;
}

#[tokio::test]
async fn the_route_in_words_names_seas_straits_and_lengths() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#sel=cable:polar-connect").await;
        page.wait_for("the details are there", "return document.querySelector('.words') !== null").await;
        let text = page.text(".words").await;
        for part in [
            "leads north from Narvik (Norway) as far as",
            "Arctic Ocean, ",
            "Bering Sea",
            "Fram Strait, Bering Strait",
            "ashore: Norway, Japan",
        ] {
            assert!(text.contains(part), "no {part:?} in {text}");
        }
        page.choose_language("ja").await;
        let text = page.text(".words").await;
        assert!(text.contains("北極海") && text.contains("ベーリング海峡") && text.contains("ナルヴィク"), "{text}");
    })
    .await;
}
