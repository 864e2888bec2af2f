//! Which questions are shown together: the planner's choice and the open ones that belong to it. Which question comes
//! next belongs to `screening`.

use super::scope::Scope;
use super::State;
use crate::dataset::{Question, Shape};
use crate::profile::Profile;
use crate::screening::{Screener, Screening};
use std::rc::Rc;

/// Questions on a page when it is first shown.
const AT_FIRST: usize = 4;
/// Lines of answers up to which a page takes in questions of other sections.
const LONGEST: usize = 22;
/// Questions on a page once answers have brought up others.
const AT_MOST: usize = 7;

/// What is still open, seen as pages are made.
struct Open<'a> {
    screener: &'a Screener,
    profile: &'a Profile,
    scope: Scope<'a>,
}

impl<'a> Open<'a> {
    fn new(screener: &'a Screener, profile: &'a Profile, screening: &'a Screening) -> Self {
        Open { screener, profile, scope: Scope::new(screener, profile, screening) }
    }

    fn question(&self, question: u16) -> Option<&Question> {
        self.screener.dataset().questions.get(usize::from(question))
    }

    fn is_unanswered(&self, question: u16) -> bool {
        self.profile.get(usize::from(question)).is_none()
    }

    /// Clauses that the question may still change.
    fn clauses(&self, question: u16) -> Vec<&[u16]> {
        self.scope.open.iter().copied().filter(|open| open.contains(&question)).collect()
    }

    fn matters(&self, question: u16) -> bool {
        self.scope.has(question)
    }

    /// The first unanswered question that may make this one needless: a figure is asked for only once every clause that
    /// needs it has its choices settled, or one such clause at least.
    fn waits_for(&self, question: u16) -> Option<u16> {
        if self.question(question).is_none_or(|question| question.shape.is_tapped()) {
            return None;
        }
        let gate = |open: &[u16]| {
            open.iter().copied().find(|other| {
                *other != question
                    && self.is_unanswered(*other)
                    && self.question(*other).is_some_and(|question| question.shape.is_tapped())
            })
        };
        let mut first = None;
        for open in self.clauses(question) {
            first = Some(gate(open)?).min(first.or(Some(u16::MAX)));
        }
        first
    }

    fn is_due(&self, question: u16) -> bool {
        self.is_unanswered(question) && self.matters(question) && self.waits_for(question).is_none()
    }

    fn shares_a_clause(&self, one: u16, others: &[u16]) -> bool {
        self.clauses(one).iter().any(|open| others.iter().any(|other| open.contains(other)))
    }

    /// The unanswered question on which most clauses depend.
    fn most_shared(&self) -> Option<u16> {
        let mut most = (0, None);
        for (question, _) in (0_u16..).zip(&self.screener.dataset().questions) {
            let shared = self.clauses(question).len();
            if shared > most.0 && self.is_unanswered(question) {
                most = (shared, Some(question));
            }
        }
        most.1
    }

    /// Due questions of these sections, or of all others, in the order of the dataset.
    fn due(&self, sections: &[u8], within: bool) -> Vec<u16> {
        (0_u16..)
            .zip(&self.screener.dataset().questions)
            .filter(|(index, question)| sections.contains(&question.section) == within && self.is_due(*index))
            .map(|(index, _)| index)
            .collect()
    }

    fn lines(&self, question: u16) -> usize {
        self.question(question).map_or(0, lines)
    }
}

/// How many lines of a screen its answers take, about.
fn lines(question: &Question) -> usize {
    match &question.shape {
        Shape::YesNo => 2,
        Shape::Choice(values) => values.len(),
        Shape::Set(members) => members.len() + 1,
        Shape::Number { .. } | Shape::Date { .. } | Shape::Group { .. } => 3,
    }
}

/// The next questions to show together; `None` where nothing is open.
pub fn next(screener: &Screener, profile: &Profile, screening: &Screening) -> Option<Rc<[u16]>> {
    let open = Open::new(screener, profile, screening);
    let chosen = u16::try_from(screener.next_question(profile, screening)?).ok().filter(|chosen| open.matters(*chosen));
    let chosen = chosen.or_else(|| open.most_shared())?;
    let lead = open.waits_for(chosen).unwrap_or(chosen);
    let section = open.question(lead)?.section;
    let due = open.due(&[section], true);
    let (near, far): (Vec<u16>, Vec<u16>) =
        due.into_iter().filter(|other| *other != lead).partition(|other| open.shares_a_clause(*other, &[lead]));
    let mut page: Vec<u16> = std::iter::once(lead).chain(near).chain(far).take(AT_FIRST).collect();
    // A short page takes in short questions of other sections: each page costs a tap.
    let mut length: usize = page.iter().map(|question| open.lines(*question)).sum();
    for other in open.due(&[section], false) {
        if !open.question(other).is_some_and(|question| question.shape.is_tapped()) {
            continue;
        }
        length += open.lines(other);
        if page.len() >= AT_FIRST || length > LONGEST {
            break;
        }
        page.push(other);
    }
    page.sort_unstable();
    Some(page.into())
}

/// The page after an answer on it: questions that waited for it join.
pub fn grown(screener: &Screener, before: &State, after: &State, page: &Rc<[u16]>) -> Rc<[u16]> {
    let (Some(then), Some(now)) = (&before.screening, &after.screening) else { return Rc::clone(page) };
    let then = Open::new(screener, &before.profile, then);
    let now = Open::new(screener, &after.profile, now);
    let sections: Vec<u8> = page.iter().filter_map(|of| now.question(*of)).map(|of| of.section).collect();
    let joining = now.due(&sections, true).into_iter();
    let joining = joining.filter(|other| !page.contains(other) && !then.is_due(*other));
    let mut grown: Vec<u16> = page.iter().copied().chain(joining).collect();
    if grown.len() == page.len() {
        return Rc::clone(page);
    }
    grown.truncate(AT_MOST.max(page.len()));
    grown.sort_unstable();
    grown.into()
}

/// The questions of a page that are worth showing: answered, typed into, or still able to change something.
pub fn visible(screener: &Screener, state: &State, page: &[u16]) -> Vec<u16> {
    let Some(screening) = &state.screening else { return page.to_vec() };
    let open = Open::new(screener, &state.profile, screening);
    page.iter()
        .copied()
        .filter(|question| {
            !open.is_unanswered(*question)
                || state.drafts.iter().any(|(field, _)| field.question == *question)
                || (open.matters(*question) && open.waits_for(*question).is_none_or(|gate| !page.contains(&gate)))
        })
        .collect()
}
