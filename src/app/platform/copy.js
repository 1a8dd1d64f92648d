// The old way to copy: it works without a secure address, too, where the page is one file on a stick.
export function copyTable(html, text) {
  const copied = (event) => {
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('copy', copied, { capture: true, once: true });
  const done = document.execCommand('copy');
  window.removeEventListener('copy', copied, { capture: true });
  return done;
}
