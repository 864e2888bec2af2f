//! Parameters: single figures, ranges, series and classifications.

use super::super::names::Meaning;
use super::super::tree::{Entry, Span};
use super::super::unit::Unit;
use super::fields::{self, Fields};
use super::policy::{unit_label, Units};
use super::{Context, Declared};
use crate::dataset::{Question, Shape};
use crate::rules::{Parameter, Series, Table, TableRow};
use rust_decimal::Decimal;

/// Classifications whose rows wait for the values of their choice question.
pub struct Tables {
    waiting: Vec<Waiting>,
}

struct Waiting {
    by: String,
    span: Span,
    /// Value of the choice, with bounds by measure.
    rows: Vec<(String, Span, TableRow)>,
    classes: Vec<String>,
}

/// Reads the parameters that are classifications.
pub fn tables(dataset: &Fields, context: &mut Context) -> Tables {
    let mut tables = Tables { waiting: Vec::new() };
    for entry in dataset.named("parameters", context.log) {
        let Some(fields) = Fields::new(&entry.value, "a parameter", context.log) else { continue };
        if let Some(waiting) = table(&fields, entry, tables.waiting.len(), context) {
            tables.waiting.push(waiting);
        }
    }
    tables
}

fn table(fields: &Fields, entry: &Entry, index: usize, context: &mut Context) -> Option<Waiting> {
    let table = Fields::new(fields.get("table")?, "a classification", context.log)?;
    sourced(fields, context);
    fields.text("name", context.log);
    fields.done(context.log);
    let measures: Vec<(String, Decimal)> = table
        .named("measures", context.log)
        .iter()
        .filter_map(|measure| {
            let unit = fields::text(&measure.value, &measure.key, context.log)?;
            Some((measure.key.clone(), if unit == "wan_yuan" { Decimal::from(10_000) } else { Decimal::ONE }))
        })
        .collect();
    let classes: Vec<(String, String)> = table
        .named("classes", context.log)
        .iter()
        .filter_map(|class| Some((class.key.clone(), fields::text(&class.value, &class.key, context.log)?)))
        .collect();
    let mut rows = Vec::new();
    for row in table.named("rows", context.log) {
        rows.push((row.key.clone(), row.key_span, table_row(row, &measures, classes.len(), context)?));
    }
    let by = table.text("by", context.log)?;
    table.done(context.log);
    let meaning = Meaning::Table {
        index: u16::try_from(index).ok()?,
        classes: classes.iter().map(|(id, _)| id.clone()).collect(),
        measures: measures.len(),
    };
    declare(entry, meaning, context);
    Some(Waiting { by, span: table.span, rows, classes: classes.into_iter().map(|(_, label)| label).collect() })
}

fn table_row(entry: &Entry, measures: &[(String, Decimal)], classes: usize, context: &mut Context) -> Option<TableRow> {
    let row = Fields::new(&entry.value, "a row", context.log)?;
    for given in row.entries().iter().filter(|given| !measures.iter().any(|(name, _)| *name == given.key)) {
        context.log.add(given.key_span, format!("unknown measure `{}`", given.key), "name it in `measures`");
    }
    let mut bounds = Vec::new();
    for (measure, scale) in measures {
        let Some(given) = row.entries().iter().find(|given| given.key == *measure) else {
            bounds.push(Vec::new());
            continue;
        };
        let numbers: Vec<Decimal> = fields::list(&given.value, measure, context.log)
            .iter()
            .filter_map(|number| fields::number(number, measure, context.log))
            .map(|number| number * scale)
            .collect();
        if numbers.len() + 1 != classes || numbers.windows(2).any(|pair| matches!(pair, [a, b] if a <= b)) {
            context.log.add(
                given.value.span,
                format!("the bounds of `{measure}` do not fall, or are too few"),
                "give one for each class but the last, falling",
            );
        }
        bounds.push(numbers);
    }
    Some(TableRow { bounds })
}

impl Tables {
    /// Puts the rows in the order of the choice's values.
    pub fn finish(&mut self, questions: &[Question], context: &mut Context) {
        for waiting in self.waiting.drain(..) {
            let values = questions.iter().find(|question| question.id == waiting.by).map(|question| &question.shape);
            let Some(Shape::Choice(values)) = values else {
                context.log.add(
                    waiting.span,
                    format!("`{}` is no choice question", waiting.by),
                    "classify by a choice",
                );
                continue;
            };
            let mut rows = Vec::new();
            for value in values {
                match waiting.rows.iter().find(|(id, ..)| *id == value.id) {
                    Some((.., row)) => rows.push(row.clone()),
                    None => context.log.add(
                        waiting.span,
                        format!("no row for `{}`", value.id),
                        "give every value of the choice a row",
                    ),
                }
            }
            for (id, span, _) in waiting.rows.iter().filter(|(id, ..)| !values.iter().any(|value| value.id == *id)) {
                context.log.add(
                    *span,
                    format!("`{id}` is no value of `{}`", waiting.by),
                    "take the row out, or add the value",
                );
            }
            context.rules.tables.push(Table { classes: waiting.classes, rows });
        }
    }
}

