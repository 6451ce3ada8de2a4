//! The filters: numbers that hold, a link that holds them, and ways out of nothing.

use browser_tests::keys::ENTER;
use browser_tests::{Page, Setup, visit};
use serde_json::json;

#[tokio::test]
async fn choosing_leaves_as_many_as_the_number_says() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.open_facet("Status").await;
        let planned = page.count_of("planned").await;
        let proposed = page.count_of("proposed").await;
        assert!(planned > 0 && proposed > 0);
        let before = page.stats().await.vertices;
        page.press_button("planned").await;
        assert_eq!(page.state_of("status").await, "planned");
        assert!(page.text("#filters [role=status]").await.starts_with(&format!("{planned} of ")));
        page.press_button("proposed").await;
        assert_eq!(page.link().await, "#status=planned,proposed");
        assert!(page.text("#filters [role=status]").await.starts_with(&format!("{} of ", planned + proposed)));
        let after = page.stats().await.vertices;
        assert!(after < before, "{before} vertices of all, {after} of what is left");
        // The other facet counts what is left of it.
        page.open_facet("Cable length").await;
        let lengths = ["below 500 km", "500 – 2,000 km", "2,000 – 5,000 km", "5,000 – 10,000 km", "10,000 km or more"];
        let mut sum = page.count_of("not published").await;
        for name in lengths {
            sum += page.count_of(name).await;
        }
        assert_eq!(sum, planned + proposed);
        page.press_button("planned").await;
        page.press_button("Clear filters").await;
        assert_eq!(page.link().await, "");
        assert_eq!(page.text("#filters [role=status]").await, "");
    })
    .await;
}

#[tokio::test]
async fn map_draws_and_picks_only_what_matches() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#at=-165,66,3").await;
        let on_line = "const seen = [];
            for (let x = 420; x < 1000; x += 4) for (let y = 100; y < 800; y += 4)
              for (const f of cableMap.featuresAt([x, y])) if (f.kind === 'cable') seen.push(f.id);
            return [...new Set(seen)].sort()";
        let all: Vec<String> = page.script(on_line, vec![]).await;
        assert!(all.contains(&"quintillion".to_owned()) && all.contains(&"far-north-fiber".to_owned()), "{all:?}");
        page.set_state(json!({ "status": "proposed" })).await;
        page.settled().await;
        let left: Vec<String> = page.script(on_line, vec![]).await;
        assert!(!left.contains(&"quintillion".to_owned()) && left.contains(&"far-north-fiber".to_owned()), "{left:?}");
    })
    .await;
}

#[tokio::test]
async fn link_opened_fresh_gives_the_same() {
    let link = "#status=in-service,planned&owner=cinia&year=2010-2019,none&country=FI&length=500-2000";
    visit(Setup::default(), async |page: &Page| {
        page.open_ready(link).await;
        page.open_facet("Status").await;
        assert_eq!(page.link().await, link);
        let ticked: Vec<String> = page.choices().await.into_iter().filter(|c| c.2).map(|c| c.0).collect();
        assert_eq!(ticked, ["in service", "planned"]);
        let said = page.text("#filters [role=status]").await;
        page.open_facet("Ready for service").await;
        page.open_facet("Owners and parties").await;
        page.open_facet("Countries").await;
        let ticked: Vec<String> = page.choices().await.into_iter().filter(|c| c.2).map(|c| c.0).collect();
        assert_eq!(ticked, ["in service", "planned", "2010 – 2019", "not published", "Cinia", "Finland"]);
        page.open_ready("").await;
        page.set_state(json!({ "status": "in-service,planned", "owner": "cinia", "year": "2010-2019,none", "country": "FI", "length": "500-2000" })).await;
        page.open_facet("Status").await;
        assert_eq!(page.text("#filters [role=status]").await, said);
        assert_eq!(page.problems().await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn nothing_matches_has_a_way_back() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#status=retired").await;
        page.open_facet("Owners and parties").await;
        let none = page.choices().await.into_iter().find(|c| c.1 == "0").expect("an owner of nothing retired").0;
        page.press_button(&none).await;
        assert_eq!(page.text("#filters [role=status]").await, "Nothing matches these filters.");
        page.press_button("Take back the last filter").await;
        assert_eq!(page.link().await, "#status=retired");
        assert!(page.text("#filters [role=status]").await.contains(" of "));
        // A link that leaves nothing has no last choice: the last facet in use is taken back.
        page.open_ready("#status=retired&owner=cinia").await;
        page.open_facet("Status").await;
        page.press_button("Take back the last filter").await;
        assert_eq!(page.link().await, "#status=retired");
    })
    .await;
}

#[tokio::test]
async fn what_a_link_asks_for_and_there_is_not_is_told() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#status=built,planned&through=moon").await;
        page.open_facet("Status").await;
        let found: Vec<String> = page.problems().await.into_iter().map(|p| format!("{} {}", p.code, p.place)).collect();
        assert_eq!(found, ["url-value status", "url-value through"]);
        let ticked: Vec<String> = page.choices().await.into_iter().filter(|c| c.2).map(|c| c.0).collect();
        assert_eq!(ticked, ["planned"]);
    })
    .await;
}

#[tokio::test]
async fn filters_work_by_the_keyboard_alone() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.open_facet("Status").await;
        page.focus_map().await;
        page.tab_to("in service").await;
        page.press(&[" "]).await;
        assert_eq!(page.state_of("status").await, "in-service");
        assert_eq!(page.focused().await, "in service", "the focus stays on the choice");
        page.tab_to("Clear filters").await;
        page.press(&[ENTER]).await;
        assert_eq!((page.state_of("status").await, page.focused().await), (String::new(), "Filters".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn what_is_unfolded_stays_so_in_another_language() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        page.open_facet("Status").await;
        let open = "return [...document.querySelectorAll('#find-lists details, #desk details')]
            .filter((fold) => fold.open && fold.checkVisibility()).length";
        let before: usize = page.script(open, vec![]).await;
        assert_eq!(before, 2, "the filters and one of them");
        page.set_state(json!({ "lang": "fi" })).await;
        page.wait_for("the page speaks Finnish", "return document.documentElement.lang === 'fi'").await;
        page.settled().await;
        assert_eq!(page.script::<usize>(open, vec![]).await, before);
        assert_eq!(
            page.choices().await.len(),
            page.script::<usize>("return document.querySelectorAll('.facets [role=checkbox]').length", vec![]).await
        );
        // What is folded again stays so too.
        let _: serde_json::Value = page.script("document.querySelector('.facets summary').click()", vec![]).await;
        page.set_state(json!({ "lang": "en" })).await;
        page.wait_for("the page speaks English", "return document.documentElement.lang === 'en'").await;
        page.settled().await;
        assert_eq!(page.script::<usize>(open, vec![]).await, 1);
    })
    .await;
}
