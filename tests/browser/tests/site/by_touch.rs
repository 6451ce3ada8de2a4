//! Every function of `access.json` that is there for fingers, by fingers alone, on a phone.

use browser_tests::{Ability, Access, Function, Page, Point, Setup, visit};
use serde_json::{Value, json};

/// How many tests share the list, so that they run side by side.
const SHARES: usize = 3;

/// Says when a mouse or a key is used, and keeps what is saved, printed and copied.
const WATCH: &str = "window.others = []; window.saved = []; window.printed = 0; window.chosen = 0; window.copied = '';
    addEventListener('keydown', () => others.push('key'), true);
    addEventListener('pointerdown', (e) => { if (e.pointerType !== 'touch') others.push(e.pointerType); }, true);
    HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };
    window.print = () => { printed += 1; };
    HTMLInputElement.prototype.click = function () { chosen += 1; };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { copied = text; } } });";

/// The middle of the free part of the map on a phone.
const MIDDLE: Point = Point::new(180.0, 200.0);

async fn share(number: usize) {
    visit(Setup::sized(360, 740).needing(Ability::Fingers), async |page: &Page| {
        page.before_scripts(WATCH).await;
        let functions = Access::read().functions;
        let for_fingers = functions.iter().filter_map(|f| Some((f, f.touch.as_ref()?)));
        let mut faults = Vec::new();
        for (function, steps) in for_fingers.skip(number).step_by(SHARES) {
            if let Err(fault) = reach(page, function, steps).await {
                faults.push(format!("{}: {fault}", function.name));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    })
    .await;
}

/// Does it by fingers; the error says why it cannot be done.
async fn reach(page: &Page, function: &Function, steps: &[String]) -> Result<(), String> {
    page.open_ready(&function.link).await;
    for step in steps {
        take(page, step).await.map_err(|fault| format!("{step}: {fault}"))?;
    }
    if !page.comes_true(&format!("return Boolean({})", function.then)).await {
        return Err(format!("this is not so: {}", function.then));
    }
    let others: Vec<String> = page.script("return others", vec![]).await;
    if others.is_empty() { Ok(()) } else { Err(format!("not by fingers alone: {others:?}")) }
}

async fn take(page: &Page, step: &str) -> Result<(), String> {
    let (verb, what) = step.split_once(' ').unwrap_or((step, ""));
    let numbers: Vec<f64> = what.split(' ').filter_map(|n| n.parse().ok()).collect();
    match verb {
        "tap" => page.tap_what(what, 0.5).await?,
        "tap-at" => {
            let (selector, share) = what.rsplit_once(' ').ok_or("a selector and a share are wanted")?;
            page.tap_what(selector, share.parse().map_err(|_| "a share is wanted")?).await?;
        }
        "tap-map" => {
            let at = page.project([numbers[0], numbers[1]]).await;
            page.tap(at).await;
        }
        "drag" => {
            let to = |share: f64| Point::new(MIDDLE.x + numbers[0] * share, MIDDLE.y + numbers[1] * share);
            page.drag_finger(&[MIDDLE, to(0.3), to(0.6), to(1.0)]).await;
        }
        "pinch" => pinch(page, numbers[0], numbers[1]).await,
        "swipe" => {
            let middle = page.middle_of(what).await;
            page.swipe(middle, Point::new(0.0, -160.0)).await;
        }
        "wait" => page.wait_for(step, &format!("return document.querySelector('{what}') !== null")).await,
        "type" => page.type_text(what).await,
        "choose" => choose(page, what).await?,
        _ => return Err(format!("fingers cannot do {step:?}")),
    }
    page.settled().await;
    Ok(())
}

/// Two fingers part by a factor and turn by degrees.
async fn pinch(page: &Page, factor: f64, turn_deg: f64) {
    let way = |side: f64| -> Vec<Point> {
        let at = |i: u32| {
            let share = f64::from(i) / 8.0;
            let (reach, turn) = (40.0 * (1.0 + (factor - 1.0) * share) * side, (turn_deg * share).to_radians());
            Point::new(MIDDLE.x + reach * turn.cos(), MIDDLE.y + reach * turn.sin())
        };
        (0..=8).map(at).collect()
    };
    page.pinch(&way(-1.0), &way(1.0)).await;
}

/// Chooses the second entry of a menu: that it can be tapped is seen here, and what is tapped then is the system's.
async fn choose(page: &Page, selector: &str) -> Result<(), String> {
    let held = "window.held = false; addEventListener('pointerdown', (e) => { held ||= e.target.matches(arguments[0]); }, true)";
    let held = held.replace("arguments[0]", &json!(selector).to_string());
    let _: Value = page.script(&held, vec![]).await;
    page.tap_what(selector, 0.5).await?;
    assert!(page.script::<bool>("return held", vec![]).await, "{selector} is not tapped");
    let script = "const menu = document.querySelector(arguments[0]); menu.selectedIndex = 1; menu.dispatchEvent(new Event('change', { bubbles: true })); menu.blur()";
    let _: Value = page.script(script, vec![json!(selector)]).await;
    Ok(())
}

#[tokio::test]
async fn the_first_third_of_the_functions() {
    share(0).await;
}

#[tokio::test]
async fn the_second_third_of_the_functions() {
    share(1).await;
}

#[tokio::test]
async fn the_last_third_of_the_functions() {
    share(2).await;
}
