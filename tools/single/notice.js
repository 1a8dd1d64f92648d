// Says once what whoever gets the app as one file would not think of: it is not in the file that drafts are kept.

const SAID = 'ke-hoach-one-file-notice';

const TEXT =
  'Bản nháp nằm trong trình duyệt này, không nằm trong tệp ứng dụng. Để giữ chắc hoặc mang sang máy khác, ' +
  'hãy mở bản nháp rồi bấm “Tải bản nháp” để lưu thành tệp.';

export function tell() {
  try {
    if (localStorage.getItem(SAID)) return;
  } catch {
    // Nothing is kept here, which the app itself says.
    return;
  }
  const [place, notice, text, close] = ['div', 'div', 'p', 'button'].map((tag) => document.createElement(tag));
  place.className = 'notices';
  place.setAttribute('role', 'status');
  notice.className = 'notice';
  text.textContent = TEXT;
  close.type = 'button';
  close.className = 'button';
  close.textContent = 'Đã hiểu';
  close.onclick = () => {
    place.remove();
    try {
      localStorage.setItem(SAID, '1');
    } catch {
      // It is said again.
    }
  };
  notice.append(text, close);
  place.append(notice);
  document.body.append(place);
}
