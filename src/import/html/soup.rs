//! HTML that no browser has parsed: what it leaves out of XML is put in.

/// Elements that have no content, and no end in HTML.
const EMPTY: [&str; 11] =
    ["br", "hr", "img", "meta", "link", "input", "col", "wbr", "source", "area", "base"];

/// The page with its empty elements closed, and without declarations and what is no text.
/// Elements whose ends are left out stay open.
pub fn closed(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html;
    while let Some((text, behind)) = rest.split_once('<') {
        out.push_str(text);
        if let Some(comment) = behind.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, behind)| behind);
            continue;
        }
        let Some((tag, behind)) = behind.split_once('>') else { return out };
        rest = behind;
        if tag.starts_with(['!', '?']) {
            continue;
        }
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        if name == "script" && !tag.ends_with('/') {
            rest = behind.split_once("</script>").map_or("", |(_, behind)| behind);
            continue;
        }
        // The end of an empty element is as good as none.
        let ends = tag.strip_prefix('/').map(str::trim).map(str::to_ascii_lowercase);
        if ends.is_some_and(|name| EMPTY.contains(&name.as_str())) {
            continue;
        }
        let close = if EMPTY.contains(&name.as_str()) && !tag.ends_with('/') { "/" } else { "" };
        out.push_str(&format!("<{tag}{close}>"));
    }
    out + rest
}

/// The page in a web archive (`.mht`), as it was before it was packed; `None` where there is none.
pub fn unpacked(archive: &str) -> Option<String> {
    let (_, page) = archive.split_once("Content-Type: text/html")?;
    let end = |text: &str| text.find("\r\n\r\n").map(|at| (at, 4)).or_else(|| Some((text.find("\n\n")?, 2)));
    let (at, length) = end(page)?;
    let (head, body) = (&page[..at], &page[at + length..]);
    let body = body.split_once("\n--").map_or(body, |(body, _)| body);
    if head.to_ascii_lowercase().contains("quoted-printable") { quoted(body) } else { Some(body.to_owned()) }
}

/// The text of what is quoted-printable.
fn quoted(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = behind;
        match (first, behind) {
            (b'=', [b'\r', b'\n', behind @ ..] | [b'\n', behind @ ..]) => rest = behind,
            (b'=', [high, low, behind @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                let digit = |byte: u8| char::from(byte).to_digit(16).unwrap_or(0) as u8;
                bytes.push(digit(*high) * 16 + digit(*low));
                rest = behind;
            }
            _ => bytes.push(*first),
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_elements_are_closed_and_declarations_dropped() {
        let html = "<!DOCTYPE html><meta charset=utf-8><P class=x>a<br>b<BR/></br><![if x]><img src=\"x\"><script>1<2</script><!-- <br> -->";
        assert_eq!(closed(html), "<meta charset=utf-8/><P class=x>a<br/>b<BR/><img src=\"x\"/>");
    }

    #[test]
    fn the_page_of_an_archive_is_found_and_decoded() {
        let archive = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html;\r\n \
                       charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p class=3D\"x\">K=E1=BA=BF ho=\r\nạch</p>\r\n--x--";
        assert_eq!(unpacked(archive).unwrap().trim(), "<p class=\"x\">Kế hoạch</p>");
        assert_eq!(unpacked("MIME-Version: 1.0"), None);
    }
}
