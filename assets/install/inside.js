// The app opened from a message, inside another app: most of these save no file.
import { notice } from './notice.js';
import { stands } from './stands.js';

const SAID = 'ke-hoach-inside-notice';

// By what they call themselves; the last two are how Android and iOS show a page in any app.
const APPS = [
  [/Zalo/i, 'Zalo'],
  [/Messenger|Orca/i, 'Messenger'],
  [/FBA[NV]|FB_IAB/, 'Facebook'],
  [/Instagram/, 'Instagram'],
  [/musical_ly|Bytedance|TikTok/i, 'TikTok'],
  [/; wv\)/, 'ứng dụng khác'],
  [/(iPhone|iPad)(?!.*Safari)/, 'ứng dụng khác'],
];

const installed = navigator.standalone || matchMedia('(display-mode: standalone)').matches;
const app = installed ? undefined : APPS.find(([sign]) => sign.test(navigator.userAgent))?.[1];

/** Said at home before one begins, and once: what to do is at every file, too. */
async function warn() {
  await stands();
  if (location.hash || kept()) return;
  const words = `Bạn đang mở trang này trong ${app}, nơi không lưu được tệp. Trước khi soạn, hãy bấm dấu ba chấm ở góc màn hình rồi chọn “Mở bằng trình duyệt”.`;
  notice(words, ['Chép địa chỉ', '', copyAddress], ['Đã hiểu', 'quiet', keep]);
}

function kept() {
  try {
    return localStorage.getItem(SAID);
  } catch {
    // Nothing is kept here: it is said again.
  }
}

function keep() {
  try {
    localStorage.setItem(SAID, '1');
  } catch {
    // It is said again.
  }
}

function copyAddress(said) {
  const copied = () => (said.textContent = 'Đã chép địa chỉ: hãy dán vào Chrome, Safari hay Cốc Cốc.');
  const refused = () => (said.textContent = `Hãy mở địa chỉ này bằng trình duyệt: ${location.href}`);
  // Some have no clipboard, others do not let pages write to it.
  (navigator.clipboard?.writeText(location.href) ?? Promise.reject()).then(copied, refused);
  return true;
}

// Whoever gives files looks there, see src/app/platform/file.js.
if (app) {
  window.inside = app;
  warn();
}
