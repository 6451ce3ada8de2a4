//! The map in somebody else's page: `<cable-map>`, the messages between windows, and pages that mean no good.

use browser_tests::{Page, Point, Setup, visit};
use serde_json::{Value, json};

/// A page that holds the map as `<cable-map>`; its fragment is the map's address.
const ELEMENT: &str = r#"<!doctype html><html lang="en"><title>host</title><link rel="icon" href="data:,"><body>
<script>
  window.told = [];
  const script = document.createElement('script');
  script.src = location.hash.slice(1) + 'embed.js';
  document.head.append(script);
  function hold(attributes) {
    document.querySelector('cable-map')?.remove();
    const map = document.createElement('cable-map');
    for (const [name, value] of Object.entries(attributes)) map.setAttribute(name, value);
    for (const type of ['ready', 'statechange', 'select', 'error']) map.addEventListener(type, (e) => told.push([type, e.detail]));
    document.body.append(map);
    return new Promise((done) => map.addEventListener('ready', () => done(true)));
  }
</script></body></html>"#;

/// A page that holds the map as a plain iframe and speaks to it by messages.
const PLAIN: &str = r#"<!doctype html><html lang="en"><title>host</title><link rel="icon" href="data:,"><body>
<iframe title="map" width="900" height="600"></iframe>
<script>
  window.heard = [];
  const frame = document.querySelector('iframe');
  addEventListener('message', (e) => { if (e.source === frame.contentWindow) heard.push(e.data); });
  frame.src = location.hash.slice(1) + '#ui=embed';
  const say = (message) => frame.contentWindow.postMessage(message, '*');
  async function answer(message) {
    say({ cableMap: 1, ...message });
    for (let i = 0; i < 400; i += 1) {
      const found = heard.find((m) => m.id === message.id);
      if (found) return found;
      await new Promise((done) => setTimeout(done, 25));
    }
    return null;
  }
</script></body></html>"#;

async fn wait_told(page: &Page, kind: &str) {
    let script = format!("return heard.some((m) => m.type === '{kind}')");
    page.wait_for(kind, &script).await;
}

