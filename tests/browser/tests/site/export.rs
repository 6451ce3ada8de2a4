//! Pictures, prints, citations and data: what they hold, that they agree with the map, and that everybody can get them.

use browser_tests::keys::{ENTER, ESCAPE};
use browser_tests::{Ability, Page, Setup, visit};
use serde_json::{Value, json};

/// A channel that differs by more than this, of 255, is another colour and not a rounded edge.
const EDGE: u32 = 48;
/// The share of dots that may be so, and the mean difference of a channel: between the SVG of a view, drawn by the
/// browser, and the canvas of the same view. Letters differ most: the canvas keeps those of curved names as pictures.
const TOLERANCE: (f64, f64) = (0.01, 1.25);

/// The share of dots in which picture and canvas differ by more than an edge, and the mean difference.
const COMPARE: &str = "const [wish, edge] = arguments;
    const canvas = document.querySelector('#canvas'), { width, height } = canvas;
    const svg = await cableMap.exportSvg(wish);
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    await image.decode();
    const own = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    own.drawImage(image, 0, 0, width, height);
    const [a, b] = [own, canvas.getContext('2d')].map((ctx) => ctx.getImageData(0, 0, width, height).data);
    let far = 0, sum = 0;
    for (let i = 0; i < a.length; i += 4) {
      let most = 0;
      for (let c = 0; c < 3; c += 1) {
        const by = Math.abs(a[i + c] - b[i + c]);
        sum += by;
        most = Math.max(most, by);
      }
      far += most > edge;
    }
    return [far / (width * height), sum / (3 * width * height), image.width, image.height];";

/// Waits until the relief stands in full and labels have settled.
async fn at_rest(page: &Page) {
    let still = "const before = cableMap.stats().frames; await new Promise((done) => setTimeout(done, 700)); return cableMap.stats().frames === before";
    page.wait_for("the map is at rest", still).await;
}

async fn agree(theme: &str, more: &str) {
    visit(Setup::default(), async |page: &Page| {
        for view in ["polar", "globe", "mercator", "world"] {
            page.open_ready(&format!("#view={view}&theme={theme}&ui=none{more}")).await;
            at_rest(page).await;
            let found: [f64; 4] = page.script(COMPARE, vec![json!({ "sheet": "none" }), json!(EDGE)]).await;
            let [far, mean, width, height] = found;
            println!("{view} {theme} {more}: {:.3} % of the dots, {mean:.3} of 255", far * 100.0);
            assert_eq!((width, height), (1440.0, 900.0));
            assert!(far <= TOLERANCE.0 && mean <= TOLERANCE.1, "{view} {theme} {more}: {far} {mean}");
        }
    })
    .await;
}

#[tokio::test]
async fn picture_and_canvas_agree_in_the_dark() {
    agree("dark", "").await;
}

#[tokio::test]
async fn picture_and_canvas_agree_in_the_light() {
    agree("light", "").await;
}

#[tokio::test]
async fn picture_and_canvas_agree_with_a_selection_and_other_layers() {
    agree("light", "&sel=cable:far-north-fiber&layers=contours,chokepoints,events,sea-ice-september,tissot").await;
}

#[tokio::test]
async fn picture_shows_only_what_the_map_shows() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#theme=dark&ui=none").await;
        let only = "cableMap.only(['polar-connect']); cableMap.draw('a', [{ style: 'path-a', line: Float64Array.of(0, 60, 40, 85) }])";
        let _: Value = page.script(only, vec![]).await;
        at_rest(page).await;
        let [far, mean, ..]: [f64; 4] = page.script(COMPARE, vec![json!({ "sheet": "none" }), json!(EDGE)]).await;
        assert!(far <= TOLERANCE.0 && mean <= TOLERANCE.1, "{far} {mean}");
        let systems = "return JSON.parse(await cableMap.data('geojson')).features.filter((f) => f.properties.kind === 'system').map((f) => f.id)";
        assert_eq!(page.script::<Vec<String>>(systems, vec![]).await, ["polar-connect"]);
    })
    .await;
}

