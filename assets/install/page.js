// What the app has where it is hosted, and not as one file: it runs without a network, takes a new build when the
// user says so, opens files of the system, and tells who cannot save any. It knows nothing of the app's programs,
// so that a build that fails can be replaced as well.
import './inside.js';
import './launched.js';
import { notice } from './notice.js';
import { pause, stands } from './stands.js';

const VERSION = document.querySelector('meta[name=version]').content;
const UNKEPT = 'Bản nháp chưa lưu được. Hãy bấm “Tải bản nháp” để giữ thành tệp, rồi cập nhật.';

const workers = navigator.serviceWorker;
const here = new URL('./', document.baseURI).href;

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
  // Whenever the app is opened, and never while one works. There may be no network, or one that comes and goes.
  for (let i = 0; i < 3; i++) {
    if (await registration.update().then(() => true, () => pause(1000))) break;
  }
}

let announced = false;

/** Says that there is a new build. Whoever does not want it now has it once all windows were closed. */
function announce() {
  if (announced) return;
  announced = true;
  const words = 'Có bản mới của ứng dụng; bản nháp được giữ nguyên.';
  notice(words, ['Cập nhật', '', take], ['Để sau', 'quiet', () => false]);
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

// Held as long as the page lives: the worker keeps its files as long.
navigator.locks?.request(`${here} ${VERSION}`, { mode: 'shared' }, () => new Promise(() => {})).catch(() => {});
// A private window may have none, or refuse it: the app is the same.
if (workers) keepOffline().catch(() => {});
