//! `window.cableMap`, as CONTRACT and README promise it to host pages.

use browser_tests::{Page, Point, Setup, visit};
use serde_json::{Value, json};

#[tokio::test]
async fn version_is_a_semantic_version() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let version: String = page.script("return cableMap.version", vec![]).await;
        assert_eq!(version.split('.').filter(|part| part.parse::<u32>().is_ok()).count(), 3, "{version}");
        let target: bool = page.script("return cableMap instanceof EventTarget", vec![]).await;
        assert!(target);
    })
    .await;
}

#[tokio::test]
async fn set_state_answers_with_the_new_state_after_it_is_painted() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let script = "const before = cableMap.stats().frames;
            const state = await cableMap.setState({ sel: 'cable:polar-connect', at: '0,85,1.5' });
            return [state, cableMap.getState(), cableMap.stats().frames > before];";
        let (answer, now, painted): (Value, Value, bool) = page.script(script, vec![]).await;
        assert_eq!(answer, json!({ "sel": "cable:polar-connect", "at": "0,85,1.5" }));
        assert_eq!(answer, now);
        assert!(painted, "the promise was kept before a frame was painted");
        let kept = page.set_state(json!({ "theme": "dark" })).await;
        assert_eq!(kept["sel"], "cable:polar-connect", "what is not given stays");
        assert_eq!(page.set_state(json!({ "sel": null, "at": "", "theme": "auto" })).await, json!({}));
    })
    .await;
}

#[tokio::test]
async fn set_state_takes_what_get_state_gives() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#at=20,70,3,40&sel=landing:tomakomai-jp&theme=light&ui=embed").await;
        let state = page.state().await;
        let back = json!({ "at": "", "sel": "", "theme": "", "ui": "" });
        assert_eq!(page.set_state(back).await, json!({}));
        assert_eq!(page.set_state(state.clone()).await, state);
    })
    .await;
}

#[tokio::test]
async fn project_and_unproject_undo_each_other() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#at=30,80,1,25").await;
        for place in
            [[0.0, 90.0], [180.0, 70.0], [-180.0, 70.0], [-105.0, 69.1], [140.0, 35.0], [15.6, 78.2], [0.0, -20.0]]
        {
            let at = page.project(place).await;
            let back = page.unproject(at).await;
            let again = page.project(back).await;
            assert!(at.distance(again) < 1e-6, "{place:?} → {at:?} → {back:?}");
            assert!((back[1] - place[1]).abs() < 1e-9, "{place:?} → {back:?}");
        }
        let antarctic: Value = page.script("return cableMap.project([0, -85])", vec![]).await;
        assert!(antarctic.is_null(), "the polar map ends at 60° S: {antarctic}");
    })
    .await;
}

#[tokio::test]
async fn features_at_names_what_is_there_topmost_first() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let at: Point = page.project([141.603, 42.637]).await;
        let found: Vec<Value> =
            page.script("return cableMap.featuresAt(arguments[0])", vec![json!([at.x, at.y])]).await;
        assert_eq!(found[0], json!({ "kind": "landing", "id": "tomakomai-jp" }), "{found:?}");
        assert!(found.contains(&json!({ "kind": "cable", "id": "far-north-fiber" })), "{found:?}");
        assert!(found.contains(&json!({ "kind": "cable", "id": "polar-connect" })), "{found:?}");
    })
    .await;
}

#[tokio::test]
async fn events_tell_ready_changes_and_picks() {
    visit(Setup::default(), async |page: &Page| {
        page.before_scripts(
            "window.told = [];
            let map;
            Object.defineProperty(window, 'cableMap', { configurable: true, get: () => map, set(value) {
              map = value;
              for (const type of ['ready', 'statechange', 'select', 'problem']) map.addEventListener(type, (e) => told.push([type, e.detail]));
            } });",
        )
        .await;
        page.open_ready("").await;
        let told = || page.script::<Vec<(String, Value)>>("return told.splice(0)", vec![]);
        let first = told().await;
        assert_eq!(first.iter().filter(|(kind, _)| kind == "ready").count(), 1, "{first:?}");
        page.select_cable("Polar Connect").await;
        let then = told().await;
        assert!(then.contains(&("select".into(), json!("cable:polar-connect"))), "{then:?}");
        assert!(then.contains(&("statechange".into(), json!({ "sel": "cable:polar-connect" }))), "{then:?}");
        page.press_button("Close").await;
        let last = told().await;
        assert!(last.contains(&("select".into(), Value::Null)), "{last:?}");
        page.set_state(json!({ "theme": "purple" })).await;
        let wrong = told().await;
        assert!(wrong.iter().any(|(kind, _)| kind == "problem"), "{wrong:?}");
    })
    .await;
}

#[tokio::test]
async fn nonsense_does_no_harm() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#theme=dark").await;
        let script = "const nonsense = [undefined, null, NaN, Infinity, -1, 1e308, '', 'x', '<b>', [], [NaN, NaN], [1e308, -1e308], ['a', 'b'], [0],
              [[0, 0]], {}, { at: {} }, { at: [] }, { at: NaN }, { sel: 7 }, { lang: Symbol.iterator.toString() }, { __proto__: null }, () => 0, 10n,
              new Proxy({}, { get: () => undefined }), { get at() { return 'x'.repeat(1e5); } }];
            const out = [];
            for (const name of ['project', 'unproject', 'featuresAt', 'setState', 'getState', 'problems', 'stats']) {
              for (const one of nonsense) {
                try { await cableMap[name](one); } catch (e) { out.push(`${name}(${typeof one}): ${e}`); }
              }
            }
            return out;";
        let thrown: Vec<String> = page.script(script, vec![]).await;
        assert!(thrown.is_empty(), "{thrown:#?}");
        assert_eq!(page.phase().await, "ready");
        page.select_cable("Polar Connect").await;
        assert_eq!(page.details_title().await.as_deref(), Some("Polar Connect"));
        let edges = "return [cableMap.project([0, 91]), cableMap.project([NaN, 0]), cableMap.unproject([Infinity, 0]), cableMap.featuresAt([NaN, 0]).length]";
        assert_eq!(page.script::<Value>(edges, vec![]).await, json!([null, null, null, 0]));
    })
    .await;
}

#[tokio::test]
async fn problems_speak_the_language_of_the_page() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#theme=purple").await;
        let english = page.problems().await;
        assert_eq!(
            (english.len(), english[0].code.as_str(), english[0].place.as_str()),
            (1, "url-value", "theme"),
            "{english:?}"
        );
        page.choose_language("ja").await;
        let japanese = page.problems().await;
        assert_ne!(japanese[0].message, english[0].message);
        assert!(japanese[0].message.contains("purple") && page.trouble_shown().await.contains(&japanese[0].message));
    })
    .await;
}
