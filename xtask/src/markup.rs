//! Goes through an HTML page element by element.

use anyhow::{Result, anyhow};
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use std::cell::{Cell, RefCell};

/// Calls `change` for every element that a CSS selector names, and returns the changed page.
pub(crate) fn each(page: &str, selector: &str, mut change: impl FnMut(&mut Element<'_, '_>)) -> Result<String> {
    let settings = RewriteStrSettings::new().append_element_content_handler(element!(selector, |element| {
        change(element);
        Ok(())
    }));
    rewrite_str(page, settings).map_err(|error| anyhow!("the page cannot be read as HTML: {error}"))
}

/// The text inside each element that a CSS selector names and `wanted` accepts.
pub(crate) fn texts(page: &str, selector: &str, wanted: impl Fn(&Element<'_, '_>) -> bool) -> Result<Vec<String>> {
    let texts = RefCell::new(Vec::<String>::new());
    let inside = Cell::new(false);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(selector, |element| {
            inside.set(wanted(element));
            if inside.get() {
                texts.borrow_mut().push(String::new());
            }
            Ok(())
        }))
        .append_element_content_handler(text!(selector, |chunk| {
            if let Some(last) = texts.borrow_mut().last_mut().filter(|_| inside.get()) {
                last.push_str(chunk.as_str());
            }
            Ok(())
        }));
    rewrite_str(page, settings).map_err(|error| anyhow!("the page cannot be read as HTML: {error}"))?;
    Ok(texts.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_changed_and_texts_are_read() {
        let page = "<p class=\"a\">1 &lt; 2</p><p>3</p>";
        assert_eq!(
            each(page, "p.a", |p| {
                p.remove();
            })
            .unwrap(),
            "<p>3</p>"
        );
        assert_eq!(texts(page, "p", |p| !p.has_attribute("class")).unwrap(), ["3"]);
    }
}
