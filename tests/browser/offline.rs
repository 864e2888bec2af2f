//! The real service worker in real browsers: the widget opens with its server gone, and a new release is taken whole, by
//! the visitor's choice, or not at all.

use crate::harness::{browse, Engine, Host, Page, Screen, Site};
use serde_json::{json, Value};
use std::future::Future;
use std::sync::{Arc, Mutex};

/// Opens a browser on a site of its own, which the job may change under it.
async fn on_a_site<Job, Doing>(engine: Engine, job: Job)
where
    Job: FnOnce(Page, Arc<Mutex<Site>>) -> Doing + 'static,
    Doing: Future<Output = ()> + 'static,
{
    let site = Site::of_dist();
    let address = site.address();
    let site = Arc::new(Mutex::new(site));
    browse(&address, engine, Screen::Phone, |page| job(page, site)).await;
}

fn change(site: &Arc<Mutex<Site>>, what: impl FnOnce(&mut Site)) {
    what(&mut site.lock().expect("one test alone"));
}

/// Is this the release that was published later.
const NEXT: &str = "return document.documentElement.dataset.next !== undefined";

/// Is it, now.
pub async fn is_next(page: &Page) -> bool {
    page.run(NEXT).await == true
}

/// Names of the caches that this page may see.
async fn caches(page: &Page) -> Vec<String> {
    let names = page.run_until_done("caches.keys().then(done)").await;
    serde_json::from_value(names).expect("names")
}

/// Waits until the release is kept and the worker answers.
pub async fn kept(page: &Page) {
    let active = "navigator.serviceWorker.getRegistration().then((r) => done(Boolean(r && r.active && r.active.state === 'activated')))";
    page.until("the worker to be active", || async { (page.run_until_done(active).await == true).then_some(()) }).await;
}

/// The widget draws its start, from whatever was kept.
async fn works(page: &Page) {
    page.started().await;
    page.sees("[data-screen='start'] h1", "").await;
    page.click("main [data-action='next']").await;
    page.sees("[data-screen='firm'] h1", "").await;
}

async fn opens_without_its_server(engine: Engine) {
    on_a_site(engine, |page, site| async move {
        page.open("").await;
        kept(&page).await;
        page.go_to("about:blank").await;
        change(&site, Site::stop);
        page.open("").await;
        works(&page).await;
        page.go("policies.html").await;
        page.sees("h1", "").await;
        page.keep("offline").await;
    })
    .await;
}

#[tokio::test]
async fn opens_without_its_server_in_chromium() {
    opens_without_its_server(Engine::Chromium).await;
}

#[tokio::test]
async fn opens_without_its_server_in_firefox() {
    opens_without_its_server(Engine::Firefox).await;
}

#[tokio::test]
async fn opens_without_its_server_in_webkit() {
    opens_without_its_server(Engine::WebKit).await;
}

/// The host's page comes from the network as ever; only the widget's own server is gone.
async fn opens_in_a_frame_without_its_server(engine: Engine) {
    let site = Site::of_dist();
    let host = Host::embedding(&site.address());
    let address = host.page("index.html");
    browse("", engine, Screen::Desktop, |page| async move {
        let mut site = site;
        page.go_to(&address).await;
        page.enter("iframe").await;
        page.started().await;
        kept(&page).await;
        page.leave().await;
        page.go_to("about:blank").await;
        site.stop();
        page.go_to(&address).await;
        page.enter("iframe").await;
        works(&page).await;
    })
    .await;
    drop(host);
}

#[tokio::test]
async fn opens_in_a_frame_without_its_server_in_chromium() {
    opens_in_a_frame_without_its_server(Engine::Chromium).await;
}

#[tokio::test]
async fn opens_in_a_frame_without_its_server_in_firefox() {
    opens_in_a_frame_without_its_server(Engine::Firefox).await;
}

#[tokio::test]
async fn opens_in_a_frame_without_its_server_in_webkit() {
    opens_in_a_frame_without_its_server(Engine::WebKit).await;
}

/// Visits once, so that the release as built is kept, and comes back with the worker answering.
pub async fn visited_before(page: &Page) {
    page.open("").await;
    kept(page).await;
    page.open("").await;
    assert_eq!(page.run("return Boolean(navigator.serviceWorker.controller)").await, true);
}

