//! What is wrong with the data, in the words of the page.

use crate::geodata::{Problem, fill};
use crate::i18n::{Msg, Words};

/// Where it is, then what it is, in the page's language where it has the words.
#[must_use]
pub fn data_text(problem: &Problem, words: &Words<'_>) -> String {
    let key = ["problem-", problem.code.as_str()].concat();
    let template = words.catalogue.by_key(&key).unwrap_or(problem.code.message_en());
    words.named(&place(problem), &fill(template, &problem.args))
}

/// File, feature and property.
#[must_use]
pub fn place(problem: &Problem) -> String {
    let parts = [Some(problem.file.as_str()), problem.feature.as_deref(), problem.property.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" › ")
}

/// That a file of a layer is not there, why, and what still works.
#[must_use]
pub fn missing_text(layer: &str, file: &str, reason: &str, words: &Words<'_>) -> String {
    let name = words.catalogue.by_key(&["layer-", layer].concat()).unwrap_or(layer).to_owned();
    [&words.with(Msg::LayerMissing, &[("layer", &name)]), " (", &words.named(file, reason), ")"].concat()
}
