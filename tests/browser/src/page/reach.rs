//! How a reader comes to things: from stop to stop of the keyboard, or with a finger that scrolls until it can press.

use super::{Page, Point};
use crate::engine::{Ability, Engine};
use serde_json::{Value, json};

/// How many stops of the keyboard a thing may be away; Firefox also stops at what scrolls.
const MOST_STOPS: u16 = 80;

/// What a thing is called: by its label, or by its text; of a button that says more than its name, by that.
macro_rules! called {
    () => {
        "const called = (e) => e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent.trim()
            ?? ((e.matches('button, summary') && e.querySelector('.name')) || e).textContent.trim();
        "
    };
}
pub(super) use called;

/// Whether what has the focus is of a name or a selector; whether that it has the focus can be seen; whether something covers
/// it; what it is.
const STOP: &str = concat!(
    called!(),
    "const [name] = arguments, e = document.activeElement, s = getComputedStyle(e);
    let found = called(e) === name;
    try { found ||= /[.#>]/.test(name) && e.matches(name); } catch { /* It is a name. */ }
    const framed = (s) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
    const seen = e === document.body || framed(s) || [e.parentElement, e.closest('.plot')].some((host) => host && framed(getComputedStyle(host)));
    const { left, right, top, bottom, width } = e.getBoundingClientRect();
    const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
    const over = document.elementFromPoint(x, y);
    const free = e === document.body || (right > 0 && left < innerWidth && bottom > 0 && top < innerHeight && width > 0
      && over !== null && (e.contains(over) || over.contains(e) || e.labels?.[0]?.contains(over) === true));
    return [found, seen, free, `${e.tagName.toLowerCase()} ${e.id} ${e.className} ${called(e).slice(0, 40)}`]"
);

/// Whether something of a name or a selector is there for the keyboard.
const THERE: &str = concat!(
    called!(),
    "const [name] = arguments;
    const all = [...document.querySelectorAll('button, summary, a, input, select, textarea, canvas, [tabindex]')].filter((e) => e.checkVisibility({ visibilityProperty: true }));
    return all.some((e) => {
      if (called(e) === name) return true;
      try { return /[.#>]/.test(name) && e.matches(name); } catch { return false; }
    })"
);

/// Where a finger finds something of a name or a selector, in the dialog where one is open: the middle of what can be pressed
/// of it, or how far what holds it must be scrolled, down, and where the finger may do that.
const PLACE: &str = "const [name, share] = arguments, open = [...document.querySelectorAll('dialog[open]')].pop() ?? document;
    const called = (e) => [e.getAttribute('aria-label'), (e.querySelector('.name') ?? e).textContent.trim(), e.querySelector('.name')?.firstChild?.textContent];
    const shown = (all) => [...all].filter((e) => e.checkVisibility({ visibilityProperty: true }));
    let found = shown(open.querySelectorAll('button, summary, a, label')).find((e) => called(e).includes(name));
    try { if (/[.#>\\[]/.test(name)) found ??= shown(open.querySelectorAll(name))[0]; } catch { /* It is a name. */ }
    if (!found) return null;
    const box = found.getBoundingClientRect();
    const [x, y] = [box.left + box.width * share, box.top + box.height / 2];
    const over = document.elementFromPoint(x, y);
    if (over && (found.contains(over) || found.labels?.[0]?.contains(over)) && y > 1 && y < innerHeight - 1) return [x, y, 0, 0, 0];
    let host = found.parentElement;
    while (host && !(/auto|scroll/.test(getComputedStyle(host).overflowY) && host.scrollHeight > host.clientHeight + 1)
      && !(/auto|scroll/.test(getComputedStyle(host).overflowX) && host.scrollWidth > host.clientWidth + 1 && (x < 0 || x > innerWidth))) host = host.parentElement;
    host ??= document.scrollingElement;
    const room = host.getBoundingClientRect();
    const [top, bottom] = [Math.max(room.top, 0), Math.min(room.bottom, innerHeight)];
    const [left, right] = [Math.max(room.left, 0), Math.min(room.right, innerWidth)];
    return [(left + right) / 2, (top + bottom) / 2, bottom - top, y - (top + bottom) / 2, x < left || x > right ? x - (left + right) / 2 : 0]";

/// Scrolls what scrolls at a point, as a finger would.
const SCROLL: &str = "const [x, y, right, down] = arguments;
    for (let host = document.elementFromPoint(x, y); host; host = host.parentElement) {
      const { scrollTop, scrollLeft } = host;
      host.scrollBy(right, down);
      if (host.scrollTop !== scrollTop || host.scrollLeft !== scrollLeft) return true;
    }
    return false";

/// Waits for three frames.
const FRAMES: &str = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))";

impl Page {
    /// Presses Tab until what has a name or matches a selector has the focus; each stop on the way must be seen to have it,
    /// and be covered by nothing. The error says what is wrong.
    pub async fn tab_until(&self, what: &str) -> Result<(), String> {
        // Panels come when their files have; who waits for something does not walk round the page meanwhile.
        if !self.comes_true(&THERE.replace("arguments", &json!([what]).to_string())).await {
            return Err(format!("there is no {what:?}"));
        }
        for _ in 0..MOST_STOPS {
            self.tab().await;
            let (found, seen, free, stop): (bool, bool, bool, String) = self.script(STOP, vec![json!(what)]).await;
            if !seen {
                return Err(format!("on the way to {what:?}: the focus cannot be seen on {stop}"));
            }
            if !free {
                return Err(format!("on the way to {what:?}: something covers {stop}"));
            }
            if found {
                return Ok(());
            }
        }
        Err(format!("{what:?} is more than {MOST_STOPS} stops away"))
    }

    /// Taps on what has a name or matches a selector, at a share of its width; a finger scrolls there first. The error says
    /// what is wrong.
    pub async fn tap_what(&self, what: &str, share: f64) -> Result<(), String> {
        let place = PLACE.replace("arguments", &json!([what, share]).to_string());
        if !self.comes_true(&format!("return (() => {{ {place} }})() !== null")).await {
            return Err(format!("there is no {what:?}"));
        }
        for _ in 0..40 {
            let place: Option<[f64; 5]> = self.script(PLACE, vec![json!(what), json!(share)]).await;
            let Some([x, y, room, down, right]) = place else { break };
            if room < 1.0 {
                // What still moves, as while lists come in, is tapped when it stands.
                let _: bool = self.script(FRAMES, vec![]).await;
                if self.script::<Option<[f64; 5]>>(PLACE, vec![json!(what), json!(share)]).await
                    != Some([x, y, 0.0, 0.0, 0.0])
                {
                    continue;
                }
                self.tap(Point::new(x, y)).await;
                return Ok(());
            }
            let by = Point::new(-right.clamp(-140.0, 140.0), -down.clamp(-0.4 * room, 0.4 * room));
            self.swipe(Point::new(x, y), by).await;
        }
        Err(format!("no finger comes to {what:?}"))
    }

    /// A finger scrolls what is at a point; the contents go as far as the finger, and do not glide on.
    pub async fn swipe(&self, from: Point, by: Point) {
        if Engine::chosen().lacks(Ability::FingersThatScroll).is_some() {
            let numbers = [from.x, from.y, -by.x, -by.y].map(Value::from);
            let _: bool = self.script(SCROLL, numbers.to_vec()).await;
            return;
        }
        let step = |i: u32| {
            let share = f64::from(i) / 8.0 - 0.5;
            Point::new(from.x + by.x * share, from.y + by.y * share)
        };
        let mut way: Vec<Point> = (0..=8).map(step).collect();
        way.extend([step(8); 4]);
        self.drag_finger(&way).await;
    }

    /// The middle of an element.
    pub async fn middle_of(&self, selector: &str) -> Point {
        let script = "const { left, top, width, height } = document.querySelector(arguments[0]).getBoundingClientRect(); return [left + width / 2, top + height / 2]";
        self.script(script, vec![Value::from(selector)]).await
    }
}
