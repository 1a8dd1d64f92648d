// Files that the system hands to the installed app.
import { stands } from './stands.js';

/** Opens what the system hands over as if it were dropped. */
async function openLaunched({ files }) {
  const [handle] = files;
  if (!handle) return;
  const transfer = new DataTransfer();
  transfer.items.add(await handle.getFile());
  await stands();
  dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
}

window.launchQueue?.setConsumer(openLaunched);
