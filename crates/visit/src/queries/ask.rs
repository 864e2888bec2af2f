//! A question as it stands on a screen: what one tap can say, what is typed, what was understood.

use crate::action::Action;
use crate::draft::Scale;
use crate::layout::variables_of;
use crate::mode::list_date;
use crate::part::{Field, Part};
use crate::plan::{bits, fields, is_answered};
use crate::state::State;
use crate::typed::{read, shown, Written};
use huiqi_core::dataset::{Dataset, Question, Shape};
use huiqi_core::date::Date;
use huiqi_core::profile::Answer;
use huiqi_core::screening::{Estimated, Screener};
use rust_decimal::Decimal;

/// What a tap says; the widget has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// 是
    Yes,
    /// 不是
    No,
    /// A value of the choice, by its place.
    Value(u8),
    /// Exactly these members of the set, a bit each (of a set of two: both, or one alone).
    Only(u32),
    /// One member of a set of which several may hold, by its place.
    Member(u8),
    /// All members asked for here (三样都行).
    All,
    /// None of the members asked for here (都没有).
    None,
    /// A band, in the unit in which the number is kept; both ends belong to it. An end at the question's own limit is
    /// `None`: 9 人以下, 300 人以上.
    Band(Option<Decimal>, Option<Decimal>),
    /// A band worked out from other answers (估), with how it comes about in [`Ask::derivation`].
    Estimate(Decimal, Decimal),
    /// A span of days; a whole month where it is one. An end at the question's own limit is `None`.
    Days(Option<Date>, Option<Date>),
    /// What was typed, read in one of several ways: the words of [`Written::Ask`].
    Reading(usize),
    /// 不清楚
    Unclear,
}

/// Something to tap.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What it says.
    pub label: Label,
    /// Is it so.
    pub chosen: bool,
    /// What the tap does.
    pub action: Action,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// One of the choices (radios).
    One,
    /// Several of the members (checkboxes), then `All`, `None`, `Unclear`.
    Several,
    /// Rows: the asks of the rows follow one another; rows are added and taken away.
    Rows,
}

/// The field beside the bands.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// What stands in it.
    pub text: String,
    /// What its digits count; `None` where it is no sum of money.
    pub scale: Option<Scale>,
    /// What was understood.
    pub written: Written,
    /// May a refusal be told: the visitor has left the field.
    pub told: bool,
}

/// A question as it stands on a screen. Its text, help and unit stand in the dataset (`part.field.asked(dataset)`).
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// What is asked.
    pub part: Part,
    /// How it is answered.
    pub control: Control,
    /// Is it answered, 不清楚 included.
    pub answered: bool,
    /// What one tap says.
    pub choices: Vec<Choice>,
    /// Where a number or a day can be typed.
    pub typed: Option<Typed>,
    /// Rows, each with its asks; only of [`Control::Rows`].
    pub rows: Vec<Vec<Ask>>,
    /// May a row be added: what adds it.
    pub add: Option<Action>,
    /// How an estimate among the choices comes about, in words.
    pub derivation: Option<String>,
    /// Items that hang on it, those worth most first: why it is asked.
    pub items: Vec<u16>,
    /// Other answers with which this one cannot be, in the list's words.
    pub contradicts: Option<String>,
}

