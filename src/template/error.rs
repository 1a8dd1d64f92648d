//! Why a template cannot be read, each in one sentence for the user: what, where, what to do.

use thiserror::Error;

/// Why a template cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TemplateError {
    /// The file is something else.
    #[error("Tệp này không phải mẫu kế hoạch: hãy chọn tệp có đuôi .kehoach-mau.json.")]
    NotATemplate,
    /// A template it was, but it cannot be read whole. Holds where.
    #[error("Tệp mẫu bị hỏng hoặc viết chưa đúng ({0}): hãy báo người làm mẫu sửa lại hoặc xin tệp khác.")]
    Damaged(String),
    /// Written for a later version of the app.
    #[error(
        "Mẫu được tạo bằng phiên bản mới hơn của ứng dụng (định dạng {format}): hãy tải lại trang để dùng phiên bản \
         mới rồi mở lại."
    )]
    Newer {
        /// The format number it says.
        format: u64,
    },
    /// Larger than is read.
    #[error("Tệp lớn {megabytes} MB, vượt giới hạn 5 MB của một mẫu: hãy kiểm tra lại tệp đã chọn.")]
    TooLarge {
        /// Its size in whole MB.
        megabytes: usize,
    },
}
