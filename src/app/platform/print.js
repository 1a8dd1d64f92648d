// What the printer gets: pages of paper as the preview has them, and nothing of the app. See style/print.css.
import { show } from './pages.js';

let place;

/** Prints these pages. */
export function print(pages) {
  if (!window.print) return false;
  lay((place) => show(place, pages));
  window.print();
  return true;
}

/** Lays out what is printed, in place of all else. */
function lay(draw) {
  place?.remove();
  place = document.createElement('div');
  place.className = 'printed';
  draw(place);
  // Not every browser prints a page of its own shape: there the sheet is turned.
  const look = CSS.supports('page', 'wide') ? 'wide' : 'turned';
  for (const sheet of place.children) {
    const [width, height] = ['width', 'height'].map((side) => sheet.style.getPropertyValue(`--paper-${side}`));
    if (+width > +height) sheet.classList.add(look);
  }
  document.body.append(place);
}

// By the browser's own command: what the preview shows.
addEventListener('beforeprint', () => {
  const sheets = document.querySelectorAll('.desk > .preview > .sheet');
  if (!place && sheets.length) lay((place) => place.append(...[...sheets].map((sheet) => sheet.cloneNode(true))));
  document.documentElement.classList.toggle('prints', !!place);
});
addEventListener('afterprint', () => {
  place?.remove();
  place = undefined;
  document.documentElement.classList.remove('prints');
});
