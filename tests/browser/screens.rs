//! Pictures of every example on every size of screen, the modes side by side, for people to look at; and what a machine
//! can see of them: that nothing is wider than the screen.

use crate::examples::{dataset, Example, Mode, EXAMPLES};
use crate::harness::{visit, Engine, Page, Screen};
use serde_json::{json, Value};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// A size of the page, with how much of a long one is worth a picture.
struct Size {
    name: &'static str,
    width: u32,
    height: u32,
    longest: u32,
}

const NARROW: Size = Size { name: "320", width: 320, height: 640, longest: 3600 };
const PHONE: Size = Size { name: "360", width: 360, height: 760, longest: 3600 };
const LANDSCAPE: Size = Size { name: "landscape", width: 760, height: 360, longest: 1200 };
const TABLET: Size = Size { name: "tablet", width: 820, height: 1180, longest: 2400 };
const ZOOMED: Size = Size { name: "zoom-200", width: 640, height: 450, longest: 1800 };
const DESKTOP: Size = Size { name: "1440", width: 1440, height: 900, longest: 2400 };

/// What is set side by side.
const SHEETS: [(&str, &[(Size, Mode)]); 3] = [
    (
        "phone",
        &[
            (NARROW, Mode::Light),
            (PHONE, Mode::Light),
            (PHONE, Mode::Dark),
            (PHONE, Mode::Contrast),
            (PHONE, Mode::Large),
            (NARROW, Mode::Large),
        ],
    ),
    ("tablet", &[(TABLET, Mode::Light), (TABLET, Mode::LargeDark), (LANDSCAPE, Mode::Light), (ZOOMED, Mode::Contrast)]),
    ("desktop", &[(DESKTOP, Mode::Light), (DESKTOP, Mode::Dark)]),
];

const FOLDER: &str = "target/screens";

/// What the README shows: an example, the element at the top, and the file in `docs/pictures/`.
const README: [(&str, &str, &str); 3] = [
    ("firm-answered", "header", "questions.png"),
    ("outcome", "header", "outcome.png"),
    ("outcome-open", "[data-item]", "cards.png"),
];

async fn resize(page: &Page, size: &Size, height: u32) {
    let screen = json!({ "width": size.width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    page.tell_chromium("Emulation.setDeviceMetricsOverride", screen).await;
}

/// Whole pixels that script finds.
async fn pixels(page: &Page, script: &str) -> u32 {
    page.run(script).await.as_u64().and_then(|number| u32::try_from(number).ok()).unwrap_or_default()
}

/// Keeps a picture of a part of the page.
async fn picture(page: &Page, clip: Value, file: &str) {
    let asked = json!({ "format": "png", "clip": clip, "captureBeyondViewport": true });
    let shot = page.tell_chromium("Page.captureScreenshot", asked).await;
    let bytes = decoded(shot.get("data").and_then(Value::as_str).expect("a picture"));
    fs::write(Path::new(FOLDER).join(file), bytes).expect("target/ can be written");
}

/// Base64.
fn decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut kept, mut bits) = (0_u32, 0);
    for letter in text.bytes().filter(|letter| *letter != b'=') {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            _ => 63,
        };
        kept = (kept << 6) | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((kept >> bits) as u8);
            kept &= (1 << bits) - 1;
        }
    }
    bytes
}

/// Opens an example on a screen; gives the names of what reaches over its right edge.
async fn open(page: &Page, example: Example, size: &Size, mode: Mode) -> Vec<String> {
    resize(page, size, size.height).await;
    example.open(page, &dataset(), mode).await;
    let over = page
        .run(
            "const edge = document.documentElement.clientWidth;
            return Array.from(document.querySelectorAll('#huiqi-root *')).filter((element) => {
                const box = element.getBoundingClientRect();
                return box.width > 0 && box.right > edge + 1 && !element.closest('.unseen, svg');
            }).map((element) => element.outerHTML.slice(0, 90));",
        )
        .await;
    let over: Vec<String> = serde_json::from_value(over).expect("a list");
    let named = |element| format!("{} {} {mode:?}: {element}", example.name, size.name);
    over.into_iter().map(named).collect()
}