/// A part as it stands; `None` where the list has no such question.
pub fn ask(screener: &Screener, state: &State, part: Part) -> Option<Ask> {
    let dataset = screener.dataset();
    let question = part.field.asked(dataset)?;
    let mut ask = Ask {
        part,
        control: Control::One,
        answered: is_answered(state, dataset, part),
        choices: choices(dataset, state, part),
        typed: typed(dataset, state, part.field),
        rows: Vec::new(),
        add: None,
        derivation: None,
        items: hanging(screener, state, part),
        contradicts: None,
    };
    if part.field.row.is_none() {
        if let Some(of) = screener.estimate(&state.profile, part.field.question) {
            offer(&mut ask, state, &of);
        }
    }
    match &question.shape {
        Shape::Set(_) if part.members.count_ones() > 2 => ask.control = Control::Several,
        Shape::Group { max_rows, .. } => {
            ask.control = Control::Rows;
            let reckoned = state.reckoned.as_deref();
            let rows = reckoned.map(|of| fields(dataset, state, of, part.field.question)).unwrap_or_default();
            if rows.len() < usize::from(*max_rows) {
                ask.add = Some(Action::AddRow(part.field.question));
            }
            let row = |parts: &Vec<Part>| parts.iter().filter_map(|part| self::ask(screener, state, *part)).collect();
            ask.rows = rows.iter().map(row).collect();
        }
        Shape::YesNo | Shape::Choice(_) | Shape::Set(_) | Shape::Number { .. } | Shape::Date { .. } => {}
    }
    Some(ask)
}

/// One more band, before 不清楚: nothing until it is taken, and then an answer as any other.
fn offer(ask: &mut Ask, state: &State, of: &Estimated) {
    let (part, answer) = (ask.part, of.answer());
    let chosen = part.field.answer(&state.profile) == Some(&answer);
    let action = Action::Give(part, Some(answer));
    if ask.choices.iter().any(|choice| choice.action == action) {
        return;
    }
    let last = ask.choices.len().saturating_sub(1);
    ask.choices.insert(last, Choice { label: Label::Estimate(of.min, of.max), chosen, action });
    ask.derivation = Some(of.of.text.clone());
}

/// Items that hang on a part, those worth money first.
fn hanging(screener: &Screener, state: &State, part: Part) -> Vec<u16> {
    let Some(reckoned) = &state.reckoned else { return Vec::new() };
    let variables = variables_of(screener.dataset(), part);
    let mut items: Vec<(bool, u16)> = Vec::new();
    for (index, item) in (0_u16..).zip(&screener.dataset().visit.items) {
        let hangs = item.clauses.iter().any(|clause| {
            let result = reckoned.screening.clauses.get(usize::from(*clause));
            let open = result.is_some_and(|result| result.open.contains(&part.field.question));
            let needs = screener.depends(usize::from(*clause));
            open && needs.is_some_and(|needs| variables.iter().any(|variable| needs.contains(*variable)))
        });
        if hangs {
            items.push((item.worth.is_empty(), index));
        }
    }
    items.sort_unstable();
    items.into_iter().map(|(_, item)| item).collect()
}

fn choices(dataset: &Dataset, state: &State, part: Part) -> Vec<Choice> {
    let Some(question) = part.field.asked(dataset) else { return Vec::new() };
    let given = part.field.answer(&state.profile);
    let give = |label: Label, answer: Answer| Choice {
        label,
        chosen: given == Some(&answer),
        action: Action::Give(part, Some(answer)),
    };
    let mut all: Vec<Choice> = match &question.shape {
        Shape::YesNo => vec![give(Label::Yes, Answer::YesNo(true)), give(Label::No, Answer::YesNo(false))],
        Shape::Choice(values) => {
            (0_u8..).zip(values).map(|(value, _)| give(Label::Value(value), Answer::Choice(value))).collect()
        }
        Shape::Set(_) => members(state, part),
        Shape::Number { min, max, .. } => {
            let bands = dataset.bands(part.field.question, state.trade(dataset));
            let bands = if part.field.row.is_some() { quick(question) } else { bands };
            let band = |(low, high): (Decimal, Decimal)| {
                let one = low == high;
                let label = Label::Band((one || low > *min).then_some(low), (one || high < *max).then_some(high));
                give(label, Answer::between(low, high))
            };
            bands.into_iter().map(band).collect()
        }
        Shape::Date { min, max } => {
            let span = |(from, until): (Date, Date)| {
                let label = Label::Days((from > *min).then_some(from), (until < *max).then_some(until));
                give(label, Answer::between(from.0.into(), until.0.into()))
            };
            months(dataset, *min, *max).into_iter().map(span).collect()
        }
        Shape::Group { .. } => {
            let none = Answer::Rows(Vec::new());
            vec![give(Label::None, none)]
        }
    };
    all.push(Choice { label: Label::Unclear, chosen: is_unclear(state, dataset, part), action: Action::Unclear(part) });
    all
}

