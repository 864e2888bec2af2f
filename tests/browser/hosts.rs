//! The embedding line in pages as sites have them, row by row of `tests/hosts/table.mjs`, in three engines: the frame is as
//! wide as its place, as high as its content, and its events arrive.

use crate::harness::process::free_port;
use crate::harness::{browse, own_folder, Engine, Page, Screen, Server, HABITS};
use crate::table::{comes, rows, Table, ENGINES};
use serde::Deserialize;
use std::path::{Path, PathBuf};

const TABLE: &str = "tests/hosts/table.mjs";

/// The most that a frame may be higher than what is in it: heights are told in steps.
const SPARE: f64 = 130.0;

/// A page.
#[derive(Clone, Debug, Deserialize)]
struct Row {
    name: String,
    /// How many widgets stand in it.
    frames: usize,
    /// What finds the element whose whole width there is, and how much of it a frame has at least.
    full: String,
    share: f64,
    /// What finds the frame of the page in which all that is.
    within: Option<String>,
    /// The page is opened as a file.
    file: bool,
    /// The frame's title shows how embed.js was read.
    title: bool,
}

/// Servers of the pages and of the widget.
struct Sites {
    widget: Server,
    hosts: Server,
    folder: PathBuf,
}

impl Sites {
    fn start() -> Self {
        // Nothing says how embed.js is written: a page in another encoding reads it as its own.
        let widget = Server::of_script(HABITS, free_port(), &["--dir", "dist", "--habit", "no charset"]);
        let folder = own_folder("hosts");
        let place = folder.to_string_lossy().into_owned();
        let hosts = Server::of_script(TABLE, free_port(), &["--widget", widget.address(), "--folder", &place]);
        Self { widget, hosts, folder }
    }

    fn address(&self, row: &Row) -> String {
        if row.file {
            return format!("file://{}/{}.html", self.folder.display(), row.name);
        }
        format!("{}{}", self.hosts.address(), row.name.replace(' ', "%20").replace(',', "%2C"))
    }
}

impl Drop for Sites {
    fn drop(&mut self) {
        // A folder that stays is only a little space.
        let _removed = std::fs::remove_dir_all(Path::new(&self.folder));
    }
}

/// Into the frame of the page where the row's widgets are.
async fn go_within(page: &Page, row: &Row) {
    page.leave().await;
    if let Some(within) = &row.within {
        page.enter(within).await;
    }
}

/// As many as there should be, each of which has said that it is ready; one that is far down is brought into view.
async fn are_ready(page: &Page, row: &Row) -> Result<(), String> {
    let script = format!(
        "const all = widgets();
         const isReady = (frame) => heard.some(([kind, target]) => kind === 'ready' && target === frame);
         const waiting = all.find((frame) => !isReady(frame));
         if (waiting) waiting.scrollIntoView();
         return !pending && all.length === {} && !waiting
           ? true : `${{all.length}} widgets, heard: ${{heard.map(([kind, {{ dataset }}]) => kind + dataset.huiqi)}}`",
        row.frames
    );
    comes(page, &script).await
}

/// Each as wide as its place, not wider; and none that only looks so.
async fn are_wide(page: &Page, row: &Row) -> Result<(), String> {
    let script = format!(
        "const full = document.querySelector({:?}), style = getComputedStyle(full);
         const inner = full.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
         const shares = widgets().map((frame) => frame.getBoundingClientRect().width / inner);
         return shares.every((share) => share >= {} && share < 1.002) ? true : `share of ${{inner}} px: ${{shares}}`",
        row.full, row.share
    );
    comes(page, &script).await
}

/// Each as high as what is in it.
async fn are_high(page: &Page, row: &Row) -> Result<(), String> {
    for at in 0..row.frames {
        go_within(page, row).await;
        let found = page.browser().execute(format!("return widgets()[{at}]"), Vec::new()).await;
        let frame = found.and_then(|found| found.element()).map_err(|error| error.to_string())?;
        frame.enter_frame().await.map_err(|error| error.to_string())?;
        let script = format!(
            "const content = document.getElementById('huiqi-content').getBoundingClientRect().height;
             const spare = innerHeight - content;
             return spare > -1 && spare < {SPARE} ? true : `${{innerHeight}} px for ${{content}}`"
        );
        comes(page, &script).await?;
    }
    go_within(page, row).await;
    Ok(())
}

async fn is_titled(page: &Page, row: &Row) -> Result<(), String> {
    if !row.title {
        return Ok(());
    }
    comes(page, "return widgets()[0].title === '惠企政策匹配' ? true : widgets()[0].title").await
}

async fn holds(page: &Page, row: &Row, address: &str) -> Result<(), String> {
    page.browser().goto(address).await.map_err(|error| error.to_string())?;
    go_within(page, row).await;
    are_ready(page, row).await?;
    are_wide(page, row).await?;
    are_high(page, row).await?;
    is_titled(page, row).await
}

async fn column(engine: Engine, sites: &Sites, list: &[Row], table: &Table) {
    let work: Vec<(Row, String)> = list.iter().map(|row| (row.clone(), sites.address(row))).collect();
    let table = table.clone();
    browse("", engine, Screen::Desktop, move |page| async move {
        for (row, address) in work {
            let outcome = holds(&page, &row, &address).await;
            table.put(&row.name, engine, outcome);
            page.leave().await;
        }
    })
    .await;
}

#[tokio::test]
async fn every_host_shows_it_whole() {
    let sites = Sites::start();
    let list: Vec<Row> = rows(TABLE);
    let table = Table::default();
    let [one, two, three] = ENGINES.map(|engine| column(engine, &sites, &list, &table));
    tokio::join!(one, two, three);
    println!("{} pages around {}", list.len(), sites.widget.address());
    table.finish(&list.into_iter().map(|row| row.name).collect::<Vec<_>>(), ENGINES.len());
}
