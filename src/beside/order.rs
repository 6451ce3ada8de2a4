//! Names in the order of the page's language.

use crate::web::intl;

/// Things in the order of their names in a language.
pub(crate) fn sorted<T>(lang: &str, all: impl IntoIterator<Item = T>, name: impl Fn(&T) -> &str) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::new();
    for one in all {
        let place = sorted.partition_point(|other| !intl::is_before(lang, name(&one), name(other)));
        sorted.insert(place, one);
    }
    sorted
}
