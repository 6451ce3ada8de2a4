// Where the page's module does not run, because the page stands in a sandboxed frame or comes from a disk, one classic
// script that holds everything takes its place; it needs no leave of the host.

const own = document.currentScript;

/** Whether a style sheet was refused: the page may read one that it was given. */
function isRefused({ sheet }) {
  try {
    return !sheet?.cssRules;
  } catch {
    return true;
  }
}

/** Style sheets with a hash are refused as well; without it they are not. */
function restyle() {
  for (const link of [...document.querySelectorAll("link[rel=stylesheet][integrity]")].filter(isRefused)) {
    const style = document.createElement("link");
    Object.assign(style, { rel: "stylesheet", href: link.href });
    link.replaceWith(style);
  }
}

function open() {
  restyle();
  if (document.getElementById("map").dataset.state !== "poster") return;
  const script = document.createElement("script");
  script.src = new URL(own.dataset.inside, document.baseURI).href;
  document.head.append(script);
}

if (document.readyState === "complete") open();
else addEventListener("load", open);