/// The size in the head of the PNG itself.
const PNG_SIZE: &str = "const blob = await cableMap.exportPng(arguments[0]);
    const head = new DataView(await blob.slice(0, 24).arrayBuffer());
    return [blob.type, head.getUint32(16), head.getUint32(20), blob.size];";

#[tokio::test]
async fn png_has_the_size_that_was_asked_for_or_the_nearest() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        for (wish, size) in [
            (json!({ "width": 4096 }), (4096, 2560)),
            (json!({ "width": 4096, "height": 2160 }), (4096, 2160)),
            (json!({ "height": 900 }), (1440, 900)),
            (json!({}), (1440, 900)),
            (json!({ "width": 1e9, "height": 600.4 }), (8192, 600)),
            (json!({ "width": -5, "height": "300" }), (64, 300)),
            (json!({ "width": 2000, "sheet": "none" }), (2000, 1250)),
            (json!({ "width": 2970, "sheet": "a4-landscape" }), (2970, 2100)),
        ] {
            let (kind, width, height, bytes): (String, u32, u32, u64) = page.script(PNG_SIZE, vec![wish.clone()]).await;
            assert_eq!((kind.as_str(), width, height), ("image/png", size.0, size.1), "{wish}");
            assert!(bytes > 2_000, "{wish}: {bytes} bytes");
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_done_is_refused_with_a_reason() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let script = "const out = [];
            for (const [name, wish] of [['exportPng', { width: 'wide' }], ['exportPng', { height: NaN }], ['exportSvg', { sheet: 'a5' }],
              ['data', 'xml'], ['data', undefined], ['exportPng', { width: {} }]]) {
              try { await cableMap[name](wish); out.push(`${name} did`); } catch (error) { out.push(`${error.name}: ${error.message}`); }
            }
            return out;";
        let said: Vec<String> = page.script(script, vec![]).await;
        assert!(said.iter().all(|s| s.starts_with("RangeError: ")), "{said:#?}");
        assert!(said[0].contains("width is a number of pixels from 64 to 8192, not wide"), "{said:#?}");
        assert!(said[2].contains("a4-landscape") && said[3].contains("geojson"), "{said:#?}");
        let nonsense = "for (const wish of [undefined, null, 7, 'x', [], { theme: 7 }, { width: null }]) await cableMap.exportSvg(wish); return true";
        assert!(page.script::<bool>(nonsense, vec![]).await);
    })
    .await;
}

/// All words of a sheet.
async fn words(page: &Page, wish: Value) -> String {
    let script = "const svg = new DOMParser().parseFromString(await cableMap.exportSvg(arguments[0]), 'image/svg+xml');
        if (svg.querySelector('parsererror, image:not([href^=\"data:image/png\"])')) return 'not well-formed, or an image that is none of ours';
        return [...svg.querySelectorAll('text')].map((t) => t.textContent).join(' ');";
    page.script::<String>(script, vec![wish]).await.replace('\u{a0}', " ")
}

#[tokio::test]
async fn sheet_has_credit_legend_and_citation_in_its_text() {
    visit(Setup::default(), async |page: &Page| {
        for (link, wanted) in [
            (
                "#sel=cable:polar-connect",
                ["Polar Connect", "Legend", "In service", "ETOPO1", "Natural Earth", "Cite this view"],
            ),
            ("#lang=ja", ["北極", "凡例", "運用中", "ETOPO1", "Natural Earth", "この表示の引用"]),
        ] {
            page.open_ready(link).await;
            let said = words(page, json!({ "sheet": "a4-landscape", "theme": "light" })).await;
            for part in wanted {
                assert!(said.contains(part), "{link}: {part} is not in {said}");
            }
            assert!(said.replace(' ', "").contains(&page.link().await), "the link of the view: {said}");
        }
        let bare = words(page, json!({ "sheet": "slide", "legend": false, "title": false })).await;
        assert!(!bare.contains("凡例") && bare.contains("ETOPO1"), "{bare}");
    })
    .await;
}