/// Waits until the browser has tried the worker that the server has now, and says what became of it.
async fn update(page: &Page) -> Value {
    page.run_until_done(
        "navigator.serviceWorker.getRegistration().then(async (r) => {
           const found = new Promise((resolve) => r.addEventListener('updatefound', () => resolve(r.installing), { once: true }));
           await r.update().catch(() => {});
           const worker = r.installing || await found;
           const settled = () => ['installed', 'activated', 'redundant'].includes(worker.state) && done(worker.state);
           worker.addEventListener('statechange', settled);
           settled();
         })",
    )
    .await
}

async fn a_new_release_is_the_visitors_choice(engine: Engine) {
    on_a_site(engine, |page, site| async move {
        visited_before(&page).await;
        let old = caches(&page).await;
        assert_eq!(old.len(), 1, "{old:?}");
        change(&site, |site| site.publish());
        page.go("").await;
        page.started().await;
        page.sees("#huiqi-update", "有新版本").await;
        page.keep("update").await;
        page.press("以后再说").await;
        page.holds("the note to go", "return !document.getElementById('huiqi-update')").await;
        page.open("").await;
        assert!(!is_next(&page).await, "the old version goes on");
        page.press("现在更新").await;
        page.holds("the new version", NEXT).await;
        page.started().await;
        page.until("the old cache to go", || async {
            let now = caches(&page).await;
            (now.len() == 1 && now != old).then_some(())
        })
        .await;
        change(&site, Site::stop);
        page.open("").await;
        assert!(is_next(&page).await);
    })
    .await;
}

#[tokio::test]
async fn a_new_release_is_the_visitors_choice_in_chromium() {
    a_new_release_is_the_visitors_choice(Engine::Chromium).await;
}

#[tokio::test]
async fn a_new_release_is_the_visitors_choice_in_firefox() {
    a_new_release_is_the_visitors_choice(Engine::Firefox).await;
}

#[tokio::test]
async fn a_new_release_is_the_visitors_choice_in_webkit() {
    a_new_release_is_the_visitors_choice(Engine::WebKit).await;
}

/// The release before goes on, with its server gone too, and nothing of the other is left.
async fn the_old_one_goes_on(page: &Page, site: &Arc<Mutex<Site>>, old: &[String]) {
    assert_eq!(update(page).await, "redundant");
    assert_eq!(caches(page).await, old);
    change(site, Site::stop);
    page.open("").await;
    assert!(!is_next(page).await);
    assert_eq!(page.run("return document.getElementById('huiqi-update')").await, Value::Null);
    works(page).await;
}

/// A new worker, but one of its files has not arrived, or is another's.
async fn half_a_release_is_not_taken(engine: Engine, spoil: fn(&Site)) {
    on_a_site(engine, move |page, site| async move {
        visited_before(&page).await;
        let old = caches(&page).await;
        change(&site, |site| site.publish_spoilt(spoil));
        the_old_one_goes_on(&page, &site, &old).await;
    })
    .await;
}

#[tokio::test]
async fn a_release_with_a_missing_file_is_not_taken() {
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        half_a_release_is_not_taken(engine, |site| site.lose("policies.html")).await;
    }
}

#[tokio::test]
async fn a_release_with_a_file_of_another_is_not_taken() {
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        half_a_release_is_not_taken(engine, |site| site.damage("index.html")).await;
    }
}

#[tokio::test]
async fn on_a_full_disk_the_old_one_goes_on() {
    on_a_site(Engine::Chromium, |page, site| async move {
        visited_before(&page).await;
        let old = caches(&page).await;
        let origin = site.lock().expect("one test alone").address();
        page.tell_chromium("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": 1000 })).await;
        change(&site, |site| site.publish());
        the_old_one_goes_on(&page, &site, &old).await;
    })
    .await;
}

/// On a first visit nothing is there to go on with, so the network does.
#[tokio::test]
async fn a_first_visit_that_cannot_be_kept_is_a_visit_all_the_same() {
    on_a_site(Engine::Chromium, |page, site| async move {
        change(&site, |site| site.lose("policies.html"));
        page.open("").await;
        works(&page).await;
        let registered = "navigator.serviceWorker.getRegistration().then((r) => done(Boolean(r)))";
        page.until("the worker to be given up", || async {
            (page.run_until_done(registered).await == false).then_some(())
        })
        .await;
        assert_eq!(caches(&page).await, Vec::<String>::new());
        page.open("").await;
        page.sees("[data-screen='firm'] h1", "").await;
    })
    .await;
}
