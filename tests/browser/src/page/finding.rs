//! Search, filters and table, used as a reader uses them.

use super::Page;
use crate::engine::Engine;
use serde_json::{Value, json};

impl Page {
    /// Goes to the search by its key, and types.
    pub async fn search(&self, text: &str) {
        self.focus_map().await;
        self.press(&["/"]).await;
        let name = self.attribute(":focus", "role").await;
        assert_eq!(name, "combobox", "the key leads to the search");
        self.type_text(text).await;
    }

    /// Types on whatever has the focus.
    pub async fn type_text(&self, text: &str) {
        if Engine::chosen() == Engine::Chromium {
            self.command("Input.insertText", json!({ "text": text })).await;
        } else {
            // What an input method does, whatever the script; drivers know keys only.
            let insert = "return document.execCommand('insertText', false, arguments[0])";
            assert!(self.script::<bool>(insert, vec![json!(text)]).await, "{text:?} cannot be typed");
        }
        self.settled().await;
    }

    /// Replaces what is in the search by a text, however long.
    pub async fn put_text(&self, text: &str) {
        let script = "const box = document.querySelector('#search');
            box.focus();
            box.value = arguments[0];
            box.dispatchEvent(new Event('input', { bubbles: true }))";
        let _: Value = self.script(script, vec![json!(text)]).await;
        self.settled().await;
    }

    /// Clicks an option of the search.
    pub async fn press_option(&self, name: &str) {
        let script = "const option = [...document.querySelectorAll('[role=option]')].find((o) => o.querySelector('.name').firstChild.textContent === arguments[0]);
            option?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
            option?.click();
            return option !== undefined";
        assert!(self.script::<bool>(script, vec![json!(name)]).await, "no option is named {name:?}");
        self.settled().await;
    }

    /// Waits until a flight of the map is over.
    pub async fn arrived(&self) {
        let at = "return new Promise((done) => { const before = cableMap.getState().at;
            setTimeout(() => done(cableMap.getState().at === before), 250); })";
        self.wait_for("the map stands still", at).await;
        self.settled().await;
    }

    /// Unfolds the filters and one of their facets.
    pub async fn open_facet(&self, title: &str) {
        self.wait_for("there are filters", "return document.querySelector('#filters summary') !== null").await;
        let script = "const open = (fold) => { if (fold && !fold.open) fold.querySelector('summary').click(); };
            open(document.querySelector('#filters > details'));
            return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
              const facet = [...document.querySelectorAll('.facets > details')].find((d) => d.querySelector('.name').textContent === arguments[0]);
              open(facet);
              done(facet !== undefined);
            })))";
        assert!(self.script::<bool>(script, vec![json!(title)]).await, "no facet is called {title:?}");
        self.settled().await;
    }

    /// The choices of all facets that are unfolded: name, number, whether ticked.
    pub async fn choices(&self) -> Vec<(String, String, bool)> {
        let script = "return [...document.querySelectorAll('.facets [role=checkbox]')].filter((e) => e.checkVisibility())
            .map((e) => [e.querySelector('.name').textContent, e.querySelector('.count').textContent, e.getAttribute('aria-checked') === 'true'])";
        self.script(script, vec![]).await
    }

    /// The number beside a choice.
    pub async fn count_of(&self, name: &str) -> usize {
        let all = self.choices().await;
        let found = all.iter().find(|c| c.0 == name).unwrap_or_else(|| panic!("no choice {name:?} in {all:?}"));
        found.1.parse().expect("a number")
    }

    /// How many systems the table lists.
    pub async fn rows(&self) -> usize {
        self.count(".table tbody tr").await
    }
}
