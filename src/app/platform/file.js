// Files that the user gets: by the share sheet on a phone that takes them, else as a download, else as text to be
// pasted elsewhere. Never by a dialog of where to save (showSaveFilePicker): one click is enough, the file lies
// where all downloads lie, and whoever wants to be asked has told the browser so.

/** What is touched and never pointed at: there files are hard to find again, and easily sent on. */
const PHONE = '(hover: none) and (pointer: coarse)';

/** Has the browser save a file; throws a sentence where that is known to come to nothing. */
export function download(name, type, bytes) {
  // Said by assets/install/inside.js. Such apps do not even say that they save nothing.
  const { inside } = window;
  if (inside) {
    throw `Không lưu được tệp khi mở trang trong ${inside}: hãy bấm dấu ba chấm ở góc màn hình rồi chọn “Mở bằng trình duyệt”.`;
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  // The browser takes the file over within the click; a while later the address is free to go.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** Gives a file, or else copies `draft`, the draft behind it; what to say, or, thrown, what went wrong. */
export async function give(name, type, bytes, draft) {
  const files = [new File([bytes], name, { type })];
  if (matchMedia(PHONE).matches && navigator.canShare?.({ files })) {
    try {
      await navigator.share({ files });
      return `Đã chuyển tệp ${name}.`;
    } catch (error) {
      // The user has changed his mind; anything else is no end.
      if (error.name === 'AbortError') return '';
    }
  }
  try {
    download(name, type, bytes);
  } catch (error) {
    const sentence = typeof error === 'string' ? error : 'Trình duyệt không cho tải tệp: hãy mở ứng dụng bằng trình duyệt khác.';
    if (!draft || !copied(draft)) throw sentence;
    throw `${sentence} Bản nháp đã được chép: ở đó hãy dán vào mục “Dán văn bản”.`;
  }
  return `Đã tải về tệp ${name}.`;
}

/** The old way to copy: it works where pages may not write to the clipboard. */
function copied(text) {
  const take = (event) => {
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('copy', take, { capture: true, once: true });
  const done = document.execCommand('copy');
  removeEventListener('copy', take, { capture: true });
  return done;
}
