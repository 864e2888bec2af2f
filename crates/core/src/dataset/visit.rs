//! What a visit needs beside the rules: who the firm is, situations and what they open, items and topics. Which screen
//! shows what belongs to the visit; what an item is worth belongs to `screening`.

use super::Dataset;
use crate::pack::packed;

/// The data of the visit; all of it empty where the list has none.
///
/// INVARIANT: every question, every member of a set and every field of a row stands once, in [`Self::who`], [`Self::who_figures`] or one gate;
/// every clause stands in one item; checked when the dataset is compiled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visit {
    /// Who the firm is, in the order of asking. Of the measures of a classification (staff, revenue, assets) only those
    /// that the trade's row uses are asked, and the next only while the class is open.
    pub who: Vec<Asked>,
    /// Figures for the cards of what any firm may have, which no situation opens.
    pub who_figures: Vec<Asked>,
    /// Situations, in the order of the list.
    pub gates: Vec<Gate>,
    /// The choice whose values [`Self::common_for`] follows, an index into `Dataset::questions`.
    pub trade: Option<u16>,
    /// For each value of the trade: the gates that are shown at once, the most telling first. The others are a tap away.
    pub common_for: Vec<Vec<u8>>,
    /// What items are about.
    pub topics: Vec<Topic>,
    /// What one visit to one office settles, in the order of the list.
    pub items: Vec<Item>,
}
packed!(Visit { who, who_figures, gates, trade, common_for, topics, items });

/// A question, or some parts of it, that stand in one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Index into `Dataset::questions`.
    pub question: u16,
    /// Of a set the members, of a group the fields of a row that stand here, by their place in it, in the order of
    /// asking. Of anything else none.
    pub members: Vec<u8>,
}
packed!(Asked { question, members });

/// A situation in plain words that opens the questions behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// Stable id.
    pub id: String,
    /// What one taps.
    pub text: String,
    /// How to tell whether it is so, or examples.
    pub help: String,
    /// Title of the chapter that it opens.
    pub chapter: String,
    /// What is asked in that chapter: what decides whether something can be had.
    pub asks: Vec<Asked>,
    /// What is asked at the cards only: figures that decide how much.
    pub figures: Vec<Asked>,
    /// What tapping the gate answers by itself: a yes/no question or members of a set with yes, a group with one row at
    /// least. All of it is among `asks`.
    pub says: Vec<Asked>,
}
packed!(Gate { id, text, help, chapter, asks, figures, says });

/// What items are about, for the library.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Stable id.
    pub id: String,
    /// Name shown.
    pub name: String,
    /// Words that people search by, apart from those of the clauses.
    pub words: Vec<String>,
}
packed!(Topic { id, name, words });

/// Clauses that one visit to one office settles, with their pick-one groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// As an owner says it.
    pub name: String,
    /// Indices into `Dataset::clauses`; never empty. The id of the first is the item's.
    pub clauses: Vec<u16>,
    /// Whom to ask, indices into `Dataset::agencies`, the leading one first; empty where the list names none.
    pub agencies: Vec<u8>,
    /// Index into [`Visit::topics`].
    pub topic: u8,
    /// How it is had.
    pub how: How,
    /// What to look at now, in a sentence.
    pub check: String,
    /// The question to put to the office.
    pub ask: String,
    /// Papers that the clauses themselves ask for.
    pub documents: Vec<String>,
    /// What the amount depends on, where there is no figure; empty where the item is no money.
    pub worth: String,
}
packed!(Item { name, clauses, agencies, topic, how, check, ask, documents, worth });

/// How an item is had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Nothing to hand in.
    Automatic,
    /// To be applied or asked for.
    Apply,
    /// Written into a declaration: deducted or left out there.
    Filing,
    /// A duty: to be complied with.
    Comply,
}
packed!(How: Automatic, Apply, Filing, Comply; else Self::Apply);

impl How {
    /// All of them, with their words in `policies.json`.
    pub const ALL: [(&'static str, Self); 4] =
        [("automatic", Self::Automatic), ("apply", Self::Apply), ("filing", Self::Filing), ("comply", Self::Comply)];

    /// As words on a card.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Automatic => "不用申请",
            Self::Apply => "要去申请",
            Self::Filing => "申报时填",
            Self::Comply => "要配合",
        }
    }
}

impl Asked {
    /// Does the question, or this part of it, stand here; the whole does where some part does.
    pub fn holds(&self, question: u16, member: Option<u8>) -> bool {
        self.question == question && member.is_none_or(|member| self.members.contains(&member))
    }
}

impl Gate {
    /// Does the question, or its member or field, stand behind this gate; the whole does where some part does.
    pub fn holds(&self, question: u16, member: Option<u8>) -> bool {
        self.asks.iter().chain(&self.figures).any(|asked| asked.holds(question, member))
    }
}

impl Visit {
    /// The gate before a question, or a member or field of it; `None` where every firm is asked.
    pub fn gate_of(&self, question: u16, member: Option<u8>) -> Option<u8> {
        let at = self.gates.iter().position(|gate| gate.holds(question, member))?;
        u8::try_from(at).ok()
    }

    /// The item of a clause; `None` only in a list without data of a visit.
    pub fn item_of(&self, clause: u16) -> Option<u16> {
        let at = self.items.iter().position(|item| item.clauses.contains(&clause))?;
        u16::try_from(at).ok()
    }
}

impl Item {
    /// Its id: that of its first clause.
    pub fn id<'a>(&self, dataset: &'a Dataset) -> &'a str {
        let first = self.clauses.first().and_then(|clause| dataset.clauses.get(usize::from(*clause)));
        first.map_or("", |clause| clause.id.as_str())
    }
}
