// Files that a reader hands in: chosen, or dropped.

async function read(file, then) {
  then(file.name, new Uint8Array(await file.arrayBuffer()));
}

/** Lets the reader choose a file of those kinds, and calls `then` with its name and bytes. The element of this id holds the chooser. */
export function chooseFile(id, accept, then) {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept, hidden: true });
  input.addEventListener('change', () => { if (input.files[0]) read(input.files[0], then); input.remove(); });
  input.addEventListener('cancel', () => input.remove());
  document.getElementById(id).append(input);
  input.click();
}

/** Calls `then` with the name and the bytes of each file that is dropped on an element and taken by nothing inside it. */
export function onDrop(id, then) {
  const place = document.getElementById(id) ?? document.documentElement;
  const hasFiles = (event) => event.dataTransfer?.types.includes('Files');
  place.addEventListener('dragover', (event) => { if (hasFiles(event)) event.preventDefault(); });
  place.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    for (const file of event.dataTransfer.files) read(file, then);
  });
}
