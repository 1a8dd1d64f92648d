// Which tab owns a draft, by the browser's locks. Who waits stands in the queue of the lock, and so follows an
// owner that closed or crashed. Who asks steals the lock: once the owner says that it has kept everything, or
// says nothing for a while.

const QUEUED = 100;
const UNANSWERED = 1000;

// What others wrote while this page stood still comes before any later answer of the browser.
const caughtUp = () => navigator.locks.query().catch(() => {});

/** Claims a draft by the lock of this name, if the browser has any; `told` hears whether it is this tab's. */
export function lock(name, told) {
  if (!navigator.locks) return;
  const channel = new BroadcastChannel(name);
  let mine, turn, asking;
  const tell = (now) => {
    if (mine !== now) told(mine = now);
  };
  const request = (steal) => {
    clearTimeout(asking);
    asking = 0;
    turn?.abort();
    const { signal } = turn = new AbortController();
    let held;
    navigator.locks.request(name, steal ? { steal } : { signal }, () => {
      if (signal.aborted) return;
      held = true;
      tell(true);
      return new Promise((release) => signal.addEventListener('abort', release));
    }).catch(async () => {
      await caughtUp();
      if (signal.aborted) return;
      tell(held ? false : null);
      if (held) request();
    });
  };
  channel.onmessage = async ({ data }) => {
    if (data === 'yours' && asking) request(true);
    if (data !== 'wish') return;
    await caughtUp();
    if (!mine) return;
    tell(false);
    channel.postMessage('yours');
  };
  request();
  setTimeout(() => mine === undefined && tell(false), QUEUED);
  return {
    wish() {
      clearTimeout(asking);
      asking = setTimeout(request, UNANSWERED, true);
      channel.postMessage('wish');
    },
    leave() {
      mine = false;
      clearTimeout(asking);
      turn.abort();
      channel.close();
    },
  };
}

// A page that the browser brings back from its memory is of another time.
addEventListener('pageshow', (event) => event.persisted && location.reload());
