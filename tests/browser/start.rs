//! What stands there before the app does, and where it cannot run.

use serde_json::{Value, json};

use crate::driving::{Browser, until};

/// Loads the page again in a browser in which this was done first, and gives what the frame says then.
fn started_after(browser: &Browser, change: &str, says: &str) {
    let added = browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": change}));
    browser.reload();
    browser.page().text("status", |text| text.contains(says));
    browser.chromium("Page.removeScriptToEvaluateOnNewDocument", json!({"identifier": added["identifier"]}));
}

/// The properties that are animated.
fn animated(browser: &Browser) -> Value {
    let script = "return document.getAnimations().flatMap((it) => it.effect.getKeyframes())
        .flatMap(({ transform, opacity }) => [transform && 'transform', opacity && 'opacity'].filter(Boolean))
        .filter((name, at, all) => all.indexOf(name) === at)";
    browser.script(script, json!([]))
}

pub fn a_frame_with_a_mark_of_progress_stands_until_the_app_does(browser: &Browser) {
    let never = "WebAssembly.instantiateStreaming = () => new Promise(() => {})";
    started_after(browser, never, "Đang mở ứng dụng…");
    assert_eq!(animated(browser), json!(["transform"]));
    let still = json!({"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]});
    browser.chromium("Emulation.setEmulatedMedia", still);
    assert_eq!(animated(browser), json!(["opacity"]), "nothing moves for whoever wants that");
    browser.chromium("Emulation.setEmulatedMedia", json!({"features": []}));
    browser.reload();
    browser.page().heading("Kế hoạch của tôi");
}

pub fn a_browser_that_cannot_run_the_app_is_told_so(browser: &Browser) {
    for (change, says) in [
        ("delete window.WebAssembly", "Trình duyệt này quá cũ"),
        (
            "WebAssembly.validate = () => false; WebAssembly.instantiateStreaming = () => new Promise(() => {})",
            "Trình duyệt này quá cũ",
        ),
        (
            "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => Promise.reject(new Error())",
            "Chưa mở được ứng dụng",
        ),
    ] {
        started_after(browser, change, says);
        assert_eq!(animated(browser), json!([]), "{change}: nothing is waited for");
    }
    assert!(!browser.complaints().is_empty(), "whoever reports it finds why");
}

pub fn an_app_that_did_not_arrive_is_told_so_and_comes_with_the_network(browser: &Browser) {
    browser.chromium("Network.enable", json!({}));
    for part in ["*.wasm", "*/platform/journal.js"] {
        browser.chromium("Network.setBlockedURLs", json!({"urls": [part]}));
        browser.reload();
        browser.page().text("status", |text| text.contains("Chưa mở được ứng dụng. Hãy kiểm tra mạng"));
    }
    browser.complaints();
    browser.chromium("Network.setBlockedURLs", json!({"urls": []}));
    browser.reload();
    browser.page().heading("Kế hoạch của tôi");
}

pub fn without_scripts_a_sentence_stands_there(browser: &Browser) {
    browser.chromium("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    browser.reload();
    let script = "return document.body.innerText";
    let said = until(|| {
        browser
            .script(script, json!([]))
            .as_str()
            .filter(|said| said.contains("JavaScript"))
            .map(str::to_owned)
    });
    browser.chromium("Emulation.setScriptExecutionDisabled", json!({"value": false}));
    assert_eq!(
        said.as_deref(),
        Some(
            "Ứng dụng này cần JavaScript. Hãy bật JavaScript trong phần cài đặt của trình duyệt rồi tải lại trang."
        )
    );
}