/// Reads the other parameters.
pub fn parameters(dataset: &Fields, units: &Units, context: &mut Context) {
    for entry in dataset.named("parameters", context.log) {
        let Some(fields) = Fields::new(&entry.value, "a parameter", context.log) else { continue };
        if fields.get("table").is_none() {
            match parameter(&fields, entry, units, context) {
                Some(()) => fields.done(context.log),
                None => context.names.spoil(&entry.key),
            }
        }
    }
}

fn parameter(fields: &Fields, entry: &Entry, units: &Units, context: &mut Context) -> Option<()> {
    sourced(fields, context);
    let name = fields.text("name", context.log)?;
    let unit_text = fields.text("unit", context.log)?;
    let percent = fields.flag("percent", false, context.log);
    fields.optional_text("note", context.log);
    let Some(unit) = Unit::parse(&unit_text) else {
        context.log.add(
            fields.place("unit"),
            format!("unknown unit `{unit_text}`"),
            "use yuan, person, m3, kwh, month, day, item, one, date or a quotient",
        );
        return None;
    };
    if ["value", "range", "series"].into_iter().filter(|key| fields.has(key)).count() > 1 {
        context.log.add(
            entry.key_span,
            format!("`{}` has two values", entry.key),
            "keep one of `value`, `range` and `series`",
        );
    }
    if let Some(tree) = fields.get("series") {
        let series = Fields::new(tree, "a series", context.log)?;
        return series_parameter(&series, entry, name, unit, context);
    }
    let (low, high) = match fields.get("range") {
        Some(tree) => match fields::list(tree, "range", context.log) {
            [low, high] => (fields::number(low, "range", context.log)?, fields::number(high, "range", context.log)?),
            _ => {
                context.log.add(tree.span, "a range has two numbers", "write [\"0.248\", \"0.25\"]");
                return None;
            }
        },
        None if unit == Unit::base("date") => {
            let day = fields::date(fields.need("value", context.log)?, "value", context.log)?;
            (day.0.into(), day.0.into())
        }
        None => {
            let value = fields.number("value", context.log)?;
            (value, value)
        }
    };
    if low > high {
        context.log.add(fields.place("range"), "the range falls", "write the lesser number first");
    }
    let index = u16::try_from(context.rules.parameters.len()).ok()?;
    let is_date = unit == Unit::base("date");
    context.rules.parameters.push(Parameter { name, unit: unit_label(&unit_text, units), percent, is_date, low, high });
    declare(entry, Meaning::Parameter { index, unit, low, high }, context);
    Some(())
}

fn series_parameter(series: &Fields, entry: &Entry, name: String, unit: Unit, context: &mut Context) -> Option<()> {
    let mut steps = Vec::new();
    for step in series.entries() {
        match step.key.parse::<crate::date::Date>() {
            Ok(day) => steps.push((day.0, fields::number(&step.value, &step.key, context.log)?)),
            Err(_) => {
                context.log.add(step.key_span, format!("`{}` is no day", step.key), "write it like \"2020-02-20\"")
            }
        }
    }
    if steps.is_empty() || steps.windows(2).any(|pair| matches!(pair, [a, b] if a.0 >= b.0)) {
        context.log.add(series.span, "the days of the series do not rise", "write them in the order of time");
        return None;
    }
    // A step that changes nothing would only be one more place to cut.
    steps.dedup_by(|next, last| next.1 == last.1);
    let least = steps.iter().map(|(_, value)| *value).min()?;
    let greatest = steps.iter().map(|(_, value)| *value).max()?;
    let index = u16::try_from(context.rules.series.len()).ok()?;
    context.rules.series.push(Series { name, steps });
    declare(entry, Meaning::Series { index, unit, least, greatest }, context);
    Some(())
}

fn declare(entry: &Entry, meaning: Meaning, context: &mut Context) {
    context.declared.push(Declared { what: "parameter", name: entry.key.clone(), span: entry.key_span });
    if !context.names.add(&entry.key, meaning) {
        context.log.add(
            entry.key_span,
            format!("`{}` is the name of two things", entry.key),
            "give one of them another name",
        );
    }
}

/// Every parameter says where it comes from and how far that was checked.
fn sourced(fields: &Fields, context: &mut Context) {
    fields.text("source", context.log);
    if fields.small("verified", context.log).is_some_and(|verified| verified > 2) {
        context.log.add(
            fields.place("verified"),
            "`verified` is 0, 1 or 2",
            "2: two independent sources, 1: one, 0: not checked",
        );
    }
}
