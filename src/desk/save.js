// The dialog "Save or print": reads its form, and asks `window.cableMap` for what it says.

const dialog = () => document.getElementById('save');
const part = (name) => dialog().querySelector(name);

/** Says what has been done, or what kept it from being done. */
function say(name, reason = '') {
  part('#save-said').textContent = name ? part('.save').dataset[name].replace('{reason}', reason) : '';
}

/** What the form says, as `exportSvg` and `exportPng` take it. */
function wish() {
  const { sheet, theme, title, legend } = part('form').elements;
  return { sheet: sheet.value, theme: theme.value, title: title.checked, legend: legend.checked };
}

/** Does something that takes a while, and says so; what fails is said too. */
async function work(does) {
  say('working');
  try {
    await does();
    say('');
  } catch (error) {
    say('failed', error?.message ?? String(error));
  }
}

const svgBlob = async () => new Blob([await window.cableMap.exportSvg(wish())], { type: 'image/svg+xml' });

let wanted = 0;
let shown;

/** Shows the picture that the form asks for now; one that is asked for meanwhile takes its place. */
async function preview() {
  const { elements } = part('form'), mine = (wanted += 1);
  part('.width').hidden = elements.file.value !== 'png';
  await work(async () => {
    const picture = await svgBlob();
    if (mine !== wanted) return;
    URL.revokeObjectURL(shown);
    shown = URL.createObjectURL(picture);
    await Object.assign(part('#save-preview'), { src: shown }).decode();
  });
}

function save(blob, name) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const NAME = 'arctic-cable-map';

function download() {
  const { file, width } = part('form').elements;
  return work(async () => {
    const picture = file.value === 'svg' ? await svgBlob() : await window.cableMap.exportPng({ ...wish(), width: width.value });
    save(picture, `${NAME}.${file.value}`);
  });
}

/** Prints the sheet alone: the style sheet hides everything else and gives the page its size. */
function print() {
  return work(async () => {
    const page = Object.assign(document.createElement('div'), { className: 'print' });
    const image = Object.assign(new Image(), { src: URL.createObjectURL(await svgBlob()), alt: '' });
    page.dataset.sheet = part('form').elements.sheet.value;
    page.append(image);
    await image.decode();
    document.body.append(page);
    window.addEventListener('afterprint', () => { page.remove(); URL.revokeObjectURL(image.src); }, { once: true });
    window.print();
  });
}

const TYPES = { geojson: 'application/geo+json', csv: 'text/csv' };

const data = (format) => work(async () => save(new Blob([await window.cableMap.data(format)], { type: TYPES[format] }), `${NAME}.${format}`));

/** Copies a field; where the browser does not allow that, its text is selected for the reader's own keys. */
async function copy(name) {
  const field = part(`[name=${name}]`);
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    say('copied');
  } catch {
    say('blocked');
  }
}

/** Opens the dialog for the view as it is now. */
export async function open() {
  if (dialog().open || document.querySelector('dialog[open]')) return;
  dialog().showModal();
  await preview();
  try {
    const said = await window.cableMap.cite();
    for (const [name, text] of Object.entries(said)) part(`[name=${name}]`).value = text;
  } catch (error) {
    say('failed', error?.message ?? String(error));
  }
}

/** Listens to the dialog and to the key that opens it. */
export function wake() {
  let isChosen = false;
  dialog().addEventListener('change', ({ target }) => {
    const { theme } = part('form').elements;
    if (target === theme) isChosen = true;
    // Paper is white, until the reader says otherwise.
    if (target.name === 'sheet' && !isChosen) theme.value = /^a\d/.test(target.value) ? 'light' : 'auto';
    if (target.form && target.name !== 'width') preview();
  });
  dialog().addEventListener('submit', (event) => {
    event.preventDefault();
    download();
  });
  dialog().addEventListener('click', ({ target }) => {
    const { does, copies } = target.closest('button')?.dataset ?? {};
    if (copies) copy(copies);
    else if (does === 'close') dialog().close();
    else if (does === 'print') print();
    else if (does) data(does);
  });
  document.getElementById('canvas').addEventListener('keydown', (event) => {
    if (event.key === 's' && !event.ctrlKey && !event.metaKey && !event.altKey) open();
  });
}
