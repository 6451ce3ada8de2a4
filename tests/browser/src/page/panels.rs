//! The panels, found as a reader finds them: by role and name.

use super::Page;
use super::reach::called;
use crate::engine::Engine;
use serde_json::{Value, json};
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};

impl Page {
    /// Picks a cable in the list by its name.
    pub async fn select_cable(&self, name: &str) {
        self.press_button(name).await;
    }

    /// Picks a landing point in the list by its name.
    pub async fn select_landing(&self, name: &str) {
        let open = "const fold = [...document.querySelectorAll('nav details')].at(-1);
            if (!fold.open) fold.querySelector('summary').click();
            return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";
        let _: bool = self.script(open, vec![]).await;
        self.press_button(name).await;
    }

    /// Presses the first visible button of which the name is or begins with these words.
    pub async fn press_button(&self, name: &str) {
        let script = "const named = [...document.querySelectorAll('button')].find((b) => b.checkVisibility()
              && ((b.querySelector('.name') ?? b).textContent.trim() === arguments[0] || b.getAttribute('aria-label') === arguments[0]));
            named?.click();
            return named !== undefined;";
        let found: bool = self.script(script, vec![json!(name)]).await;
        assert!(found, "no button is named {name:?}");
        self.settled().await;
    }

    /// The title of the details; nothing while they are closed.
    pub async fn details_title(&self) -> Option<String> {
        self.script("return document.querySelector('#details-title')?.textContent ?? null", vec![]).await
    }

    /// All that the details say, folded or not; empty while they are closed.
    pub async fn details_text(&self) -> String {
        self.text("section.details").await
    }

    /// The title of the document.
    pub async fn title(&self) -> String {
        self.script("return document.title", vec![]).await
    }

    /// The text of an element; empty when it is not there.
    pub async fn text(&self, selector: &str) -> String {
        let text: String =
            self.script("return document.querySelector(arguments[0])?.textContent ?? ''", vec![json!(selector)]).await;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// An attribute of an element; empty when either is not there.
    pub async fn attribute(&self, selector: &str, name: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? ''";
        self.script(script, vec![json!(selector), json!(name)]).await
    }

    /// How many elements there are that can be seen.
    pub async fn count(&self, selector: &str) -> usize {
        let script = "return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility({ visibilityProperty: true })).length";
        self.script(script, vec![json!(selector)]).await
    }

    /// What the page shows in words when something went wrong, unfolded.
    pub async fn trouble_shown(&self) -> String {
        let _: Value =
            self.script("document.querySelector('details.problems')?.setAttribute('open', '')", vec![]).await;
        let shown: Option<String> =
            self.script("return document.querySelector('details.problems')?.innerText ?? null", vec![]).await;
        shown.unwrap_or_default()
    }

    /// Chooses in the menu of languages or themes, by the menu's place and the value.
    pub async fn choose(&self, menu: usize, value: &str) {
        let script = "const menu = document.querySelectorAll('.settings select')[arguments[0]];
            menu.value = arguments[1];
            menu.dispatchEvent(new Event('change', { bubbles: true }));
            return menu.value === arguments[1];";
        let known: bool = self.script(script, vec![json!(menu), json!(value)]).await;
        assert!(known, "the menu has no {value:?}");
        self.settled().await;
    }

    /// Chooses the language.
    pub async fn choose_language(&self, tag: &str) {
        self.choose(0, tag).await;
        let script = format!("return document.documentElement.lang === '{tag}'");
        self.wait_for("the page speaks the language", &script).await;
        self.settled().await;
    }

    /// The page as it is printed, a PDF in base64: on paper of the size that its style sheet names, or where the driver does not
    /// follow that, of the width and height that are given in points.
    pub async fn printed(&self, (width, height): (f64, f64)) -> String {
        if Engine::chosen() == Engine::Chromium {
            // The standard's command has a size of its own for the paper.
            let params =
                json!({ "preferCSSPageSize": true, "printBackground": true, "transferMode": "ReturnAsBase64" });
            let pdf = self.command("Page.printToPDF", params).await;
            return pdf["data"].as_str().unwrap_or_default().to_owned();
        }
        let cm = |points: f64| points / 72.0 * 2.54;
        let none = PrintMargins { top: 0.0, bottom: 0.0, left: 0.0, right: 0.0 };
        let page = PrintPage { width: cm(width), height: cm(height) };
        let params = PrintParameters { background: true, margin: none, page, ..PrintParameters::default() };
        self.driver().print_page_base64(params).await.expect("a print")
    }

    /// The name of what has the keyboard's focus: its label or its text.
    pub async fn focused(&self) -> String {
        self.script(concat!(called!(), "return called(document.activeElement).slice(0, 80)"), vec![]).await
    }
}
