// The presentation: the whole screen, the pointer, and the notes in a window of their own.

const root = document.documentElement;
let began;
let isHeard = false;
let notes;
let clock;
let said = {};

const elapsed = () => {
  const seconds = Math.floor((Date.now() - began) / 1000);
  return [Math.floor(seconds / 60), seconds % 60].map((n) => String(n).padStart(2, '0')).join(':');
};

/** Begins: the whole screen, where the browser gives it; `ended` is called when the reader leaves that. */
export function begin(ended) {
  began = Date.now();
  // Browsers give the whole screen to a hand or a key only, and complain of scripts.
  if (navigator.userActivation?.isActive !== false) root.requestFullscreen?.().catch(() => {});
  if (isHeard) return;
  isHeard = true;
  document.addEventListener('fullscreenchange', () => { if (!document.fullscreenElement && began) ended(); });
}

/** Ends: the window of the notes goes too. */
export function finish() {
  began = undefined;
  clearInterval(clock);
  notes?.close();
  notes = undefined;
  delete root.dataset.pointer;
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
}

function element(tag, id, text) {
  const made = notes.document.createElement(tag);
  made.id = id;
  made.textContent = text ?? '';
  return made;
}

function tick() {
  if (!notes || notes.closed) return clearInterval(clock);
  notes.document.getElementById('clock').textContent = elapsed();
}

function fill() {
  if (!notes || notes.closed) return;
  const { document: page } = notes;
  page.title = said.title;
  page.documentElement.lang = said.lang;
  page.body.replaceChildren(...['step', 'clock', 'title', 'notes', 'question', 'following'].map((id) => element(id === 'title' ? 'h1' : 'p', id, said[id])));
  tick();
}

/** What the notes say now: texts by name. */
export function tell(texts) {
  said = texts;
  fill();
}

/** Opens the window of the notes, or shows it again; answers whether there is one. Keys pressed in it are those of the page. */
export function openNotes(key) {
  if (notes && !notes.closed) {
    notes.focus();
    return true;
  }
  notes = window.open('', 'arctic-cable-map-notes', 'popup,width=860,height=620');
  if (!notes) return false;
  for (const sheet of document.querySelectorAll('link[rel=stylesheet]')) {
    notes.document.head.append(Object.assign(notes.document.createElement('link'), { rel: 'stylesheet', href: sheet.href }));
  }
  notes.document.documentElement.dataset.theme = 'dark';
  notes.document.body.className = 'speaker';
  notes.document.addEventListener('keydown', (event) => { if (key(event.key)) event.preventDefault(); });
  fill();
  clock = setInterval(tick, 1000);
  return true;
}

/** Shows a dot where the pointer is, or no longer. */
export function point() {
  const dot = document.getElementById('dot');
  if (root.dataset.pointer) {
    delete root.dataset.pointer;
    return;
  }
  root.dataset.pointer = 'dot';
  if (dot.dataset.follows) return;
  dot.dataset.follows = 'yes';
  window.addEventListener('pointermove', ({ clientX, clientY }) => { dot.style.translate = `${clientX}px ${clientY}px`; });
}
