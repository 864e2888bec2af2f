//! Times one screening of a profile: `cargo run --release -p huiqi-core --features compile --example timing -- answers.json`.

use huiqi_core::compile::compile;
use huiqi_core::profile::{Input, Profile};
use huiqi_core::rules::Engine;
use huiqi_core::screening::Screener;
use std::time::Instant;

fn main() {
    let text = std::fs::read_to_string("policies.json").unwrap();
    let dataset = compile(&text).unwrap();
    let answers = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let input: Input = serde_json::from_str(&answers).unwrap();
    let (profile, _) = Profile::read(&dataset, &input);
    let screener = Screener::new(dataset);
    let date = "2020-05-15".parse().unwrap();
    let space = profile.space(screener.dataset());
    let start = Instant::now();
    for clause in 0..screener.dataset().clauses.len() {
        let t = Instant::now();
        screener.judge(space.clone(), clause, date);
        if t.elapsed().as_micros() > 2000 {
            println!("{} {:?}", screener.dataset().clauses[clause].id, t.elapsed());
        }
    }
    println!("judged {:?}", start.elapsed());
    if std::env::args().nth(2).is_some() {
        return;
    }
    let t = Instant::now();
    let s = screener.settle(space.clone(), date);
    println!("settled {:?} tight {}", t.elapsed(), s.totals[0].tight);
    let t = Instant::now();
    let s = screener.screen(&profile, date);
    println!("screened {:?} next {:?}", t.elapsed(), s.next_question.map(|q| &screener.dataset().questions[q].id));
    let _ = Engine::new(&screener.dataset().rules, space, 1);
}
