//! What is wrong with a question, and what would work, in a sentence or two.

use super::name::{Known, corridor_message};
use crate::app::details::status_message;
use crate::i18n::Msg;
use crate::network::{Remedy, Trouble};

/// What is wrong, and what would help.
#[must_use]
pub fn sentence(known: Known<'_>, trouble: &Trouble) -> String {
    let words = known.words;
    let named = |message, key: &str, value: &str| words.with(message, &[(key, value)]);
    match trouble {
        Trouble::UnknownEnd { asked, near } => {
            let text = named(Msg::LabUnknownEnd, "text", asked);
            if near.is_empty() {
                return text;
            }
            // A city and its landing point may have one name.
            let mut names: Vec<String> = near.iter().map(|n| known.node(*n)).collect();
            names.dedup();
            [&text, " ", &named(Msg::LabNear, "list", &words.list(&names))].concat()
        }
        Trouble::UnknownCable(id) => named(Msg::LabStrange, "text", id),
        Trouble::UnknownCut(cut) => named(Msg::LabStrange, "text", &cut.to_link()),
        Trouble::SameEnd(node) => named(Msg::LabSameEnd, "name", &known.node(*node)),
        Trouble::Inland(near) => {
            let near: Vec<String> =
                near.iter().map(|(n, km)| [&known.node(*n), " (", &words.km(*km), ")"].concat()).collect();
            named(Msg::LabInland, "list", &words.list(&near))
        }
        Trouble::NothingStands(r) => and_help(known, words.text(Msg::LabNothingStands), r),
        Trouble::NotReached(n, r) => and_help(known, &named(Msg::LabNotReached, "name", &known.node(*n)), r),
        Trouble::Apart(r) => and_help(known, words.text(Msg::LabParted), r),
    }
}

fn and_help(known: Known<'_>, what: &str, remedies: &[Remedy]) -> String {
    let words = known.words;
    let all: Vec<String> = remedies.iter().map(|r| remedy(known, r)).collect();
    let help = if all.is_empty() {
        words.text(Msg::LabHelpsNone).to_owned()
    } else {
        words.with(Msg::LabHelps, &[("list", &words.list(&all))])
    };
    [what, " ", &help].concat()
}

fn remedy(known: Known<'_>, remedy: &Remedy) -> String {
    let words = known.words;
    match remedy {
        Remedy::Mend(cut) => words.with(Msg::LabMendThis, &[("name", &known.cut(cut))]),
        Remedy::MendAll => words.text(Msg::LabMendAll).to_owned(),
        Remedy::Open(corridor) => words.with(Msg::LabOpen, &[("name", words.text(corridor_message(*corridor)))]),
        Remedy::Allow(status) => words.with(Msg::LabAllow, &[("status", words.text(status_message(*status)))]),
        Remedy::AnyYear => words.text(Msg::LabAnyYear).to_owned(),
        Remedy::StartOver => words.text(Msg::LabStartOver).to_owned(),
    }
}
