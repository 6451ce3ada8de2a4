// What is asked of the page beside the map.

/** Hands a text out as a file. */
export function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Scrolls an element into sight, no farther than it must. */
export function reveal(id) {
  document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
}

/** Whether a key pressed now would be typed somewhere, or belongs to a dialog. */
export function isTaken(target) {
  return target.closest?.('input, textarea, select, dialog, [contenteditable]') != null || document.querySelector('dialog[open]') != null;
}

/** The number of the option that an event is on, or −1. */
export function optionOf(target) {
  return Number(target.closest?.('[role=option]')?.dataset.number ?? -1);
}

/** Half of the smaller side of the map's free room, in pixels. */
export function room() {
  const { width, height } = document.getElementById('free').getBoundingClientRect();
  return Math.min(width, height) / 2;
}

/** Whether an element of this id holds the focus. */
export function holdsFocus(id) {
  return document.getElementById(id)?.contains(document.activeElement) === true;
}

/** Puts the focus on the first thing to press in an element. */
export function focusFirst(id) {
  document.querySelector(`#${id} :is(summary, button)`)?.focus();
}

/** The address of the page, with what it shows. */
export function address() {
  return location.href;
}
