// Where the page's module does not run, because the page stands in a sandboxed frame or comes from a disk, one classic
// script that holds everything takes its place; it needs no leave of the host.

const own = document.currentScript;

/** Whether a style sheet was refused: the page may read one that it was given, and Firefox shows a refused one as empty. */
function isRefused({ sheet }) {
  try {
    return !sheet?.cssRules.length;
  } catch {
    return true;
  }
}

/** Style sheets with a hash are refused as well; without it they are not. Done when they are there: without them the map
 * is as high as what it draws, and draws as high as it is, and so grows with every frame. */
function restyle() {
  const refused = [...document.querySelectorAll("link[rel=stylesheet][integrity]")].filter(isRefused);
  const styled = refused.map((link) => new Promise((done) => {
    const style = document.createElement("link");
    Object.assign(style, { rel: "stylesheet", href: link.href, onload: done, onerror: done });
    link.replaceWith(style);
  }));
  return Promise.all(styled);
}

async function open() {
  await restyle();
  if (document.getElementById("map").dataset.state !== "poster") return;
  const script = document.createElement("script");
  script.src = new URL(own.dataset.inside, document.baseURI).href;
  document.head.append(script);
}

if (document.readyState === "complete") open();
else addEventListener("load", open);
