//! The built app in a browser, driven by what is on screen: roles and names as the browser's own
//! accessibility tree has them.

mod browser;
mod control;
mod devtools;
mod driver;
mod ground;
mod kind;
mod marionette;
mod place;
mod process;
mod recorder;
mod webdriver;
mod websocket;

pub use browser::{Browser, Tab, until};
pub use control::{Control, keys};
pub use ground::Ground;
pub use kind::Kind;
pub use place::Place;
pub use recorder::Recorder;

/// The steps of the form, in order.
pub const STEPS: [&str; 8] = [
    "Cơ quan ban hành",
    "Tên kế hoạch",
    "Căn cứ",
    "Mục đích, yêu cầu",
    "Nội dung, nhiệm vụ",
    "Tổ chức thực hiện",
    "Nơi nhận, ký",
    "Kiểm tra, xuất",
];
