//! The dataset that the wasm embeds.

use huiqi_core::dataset::Dataset;
use huiqi_core::screening::Screener;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));

/// The embedded dataset, ready for screening.
#[expect(clippy::expect_used, reason = "the build wrote these bytes a moment ago, with the same types")]
pub fn screener() -> Screener {
    // INVARIANT: build.rs wrote the bytes with `Dataset::to_bytes` of this very crate.
    Screener::new(Dataset::from_bytes(BYTES).expect("the embedded dataset can be read"))
}
