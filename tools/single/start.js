// Where the edition in one file begins: its one script is that of the page and of its workers.

import { compileWhatComes, first } from './parts.js';

if (typeof document !== 'undefined') open();
else if (name === 'compile') compileWhatComes();
else import('pages');

async function open() {
  // See whole.js.
  window.whole = true;
  const program = await import('first');
  await program.default({ module_or_path: await first() });
  const { tell } = await import('./notice.js');
  tell();
}
