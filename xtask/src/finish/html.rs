//! Rewrites the page that Trunk has put together.

use super::assets::Asset;
use crate::markup::{each, texts};
use anyhow::{Context, Result};
use lol_html::html_content::{ContentType, Element};

/// The files that Trunk made of the Rust application.
#[derive(Default)]
pub(super) struct App {
    pub(super) js: String,
    pub(super) wasm: String,
}

impl App {
    /// The files of an application that Trunk has built beside the page's own.
    pub(super) fn beside(name: &str) -> Self {
        Self { js: format!("{name}.js"), wasm: format!("{name}_bg.wasm") }
    }
}

/// What Trunk.toml's `pattern_script` leaves in the page.
const APP: &str = "script#trunk-app";

/// Reads which files make the application.
pub(super) fn app(page: &str) -> Result<App> {
    let mut app = None;
    each(page, APP, |script| {
        app = script.get_attribute("data-js").zip(script.get_attribute("data-wasm"));
    })?;
    let (js, wasm) =
        app.context("Trunk has put no application into the page; www/index.html needs <link data-trunk rel=\"rust\">")?;
    Ok(App { js, wasm })
}

/// Puts the start script, and the order to fetch the wasm at once, where Trunk named the application. The script checks
/// the wasm against its hash: browsers ignore, with a warning, the attribute for it on this kind of preload.
pub(super) fn start(page: &str, script: &Asset, wasm: &Asset) -> Result<String> {
    let markup = format!(
        "<link rel=\"preload\" href=\"./{}\" as=\"fetch\" type=\"application/wasm\" crossorigin=\"anonymous\">\n\
         <script type=\"module\" src=\"./{}\" crossorigin=\"anonymous\" integrity=\"{}\"></script>",
        wasm.name, script.name, script.integrity
    );
    each(page, APP, |element| element.replace(&markup, ContentType::Html))
}

/// Puts the script that steps in where the module does not run after the last element of the head.
pub(super) fn step_in(page: &str, apart: &Asset, inside: &Asset) -> Result<String> {
    let markup = format!("<script src=\"./{}\" data-inside=\"./{}\" async></script>\n", apart.name, inside.name);
    each(page, "head", |head| head.append(&markup, ContentType::Html))
}

/// The end of the names of attributes that say where the style sheet of an application is.
pub(super) const STYLE: &str = "-style";

/// Tells the map where the script of an application beside it is, and its style sheet if it has one of its own.
pub(super) fn name_application(page: &str, name: &str, script: &Asset, style: Option<&Asset>) -> Result<String> {
    let mut result = Ok(());
    let place = format!("data-{name}");
    let page = each(page, "#map", |map| {
        result = map.set_attribute(&place, &format!("./{}", script.name)).and_then(|()| match style {
            Some(style) => map.set_attribute(&[&place, STYLE].concat(), &format!("./{}", style.name)),
            None => Ok(()),
        });
    })?;
    result?;
    Ok(page)
}

/// The style sheets of the page.
pub(super) fn styles(page: &str) -> Result<Vec<String>> {
    let mut styles = Vec::new();
    each(page, "link[rel=stylesheet][href]", |link| styles.extend(link.get_attribute("href")))?;
    Ok(styles)
}

/// Lets the page load another style sheet in the place of one.
pub(super) fn replace_style(page: &str, href: &str, style: &Asset) -> Result<String> {
    let mut result = Ok(());
    let page = each(page, "link[rel=stylesheet][href]", |link| {
        if link.get_attribute("href").as_deref() == Some(href) {
            result = link
                .set_attribute("href", &format!("./{}", style.name))
                .and_then(|()| link.set_attribute("integrity", &style.integrity))
                // A sandboxed frame has an origin of its own: without this it may not check what it is given.
                .and_then(|()| link.set_attribute("crossorigin", "anonymous"));
        }
    })?;
    result?;
    Ok(page)
}

/// The text of each script that stands in the page itself.
pub(super) fn inline_scripts(page: &str) -> Result<Vec<String>> {
    texts(page, "script", is_inline_code)
}

/// Gives each script that stands in the page itself a file of its own.
pub(super) fn externalise(page: &str, names: &[String]) -> Result<String> {
    let mut names = names.iter();
    let mut result = Ok(());
    let page = each(page, "script", |script| {
        if let Some(name) = is_inline_code(script).then(|| names.next()).flatten() {
            script.set_inner_content("", ContentType::Text);
            result = script.set_attribute("src", &format!("./{name}"));
        }
    })?;
    result?;
    Ok(page)
}

/// Whether a script element carries code; data blocks such as JSON are no code.
fn is_inline_code(script: &Element<'_, '_>) -> bool {
    let code = script
        .get_attribute("type")
        .is_none_or(|kind| kind.is_empty() || kind == "module" || kind.ends_with("javascript"));
    code && !script.has_attribute("src")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><head><link rel=\"stylesheet\" href=\"./map-1.css\" integrity=\"old\"/>\
        <script type=\"application/json\" id=\"trunk-app\" data-js=\"a.js\" data-wasm=\"a_bg.wasm\"></script></head>\
        <body><script>if (1 < 2) go();</script><script type=\"application/ld+json\">{}</script>\
        <script src=\"./x.js\"></script></body>";

    fn asset(name: &str) -> Asset {
        Asset { name: name.to_owned(), integrity: "sha384-new".to_owned() }
    }

    #[test]
    fn the_application_is_named_once_and_started_by_one_script() {
        let app = app(PAGE).unwrap();
        assert_eq!((app.js.as_str(), app.wasm.as_str()), ("a.js", "a_bg.wasm"));
        let page = start(PAGE, &asset("s.js"), &asset("a.wasm")).unwrap();
        assert!(!page.contains("trunk-app"));
        assert!(page.contains(
            "<script type=\"module\" src=\"./s.js\" crossorigin=\"anonymous\" integrity=\"sha384-new\"></script>"
        ));
        assert!(page.contains("<link rel=\"preload\" href=\"./a.wasm\" as=\"fetch\""));
        assert!(super::app(&page).is_err_and(|error| error.to_string().contains("www/index.html")));
    }

    #[test]
    fn the_map_knows_where_the_desk_is() {
        let page =
            name_application("<main id=\"map\" data-state=\"poster\"></main>", "desk", &asset("desk-1.js"), None)
                .unwrap();
        assert_eq!(page, "<main id=\"map\" data-state=\"poster\" data-desk=\"./desk-1.js\"></main>");
        assert_eq!(App::beside("desk").wasm, "desk_bg.wasm");
    }

    #[test]
    fn style_sheets_get_the_name_and_hash_of_their_new_content() {
        assert_eq!(styles(PAGE).unwrap(), ["./map-1.css"]);
        let page = replace_style(PAGE, "./map-1.css", &asset("map-2.css")).unwrap();
        assert!(page.contains("href=\"./map-2.css\" integrity=\"sha384-new\" crossorigin=\"anonymous\""), "{page}");
    }

    #[test]
    fn code_leaves_the_page_and_data_stays() {
        assert_eq!(inline_scripts(PAGE).unwrap(), ["if (1 < 2) go();"]);
        let page = externalise(PAGE, &["inline-1.js".to_owned()]).unwrap();
        assert!(page.contains("<script src=\"./inline-1.js\"></script>"), "{page}");
        assert!(page.contains("<script type=\"application/ld+json\">{}</script>"));
        assert!(inline_scripts(&page).unwrap().is_empty());
    }
}
