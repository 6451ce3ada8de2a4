//! The ends of a question, by their ids or by a position.

use super::order::sorted;
use super::{Network, Node, NodeKind, Trouble};
use crate::sphere::LonLat;

/// A position joins the network at landings as near as this.
const REACH_KM: f64 = 500.0;

impl Network {
    /// The node that a text names: `place:tokyo`, `landing:tomakomai-jp`, or an id alone, of a place first.
    ///
    /// # Errors
    /// [`Trouble::UnknownEnd`] with ids like the one asked for.
    pub fn end(&self, asked: &str) -> Result<usize, Trouble> {
        let text = asked.trim();
        let found = match text.split_once(':') {
            Some(("place", id)) => self.place(id),
            Some(("landing", id)) => self.landing(id),
            _ => self.place(text).or_else(|| self.landing(text)),
        };
        found.ok_or_else(|| Trouble::UnknownEnd { asked: asked.to_owned(), near: self.like(text) })
    }

    /// A new place at a position, joined to the landings near it.
    ///
    /// # Errors
    /// [`Trouble::Inland`] where none is within 500 km.
    pub fn end_at(&mut self, at: LonLat) -> Result<usize, Trouble> {
        let near = self.landings_near(at);
        if near.first().is_none_or(|(_, km)| *km > REACH_KM) {
            return Err(Trouble::Inland(near.into_iter().take(3).collect()));
        }
        Ok(self.add_place("", "", at))
    }

    /// Two ends that are not the same.
    ///
    /// # Errors
    /// Those of [`Network::end`], and [`Trouble::SameEnd`].
    pub fn ends(&self, from: &str, to: &str) -> Result<[usize; 2], Trouble> {
        let ends = [self.end(from)?, self.end(to)?];
        if ends[0] == ends[1] { Err(Trouble::SameEnd(ends[0])) } else { Ok(ends) }
    }

    /// The landings and places whose ids are most like a text: those that it begins, then those a few letters away.
    fn like(&self, text: &str) -> Vec<usize> {
        let text = text.rsplit(':').next().unwrap_or_default().to_lowercase();
        let score = |node: &Node| match node.id.starts_with(&text) {
            true if !text.is_empty() => 0,
            _ => {
                let town = node
                    .id
                    .rsplit_once('-')
                    .filter(|_| node.kind == NodeKind::Landing)
                    .map_or(node.id.as_str(), |t| t.0);
                letters_apart(&text, &node.id).min(letters_apart(&text, town))
            }
        };
        let named =
            self.nodes.iter().enumerate().filter(|(_, n)| n.kind != NodeKind::BranchingUnit && !n.id.is_empty());
        let near: Vec<(usize, usize)> =
            named.map(|(i, n)| (score(n), i)).filter(|(s, _)| *s <= 1 + text.len() / 4).collect();
        let key = |(score, i): &(usize, usize)| (*score, self.nodes[*i].kind != NodeKind::Place, *i);
        let near = sorted(near, &|a, b| key(a) < key(b));
        near.into_iter().take(3).map(|(_, i)| i).collect()
    }
}

/// How many letters must be put in, left out or changed to make one word of the other (Levenshtein 1966).
fn letters_apart(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = corner + usize::from(x != *y);
            corner = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::letters_apart;

    #[test]
    fn words_are_letters_apart() {
        assert_eq!(letters_apart("kitten", "sitting"), 3);
        assert_eq!((letters_apart("", "abc"), letters_apart("tokio", "tokyo"), letters_apart("x", "x")), (3, 1, 0));
    }
}
