export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until the app stands: it comes first. A build that fails never does. */
export async function stands() {
  for (let i = 0; i < 100 && document.getElementById('loading'); i++) await pause(200);
}
