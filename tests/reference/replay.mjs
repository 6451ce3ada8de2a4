// Runs src/paint/replay.js on a fake 2D context that writes down what is called, in the words of `paint::trace`.
// Reads {colours, strokes, fonts, lists} from standard input, writes a list of lines for each list, and fails where
// the loop does what the trace cannot say wrongly: a fill that is not even-odd, a halo above its letters.
import { readFileSync } from 'node:fs';
import { strict as assert } from 'node:assert';

const source = readFileSync(new URL('../../src/paint/replay.js', import.meta.url), 'utf8');
const { replay } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
const asked = JSON.parse(readFileSync(0, 'utf8'));
// Tables that give an index back its name: a stroke of width 1 shows its factor, its cap its name.
const look = {
  colours: asked.colours,
  strokes: asked.strokes.map((name, i) => ({ width: 1, cap: name, dash: [i] })),
  fonts: asked.fonts.map((name) => `${name} 13px`),
  relief: [
    { image: { width: 100, height: 60 }, step: 8, matrix: [0.6, 0.8, -0.8, 0.6, 30, -20] },
    { image: { width: 800, height: 500 }, step: 1, matrix: [1, 0, 0, 1, 0, 0] },
  ],
};
const ALIGN = ['left', 'center', 'right'];
const n = (v) => v.toFixed(1);
const name = (font) => font.split(' ')[0];

/** A context that records; `lines` is the trace. */
class Recorder {
  lines = [];
  #run = null;
  #started = false;
  #text = null;
  #dash = null;
  #move = [0, 0, 0];
  #matrix = [];
  #clipped = null;

