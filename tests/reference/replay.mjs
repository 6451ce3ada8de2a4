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
  fonts: asked.fonts,
};
const ALIGN = ['left', 'center', 'right'];
const n = (v) => v.toFixed(1);

/** A context that records; `lines` is the trace. */
class Recorder {
  lines = [];
  #run = null;
  #closing = false;
  #started = false;
  #text = null;
  #dash = null;
  #stack = [];
  #move = [0, 0, 0];

  #say(line) {
    this.#endRun();
    if (this.#started) this.lines.push(line);
  }
  #endRun() {
    if (this.#run) this.lines.push(`run ${this.#run.length}: ${this.#run.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}`);
    if (this.#closing) this.lines.push('close');
    this.#run = null;
    this.#closing = false;
  }
  end() {
    this.#endRun();
    assert.equal(this.#stack.length, 0, 'save without restore');
    return this.lines;
  }

  setTransform(...m) {
    assert.deepEqual(m, [2, 0, 0, 2, 0, 0]);
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
    // The loop closes a subpath by a line back to where it began, the last of the subpath; see there.
    if (this.#closing) this.#run.push(this.#run[0]);
    this.#closing = x === this.#run[0][0] && y === this.#run[0][1];
    if (!this.#closing) this.#run.push([x, y]);
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
    this.#stack.push(this.#move);
  }
  restore() {
    this.#move = this.#stack.pop();
  }
  translate(x, y) {
    this.#move = [x, y, 0];
  }
  rotate(angle) {
    this.#move = [this.#move[0], this.#move[1], angle];
  }
  strokeText(...args) {
    assert.deepEqual(this.#dash, [], 'a halo is not dashed');
    this.#text = JSON.stringify(args);
  }
  fillText(text, x, y) {
    assert.equal(this.#text, JSON.stringify([text, x, y]), 'the halo lies below its letters');
    assert.ok(ALIGN.includes(this.textAlign) && this.textBaseline === 'middle');
    const [dx, dy, angle] = this.#move;
    this.#say(`text ${this.font} ${this.fillStyle} ${JSON.stringify(text)} ${n(x + dx)},${n(y + dy)} ${angle.toFixed(2)}`);
    this.#text = null;
  }
}

const recorded = asked.lists.map(({ ops, strings }) => {
  const context = new Recorder();
  replay(context, Float32Array.from(ops), strings, 2, 800, 500, look);
  return context.end();
});
process.stdout.write(JSON.stringify(recorded));
