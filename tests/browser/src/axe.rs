//! axe-core, told what to check.

use crate::page::Page;
use crate::places;
use serde_json::{Value, json};

/// Runs axe. A target that is half scrolled under something is looked at again in the middle of what scrolls: how far it is
/// scrolled says nothing of its size.
const RUN: &str = "const again = async (v) => {
    if (v.id !== 'target-size') return v;
    const nodes = [];
    for (const node of v.nodes) {
      document.querySelector(node.target[0]).scrollIntoView({ block: 'center', behavior: 'instant' });
      const alone = await axe.run({ include: [node.target] }, { runOnly: { type: 'rule', values: ['target-size'] } });
      if (alone.violations.length > 0) nodes.push(node);
    }
    return { ...v, nodes };
  };
  return axe.run(document, { resultTypes: ['violations'], runOnly: arguments[0] })
    .then((r) => Promise.all(r.violations.map(again)))
    .then((all) => all.filter((v) => v.nodes.length > 0).map(
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