  #say(line) {
    this.#endRun();
    if (this.#started) this.lines.push(line);
  }
  #endRun() {
    const run = this.#run;
    this.#run = null;
    if (!run) return;
    // The loop closes a subpath by a line back to where it began; see there.
    const [first, last] = [run[0], run.at(-1)];
    const closed = run.length > 1 && first[0] === last[0] && first[1] === last[1];
    const points = closed ? run.slice(0, -1) : run;
    this.lines.push(`run ${points.length}: ${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}`);
    if (closed) this.lines.push('close');
  }
  end() {
    this.#endRun();
    assert.deepEqual(this.#move, [0, 0, 0], 'the picture is upright again');
    return this.lines;
  }

  /** Two device pixels a pixel, or the place, angle and size of a letter's picture, which has three. */
  setTransform(a, b, c, d, x, y) {
    assert.ok(a === d && b === -c);
    this.#matrix = [a, b, c, d, x, y];
    const isUpright = a === 2 && b === 0 && x === 0 && y === 0;
    if (!isUpright && look.relief.some(({ matrix }) => this.#lies(matrix))) return;
    const [angle, size] = [Math.atan2(b, a), Math.hypot(a, b)];
    const letter = Math.abs(size - 2 / 3) < 1e-9;
    assert.ok(letter || (size === 2 && angle === 0 && x === 0 && y === 0), `size ${size}`);
    this.#move = [x / 2, y / 2, angle];
  }
  /** Whether what is drawn now lies as an affine map says. */
  #lies(matrix) {
    return matrix.every((n, i) => n * 2 === this.#matrix[i]);
  }
  fillRect(...r) {
    assert.deepEqual([...r, this.fillStyle], [0, 0, 800, 500, look.colours[0]]);
    this.#started = true;
  }
  set globalAlpha(v) {
    this.#say(`alpha ${v.toFixed(2)}`);
  }
  beginPath() {
    this.#say('path');
  }
  moveTo(x, y) {
    this.#endRun();
    this.#run = [[x, y]];
  }
  lineTo(x, y) {
    this.#run.push([x, y]);
  }
  arc(x, y, r, from, to) {
    assert.deepEqual(this.#run, [[x + r, y]], 'a circle begins where its arc does');
    assert.deepEqual([from, to], [0, 2 * Math.PI]);
    this.#run = null;
    this.#say(`circle ${n(x)},${n(y)} r${n(r)}`);
  }
  fill(rule) {
    assert.equal(rule, 'evenodd');
    this.#say(`fill ${this.fillStyle}`);
  }
  setLineDash(dash) {
    this.#dash = dash;
  }
  stroke() {
    assert.deepEqual(this.#dash, [look.strokes.findIndex((s) => s.cap === this.lineCap)], 'the dash of its own stroke');
    assert.equal(this.lineJoin, 'round');
    this.#say(`stroke ${this.lineCap} ${this.strokeStyle} ×${n(this.lineWidth)}`);
    this.#say(`offset ${n(this.lineDashOffset)}`);
  }
  save() {
    assert.equal(this.#clipped, null, 'one clip at a time');
    this.#clipped = false;
  }
  clip(rule) {
    assert.equal(rule, 'evenodd');
    this.#clipped = true;
  }
  restore() {
    this.#clipped = null;
  }
  drawImage(image, x, y, ...size) {
    const place = look.relief.findIndex((layer) => layer.image === image);
    if (place >= 0) {
      const { step, matrix } = look.relief[place];
      assert.deepEqual([x, y, ...size], [0, 0, image.width * step, image.height * step], 'as large as its pixels say');
      assert.ok(this.#lies(matrix), 'where the map has gone');
      assert.ok(this.#clipped, 'within the edge of the sea');
      if (place === 1) this.#say('relief');
      return;
    }
    const { letter, width } = image;
    assert.deepEqual([x, y], [-width / 2, -width / 2], 'the middle of the picture');
    assert.ok(this.#move[2] !== 0 && letter, 'only turned letters are pictures');
    const [dx, dy, angle] = this.#move;
    this.#say(`${letter} ${n(dx)},${n(dy)} ${angle.toFixed(2)}`);
  }
  strokeText(...args) {
    assert.deepEqual(this.#dash, [], 'a halo is not dashed');
    this.#text = JSON.stringify(args);
  }
  fillText(text, x, y) {
    assert.equal(this.#text, JSON.stringify([text, x, y]), 'the halo lies below its letters');
    assert.ok(ALIGN.includes(this.textAlign) && this.textBaseline === 'middle');
    this.#say(`text ${name(this.font)} ${this.fillStyle} ${JSON.stringify(text)} ${n(x)},${n(y)} 0.00`);
    this.#text = null;
  }
}

/** A canvas of its own that a letter is written on once. */
globalThis.OffscreenCanvas = class {
  #letter = null;
  getContext() {
    return {
      setTransform: (...m) => assert.deepEqual(m, [3, 0, 0, 3, this.width / 2, this.height / 2]),
      setLineDash: (dash) => assert.deepEqual(dash, []),
      strokeText(...args) {
        this.halo = JSON.stringify(args);
      },
      fillText: (() => {
        const canvas = this;
        return function fillText(...args) {
          assert.equal(this.halo, JSON.stringify(args), 'the halo lies below its letter');
          assert.deepEqual(args.slice(1), [0, 0]);
          assert.ok(canvas.width >= 3 * 18, 'room for the letter and its halo');
          canvas.#letter = `text ${name(this.font)} ${this.fillStyle} ${JSON.stringify(args[0])}`;
        };
      })(),
    };
  }
  transferToImageBitmap() {
    return { letter: this.#letter, width: this.width };
  }
};

/** A path that is kept: its runs. */
globalThis.Path2D = class {
  runs = [];
  moveTo(x, y) {
    this.runs.push([[x, y]]);
  }
  lineTo(x, y) {
    this.runs.at(-1).push([x, y]);
  }
};

/** A context that writes down what each fill and stroke paints: how, and which runs. */
class Paints extends Path2D {
  all = [];
  #by = [];
  setTransform(...by) {
    this.#by = by;
  }
  setLineDash(dash) {
    this.dash = dash;
  }
  beginPath() {
    this.runs = [];
  }
  fill(path, rule = path) {
    assert.equal(rule, 'evenodd');
    this.#paint(path.runs ?? this.runs, { fill: this.fillStyle });
  }
  stroke(path = this) {
    const { strokeStyle, lineCap, lineDashOffset, lineWidth, dash } = this;
    this.#paint(path.runs, { stroke: strokeStyle, lineCap, lineDashOffset }, { lineWidth, dash: dash[0] });
  }
  #paint(runs, how, size) {
    this.all.push({ what: { runs, alpha: this.globalAlpha, ...how }, size, by: this.#by });
  }
  /** What is clipped to counts as painted. */
  save() {
    this.kept = this.#by;
  }
  clip(path, rule = path) {
    assert.equal(rule, 'evenodd');
    this.all.push({ what: { clip: path.runs ?? this.runs }, by: this.#by });
  }
  restore() {
    this.#by = this.kept;
  }
  fillRect() {}
  drawImage() {}
  arc() {}
  strokeText() {}
  fillText() {}
}

/** What lies flat on the map paints the same when it is kept, and twice as large the same in lines as wide as before. */
function assertKept(ops, strings, flat) {
  const paint = (list, ...args) => {
    const context = new Paints();
    replay(context, Float32Array.from(list), strings, 2, 800, 500, look, ...args);
    return context.all;
  };
  const all = paint(ops);
  assert.deepEqual(paint(ops, flat), all);
  const moved = paint(ops.slice(flat), 0, [0, 2, -2, 0, 30, 40]);
  assert.equal(moved.length, all.length);
  const count = paint(ops.slice(0, flat)).length;
  assert.ok(count > 5 && count < all.length);
  moved.forEach(({ what, size, by }, i) => {
    assert.deepEqual(what, all[i].what);
    assert.deepEqual(by, i < count ? [0, 4, -4, 0, 60, 80] : [2, 0, 0, 2, 0, 0]);
    if (!size) return;
    const { lineWidth, dash } = all[i].size;
    assert.equal(size.lineWidth, i >= count ? lineWidth : (lineWidth <= 1 ? lineWidth * 0.88 : lineWidth) / 2);
    assert.equal(size.dash, i < count ? dash / 2 : dash);
  });
}

const recorded = asked.lists.map(({ ops, strings, flat }) => {
  if (flat) assertKept(ops, strings, flat);
  const context = new Recorder();
  replay(context, Float32Array.from(ops), strings, 2, 800, 500, look);
  return context.end();
});
process.stdout.write(JSON.stringify(recorded));
