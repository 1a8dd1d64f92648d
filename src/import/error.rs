//! Why a file could not be read.

use thiserror::Error;

use super::Kind;

/// Why a file could not be read: one sentence that says what is wrong and what to do.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ReadError {
    /// Nothing that this app knows.
    #[error(
        "Tệp không phải tệp Word (.docx): hãy mở tệp bằng Word, chọn “Lưu thành” (Save As) dạng .docx rồi đưa lại tệp mới."
    )]
    NotWord,
    /// A Word file from before 2007.
    #[error(
        "Tệp ở dạng Word cũ (.doc): hãy mở tệp bằng Word, chọn “Lưu thành” (Save As), lưu lại dạng .docx rồi đưa lại tệp mới."
    )]
    OldWord,
    /// Rich text.
    #[error(
        "Tệp ở dạng RTF: hãy mở tệp bằng Word, chọn “Lưu thành” (Save As), lưu lại dạng .docx rồi đưa lại tệp mới."
    )]
    RichText,
    /// A PDF.
    #[error(
        "Tệp là PDF: hãy mở tệp bằng Word rồi lưu lại dạng .docx, hoặc chép nội dung của tệp thành văn bản (.txt)."
    )]
    Pdf,
    /// Nothing at all.
    #[error("Tệp rỗng, không có nội dung: hãy tải lại tệp cho trọn vẹn, hoặc xin gửi lại tệp.")]
    Empty,
    /// A file of another kind.
    #[error("Tệp là {}: hãy {}.", .0.name(), .0.advice())]
    Other(Kind),
    /// A file behind a password.
    #[error(
        "Tệp Word có mật khẩu: hãy mở tệp bằng Word, bỏ mật khẩu ở “Tệp”, “Bảo vệ tài liệu”, lưu lại rồi đưa lại tệp."
    )]
    Encrypted,
    /// The package is not whole, or one of its parts is not.
    #[error(
        "Tệp Word bị hỏng ở phần “{part}”: hãy mở tệp bằng Word, lưu lại thành tệp mới, hoặc xin gửi lại tệp."
    )]
    Damaged {
        /// Name of the part in the package.
        part: String,
    },
    /// More than is read of any file.
    #[error("Tệp Word quá lớn: {what} (nhiều nhất {most}); hãy xóa bớt hình ảnh, lưu lại rồi đưa lại tệp.")]
    TooLarge {
        /// What there is too much of.
        what: String,
        /// The limit with its unit.
        most: &'static str,
    },
    /// Elements inside elements without end.
    #[error(
        "Tệp Word có phần “{part}” lồng nhau quá {most} lớp: hãy chép nội dung sang một tệp Word mới rồi đưa lại tệp đó."
    )]
    TooDeep {
        /// Name of the part in the package.
        part: String,
        /// The limit.
        most: usize,
    },
    /// A package of another program.
    #[error(
        "Tệp không có phần văn bản của Word: hãy mở tệp bằng đúng phần mềm đã tạo ra nó, lưu lại dạng .docx rồi đưa lại tệp mới."
    )]
    NoDocument,
    /// A Word file without a letter in it.
    #[error("Tệp không có chữ nào, có thể chỉ có ảnh chụp: hãy dùng bản đã gõ, hoặc gõ lại nội dung.")]
    NoText,
    /// Pasted text without a letter in it.
    #[error("Nội dung không có chữ nào, có thể chỉ có ảnh chụp: hãy chép phần chữ rồi dán lại.")]
    NothingThere,
    /// More pasted text than any plan has.
    #[error("Nội dung quá dài (nhiều nhất 1 MB chữ): hãy chép và dán từng phần.")]
    TooMuch,
    /// Pasted text whose structure cannot be read.
    #[error("Không đọc được cách trình bày của nội dung: hãy dán riêng phần chữ (Ctrl+Shift+V).")]
    Unparsed,
    /// A text file in the encoding of a font.
    #[error(
        "Tệp văn bản không dùng bảng mã UTF-8, UTF-16 hay Windows-1258: hãy chuyển nội dung sang Unicode (bằng UniKey chẳng hạn) rồi lưu lại dạng UTF-8."
    )]
    Encoding,
}