/// Of two members or fewer every combination in one tap; of more each on its own, all, and none.
fn members(state: &State, part: Part) -> Vec<Choice> {
    let (yes, no) = match part.field.answer(&state.profile) {
        Some(Answer::Set { yes, no }) => (yes & part.members, no & part.members),
        _ => (0, 0),
    };
    let only = |label: Label, mask: u32| Choice {
        label,
        chosen: yes == mask && no == part.members & !mask,
        action: Action::Give(part, Some(Answer::Set { yes: mask, no: part.members & !mask })),
    };
    let each = bits(part.members);
    let mut all: Vec<Choice> = Vec::new();
    if part.members.count_ones() > 2 {
        for bit in each {
            let member = u8::try_from(bit.trailing_zeros()).unwrap_or(u8::MAX);
            let chosen = yes & bit != 0;
            let action = Action::Tick(part, member, !chosen);
            all.push(Choice { label: Label::Member(member), chosen, action });
        }
        all.push(only(Label::All, part.members));
    } else {
        if part.members.count_ones() == 2 {
            all.push(only(Label::Only(part.members), part.members));
        }
        all.extend(each.map(|bit| only(Label::Only(bit), bit)));
    }
    all.push(only(Label::None, 0));
    all
}

fn quick(question: &Question) -> Vec<(Decimal, Decimal)> {
    match &question.shape {
        Shape::Number { quick, .. } => quick.clone(),
        Shape::YesNo | Shape::Choice(_) | Shape::Set(_) | Shape::Date { .. } | Shape::Group { .. } => Vec::new(),
    }
}

/// The months of the list's own year, with what lies before and after, as far as the question reaches.
fn months(dataset: &Dataset, min: Date, max: Date) -> Vec<(Date, Date)> {
    let Some(first) = list_date(dataset).and_then(|date| Date::new(date.civil().0, 1, 1)) else { return Vec::new() };
    let before = |date: Date| Date(date.0 - 1);
    let mut spans = vec![(min, before(first))];
    spans.extend((0..12).map(|month| (first.plus_months(month), before(first.plus_months(month + 1)))));
    spans.push((first.plus_months(12), max));
    let within = |(from, until): (Date, Date)| (from.max(min), until.min(max));
    spans.into_iter().map(within).filter(|(from, until)| from <= until).collect()
}

/// Was it answered with 不清楚; of a set as to every member that is not known.
fn is_unclear(state: &State, dataset: &Dataset, part: Part) -> bool {
    if part.members == 0 {
        return part.field.answer(&state.profile) == Some(&Answer::Unknown);
    }
    let unclear = state.unclear.get(part.field.question).copied().unwrap_or(0) & part.members;
    let whole = part.field.answer(&state.profile) == Some(&Answer::Unknown);
    whole || (unclear != 0 && is_answered(state, dataset, part))
}

fn typed(dataset: &Dataset, state: &State, field: Field) -> Option<Typed> {
    let question = field.asked(dataset)?;
    match &question.shape {
        Shape::Number { .. } | Shape::Date { .. } => {}
        Shape::YesNo | Shape::Choice(_) | Shape::Set(_) | Shape::Group { .. } => return None,
    }
    let usual = Scale::of(question);
    let draft = state.drafts.get(field);
    let scale = usual.map(|usual| draft.map_or(usual, |draft| draft.scale));
    let text = match draft {
        Some(draft) => draft.text.clone(),
        None => shown(question, field.answer(&state.profile), scale.unwrap_or_default()),
    };
    let year = state.reference_date().civil().0;
    let written = read(question, field, &text, scale.unwrap_or_default(), year);
    Some(Typed { text, scale, written, told: draft.is_some_and(|draft| draft.left) })
}
