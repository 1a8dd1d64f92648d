// The service worker: with it the app runs without a network after the first visit. The build writes the first
// lines, see tools/service-worker.mjs: VERSION, and FILES, each file of the build with its digest.

// The caches are of the whole origin, on which other apps may live. The name is a lock's as well, which each page
// of the build holds, see page.js.
const NAME = `${registration.scope} ${VERSION}`;

addEventListener('install', (event) => event.waitUntil(keep()));
addEventListener('activate', (event) => event.waitUntil(Promise.all([clients.claim(), tidy()])));
addEventListener('message', (event) => {
  // Only when the user says so: a page of the build before may be at work.
  if (event.data === 'take') skipWaiting();
  if (event.data === 'tidy') event.waitUntil(tidy());
});
addEventListener('fetch', (event) => {
  const { request } = event;
  const { href, pathname } = new URL(request.url);
  if (request.method !== 'GET' || !href.startsWith(registration.scope)) return;
  const place = pathname.slice(new URL(registration.scope).pathname.length);
  // What else lies on the host is not the app's.
  const page = request.mode === 'navigate';
  if (page && !['', 'index.html'].includes(place)) return;
  event.respondWith(answer(request, page ? registration.scope : href));
});

/** Keeps all files or none. A host that is just being filled has some of another build: their digests tell. */
async function keep() {
  const cache = await caches.open(NAME);
  try {
    await Promise.all(Object.entries(FILES).map(async ([file, integrity]) => {
      const found = await fetch(file, { integrity, cache: 'no-cache' });
      if (!found.ok) throw new Error(file);
      // What came by a detour may not answer for a page, but a copy of it may.
      await cache.put(file, found.redirected ? new Response(found.body, found) : found);
    }));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

/** A page of the build before asks for its own files, whose names no other build has. */
async function answer(request, file) {
  const alike = { ignoreSearch: true, ignoreVary: true };
  return (await caches.match(file, { ...alike, cacheName: NAME })) ?? (await caches.match(file, alike)) ?? fetch(request);
}

/** Forgets builds of which no page is left. */
async function tidy() {
  // The cache of the next build is not one to forget.
  if (registration.installing || registration.waiting) return;
  const needed = await inUse();
  const before = (await caches.keys()).filter((name) => name.startsWith(`${registration.scope} `) && name !== NAME);
  await Promise.all(before.filter((name) => !needed(name)).map((name) => caches.delete(name)));
}

async function inUse() {
  if (!navigator.locks) {
    const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
    return () => pages.length > 1;
  }
  const { held } = await navigator.locks.query();
  return (name) => held.some((lock) => lock.name === name);
}
