// What the app has where it is hosted, and not as one file: it runs without a network, takes a new build when the
// user says so, and opens files of the system. It knows nothing of the app's programs, so that a build that fails
// can be replaced as well.

const VERSION = document.querySelector('meta[name=version]').content;
const UNKEPT = 'Bản nháp chưa lưu được. Hãy bấm “Tải bản nháp” để giữ thành tệp, rồi cập nhật.';

const workers = navigator.serviceWorker;
const here = new URL('./', document.baseURI).href;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until the app stands: it comes first. A build that fails never does. */
async function stands() {
  for (let i = 0; i < 100 && document.getElementById('loading'); i++) await pause(200);
}

async function keepOffline() {
  // Another window may take the new one before this one hears of it.
  let { controller } = workers;
  workers.addEventListener('controllerchange', () => {
    if (controller) announce();
    controller = workers.controller;
  });
  await stands();
  await new Promise((idle) => (window.requestIdleCallback ?? setTimeout)(idle, { timeout: 2000 }));
  const registration = await workers.register('./service-worker.js', { updateViaCache: 'none' });
  const look = () => {
    // Without an active one this is the first: there is nothing to replace.
    if (registration.active && registration.waiting) announce();
  };
  const follow = () => {
    look();
    registration.installing?.addEventListener('statechange', look);
  };
  follow();
  registration.addEventListener('updatefound', follow);
  registration.active?.postMessage('tidy');
  // Whenever the app is opened, and never while one works. There may be no network.
  registration.update().catch(() => {});
}

let announced = false;

/** Says that there is a new build. Whoever does not want it now has it once all windows were closed. */
function announce() {
  if (announced) return;
  announced = true;
  const notice = document.createElement('section');
  notice.className = 'notice update';
  notice.setAttribute('role', 'status');
  const said = document.createElement('p');
  const button = (label, look, act) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `button ${look}`;
    button.textContent = label;
    button.onclick = act;
    return button;
  };
  notice.append(
    said,
    button('Cập nhật', '', () => take(said)),
    button('Để sau', 'quiet', () => notice.remove()),
  );
  document.body.append(notice);
  // Into a place that is there already: else it is not read out.
  said.textContent = 'Có bản mới của ứng dụng; bản nháp được giữ nguyên.';
}

/** Goes on in the new build. Other windows stay in theirs until they are loaded again. */
async function take(said) {
  document.activeElement?.blur();
  // The app keeps then what was typed.
  dispatchEvent(new Event('blur'));
  if (document.querySelector('.status.failed')) {
    said.textContent = UNKEPT;
    return;
  }
  const waiting = (await workers.getRegistration())?.waiting;
  // Another window may have taken it.
  if (waiting) {
    said.textContent = 'Đang cập nhật …';
    waiting.postMessage('take');
    // It first lets the one before finish what that does.
    for (let i = 0; i < 300 && waiting.state !== 'activated'; i++) await pause(100);
  }
  location.reload();
}

/** Opens what the system hands over as if it were dropped. */
async function openLaunched({ files }) {
  const [handle] = files;
  if (!handle) return;
  const transfer = new DataTransfer();
  transfer.items.add(await handle.getFile());
  await stands();
  dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
}

// Held as long as the page lives: the worker keeps its files as long.
navigator.locks?.request(`${here} ${VERSION}`, { mode: 'shared' }, () => new Promise(() => {})).catch(() => {});
window.launchQueue?.setConsumer(openLaunched);
// A private window may have none, or refuse it: the app is the same.
if (workers) keepOffline().catch(() => {});
