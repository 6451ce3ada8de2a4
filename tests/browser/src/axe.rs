//! axe-core, told what to check.

use crate::page::Page;
use crate::places;
use serde_json::{Value, json};

const RUN: &str = "return axe.run(document, { resultTypes: ['violations'], runOnly: arguments[0] }).then((r) => r.violations.map(
  (v) => `${v.id}: ${v.help}\\n${v.nodes.map((n) => `    ${n.html}\\n      ${n.any.concat(n.all, n.none).map((c) => c.message).join('; ')}`).join('\\n')}`));";

/// The rules: WCAG 2.2 up to AA, and what axe calls good practice.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

impl Page {
    /// What axe finds on the page as it stands, a text each.
    pub async fn axe(&self) -> Vec<String> {
        let known: bool = self.script("return typeof axe === 'object'", vec![]).await;
        if !known {
            let _: Value = self.script(&places::axe(), vec![]).await;
        }
        // Panels appear within 200 ms; half-transparent text has no contrast.
        self.wait_for("nothing moves", "return document.getAnimations().every((a) => a.playState === 'finished')")
            .await;
        self.script(RUN, vec![json!(TAGS)]).await
    }
}
