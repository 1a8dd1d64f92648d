//! Why a draft cannot be read, each in one sentence for the user: what, where, what to do.

use thiserror::Error;

/// Why a draft cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DraftError {
    /// There is nothing in the file.
    #[error("Tệp không có nội dung: hãy chọn tệp khác hoặc xin lại tệp từ người gửi.")]
    Empty,
    /// The file is something else.
    #[error(
        "Tệp này không phải bản nháp kế hoạch: hãy chọn tệp có đuôi .kehoach.json do ứng dụng này tạo ra."
    )]
    NotADraft,
    /// A draft it was, but it cannot be read whole. Holds where.
    #[error("Tệp bản nháp bị hỏng ({0}): hãy xin lại tệp từ người gửi hoặc mở một bản sao khác.")]
    Damaged(String),
    /// Written by a later version of the app.
    #[error(
        "Bản nháp được tạo bằng phiên bản mới hơn của ứng dụng (định dạng {format}): hãy tải lại trang để dùng \
         phiên bản mới rồi mở lại; bản nháp vẫn được giữ nguyên."
    )]
    Newer {
        /// The format number it says.
        format: u64,
    },
    /// Larger than is read.
    #[error("Tệp lớn {megabytes} MB, vượt giới hạn 5 MB của một bản nháp: hãy kiểm tra lại tệp đã chọn.")]
    TooLarge {
        /// Its size in whole MB.
        megabytes: usize,
    },
}
