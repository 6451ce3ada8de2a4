// The applications beside the map: each is a module that is fetched when it is wanted, or when there is time.

const opening = {};
const open = {};

/** Loads the style sheet of an application, where it has one of its own; without it the application still works. */
function dress(name) {
  const href = document.getElementById('map').dataset[`${name}Style`];
  if (!href || document.querySelector(`link[href="${href}"]`)) return;
  return new Promise((done) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: done, onerror: done }));
  });
}

/** Opens an application once; says then what kept it from opening, if anything did: another call tries again. */
export function openApplication(name, then) {
  opening[name] ??= import(new URL(document.getElementById('map').dataset[name], document.baseURI)).then(async (module) => {
    await dress(name);
    await module.ready;
    open[name] = module;
  });
  opening[name].then(() => then(), () => {
    delete opening[name];
    // What the browser says is in English, whatever the page speaks; its console has it.
    then('?');
  });
}

/** The packed form of a file of GeoJSON, with the desk open. */
export function packed(file, isLines, bytes) {
  return open.desk.pack(file, isLines, bytes);
}
