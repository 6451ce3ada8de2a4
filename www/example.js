// The example of a page that holds the map: buttons that pick a cable, and a line that says what is picked.

const map = document.querySelector("cable-map");
const output = document.querySelector("output");

for (const button of document.querySelectorAll("button[data-sel]")) {
  button.addEventListener("click", () => map.setState({ sel: button.dataset.sel }));
}

map.addEventListener("select", ({ detail }) => {
  output.textContent = detail ?? "nothing";
});
