//! What answers make certain of others, and which of them cannot all be so. How domains are narrowed belongs to `rules`.

use super::{Problem, Profile};
use crate::dataset::{Dataset, Shape};
use crate::rules::{Domain, Rules, VarId};

/// What answers say of a variable that was not answered, or not so closely.
#[derive(Clone, Debug, PartialEq)]
pub struct Implied {
    /// Index of the question.
    pub question: u16,
    /// The variable: the question's own, or that of a member.
    pub variable: VarId,
    /// What it may still be.
    pub domain: Domain,
    /// Index of the last implication that leads there, in [`Dataset::implications`].
    pub implication: u16,
    /// Questions whose answers lead there, ascending: none of them can be left out. Its own where a member of the same set
    /// does.
    pub because: Vec<u16>,
}

/// Answers that cannot all be so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Their questions, ascending: none of them can be left out.
    pub questions: Vec<u16>,
    /// Implications, in [`Dataset::implications`], that say so: none of them can be left out.
    pub implications: Vec<u16>,
}

impl Profile {
    /// Answers that implications do not let stand together; `None` where some completion agrees with all.
    pub fn conflict(&self, dataset: &Dataset) -> Option<Conflict> {
        if dataset.rules.links.is_empty() || self.answered(dataset).linked(&dataset.rules).is_ok() {
            return None;
        }
        let all: Vec<u16> = (0..).take(dataset.rules.links.len()).collect();
        let breaks = |profile: &Self| profile.answered(dataset).linked(&dataset.rules).is_err();
        let least = self.least(dataset, &all, breaks);
        let space = least.answered(dataset);
        let mut implications = all;
        let mut at = 0;
        while at < implications.len() {
            let mut without = implications.clone();
            without.remove(at);
            if space.clone().linked_by(&dataset.rules, &without).is_err() {
                implications = without;
            } else {
                at += 1;
            }
        }
        Some(Conflict { questions: least.questions(), implications })
    }

    /// Everything that the answers make certain of others, or narrow; nothing where they contradict each other.
    pub fn implied(&self, dataset: &Dataset) -> Vec<Implied> {
        let answered = self.answered(dataset);
        let Ok(space) = answered.clone().linked(&dataset.rules) else { return Vec::new() };
        let narrowed =
            (0..).zip(&dataset.rules.variables).filter(|(variable, _)| space.get(*variable) != answered.get(*variable));
        let of = |(variable, of): (VarId, &crate::rules::Variable)| {
            let domain = space.get(variable);
            let (least, implication) = self.reason(dataset, variable, domain)?;
            let mut because = least.questions();
            let is_set = |shape: &Shape| matches!(shape, Shape::Set(_));
            let within = dataset.questions.get(usize::from(of.question)).is_some_and(|own| is_set(&own.shape));
            because.retain(|question| within || *question != of.question);
            Some(Implied { question: of.question, variable, domain, implication, because })
        };
        narrowed.filter_map(of).collect()
    }

    /// Answers that lead to a domain, and the last implication on the way.
    fn reason(&self, dataset: &Dataset, variable: VarId, domain: Domain) -> Option<(Self, u16)> {
        let rules = &dataset.rules;
        let links = around(rules, variable);
        let leads = |profile: &Self| {
            let space = profile.answered(dataset).linked_by(rules, &links);
            space.is_ok_and(|space| space.get(variable) == domain)
        };
        let least = self.least(dataset, &links, leads);
        // The link that says so by itself, all else being known.
        let full = rules.variables.get(usize::from(variable)).map(|of| Domain::full(&of.kind))?;
        let mut known = least.answered(dataset).linked_by(rules, &links).ok()?;
        known.set(variable, full);
        let reads = |link: &u16| rules.links.get(usize::from(*link)).is_some_and(|link| link.reads.contains(&variable));
        let says = |link: &u16| {
            let space = known.clone().linked_by(rules, &[*link]);
            reads(link) && space.is_ok_and(|space| space.get(variable) == domain)
        };
        let last = links.iter().copied().find(says).or_else(|| links.iter().copied().find(reads))?;
        Some((least, last))
    }

    /// Those answers to what the links read without which `so` is not so.
    fn least(&self, dataset: &Dataset, links: &[u16], so: impl Fn(&Self) -> bool) -> Self {
        let mut least = self.clone();
        let read = |question: u16| {
            let links = links.iter().filter_map(|link| dataset.rules.links.get(usize::from(*link)));
            let mut variables = links.flat_map(|link| &link.reads);
            variables
                .any(|read| dataset.rules.variables.get(usize::from(*read)).is_some_and(|of| of.question == question))
        };
        for question in self.questions() {
            let mut without = least.clone();
            without.set(usize::from(question), None);
            if !read(question) || so(&without) {
                least = without;
            }
        }
        least
    }

    /// Questions that are answered, ascending.
    fn questions(&self) -> Vec<u16> {
        (0..).zip(&self.answers).filter(|(_, answer)| answer.is_some()).map(|(question, _)| question).collect()
    }
}

/// The links that lead to a variable, directly or through others.
fn around(rules: &Rules, variable: VarId) -> Vec<u16> {
    let mut reached = vec![variable];
    let mut links: Vec<u16> = Vec::new();
    loop {
        let next = (0..)
            .zip(&rules.links)
            .find(|(index, link)| !links.contains(index) && link.reads.iter().any(|read| reached.contains(read)));
        let Some((index, link)) = next else { break };
        links.push(index);
        reached.extend(&link.reads);
    }
    links.sort_unstable();
    links
}

impl Conflict {
    /// The problem in words, told at the last of the questions.
    pub fn problem(&self, dataset: &Dataset) -> Problem {
        let name = |question: &u16| dataset.questions.get(usize::from(*question)).map(|question| question.id.as_str());
        let names: Vec<&str> = self.questions.iter().filter_map(name).collect();
        let (last, others) = names.split_last().unwrap_or((&"", &[]));
        let text = |index: &u16| dataset.implications.get(usize::from(*index)).map(|known| known.text.as_str());
        let texts: Vec<&str> = self.implications.iter().filter_map(text).collect();
        let with: Vec<String> = others.iter().map(|name| format!("`{name}`")).collect();
        let with = if with.is_empty() {
            "这个回答前后".to_owned()
        } else {
            format!("这个回答和 {} 的回答", with.join("、"))
        };
        let problem = format!("{with}对不上：{}。", texts.join("；"));
        Problem::new(last, problem, "请核对这几个回答，改正其中一个。")
    }
}
