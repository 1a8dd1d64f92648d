/** A quiet notice at the foot of the window, with buttons; gives back the place of its words. */
export function notice(words, ...buttons) {
  const [notice, said] = ['section', 'p'].map((tag) => document.createElement(tag));
  notice.className = 'notice update';
  notice.setAttribute('role', 'status');
  const made = buttons.map(([label, look, act]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `button ${look}`;
    button.textContent = label;
    button.onclick = () => act(said) || notice.remove();
    return button;
  });
  notice.append(said, ...made);
  document.body.append(notice);
  // Into a place that is there already: else it is not read out.
  said.textContent = words;
}