#[tokio::test]
async fn the_element_shows_the_state_of_its_attributes() {
    visit(Setup::held_by(ELEMENT), async |page: &Page| {
        page.open_other().await;
        page.wait_for("embed.js is there", "return customElements.get('cable-map') !== undefined").await;
        let attributes =
            json!({ "sel": "cable:polar-connect", "theme": "dark", "lang": "ja", "height": "500", "label": "Cables" });
        let _: bool = page.script("return hold(arguments[0])", vec![attributes]).await;
        let (title, height, state): (String, f64, Value) = page
            .script(
                "const map = document.querySelector('cable-map'), frame = map.querySelector('iframe');
                 return [frame.title, frame.clientHeight, await map.getState()]",
                vec![],
            )
            .await;
        assert_eq!((title.as_str(), height), ("Cables", 500.0));
        assert_eq!(state, json!({ "sel": "cable:polar-connect", "theme": "dark", "lang": "ja", "ui": "embed" }));
        page.enter_frame().await;
        page.wait_ready().await;
        assert_eq!(page.details_title().await.as_deref(), Some("ポーラー・コネクト"));
        page.leave_frame().await;
        let script = "const map = document.querySelector('cable-map');
            map.setAttribute('theme', 'light'); map.removeAttribute('sel');
            return map.setState({ at: '0,85,1.5', lang: null })";
        let state: Value = page.script(script, vec![]).await;
        assert_eq!(state, json!({ "theme": "light", "at": "0,85,1.5", "ui": "embed" }));
        let told: Vec<(String, Value)> = page.script("return told", vec![]).await;
        assert!(told.contains(&("select".into(), Value::Null)), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn the_element_is_as_tall_as_the_frame_asks() {
    visit(Setup::held_by(ELEMENT), async |page: &Page| {
        page.open_other().await;
        page.wait_for("embed.js is there", "return customElements.get('cable-map') !== undefined").await;
        let _: bool = page.script("return hold({ height: 'auto' })", vec![]).await;
        page.wait_for("it is 800 high", "return document.querySelector('iframe').clientHeight === 800").await;
        page.resize((600, 900), 1.0).await;
        page.wait_for("it is 480 high", "return document.querySelector('iframe').clientHeight === 480").await;
        page.script::<Value>("document.querySelector('cable-map').setAttribute('height', '333')", vec![]).await;
        page.wait_for("it is 333 high", "return document.querySelector('iframe').clientHeight === 333").await;
        let full = "const map = document.querySelector('cable-map');
            await map.setState({ sel: 'cable:polar-connect' });
            await map.requestFullscreen();
            await new Promise((done) => setTimeout(done, 500));
            const size = map.querySelector('iframe').clientHeight;
            const state = await map.getState();
            await document.exitFullscreen();
            await new Promise((done) => setTimeout(done, 500));
            return [size > 600, state.sel, map.querySelector('iframe').clientHeight]";
        // A page may go to full screen only while its reader does something.
        let script = format!("document.body.style.paddingBottom = '300px';
            addEventListener('click', () => {{ (async () => {{ {full} }})().then((value) => (window.went = value), (e) => (window.went = String(e))); }}, {{ once: true }});
            return [...document.querySelectorAll('cable-map')].map((e) => e.getBoundingClientRect().bottom)[0]");
        let below: f64 = page.script(&script, vec![]).await;
        page.click(Point::new(200.0, below + 60.0)).await;
        page.wait_for("it has been there and back", "return window.went !== undefined").await;
        let went: Value = page.script("return went", vec![]).await;
        assert_eq!(went, json!([true, "cable:polar-connect", 333]));
    })
    .await;
}

#[tokio::test]
async fn the_element_takes_addresses_of_pages_only_and_gives_up_cleanly() {
    visit(Setup::held_by(ELEMENT), async |page: &Page| {
        page.open_other().await;
        page.wait_for("embed.js is there", "return customElements.get('cable-map') !== undefined").await;
        let script = "hold({ src: 'javascript:parent.told.push([\"run\"])' });
            const map = document.querySelector('cable-map'), address = map.querySelector('iframe').src;
            const asked = map.getState().then(() => 'answered', (e) => e.message);
            map.remove();
            const late = await map.getState().catch((e) => e.message);
            return [address, await asked, late, told.length]";
        let (address, asked, late, told): (String, String, String, u32) = page.script(script, vec![]).await;
        assert!(address.starts_with("http://127.0.0.1:") && address.ends_with("/#ui=embed"), "{address}");
        assert_eq!(asked, "<cable-map> is no longer in the page");
        assert_eq!((late.as_str(), told), ("<cable-map> is not in the page", 0));
    })
    .await;
}

#[tokio::test]
async fn messages_of_the_holder_are_answered_with_their_id() {
    visit(Setup::held_by(PLAIN), async |page: &Page| {
        page.open_other().await;
        wait_told(page, "ready").await;
        wait_told(page, "height").await;
        let ask = |message: Value| page.script::<Value>("return answer(arguments[0])", vec![message]);
        let all = json!({ "ui": "embed" });
        assert_eq!(
            ask(json!({ "id": "a", "type": "getState" })).await,
            json!({ "cableMap": 1, "id": "a", "type": "getState", "state": all })
        );
        assert_eq!(ask(json!({ "id": 2, "type": "subscribe" })).await["state"], all);
        let set =
            ask(json!({ "id": "c", "type": "setState", "state": { "sel": "cable:far-north-fiber", "theme": "dark" } }))
                .await;
        assert_eq!(set["state"], json!({ "sel": "cable:far-north-fiber", "theme": "dark", "ui": "embed" }));
        wait_told(page, "statechange").await;
        let selects: Vec<Value> = page.script("return heard.filter((m) => m.type === 'select')", vec![]).await;
        assert_eq!(selects, [json!({ "cableMap": 1, "type": "select", "sel": "cable:far-north-fiber" })]);
        let unknown = ask(json!({ "id": "d", "type": "explode" })).await;
        assert_eq!(unknown, json!({ "cableMap": 1, "id": "d", "type": "error", "code": "unknown-type" }));
        page.enter_frame().await;
        page.wait_ready().await;
        assert_eq!(page.details_title().await.as_deref(), Some("Far North Fiber"));
        assert_eq!(page.attribute("html", "data-theme").await, "dark");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_told_before_it_is_asked_for() {
    visit(Setup::held_by(PLAIN), async |page: &Page| {
        page.open_other().await;
        wait_told(page, "ready").await;
        let _: Value = page
            .script("return answer({ id: 1, type: 'setState', state: { sel: 'cable:polar-connect' } })", vec![])
            .await;
        let kinds: Vec<String> = page.script("return heard.map((m) => m.type)", vec![]).await;
        assert!(!kinds.iter().any(|kind| kind == "select" || kind == "statechange"), "{kinds:?}");
    })
    .await;
}

/// Messages that must change nothing.
const NONSENSE: &str = "const loop = {}; loop.loop = loop;
    const markup = '<img src=x onerror=\"parent.postMessage(`run`, `*`)\">';
    return (async () => {
      for (const one of [undefined, null, 7, '', 'ready', [], loop, { cableMap: 1 }, { cableMap: 2, id: 1, type: 'getState' },
        { cableMap: 1, id: {}, type: 'getState' }, { cableMap: 1, id: 'x'.repeat(101), type: 'getState' }, { cableMap: 1, id: NaN, type: 'getState' },
        { cableMap: 1, id: 'n1', type: 7 }, { cableMap: 1, id: 'n2', type: 'setState' }, { cableMap: 1, id: 'n3', type: 'setState', state: 'dark' },
        { cableMap: 1, id: 'n4', type: 'setState', state: [1, 2] }, { cableMap: 1, id: 'n5', type: 'setState', state: loop },
        { cableMap: 1, id: 'n6', type: 'setState', state: { html: markup, innerHTML: markup, theme: { toString: 1 }, at: [0, 0, 1], constructor: 'x', __proto__: { theme: 'dark' } } },
        { cableMap: 1, id: 'n7', type: 'setState', state: JSON.parse('{\"__proto__\": \"dark\", \"theme\": [\"dark\"]}') },
        { cableMap: 1, id: 'n8', type: 'setState', state: { sel: 'x'.repeat(1e6) } }]) say(one);
      return answer({ id: 'last', type: 'getState' });
    })()";

#[tokio::test]
async fn messages_of_wrong_shapes_change_nothing() {
    visit(Setup::held_by(PLAIN), async |page: &Page| {
        page.open_other().await;
        wait_told(page, "ready").await;
        let last: Value = page.script(NONSENSE, vec![]).await;
        assert_eq!(last["state"], json!({ "ui": "embed" }));
        page.enter_frame().await;
        page.wait_ready().await;
        assert_eq!(page.problems().await.len(), 0, "{}", page.trouble_shown().await);
    })
    .await;
}

#[tokio::test]
async fn markup_in_a_message_stays_text() {
    visit(Setup::held_by(PLAIN), async |page: &Page| {
        page.open_other().await;
        wait_told(page, "ready").await;
        let script = "const markup = '<img src=x onerror=\"parent.postMessage(`run`, `*`)\">';
            return answer({ id: 1, type: 'setState', state: { sel: `cable:${markup}`, theme: markup, lang: markup, layers: markup } })";
        let answer: Value = page.script(script, vec![]).await;
        assert_eq!(answer["state"]["theme"], Value::Null);
        page.enter_frame().await;
        page.wait_ready().await;
        assert!(!page.problems().await.is_empty(), "bad values are reported, as a link's");
        assert_eq!(page.count("img").await, 0);
        page.leave_frame().await;
        let run: bool = page.script("return heard.includes('run')", vec![]).await;
        assert!(!run, "markup was run");
    })
    .await;
}

#[tokio::test]
async fn messages_of_others_are_not_obeyed() {
    let page = PLAIN.replace(
        "frame.src = ",
        "const other = document.createElement('iframe');
         other.srcdoc = '<script>const tell = () => { for (let i = 0; i < 50; i += 1) parent.frames[0].postMessage({ cableMap: 1, id: `o${i}`, type: `setState`, state: { theme: `dark` } }, `*`); }; setInterval(tell, 20); addEventListener(`message`, (e) => parent.postMessage([`leak`, e.data], `*`))<' + '/script>';
         document.body.append(other);
         addEventListener('message', (e) => { if (e.source === other.contentWindow) heard.push({ type: 'leak' }); });
         frame.src = ",
    );
    visit(Setup::held_by(page), async |page: &Page| {
        page.open_other().await;
        wait_told(page, "ready").await;
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
        let answer: Value = page.script("return answer({ id: 1, type: 'getState' })", vec![]).await;
        assert_eq!(answer["state"], json!({ "ui": "embed" }));
        let leaks: bool = page.script("return heard.some((m) => m.type === 'leak')", vec![]).await;
        assert!(!leaks, "a window that does not hold the map was answered");
        page.enter_frame().await;
        // Its own window does not hold it either.
        page.script::<Value>(
            "window.postMessage({ cableMap: 1, id: 9, type: 'setState', state: { theme: 'dark' } }, '*')",
            vec![],
        )
        .await;
        page.wait_ready().await;
        assert_eq!(page.state_of("theme").await, "");
    })
    .await;
}

#[tokio::test]
async fn floods_of_messages_do_no_harm() {
    visit(Setup::held_by(PLAIN), async |page: &Page| {
        page.open_other().await;
        wait_told(page, "ready").await;
        let flood = "for (let i = 0; i < 20000; i += 1) {
              say({ cableMap: 1, id: `f${i}`, type: 'setState', state: { theme: i % 2 ? 'dark' : 'purple', sel: `cable:nothing-${i}`, at: `${i % 180},70,1` } });
            }
            await new Promise((done) => setTimeout(done, 1500));
            const calm = await answer({ id: 'calm', type: 'setState', state: { theme: null, sel: null, at: null } });
            return calm.state";
        let state: Value = page.script(flood, vec![]).await;
        assert_eq!(state, json!({ "ui": "embed" }));
        page.enter_frame().await;
        page.wait_ready().await;
        assert_eq!(page.phase().await, "ready");
        let problems = page.problems().await.len();
        assert!(problems <= 3, "{problems} problems are listed");
        page.set_state(json!({ "sel": "cable:polar-connect" })).await;
        page.settled().await;
        assert_eq!(page.details_title().await.as_deref(), Some("Polar Connect"));
    })
    .await;
}

#[tokio::test]
async fn the_example_page_drives_the_map() {
    visit(Setup::default(), async |page: &Page| {
        page.open("example.html").await;
        page.wait_for("the frame is there", "return document.querySelector('cable-map iframe') !== null").await;
        page.script::<Value>("return document.querySelector('cable-map').getState()", vec![]).await;
        page.script::<Value>("document.querySelector('button[data-sel=\"cable:polar-connect\"]').click()", vec![])
            .await;
        page.wait_for(
            "it says what is picked",
            "return document.querySelector('output').textContent === 'cable:polar-connect'",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_plain_wheel_over_the_map_scrolls_the_page_around_it() {
    visit(Setup::held_by(ELEMENT), async |page: &Page| {
        page.open_other().await;
        page.wait_for("embed.js is there", "return customElements.get('cable-map') !== undefined").await;
        page.script::<Value>("document.body.style.paddingBottom = '2000px'", vec![]).await;
        let _: bool = page.script("return hold({ height: '600' })", vec![]).await;
        let before: Value = page.script("return document.querySelector('cable-map').getState()", vec![]).await;
        page.wheel(Point { x: 700.0, y: 300.0 }, 300, &[]).await;
        page.wait_for("the page has scrolled", "return scrollY >= 200").await;
        let after: Value = page.script("return document.querySelector('cable-map').getState()", vec![]).await;
        assert_eq!(after, before, "the map took the wheel");
    })
    .await;
}

#[tokio::test]
async fn the_protocol_is_not_fetched_without_a_frame() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        assert!(!page.asked().iter().any(|path| path.contains("frame-")), "{:?}", page.asked());
    })
    .await;
}

#[tokio::test]
async fn a_map_in_a_frame_has_details_but_no_main_panel() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#ui=embed&sel=cable:polar-connect").await;
        page.wait_for("the details are there", "return document.querySelector('#details-title') !== null").await;
        assert_eq!((page.count(".main").await, page.count(".details").await), (0, 1));
    })
    .await;
}