#[tokio::test]
async fn data_agree_with_what_is_listed() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let counted = "const all = JSON.parse(await cableMap.data('geojson')).features, csv = await cableMap.data('csv');
            const of = (kind) => all.filter((f) => f.properties.kind === kind).length;
            return [of('system'), of('segment'), of('landing'), all.length, csv.split('\\r\\n').length - 2, csv.startsWith('id,kind,')];";
        let (systems, segments, landings, all, rows, is_table): (usize, usize, usize, usize, usize, bool) =
            page.script(counted, vec![]).await;
        let listed = "const count = (fold) => Number(fold.querySelector('.count').textContent);
            const folds = [...document.querySelectorAll('#find-lists nav details')];
            const first = document.querySelectorAll('.main nav:not(#find-lists nav) .entry').length;
            return [folds.slice(0, -1).reduce((sum, fold) => sum + count(fold), first), count(folds.at(-1))];";
        let (named, places): (usize, usize) = page.script(listed, vec![]).await;
        assert_eq!((systems, landings), (named, places), "of the data, of the lists");
        assert!(segments > systems && all == rows && is_table, "{segments} {all} {rows}");
        page.set_state(json!({ "layers": "-landings" })).await;
        let none = "return JSON.parse(await cableMap.data('geojson')).features.filter((f) => f.properties.kind === 'landing').length";
        assert_eq!(page.script::<usize>(none, vec![]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn press_is_fetched_when_it_is_wanted_and_once() {
    visit(Setup::default(), async |page: &Page| {
        page.open("").await;
        // At once, before the desk is open.
        page.wait_for("the map publishes itself", "return typeof cableMap === 'object'").await;
        let asked = || page.asked().iter().filter(|path| path.contains("/press-")).count();
        assert_eq!(asked(), 0);
        let svg = "return (await cableMap.exportSvg()).startsWith('<svg ')";
        assert!(page.script::<bool>(svg, vec![]).await && page.script::<bool>(svg, vec![]).await);
        assert_eq!(asked(), 2, "one script, one wasm: {:?}", page.asked());
    })
    .await;
}

async fn open_dialog(page: &Page, link: &str) {
    page.open_ready(link).await;
    page.focus_map().await;
    page.press(&["s"]).await;
    let drawn = "const image = document.querySelector('#save-preview'); return document.querySelector('#save').open && image.complete && image.naturalWidth > 0";
    page.wait_for("the preview is drawn", drawn).await;
    page.wait_for("the citation is there", "return document.querySelector('#save [name=link]').value !== ''").await;
}

/// Keeps what is downloaded and printed, as a page sees it.
const WATCH: &str = "window.saved = []; window.printed = 0;
    HTMLAnchorElement.prototype.click = function () { saved.push([this.download, this.href]); };
    window.print = () => { printed += 1; };";

#[tokio::test]
async fn keyboard_alone_saves_prints_and_leaves() {
    visit(Setup::default(), async |page: &Page| {
        page.before_scripts(WATCH).await;
        page.open_ready("").await;
        page.tab_to("Save or print").await;
        page.press(&[ENTER]).await;
        page.wait_for("the dialog is open", "return document.querySelector('#save').open").await;
        page.wait_for("it has drawn", "return document.querySelector('#save-preview').naturalWidth > 0").await;
        page.tab_to("Download").await;
        page.press(&[ENTER]).await;
        page.wait_for("a picture is saved", "return saved.length === 1").await;
        for (button, count) in [("Download GeoJSON", 2), ("Download CSV", 3)] {
            page.tab_to(button).await;
            page.press(&[ENTER]).await;
            page.wait_for("data are saved", &format!("return saved.length === {count}")).await;
        }
        let names = "return saved.map(([name]) => name)";
        let wanted = ["arctic-cable-map.svg", "arctic-cable-map.geojson", "arctic-cable-map.csv"];
        assert_eq!(page.script::<Vec<String>>(names, vec![]).await, wanted);
        page.tab_to("Print").await;
        page.press(&[ENTER]).await;
        page.wait_for("it prints", "return printed === 1").await;
        page.press(&[ESCAPE]).await;
        let back = "return [document.querySelector('#save').open, document.activeElement.textContent]";
        assert_eq!(page.script::<(bool, String)>(back, vec![]).await, (false, "Save or print".to_owned()));
    })
    .await;
}

/// How many pages a PDF has, and the box of the first. What it says of them may be compressed.
const PDF_PAGES: &str = r"const bytes = Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0)), latin = new TextDecoder('latin1');
    let text = latin.decode(bytes);
    for (const { index, 0: head } of [...text.matchAll(/\/ObjStm[^]*?stream\r?\n/g)]) {
      const from = index + head.length, end = from + text.slice(from).search(/\r?\nendstream/);
      const part = new Blob([bytes.slice(from, end)]);
      text += latin.decode(await new Response(part.stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer());
    }
    const pages = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0, box = text.match(/\/MediaBox\s*\[([^\]]*)\]/)?.[1] ?? '';
    return [pages, box.trim().split(/\s+/).map(Number)];";

#[tokio::test]
async fn printed_sheet_is_one_page_of_its_paper() {
    visit(Setup::default().needing(Ability::Printing), async |page: &Page| {
        page.before_scripts(WATCH).await;
        for (sheet, size) in [("a4-landscape", (842.0, 595.0)), ("a4-portrait", (595.0, 842.0))] {
            open_dialog(page, "").await;
            let choose = "const menu = document.querySelector('#save [name=sheet]'); menu.value = arguments[0];
                menu.dispatchEvent(new Event('change', { bubbles: true })); return document.querySelector('#save [name=theme]').value";
            assert_eq!(page.script::<String>(choose, vec![json!(sheet)]).await, "light", "paper is white");
            page.press_button("Print").await;
            page.wait_for("it prints", "return printed === 1").await;
            let pdf = page.printed(size).await;
            let (pages, paper): (usize, Vec<f64>) = page.script(PDF_PAGES, vec![json!(pdf)]).await;
            assert_eq!(pages, 1, "{sheet}");
            assert!((paper[2] - size.0).abs() < 2.0 && (paper[3] - size.1).abs() < 2.0, "{sheet}: {paper:?}");
            let away = "dispatchEvent(new Event('afterprint')); return document.querySelectorAll('.print').length";
            assert_eq!(page.script::<usize>(away, vec![]).await, 0);
        }
    })
    .await;
}

#[tokio::test]
async fn citation_is_complete_and_can_be_taken_where_copying_is_forbidden() {
    visit(Setup::default(), async |page: &Page| {
        page.before_scripts(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { throw new DOMException('no', 'NotAllowedError'); } } });",
        )
        .await;
        open_dialog(page, "#sel=cable:polar-connect&theme=light").await;
        let read = "return ['text', 'bibtex', 'link'].map((name) => document.querySelector(`#save [name=${name}]`).value)";
        let said: [String; 3] = page.script(read, vec![]).await;
        let version: String = page.script("return cableMap.version", vec![]).await;
        for (i, text) in said.iter().enumerate() {
            assert!(text.contains("sel=cable:polar-connect"), "{text}");
            assert!(i == 2 || (text.contains(&version) && text.contains("Polar Connect")), "{text}");
        }
        assert!(said[1].starts_with("@misc{") && said[1].contains("urldate = {2"), "{}", said[1]);
        assert_eq!(said[2], page.script::<String>("return location.href", vec![]).await);
        page.press_button("Copy: BibTeX").await;
        page.wait_for("it is said", "return document.querySelector('#save-said').textContent.includes('Ctrl+C')").await;
        let selected = "const e = document.activeElement; return e.value.slice(e.selectionStart, e.selectionEnd)";
        assert_eq!(page.script::<String>(selected, vec![]).await, said[1]);
    })
    .await;
}

#[tokio::test]
async fn link_is_copied_where_that_is_allowed() {
    visit(Setup::default(), async |page: &Page| {
        page.before_scripts(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });",
        )
        .await;
        open_dialog(page, "#view=globe").await;
        page.press_button("Copy: Link to this view").await;
        page.wait_for("it is said", "return document.querySelector('#save-said').textContent === 'Copied.'").await;
        let copied: String = page.script("return copied", vec![]).await;
        assert!(copied.ends_with("#view=globe"), "{copied}");
    })
    .await;
}
