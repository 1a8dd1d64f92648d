// A second copy of each draft as it is kept, in IndexedDB: browsers write localStorage to the disk some
// seconds later, up to a minute, and a crash of the browser or the machine costs all of that. And what
// becomes of the page when the program itself fails.

/** What this page kept, by draft: put back by the next start if the disk never got it. */
const kept = new Map();
let base = null;
let persisted = false;
let leaving = false;

// Begun while the program is still being compiled.
const opened = new Promise((done) => {
  setTimeout(done, 3000);
  try {
    const request = indexedDB.open('ke-hoach', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('journal');
    request.onsuccess = () => {
      base = request.result;
      // Another tab with a newer version of the app wants it otherwise.
      base.onversionchange = () => base.close();
      done();
    };
    request.onerror = done;
  } catch {
    done();
  }
});

function journal(work) {
  try {
    const transaction = base.transaction('journal', 'readwrite', { durability: 'strict' });
    work(transaction.objectStore('journal'));
    transaction.commit?.();
  } catch {
    // There is none, or it was closed: localStorage is what there is.
  }
}

export function note(id, text) {
  if (kept.has(id) && !persisted) {
    persisted = true;
    navigator.storage?.persist?.().catch(() => {});
  }
  // The last one stands last.
  kept.delete(id);
  kept.set(id, text);
  // In a task of its own: whoever types need not wait for both copies at once. A page that is left has none.
  if (leaving) return put(id, text);
  setTimeout(() => {
    if (kept.get(id) === text) put(id, text);
  });
}

function put(id, text) {
  journal((store) => store.put({ text, at: Date.now(), closed: leaving }, id));
}

export function forget(id) {
  kept.delete(id);
  journal((store) => store.delete(id));
}

/** The entries: [text, closed, id, text, closed, id, …]. */
export async function entries() {
  await opened;
  return new Promise((done) => {
    const found = [];
    setTimeout(() => done(found), 5000);
    try {
      const cursor = base.transaction('journal').objectStore('journal').openCursor();
      cursor.onerror = () => done(found);
      cursor.onsuccess = () => {
        const entry = cursor.result;
        if (!entry) return done(found);
        found.push(String(entry.value.text), !!entry.value.closed, String(entry.key));
        entry.continue();
      };
    } catch {
      done(found);
    }
  });
}

/** Forgets an entry that is no longer needed: the disk has had ten minutes. */
export function outdated(id) {
  journal((store) => {
    const request = store.get(id);
    request.onsuccess = () => {
      if (Math.abs(Date.now() - request.result?.at) > 600000) journal((store) => store.delete(id));
    };
  });
}

// Left in good order: a draft that is not in localStorage then was taken away there, not lost.
addEventListener('pagehide', () => {
  leaving = true;
  kept.forEach((text, id) => put(id, text));
});
addEventListener('pageshow', () => {
  leaving = false;
});

// Another tab keeps the draft now: what this one has of it is old.
// Not at once: for this event the browser reads the whole storage, and the program is waiting to be compiled.
setTimeout(() => {
  addEventListener('storage', ({ key }) => kept.delete(key?.match('^ke-hoach/draft/(.*)/')?.[1]));
});

let failed = false;

const FAILED = `
<main class="home failed">
  <h1 tabindex="-1">Ứng dụng gặp lỗi và đã dừng lại</h1>
  <p>Những gì đã lưu vẫn còn trong trình duyệt. Hãy tải bản nháp về để giữ thêm một bản, rồi mở lại ứng dụng để soạn tiếp.</p>
  <p class="actions">
    <a class="button primary" download="ban-nhap.kehoach.json">Tải bản nháp</a>
    <button type="button" class="button">Mở lại ứng dụng</button>
  </p>
  <div class="field">
    <label for="unsaved">Chữ trong ô đang soạn, có thể chưa lưu: hãy chép lại</label>
    <textarea id="unsaved" rows="4" readonly></textarea>
  </div>
</main>`;

/** Shows what can be done when the program has failed. Nothing of it runs any more. */
export function fail() {
  if (failed) return;
  failed = true;
  const typed = document.activeElement?.value?.trim();
  const last = [...kept.values()].pop();
  document.body.innerHTML = FAILED;
  const [link, field] = ['a', '.field'].map((name) => document.querySelector(name));
  if (last) link.href = URL.createObjectURL(new Blob([last], { type: 'application/json' }));
  else link.remove();
  // As it stands in the draft's JSON.
  if (typed && !last?.includes(JSON.stringify(typed).slice(1, -1))) field.querySelector('textarea').value = typed;
  else field.remove();
  document.querySelector('button').onclick = () => location.reload();
  document.querySelector('h1').focus();
}

// A program that ran out of memory or stack says nothing itself.
const trapped = (error) => error instanceof WebAssembly.RuntimeError && fail();
addEventListener('error', (event) => trapped(event.error));
addEventListener('unhandledrejection', (event) => trapped(event.reason));
