//! `accessibility.html`: what the tests prove about the page, written from the list that they run.

use super::assets::Staging;
use crate::project::Project;
use anyhow::{Context, Result};
use arctic_cable_map::paint::escape;
use serde::Deserialize;

/// Its name.
pub(crate) const NAME: &str = "accessibility.html";
/// The list.
const LIST: &str = "tests/browser/access.json";

/// What the page is made of; the tests read the rest of the list.
#[derive(Deserialize)]
struct Access {
    reviewed: String,
    engines: Vec<Tested>,
    criteria: Vec<Criterion>,
    limits: Vec<String>,
    places: Vec<Place>,
    functions: Vec<Function>,
}

#[derive(Deserialize)]
struct Tested {
    name: String,
    what: String,
}

#[derive(Deserialize)]
struct Criterion {
    id: String,
    name: String,
    level: String,
    how: String,
}

#[derive(Deserialize)]
struct Place {
    name: String,
}

#[derive(Deserialize)]
struct Function {
    name: String,
    keys: Vec<String>,
    touch: Option<Vec<String>>,
}

/// Writes it.
pub(super) fn write(project: &Project, staging: &Staging<'_>) -> Result<()> {
    let access: Access =
        serde_json::from_str(&project.read(LIST)?).with_context(|| format!("{LIST} is not as it must be"))?;
    staging.write(NAME, page(&access).as_bytes())
}

fn page(access: &Access) -> String {
    let items =
        |all: &mut dyn Iterator<Item = String>| all.map(|item| format!("    <li>{item}</li>\n")).collect::<String>();
    let engines = items(&mut access.engines.iter().map(|e| format!("{}: {}", escape(&e.name), escape(&e.what))));
    let limits = items(&mut access.limits.iter().map(|limit| escape(limit)));
    let places = items(&mut access.places.iter().map(|place| escape(&place.name)));
    let criteria =
        rows(access.criteria.iter().map(|c| [format!("{} {}", c.id, c.name), c.level.clone(), c.how.clone()]));
    let functions = rows(access.functions.iter().map(|f| {
        let fingers = f.touch.as_ref().map_or_else(|| "–".to_owned(), |steps| in_words(steps));
        [f.name.clone(), in_words(&f.keys), fingers]
    }));
    let (version, repository) = (env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_REPOSITORY"));
    format!(
        r#"<!doctype html>
<html lang="en" dir="ltr">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>Accessibility of the Arctic Cable Map</title>
  <link rel="icon" href="./icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="./example.css">
</head>
<body>
<main>
  <h1>Accessibility of the Arctic Cable Map</h1>
  <p>Everybody should be able to use this map. It aims at the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. This page is written from the very list that the project’s tests run before each release: version {version}, reviewed on {reviewed}. It is our own assessment, by machine; the next part says what that leaves open.</p>
  <p><a href="./">To the map</a></p>
  <h2>What is not tested, and what is limited</h2>
  <ul>
{limits}  </ul>
  <h2>If something does not work for you</h2>
  <p>Please <a href="{repository}/issues">tell the project</a> what you wanted to do, with what (browser, system, assistive technology) and what happened, or tell whoever runs this site. You need not say why you use it: what does not work is a fault of the map.</p>
  <h2>In which browsers</h2>
  <ul>
{engines}  </ul>
  <h2>Criteria of WCAG 2.2 and how they are tested</h2>
  <div class="wide" tabindex="0" role="group" aria-label="Criteria">
  <table>
    <thead><tr><th scope="col">criterion</th><th scope="col">level</th><th scope="col">how</th></tr></thead>
    <tbody>
{criteria}    </tbody>
  </table>
  </div>
  <h2>Where</h2>
  <p>axe looks at each of these in both themes, at 1440 × 900, 820 × 1180 and 360 × 740 pixels, in English, Japanese and Greek; reflow and spread text are tested at 320 pixels, in English and Finnish.</p>
  <ul>
{places}  </ul>
  <h2>Every function by keys alone and by fingers alone</h2>
  <p>Each is tested from the moment in which the page opens, or a link to a view of it; nothing is more than 70 presses of Tab away. By fingers: on a screen of 360 × 740 pixels.</p>
  <div class="wide" tabindex="0" role="group" aria-label="Functions">
  <table>
    <thead><tr><th scope="col">function</th><th scope="col">by keys</th><th scope="col">by fingers</th></tr></thead>
    <tbody>
{functions}    </tbody>
  </table>
  </div>
</main>
</body>
</html>
"#,
        reviewed = escape(&access.reviewed),
    )
}

/// Rows of a table, of which the first cell is the heading.
fn rows(all: impl Iterator<Item = [String; 3]>) -> String {
    let row = |[head, second, third]: [String; 3]| {
        let (head, second, third) = (escape(&head), escape(&second), escape(&third));
        format!("      <tr><th scope=\"row\">{head}</th><td>{second}</td><td>{third}</td></tr>\n")
    };
    all.map(row).collect()
}

/// Steps as a reader would take them.
fn in_words(steps: &[String]) -> String {
    let words = |step: &String| {
        let (verb, what) = step.split_once(' ').unwrap_or((step, ""));
        // A selector is no name.
        let is_name = !what.contains(['#', '.', '[', '>']);
        let named = |does: &str, else_: &str| if is_name { format!("{does} “{what}”") } else { else_.to_owned() };
        Some(match verb {
            "tab" => named("Tab to", if what == "#canvas" { "Tab to the map" } else { "Tab to it" }),
            "key" => what.to_owned(),
            "type" => format!("type “{what}”"),
            "tap" => named("tap", "tap it"),
            "tap-at" => "tap along it".to_owned(),
            "tap-map" => "tap the map".to_owned(),
            "choose" => "choose in the menu".to_owned(),
            "drag" => "drag with one finger".to_owned(),
            "pinch" => "two fingers".to_owned(),
            "swipe" => "scroll".to_owned(),
            _ => return None,
        })
    };
    steps.iter().filter_map(words).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_said_in_words() {
        let steps = ["tab #canvas", "key +", "wait .x", "tab Filters", "tap-map 1 2"].map(str::to_owned);
        assert_eq!(in_words(&steps), "Tab to the map, +, Tab to “Filters”, tap the map");
    }

    #[test]
    fn page_has_every_row_of_the_list() -> Result<()> {
        let access: Access = serde_json::from_str(&Project::find()?.read(LIST)?)?;
        let page = page(&access);
        assert_eq!(page.matches("<tr><th scope=\"row\">").count(), access.criteria.len() + access.functions.len());
        assert_eq!(page.matches("<li>").count(), access.limits.len() + access.engines.len() + access.places.len());
        assert!(!page.contains("<script") && page.contains("2.5.8 Target size (minimum)</th><td>AA</td>"));
        Ok(())
    }
}
