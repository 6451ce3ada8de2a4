//! Every function of `access.json` by the keyboard alone, from the page's first moment.

use browser_tests::keys::key_of;
use browser_tests::{Access, Function, Page, Setup, visit};
use serde_json::Value;

/// How many tests share the list, so that they run side by side.
const SHARES: usize = 4;

/// Says when a pointer is used, and keeps what is saved, printed and copied.
const WATCH: &str = "window.pointers = []; window.saved = []; window.printed = 0; window.chosen = 0; window.copied = '';
    for (const name of ['pointerdown', 'mousedown', 'touchstart', 'wheel']) addEventListener(name, () => pointers.push(name), true);
    HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };
    window.print = () => { printed += 1; };
    HTMLInputElement.prototype.click = function () { chosen += 1; };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { copied = text; } } });";

async fn share(number: usize) {
    visit(Setup::default(), async |page: &Page| {
        page.before_scripts(WATCH).await;
        let functions = Access::read().functions;
        let mut faults = Vec::new();
        for function in functions.iter().skip(number).step_by(SHARES) {
            if let Err(fault) = reach(page, function).await {
                faults.push(format!("{}: {fault}", function.name));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    })
    .await;
}

/// Does it by keys; the error says why it cannot be done.
async fn reach(page: &Page, function: &Function) -> Result<(), String> {
    page.open_ready(&function.link).await;
    for step in &function.keys {
        take(page, step).await?;
    }
    if !page.comes_true(&format!("return Boolean({})", function.then)).await {
        return Err(format!("this is not so: {}", function.then));
    }
    let pointers: Vec<String> = page.script("return pointers", vec![]).await;
    if pointers.is_empty() { Ok(()) } else { Err(format!("a pointer was used: {pointers:?}")) }
}

async fn take(page: &Page, step: &str) -> Result<(), String> {
    let (verb, what) = step.split_once(' ').unwrap_or((step, ""));
    match verb {
        "tab" => page.tab_until(what).await?,
        "type" => page.type_text(what).await,
        "key" => {
            page.press(&[key_of(what)]).await;
            page.settled().await;
        }
        "wait" => page.wait_for(step, &format!("return document.querySelector('{what}') !== null")).await,
        _ => return Err(format!("keys cannot do {step:?}")),
    }
    Ok(())
}

#[tokio::test]
async fn the_first_quarter_of_the_functions() {
    share(0).await;
}

#[tokio::test]
async fn the_second_quarter_of_the_functions() {
    share(1).await;
}

#[tokio::test]
async fn the_third_quarter_of_the_functions() {
    share(2).await;
}

#[tokio::test]
async fn the_last_quarter_of_the_functions() {
    share(3).await;
}

#[tokio::test]
async fn every_key_of_the_help_is_one_of_a_function() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("").await;
        let functions: Vec<Function> = Access::read().functions;
        let pressed = |key: &str| functions.iter().flat_map(|f| &f.keys).any(|step| step.eq_ignore_ascii_case(&format!("key {key}")));
        page.focus_map().await;
        page.press(&["?"]).await;
        let keys: Vec<String> =
            page.script("return [...document.querySelectorAll('#help[open] .keys:first-of-type kbd')].map((k) => k.textContent)", vec![]).await;
        assert!(keys.len() >= 8, "{keys:?}");
        for key in keys {
            let first = match key.split(' ').next().unwrap_or_default() {
                "Arrow" => "ArrowRight",
                "[" => "]",
                "Esc" => "Escape",
                "0" => "0",
                other => other,
            };
            assert!(pressed(first), "no function of access.json presses {key:?}");
        }
    })
    .await;
}

/// The number of the stop that has the focus, counted as they come; −1 for none: in some browsers their own buttons come
/// after the last stop of a page. And whether it is the first of all.
const STOP: &str = "const e = document.activeElement; if (e === document.body) return [-1, false];
    window.first ??= e; window.stops ??= new Map(); if (!stops.has(e)) stops.set(e, stops.size);
    return [stops.get(e), e === first]";

/// Goes from stop to stop until `is_round` says so of a stop and of the last before it.
async fn go_round(page: &Page, back: bool, is_round: fn((i32, bool), i32) -> bool) {
    let (mut last, mut came_round) = (-1, false);
    for _ in 0..200 {
        if back {
            page.tab_back().await;
        } else {
            page.tab().await;
        }
        let stop: (i32, bool) = page.script(STOP, vec![]).await;
        came_round = is_round(stop, last);
        if came_round {
            break;
        }
        assert!(stop.0 >= last, "after stop {last} comes {stop:?}: Tab is caught; backwards: {back}");
        last = stop.0;
    }
    assert!(came_round, "after {last} stops Tab is not round; backwards: {back}");
}

#[tokio::test]
async fn tab_goes_all_round_both_ways_and_is_caught_nowhere() {
    visit(Setup::default(), async |page: &Page| {
        page.open_ready("#sel=cable:polar-connect&from=place:helsinki&to=place:tokyo").await;
        go_round(page, false, |(stop, is_first), last| last > 20 && (is_first || stop < 0)).await;
        let _: Value =
            page.script("const last = [...stops.keys()].at(-1); window.stops = undefined; last.focus()", vec![]).await;
        go_round(page, true, |(_, is_first), last| last > 20 && is_first).await;
    })
    .await;
}
