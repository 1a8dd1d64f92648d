// Where the second program and the worker come from: files beside the page. The edition in one file has
// another of these, see tools/single/parts.js.

/** Where the annex is; the build writes it into the page. */
// Many a browser that failed to load a module from an address does not try that address again, but the
// same with another fragment.
export function address(failures) {
  const { href } = new URL(document.querySelector('meta[name=annex]').content, document.baseURI);
  return failures ? `${href}#${failures}` : href;
}

/** Starts the annex, in the page or in a worker. */
export async function start(address) {
  const annex = await import(address);
  await annex.default();
  return annex;
}

/** A worker that makes pages. */
export const worker = () => new Worker(new URL('pages.js', import.meta.url), { type: 'module' });
