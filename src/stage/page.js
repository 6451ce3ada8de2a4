// What the stage asks of the page: keys, copies, dialogs.

/** Opens a dialog of this id, with no other open. */
export function openDialog(id) {
  document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
  document.getElementById(id)?.showModal();
}

/** Calls `then` with whether a dialog is open, now and when that changes, whoever opens it: not every browser tells it by an event. */
export function onOpen(id, then) {
  const dialog = document.getElementById(id);
  if (!dialog) return;
  new MutationObserver(() => then(dialog.open)).observe(dialog, { attributes: true, attributeFilter: ['open'] });
  then(dialog.open);
}

/** Closes a dialog. */
export function closeDialog(id) {
  document.getElementById(id)?.close();
}

/** Calls `take` with each key that is not typed somewhere, and whether it is pressed on a button; the map does not see those it takes. */
export function onKeys(take) {
  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
    if (!take(event.key, event.target.closest?.('button, a, summary') != null)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });
}

/** Copies a field's text and calls `then` with whether that worked; where it did not, the text is selected for the reader's own keys. */
export async function copy(id, then) {
  const field = document.getElementById(id);
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    then(true);
  } catch {
    then(false);
  }
}

const ASKED = 'arctic-cable-map asked';

/** Asks another application of the page for something. */
export function ask(what) {
  window.dispatchEvent(new CustomEvent(ASKED, { detail: what }));
}

/** Calls `then` with what another application asks for. */
export function hear(then) {
  window.addEventListener(ASKED, (event) => then(event.detail));
}

/** Where the page is, without its state; nothing where no other page can hold it. */
export function site() {
  return location.protocol === 'file:' || location.origin === 'null' ? '' : location.href.split(/[?#]/)[0];
}

/** The link to what is shown now. */
export const here = () => location.href;

/** Whether the browser can hand a link on. */
export const canSend = () => typeof navigator.share === 'function';

/** Hands a link on; the reader may change their mind. */
export function send(title, url) {
  navigator.share({ title, url }).catch(() => {});
}

/** A text of JSON that people can read. */
export const pretty = (text) => `${JSON.stringify(JSON.parse(text), null, 2)}\n`;

/** Sets a frame's address; where only what follows the # differs, the map in it goes there without being loaded again. */
export function frame(id, address) {
  const place = document.getElementById(id);
  if (place && place.src !== address) place.src = address;
}
