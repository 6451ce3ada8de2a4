//! What a key does in a story: those of a clicker, of slides, and of nobody else.

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// The next step.
    Next,
    /// The step before.
    Back,
    /// The first step.
    First,
    /// The last step.
    Last,
    /// The screen blank, or back.
    Blank,
    /// The pointer, or none.
    Pointer,
    /// The window with the notes.
    Notes,
    /// The end of the presentation.
    End,
}

/// What a key of the browser's name does. A clicker sends Page Down and Page Up, and `b` or `.` for a blank screen; those two
/// pages turn in any story, all others while it is presented. On a button, what presses buttons presses it.
#[must_use]
pub fn press(key: &str, is_presenting: bool, is_on_button: bool) -> Option<Press> {
    match key {
        "PageDown" => Some(Press::Next),
        "PageUp" => Some(Press::Back),
        _ if !is_presenting => None,
        " " if !is_on_button => Some(Press::Next),
        "ArrowRight" | "ArrowDown" => Some(Press::Next),
        "ArrowLeft" | "ArrowUp" | "Backspace" => Some(Press::Back),
        "Home" => Some(Press::First),
        "End" => Some(Press::Last),
        "b" | "B" | "." => Some(Press::Blank),
        "l" | "L" => Some(Press::Pointer),
        "n" | "N" => Some(Press::Notes),
        "Escape" => Some(Press::End),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clicker_turns_pages_and_the_map_keeps_its_keys() {
        for (key, does) in [("PageDown", Press::Next), ("PageUp", Press::Back)] {
            assert_eq!((press(key, false, false), press(key, true, true)), (Some(does), Some(does)));
        }
        for key in ["ArrowRight", " ", "b", "Escape", "+", "/", "?", "Tab", "Enter"] {
            assert_eq!(press(key, false, false), None, "{key}");
        }
    }

    #[test]
    fn a_presentation_is_given_by_the_keyboard_alone() {
        let does = |key| press(key, true, false);
        assert_eq!([" ", "ArrowRight", "ArrowDown"].map(does), [Some(Press::Next); 3]);
        assert_eq!(["ArrowLeft", "ArrowUp", "Backspace"].map(does), [Some(Press::Back); 3]);
        assert_eq!([".", "b", "B"].map(does), [Some(Press::Blank); 3]);
        assert_eq!(
            ["Home", "End", "l", "n", "Escape"].map(does),
            [Press::First, Press::Last, Press::Pointer, Press::Notes, Press::End].map(Some)
        );
        assert_eq!((press(" ", true, true), press("Enter", true, true), does("Tab")), (None, None, None));
    }
}
