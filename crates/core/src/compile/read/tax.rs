//! The joint tax effect.

use super::super::tree::Tree;
use super::fields::{self, Fields};
use super::Context;
use crate::dataset::{Question, Shape, TaxBrackets, TaxScheme};

pub fn tax(dataset: &Fields, questions: &[Question], context: &mut Context) -> Option<TaxScheme> {
    let fields = Fields::new(dataset.get("tax")?, "the tax scheme", context.log)?;
    let find = |key: &'static str, context: &mut Context| {
        let name = fields.text(key, context.log)?;
        context.names.get(&name);
        let found = questions.iter().find(|question| question.id == name);
        if found.is_none() {
            context.log.add(fields.place(key), format!("unknown question `{name}`"), "name a question");
        }
        found
    };
    let (class, year, income) = (find("class", context)?, find("year", context)?, find("income", context)?);
    let (Shape::Choice(classes), Shape::Choice(years)) = (&class.shape, &year.shape) else {
        context.log.add(fields.span, "`class` or `year` is no choice", "name choice questions");
        return None;
    };
    let table = Fields::new(fields.need("brackets", context.log)?, "the brackets", context.log)?;
    let mut brackets = Vec::new();
    for class in classes {
        let Some(row) = table.entries().iter().find(|entry| entry.key == class.id) else {
            context.log.add(table.span, format!("no brackets for `{}`", class.id), "give every class its brackets");
            continue;
        };
        let row = Fields::new(&row.value, "a class", context.log)?;
        let mut of_class = Vec::new();
        for year in years {
            match row.entries().iter().find(|entry| entry.key == year.id) {
                Some(entry) => of_class.extend(steps(&entry.value, context)),
                None => {
                    context.log.add(row.span, format!("no brackets for `{}`", year.id), "give every year its brackets")
                }
            }
        }
        brackets.push(of_class);
    }
    fields.done(context.log);
    Some(TaxScheme { class: class.variable, year: year.variable, income: income.variable, brackets })
}

fn steps(tree: &Tree, context: &mut Context) -> Option<TaxBrackets> {
    let fields = Fields::new(tree, "brackets", context.log)?;
    let mut steps = Vec::new();
    for step in fields.list("steps", context.log) {
        if let [upto, rate] = fields::list(step, "steps", context.log) {
            steps.push((fields::number(upto, "steps", context.log)?, fields::number(rate, "steps", context.log)?));
        }
    }
    let flat = fields.number("flat", context.log)?;
    fields.optional_text("source", context.log);
    fields.optional_number("verified", context.log);
    fields.done(context.log);
    Some(TaxBrackets { steps, flat })
}
