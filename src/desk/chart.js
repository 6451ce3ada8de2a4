// Drawings in panels: shapes put into an SVG element, and where a pointer is on it.

const NS = 'http://www.w3.org/2000/svg';

function shape(tag, attributes, text) {
  const element = document.createElementNS(NS, tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.textContent = text ?? '';
  return element;
}

/** Draws shapes, `[class, path]` or `[class, x, y, text]`, into the element of an id, with a mark that moves. */
export function draw(id, width, height, shapes) {
  const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  for (const [name, ...rest] of shapes) {
    svg.append(rest.length === 1 ? shape('path', { class: name, d: rest[0] })
      : shape('text', { class: name, x: rest[0], y: rest[1] }, rest[2]));
  }
  svg.append(shape('path', { class: 'rule' }), shape('circle', { class: 'mark', r: 0 }));
  document.getElementById(id)?.replaceChildren(svg);
}

/** Puts the mark to a place, with a line from there down to `bottom`; none takes it away. */
export function mark(id, x, y, bottom) {
  const host = document.getElementById(id);
  host?.querySelector('.rule')?.setAttribute('d', x === undefined ? '' : `M${x} ${y}V${bottom}`);
  for (const [name, value] of [['cx', x ?? 0], ['cy', y ?? 0], ['r', x === undefined ? 0 : 4]]) {
    host?.querySelector('.mark')?.setAttribute(name, value);
  }
}

/** Calls `over` with the share of its width at which a pointer is over the element of an id, and `out` when it leaves. */
export function follow(id, over, out) {
  const host = document.getElementById(id);
  host?.addEventListener('pointermove', (event) => {
    const box = host.getBoundingClientRect();
    over((event.clientX - box.left) / box.width);
  });
  host?.addEventListener('focus', () => {
    // Firefox leaves what comes into focus half out of sight where half of it is to be seen. Under a pointer nothing may move.
    if (host.matches(':focus-visible')) host.scrollIntoView({ block: 'nearest' });
    over(host.value / host.max);
  });
  // A finger leaves whenever it is lifted: what it has pointed at is to be read then.
  host?.addEventListener('pointerleave', (event) => event.pointerType === 'touch' || out());
  host?.addEventListener('focusout', () => out());
}

/** Scrolls a list, and nothing around it, to an entry of it. */
export function reveal(list, entry) {
  const [host, item] = [list, entry].map((id) => document.getElementById(id));
  if (!host || !item) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  host.scrollTo({ left: item.offsetLeft - host.offsetLeft - 8, behavior });
}

/** Whether the reader wants things to keep still. */
export function isStill() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
