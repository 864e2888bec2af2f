//! The same build on the kernels that old phones and 360 or QQ browsers still carry.

use crate::harness::old_chromium::{run, Step};

#[test]
fn opens_in_chromium_69_78_and_86() {
    for version in [69, 78, 86] {
        run(version, "", &[Step::Sees("h1", "看看您的企业能享受哪些政策")]);
    }
}
