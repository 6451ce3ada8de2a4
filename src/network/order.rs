//! Putting things in order, in few bytes: the library's sorts bring kilobytes of code for each type, for speed that lists of a few
//! hundred do not need.

/// The same things in the order in which `before` has them; equals stay as they were.
pub(crate) fn sorted<T>(all: Vec<T>, before: &dyn Fn(&T, &T) -> bool) -> Vec<T> {
    let mut out: Vec<T> = Vec::with_capacity(all.len());
    for one in all {
        let place = out.partition_point(|other| !before(&one, other));
        out.insert(place, one);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn equals_stay_as_they_were() {
        let all = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        assert_eq!(sorted(all, &|a, b| a.0 < b.0), [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
