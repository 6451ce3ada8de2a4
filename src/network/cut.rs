//! What can be cut, and what has been, with undo and redo.

/// Something that fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cut {
    /// A cable system, the whole of it.
    Cable(String),
    /// One segment.
    Segment(String),
    /// A chokepoint: every segment that has any part in it.
    Chokepoint(String),
    /// A landing or branching unit: every segment that ends there.
    Landing(String),
}

impl Cut {
    /// The cut that a link names: `cable:…`, `segment:…`, `chokepoint:…`, `landing:…`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once(':')?;
        let id = id.to_owned();
        match kind {
            "cable" => Some(Self::Cable(id)),
            "segment" => Some(Self::Segment(id)),
            "chokepoint" => Some(Self::Chokepoint(id)),
            "landing" => Some(Self::Landing(id)),
            _ => None,
        }
    }

    /// The name in links.
    #[must_use]
    pub fn to_link(&self) -> String {
        let (kind, id) = match self {
            Self::Cable(id) => ("cable:", id),
            Self::Segment(id) => ("segment:", id),
            Self::Chokepoint(id) => ("chokepoint:", id),
            Self::Landing(id) => ("landing:", id),
        };
        [kind, id].concat()
    }
}

/// The cuts made, in order, and those taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cuts {
    /// What was there after each step; the last is what is cut now.
    past: Vec<Vec<Cut>>,
    /// What was there before each undo, the last undone last.
    future: Vec<Vec<Cut>>,
}

impl Cuts {
    /// What is cut now.
    #[must_use]
    pub fn now(&self) -> &[Cut] {
        self.past.last().map_or(&[], Vec::as_slice)
    }

    /// Cuts, or mends what is cut already.
    pub fn toggle(&mut self, cut: Cut) {
        let mut now = self.now().to_vec();
        match now.iter().position(|c| *c == cut) {
            Some(at) => drop(now.remove(at)),
            None => now.push(cut),
        }
        self.set(now);
    }

    /// Mends everything.
    pub fn reset(&mut self) {
        if !self.now().is_empty() {
            self.set(Vec::new());
        }
    }

    /// Takes over a whole list, as of an incident or a link.
    pub fn set(&mut self, cuts: Vec<Cut>) {
        self.past.push(cuts);
        self.future.clear();
    }

    /// Takes the last step back; `false` where there is none.
    pub fn undo(&mut self) -> bool {
        let step = self.past.pop();
        let done = step.is_some();
        self.future.extend(step);
        done
    }

    /// Makes the last step again that was taken back; `false` where there is none.
    pub fn redo(&mut self) -> bool {
        let step = self.future.pop();
        let done = step.is_some();
        self.past.extend(step);
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_round_trip() {
        for text in ["cable:aae-1", "segment:aae-1/jeddah-sa--djibouti-dj", "chokepoint:bering-strait", "landing:a"] {
            assert_eq!(Cut::parse(text).map(|c| c.to_link()).as_deref(), Some(text));
        }
        assert_eq!((Cut::parse("place:tokyo"), Cut::parse("tokyo")), (None, None));
    }

    #[test]
    fn steps_are_taken_back_and_made_again() {
        let cut = |id: &str| Cut::Cable(id.to_owned());
        let mut cuts = Cuts::default();
        assert!(!cuts.undo() && !cuts.redo());
        cuts.toggle(cut("a"));
        cuts.toggle(cut("b"));
        cuts.toggle(cut("a"));
        assert_eq!(cuts.now(), [cut("b")]);
        assert!(cuts.undo());
        assert_eq!(cuts.now(), [cut("a"), cut("b")]);
        assert!(cuts.redo());
        assert_eq!(cuts.now(), [cut("b")]);
        cuts.reset();
        assert_eq!(cuts.now(), []);
        assert!(cuts.undo() && cuts.undo() && cuts.undo() && cuts.undo() && !cuts.undo());
        assert_eq!(cuts.now(), []);
        cuts.toggle(cut("c"));
        assert!(!cuts.redo());
    }
}
