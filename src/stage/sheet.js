// The worksheet on paper: pages of questions with the map, and a page of answers, printed alone.

/** Prints pages, each a list of elements `[tag, class, text]`; in the place of an element `img` comes the map. */
export async function print(pages, lang, failed) {
  try {
    const svg = await window.cableMap.exportSvg({ sheet: 'around', theme: 'light', title: false });
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    const whole = Object.assign(document.createElement('div'), { className: 'print worksheet', lang });
    for (const elements of pages) {
      const page = Object.assign(document.createElement('section'), { className: 'paper' });
      let list;
      for (const [tag, name, text] of elements) {
        const made = document.createElement(tag);
        if (name) made.className = name;
        if (tag === 'img') Object.assign(made, { src: url, alt: '' });
        else made.textContent = text;
        if (tag !== 'li') {
          list = undefined;
          page.append(made);
        } else {
          list ??= page.appendChild(document.createElement('ol'));
          list.append(made);
        }
      }
      whole.append(page);
    }
    whole.dataset.sheet = 'a4-portrait';
    await Promise.all([...whole.querySelectorAll('img')].map((image) => image.decode()));
    document.querySelector('body > .worksheet')?.remove();
    document.body.append(whole);
    window.addEventListener('afterprint', () => { whole.remove(); URL.revokeObjectURL(url); }, { once: true });
    window.print();
    failed('');
  } catch (error) {
    failed(String(error?.message ?? error));
  }
}
