//! The way through the form without a mouse.

use crate::driving::{Browser, STEPS, keys};

pub fn every_step_is_reached_by_keyboard_alone(browser: &Browser) {
    let enter = keys::ENTER.to_string();
    browser.tab_to("button", "Soạn kế hoạch mới").press(&enter);
    browser.page().heading(STEPS[0]);
    for step in &STEPS[1..] {
        browser.tab_to("button", "Tiếp tục").press(&enter);
        browser.page().one("heading", step).expect_focus();
    }
    browser.tab_to("button", "Quay lại").press(&enter);
    browser.page().one("heading", STEPS[6]).expect_focus();
    // The fields of a step may have the name of another.
    browser.tab_to("button", STEPS[1]).press(&enter);
    browser.page().one("heading", STEPS[1]).expect_focus();
}
