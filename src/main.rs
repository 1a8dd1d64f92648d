//! Mounts the app.

#[cfg(target_arch = "wasm32")]
fn main() {
    ke_hoach::app::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Ứng dụng chạy trong trình duyệt: gõ `make run` rồi mở địa chỉ được in ra.");
}