/// Everything as small PNGs, and `index.html` with all of them side by side.
async fn pictures(page: Page) {
    let wanted = std::env::var("SCREENS").unwrap_or_default();
    fs::create_dir_all(format!("{FOLDER}/sheets")).expect("target/ can be written");
    let calm = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    page.tell_chromium("Emulation.setEmulatedMedia", calm).await;
    page.tell_chromium("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    let mut over = Vec::new();
    let mut index = String::from("<!doctype html><meta charset=utf-8><style>body{font:14px sans-serif;background:#ddd}section{display:inline-flex;gap:12px;padding:8px;align-items:flex-start}figure{margin:0}</style>");
    let examples = EXAMPLES.into_iter().filter(|example| example.name.contains(&wanted));
    let mut sheets = Vec::new();
    for example in examples {
        for (sheet, screens) in SHEETS {
            let _ = write!(index, "<h2>{} {sheet}</h2><section>", example.name);
            for (size, mode) in screens {
                over.extend(open(&page, example, size, *mode).await);
                let length = pixels(&page, "return document.documentElement.scrollHeight").await;
                let height = length.clamp(size.height, size.longest);
                resize(&page, size, height).await;
                page.holds("the height", &format!("return innerHeight === {height}")).await;
                let file = format!("{}-{}-{mode:?}.png", example.name, size.name).to_lowercase();
                let whole = json!({ "x": 0, "y": 0, "width": size.width, "height": height, "scale": 1 });
                picture(&page, whole, &file).await;
                let _ = write!(index, "<figure><figcaption>{file}</figcaption><img src={file}></figure>");
            }
            index.push_str("</section>");
            sheets.push(format!("{}-{sheet}", example.name));
        }
    }
    fs::write(format!("{FOLDER}/index.html"), index).expect("target/ can be written");
    keep_for_readme(&page).await;
    keep_sheets(&page, &sheets).await;
    println!("{} sheets in {FOLDER}/index.html", sheets.len());
    assert_eq!(over, Vec::<String>::new(), "wider than the screen");
}

/// The pictures of the README, to be looked at and copied to `docs/pictures/`.
async fn keep_for_readme(page: &Page) {
    fs::create_dir_all(format!("{FOLDER}/readme")).expect("target/ can be written");
    for (name, top, file) in README {
        let example = EXAMPLES.into_iter().find(|example| example.name == name).expect("an example");
        open(page, example, &PHONE, Mode::Light).await;
        resize(page, &PHONE, PHONE.longest).await;
        page.holds("the height", &format!("return innerHeight === {}", PHONE.longest)).await;
        let place = format!("return Math.round(document.querySelector(\"{top}\").getBoundingClientRect().y + scrollY)");
        let top = pixels(page, &place).await;
        let clip = json!({ "x": 0, "y": top, "width": 360, "height": 800, "scale": 1 });
        picture(page, clip, &format!("readme/{file}")).await;
    }
}

/// Each sheet as one picture, a little smaller.
async fn keep_sheets(page: &Page, sheets: &[String]) {
    let here = std::env::current_dir().expect("a working directory");
    page.go_to(&format!("file://{}/{FOLDER}/index.html", here.display())).await;
    page.holds("all pictures", "return Array.from(document.images).every((image) => image.complete)").await;
    for (at, name) in sheets.iter().enumerate() {
        let script = format!(
            "const box = document.querySelectorAll('section')[{at}].getBoundingClientRect();
            return {{ x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height, scale: 0.75 }};"
        );
        let clip = page.run(&script).await;
        picture(page, clip, &format!("sheets/{name}.png")).await;
    }
}

#[tokio::test]
#[ignore = "minutes, and only for people to look at: scripts/screens"]
async fn every_example_as_a_picture() {
    visit(Engine::Chromium, Screen::Desktop, pictures).await;
}
