// The press in the page: what `window.cableMap` promises of pictures and data. It asks the page what is on the screen,
// fetches the files that this takes, and makes dots of lines; everything else is in the wasm.

/** Sides of a picture in dots: the least on which something can be seen, and what every browser's canvas can do. */
const SIDES = [64, 8192];
const SHEETS = ['around', 'none', 'slide', 'a4-landscape', 'a4-portrait', 'a3-landscape', 'a3-portrait'];
/** Where the relief stands in an SVG until it is drawn. */
const RELIEF = 'data:image/png;base64,RELIEF';
/** How long the page may be kept from its reader at a time. */
const SLICE_MS = 8;

const pause = () => new Promise((done) => setTimeout(done));

/** The bytes of a file of the page: those that the map keeps, or the server's; nothing where there are none. */
async function bytes(path) {
  const kept = await globalThis[Symbol.for('arctic-cable-map files')]?.get(path);
  if (kept instanceof Uint8Array) return kept;
  try {
    const response = await fetch(path);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

/** A side in dots: the nearest possible one. What is no number has none. */
function side(value, name) {
  if (value === undefined || value === null || value === '') return undefined;
  const number = Number(value);
  if (Number.isNaN(number)) throw new RangeError(`${name} is a number of pixels from ${SIDES.join(' to ')}, not ${String(value)}`);
  return Math.round(Math.min(Math.max(number, SIDES[0]), SIDES[1]));
}

function oneOf(all, value, name) {
  if (!all.includes(value)) throw new RangeError(`${name} is one of ${all.join(', ')}, not ${String(value)}`);
  return value;
}

/** Width, height and insets of the canvas, as the map measures them. */
function screen() {
  const [outer, free] = ['map', 'free'].map((id) => document.getElementById(id).getBoundingClientRect());
  const insets = [free.left - outer.left, free.top - outer.top, outer.right - free.right, outer.bottom - free.bottom];
  return [outer.width, outer.height, ...insets];
}

function isDark(theme) {
  const wanted = ['light', 'dark'].includes(theme) ? theme : document.documentElement.dataset.theme;
  return wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
}

/** Today, `YYYY-MM-DD`, where the reader is. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}

/** What is wanted, as keys and values in turn: see `Request::read`. */
function request(wish, shown) {
  const state = { ...window.cableMap.getState() };
  const wishes = {
    screen: screen(), sheet: wish.sheet, size: wish.size, ratio: wish.ratio,
    theme: isDark(wish.theme) ? 'dark' : 'light',
    legend: wish.legend === false ? 'no' : '', title: wish.title === false ? 'no' : '',
    lang: document.documentElement.lang, date: today(), site: location.href.split(/[?#]/)[0],
  };
  if (Array.isArray(shown.only)) wishes.only = shown.only.join('\n');
  const own = Object.entries(wishes).filter(([, value]) => value !== undefined);
  const over = Object.values(shown.over).flat().map(({ style, line }) => ['+over', `${style} ${[...line].join(',')}`]);
  return [...Object.entries(state), ...own.map(([key, value]) => [`+${key}`, value]), ...over].flat().map(String);
}

function canvas(width, height) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  return [canvas, canvas.getContext('2d')];
}

const blob = (canvas) => new Promise((done) => canvas.toBlob(done, 'image/png'));

function asUri(blob) {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** An SVG as an image that can be drawn. */
async function image(svg) {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
  } finally {
    URL.revokeObjectURL(url);
  }
  return image;
}

/** The functions that keep the promises; `press` is the wasm's. */
export function publish(press) {
  let begun;
  // One picture at a time: each leaves its relief in the same place.
  let last = Promise.resolve();
  const queue = (work) => (last = last.then(work, work));

  async function begin() {
    const [catalog, version] = await Promise.all(['geodata/catalog.json', 'geodata/version.json'].map(bytes));
    if (!catalog) throw new Error('geodata/catalog.json cannot be loaded');
    press.begin(catalog, version ? JSON.parse(new TextDecoder().decode(version)).version : '');
  }

  /** Has everything here that a request takes. */
  async function ready(flat) {
    begun ??= begin().catch((error) => { begun = undefined; throw error; });
    await begun;
    const lang = document.documentElement.lang;
    const words = await bytes(`locales/${lang}.json`);
    if (words) press.speak(lang, words);
    const names = press.wanted(flat);
    const files = await Promise.all(names.map((name) => bytes(`geodata/${name}`)));
    names.forEach((name, i) => press.put(name, files[i] ?? new Uint8Array()));
  }

  /** The relief of the picture under way, as a data URI. */
  async function relief() {
    let end = performance.now() + SLICE_MS;
    while (!press.rows(1)) {
      if (performance.now() < end) continue;
      await pause();
      end = performance.now() + SLICE_MS;
    }
    const width = press.width(), pixels = press.pixels();
    const [picture, ctx] = canvas(width, pixels.length / 4 / width);
    ctx.putImageData(new ImageData(pixels, width), 0, 0);
    return asUri(await blob(picture));
  }

  async function svg(wish, shown) {
    const flat = request(wish, shown);
    await ready(flat);
    const text = press.picture(flat), size = press.size();
    return { text: text.includes(RELIEF) ? text.replace(RELIEF, await relief()) : text, size };
  }

  /** A wish that can be granted. */
  function settle(wish, more) {
    const { sheet = more.sheet, theme, legend, title } = wish ?? {};
    return { ...more, sheet: oneOf(more.size ? ['picture', ...SHEETS] : SHEETS, sheet, 'sheet'), theme, legend, title };
  }

  return {
    exportSvg: (wish, shown) => queue(async () => (await svg(settle(wish, { sheet: 'around' }), shown)).text),

    exportPng: (wish, shown) => queue(async () => {
      const [wide, high] = ['width', 'height'].map((name) => side(wish?.[name], name));
      const [mapWidth, mapHeight] = screen(), sheet = wish?.sheet ?? 'picture';
      let size;
      if (sheet === 'picture') {
        // A side that is not given keeps the shape of the map on the screen.
        const width = wide ?? side((high ?? mapHeight * devicePixelRatio) * mapWidth / mapHeight, 'width');
        size = [width, high ?? side(width * mapHeight / mapWidth, 'height')];
      }
      // The map alone is drawn as fine as its dots; paper is by itself.
      const ratio = wide && sheet !== 'picture' ? wide / mapWidth : 1;
      const made = await svg(settle(wish, { sheet, size, ratio }), shown);
      const [w, h] = made.size;
      // Paper has 300 dots to the inch where no size is asked for.
      const own = /^a\d/.test(sheet) ? 300 / 96 : 1;
      const scale = Math.min(wide || high ? Infinity : own, (wide ?? Infinity) / w, (high ?? Infinity) / h, SIDES[1] / w, SIDES[1] / h);
      const [width, height] = size ?? [w * scale, h * scale].map((dots) => side(dots, 'size'));
      const [picture, ctx] = canvas(width, height);
      // A page on which the words find no room grows; it is then shown whole within the size, on its own ground.
      const fit = Math.min(width / w, height / h), drawn = await image(made.text);
      const isWhole = Math.abs(width / w / fit - 1) < 0.01 && Math.abs(height / h / fit - 1) < 0.01;
      const [across, down] = isWhole ? [width, height] : [Math.round(w * fit), Math.round(h * fit)];
      const [x, y] = [(width - across) >> 1, (height - down) >> 1];
      ctx.drawImage(drawn, x, y, across, down);
      if (!isWhole) {
        ctx.fillStyle = `rgb(${ctx.getImageData(x + 2, y + 2, 1, 1).data.slice(0, 3)})`;
        ctx.globalCompositeOperation = 'destination-over';
        ctx.fillRect(0, 0, width, height);
      }
      const dots = await blob(picture);
      if (!dots) throw new RangeError(`this browser cannot make a picture of ${width} × ${height} pixels`);
      return dots;
    }),

    data: (format, shown) => queue(async () => {
      oneOf(['geojson', 'csv'], format, 'format');
      const flat = request({}, shown);
      await ready(flat);
      return press.data(flat, format === 'csv');
    }),

    cite: (wish, shown) => queue(async () => {
      const flat = request({}, shown);
      await ready(flat);
      const [text, bibtex, link] = press.cite(flat);
      return { text, bibtex, link };
    }),
  };
}
