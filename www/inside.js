// The whole map in one classic script: for the single file, for a sandboxed frame whose host sends no CORS headers, and
// for a page that is opened from a disk. There a page may fetch nothing, so what it fetches elsewhere is inside.

import { unpack } from "./unpack.js";

/** The type of a file, where a reader of it asks. */
const kind = (name) => (name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream");

/** The bytes of a text that has five letters for each four: the 85 from `(` on, with `~` for `<` and `}` for the backslash. */
function bytesOf(text) {
  const bytes = new Uint8Array((text.length / 5) * 4);
  const words = new DataView(bytes.buffer);
  const digit = (at) => {
    const code = text.charCodeAt(at);
    return code === 126 ? 20 : code === 125 ? 52 : code - 40;
  };
  for (let at = 0; at < text.length; at += 5) {
    let word = 0;
    for (let i = 0; i < 5; i += 1) word = word * 85 + digit(at + i);
    words.setUint32((at / 5) * 4, word);
  }
  return bytes;
}

/** Unpacks the files, each a name and its length in bytes, one after another in the stream. */
function unpackAll(files, packed) {
  const bytes = unpack(bytesOf(packed));
  let end = 0;
  return new Map(files.map(([name, length]) => [name, bytes.subarray(end, (end += length))]));
}

/** A catalogue of words by its name, from the one file of them all: the keys once, and the words of each language in their order. */
function catalogue(all, name) {
  const words = JSON.parse(new TextDecoder().decode(all));
  const [, lang] = /^locales\/(.+)\.json$/.exec(name) ?? [];
  const pairs = words[lang]?.map((word, i) => [words.keys[i], word]).filter(([, word]) => word);
  return pairs && new TextEncoder().encode(JSON.stringify(Object.fromEntries(pairs)));
}

/** Starts the map. `apps` are the scripts by their names, as functions, of which `each` is made anew for whoever asks; `isAlone`
 * says that there is nothing beside the page. */
export function open({ apps, each, files, packed, first, isAlone }) {
  const here = new URL("./", document.baseURI).href;
  const inside = unpackAll(files, packed);
  const done = new Map();

  const name = (url) => {
    const { href } = new URL(url, here);
    return (href.startsWith(here) ? href.slice(here.length) : href).split(/[?#]/)[0];
  };

  async function fetchInside(url, options) {
    // What a host has edited beside the page counts, where the page may fetch it.
    if (!isAlone && window.origin !== "null") {
      const response = await fetch(url, options).catch(() => undefined);
      if (response?.ok) return response;
    }
    const bytes = inside.get(name(url)) ?? catalogue(inside.get("locales"), name(url));
    if (!bytes) return new Response(null, { status: 404, statusText: "not in this file" });
    return new Response(bytes, { headers: { "content-type": kind(name(url)) } });
  }

  function load(url) {
    const key = name(url);
    if (done.has(key)) return done.get(key);
    if (!apps[key]) throw new Error("not in this file");
    const module = { exports: {} };
    apps[key](module, load, fetchInside, here);
    if (key !== each) done.set(key, module.exports);
    return module.exports;
  }

  load(first);
}
