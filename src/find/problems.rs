//! What a link asks of the filters and there is not, told to the map in words.

use super::{FindContext, matches};
use crate::app::url::UrlProblem;
use crate::beside::link;
use crate::web::object;

/// Tells the map; tracks what is refused, and the language.
pub(super) fn tell(cx: FindContext) {
    let told = cx.words(|words| {
        let one = |p: &UrlProblem| {
            let message = words.with(p.message, &p.values());
            object::of_problem("warning", p.message.key().trim_start_matches("problem-"), &message, p.key)
        };
        matches::shown(cx, |shown| shown.problems.iter().map(one).collect())
    });
    link::tell("find", &told);
}
