// src-main/run/pieces.ts
var PIECE = 8;
var NONE = PIECE;
var PIECES = Uint16Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0) return NONE << 8;
  const set = [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte >> bit & 1);
  return set[0] | set[set.length - 1] << 8 | set.length << 12;
});
function cutIntoPieces(masks2, count, words, word, out2) {
  const pieces = count + PIECE - 1 >>> 3;
  for (let n = 0; n < pieces; n++) {
    const row = n * PIECE;
    const at = row * words + word;
    const rows = count - row;
    const r0 = masks2[at];
    const r1 = rows > 1 ? masks2[at + words] : 0;
    const r2 = rows > 2 ? masks2[at + 2 * words] : 0;
    const r3 = rows > 3 ? masks2[at + 3 * words] : 0;
    const r4 = rows > 4 ? masks2[at + 4 * words] : 0;
    const r5 = rows > 5 ? masks2[at + 5 * words] : 0;
    const r6 = rows > 6 ? masks2[at + 6 * words] : 0;
    const r7 = rows > 7 ? masks2[at + 7 * words] : 0;
    const a0 = r0 & 252645135 | (r4 & 252645135) << 4;
    const a1 = r1 & 252645135 | (r5 & 252645135) << 4;
    const a2 = r2 & 252645135 | (r6 & 252645135) << 4;
    const a3 = r3 & 252645135 | (r7 & 252645135) << 4;
    const a4 = r0 >>> 4 & 252645135 | r4 & 4042322160;
    const a5 = r1 >>> 4 & 252645135 | r5 & 4042322160;
    const a6 = r2 >>> 4 & 252645135 | r6 & 4042322160;
    const a7 = r3 >>> 4 & 252645135 | r7 & 4042322160;
    const b0 = a0 & 858993459 | (a2 & 858993459) << 2;
    const b1 = a1 & 858993459 | (a3 & 858993459) << 2;
    const b2 = a0 >>> 2 & 858993459 | a2 & 3435973836;
    const b3 = a1 >>> 2 & 858993459 | a3 & 3435973836;
    const b4 = a4 & 858993459 | (a6 & 858993459) << 2;
    const b5 = a5 & 858993459 | (a7 & 858993459) << 2;
    const b6 = a4 >>> 2 & 858993459 | a6 & 3435973836;
    const b7 = a5 >>> 2 & 858993459 | a7 & 3435973836;
    out2[n] = b0 & 1431655765 | (b1 & 1431655765) << 1;
    out2[n + pieces] = b0 >>> 1 & 1431655765 | b1 & 2863311530;
    out2[n + 2 * pieces] = b2 & 1431655765 | (b3 & 1431655765) << 1;
    out2[n + 3 * pieces] = b2 >>> 1 & 1431655765 | b3 & 2863311530;
    out2[n + 4 * pieces] = b4 & 1431655765 | (b5 & 1431655765) << 1;
    out2[n + 5 * pieces] = b4 >>> 1 & 1431655765 | b5 & 2863311530;
    out2[n + 6 * pieces] = b6 & 1431655765 | (b7 & 1431655765) << 1;
    out2[n + 7 * pieces] = b6 >>> 1 & 1431655765 | b7 & 2863311530;
  }
}

// src-main/run/timing.ts
var INTERVAL_BINS = 1024;
var AFTER = 3840;
var AFTER_NONE = NONE << 8;
var UpdateTiming = class {
  constructor(edges) {
    this.edges = edges;
    this.updates = new Float64Array(edges);
    this.lastUpdate = new Float64Array(edges);
    this.countedFrom = new Float64Array(edges);
    this.newest = new Uint16Array(edges + 31 & ~31).fill(AFTER_NONE);
  }
  edges;
  sinceStep = 0;
  updates;
  lastUpdate;
  intervals = new Uint32Array(INTERVAL_BINS);
  countedFrom;
  /**
   * How often each byte followed each last bit of the byte before it (NONE if that was 0, or is not
   * known), since the intervals of such pairs were put into the histogram.
   */
  pairs = new Uint32Array(NONE + 1 << 8);
  /** Pieces of four edges each: see cutIntoPieces. */
  quads = new Int32Array(0);
  /**
   * The last bit of each edge's newest piece, in its place among the pairs: where the next chunk goes
   * on from whole pieces, its first piece follows this one as any other does.
   */
  newest;
  /** The step whose chunk `newest` is followed by; 0 where the newest piece is not whole. */
  follower = 0;
  /** The widest distance of the steps that were seen. */
  seenEvery = 1;
  /** @param masks count x words, bit e % 32 of word e >> 5 is set if edge e updated. */
  add(firstStep, count, words, masks2) {
    const pieces = Math.ceil(count / PIECE);
    if (this.quads.length < 8 * pieces) this.quads = new Int32Array(8 * pieces);
    if (firstStep !== this.follower) this.newest.fill(AFTER_NONE);
    for (let word = 0; word < words; word++) {
      cutIntoPieces(masks2, count, words, word, this.quads);
      const first = word << 5;
      for (let part2 = 0; part2 < 32 && first + part2 < this.edges; part2 += 16)
        for (let bit = 0; bit < 8; bit++) this.addTwo(first + part2 + bit, firstStep, pieces);
    }
    this.follower = count % PIECE === 0 ? firstStep + count : 0;
  }
  /**
   * Some steps of many: what is between them nobody saw, so intervals are not known.
   * @param at the step of each row @param before the newest step before them
   */
  addSeen(at, count, words, masks2, before) {
    let every = at[0] - before;
    for (let row = 1; row < count; row++) every = Math.min(every, at[row] - at[row - 1]);
    this.seenEvery = Math.max(this.seenEvery, every);
    for (let row = 0; row < count; row++)
      for (let edge = 0; edge < this.edges; edge++) {
        if ((masks2[row * words + (edge >>> 5)] >>> (edge & 31) & 1) === 0) continue;
        this.updates[edge] += 1;
        this.lastUpdate[edge] = at[row];
      }
    this.interruptAll(at[count - 1]);
  }
  /**
   * The pieces of this edge and of that 8 further on, where they exist: they share their quads, and
   * a processor can work on one while it waits for the other.
   */
  addTwo(edge, firstStep, pieces) {
    const { pairs: pairs2, quads, newest } = this;
    const begin = (edge & 7) * pieces;
    const shift = edge & 24;
    let a0 = newest[edge];
    let a1 = newest[edge + 8];
    let updates0 = 0;
    let updates1 = 0;
    for (let n = 0; n < pieces; n++) {
      const both = quads[begin + n] >>> shift;
      const b0 = both & 255;
      const b1 = both >>> 8 & 255;
      if (((a0 | a1) & AFTER_NONE) !== 0) {
        if (a0 === AFTER_NONE && b0 !== 0) this.reachBack(edge, n, firstStep, pieces);
        if (a1 === AFTER_NONE && b1 !== 0) this.reachBack(edge + 8, n, firstStep, pieces);
      }
      pairs2[a0 | b0] += 1;
      pairs2[a1 | b1] += 1;
      const piece0 = PIECES[b0];
      const piece1 = PIECES[b1];
      a0 = piece0 & AFTER;
      a1 = piece1 & AFTER;
      updates0 += piece0 >>> 12;
      updates1 += piece1 >>> 12;
    }
    newest[edge] = a0;
    newest[edge + 8] = a1;
    if (updates0 > 0) this.note(edge, updates0, firstStep, pieces);
    if (updates1 > 0) this.note(edge + 8, updates1, firstStep, pieces);
  }
  /** The interval up to the first update of piece `n`, where the piece before it has none or is not known. */
  reachBack(edge, n, firstStep, pieces) {
    const { intervals, lastUpdate, countedFrom } = this;
    let last = this.lastIn(edge, n, pieces);
    if (last < 0) {
      const before = lastUpdate[edge];
      if (before <= countedFrom[edge]) return;
      last = Math.max(before - firstStep, -INTERVAL_BINS);
    }
    const byte = this.quads[(edge & 7) * pieces + n] >>> (edge & 24);
    const interval = n * PIECE + (PIECES[byte & 255] & 7) - last;
    intervals[interval < INTERVAL_BINS ? interval : INTERVAL_BINS - 1] += 1;
  }
  /** Steps from the chunk's first to an edge's last update before piece `n`; negative: none. */
  lastIn(edge, n, pieces) {
    const begin = (edge & 7) * pieces;
    for (let m = n - 1; m >= 0; m--) {
      const byte = this.quads[begin + m] >>> (edge & 24) & 255;
      if (byte !== 0) return m * PIECE + ((PIECES[byte] & AFTER) >>> 8);
    }
    return -1;
  }
  note(edge, updates, firstStep, pieces) {
    this.updates[edge] += updates;
    const last = this.newest[edge];
    const at = last === AFTER_NONE ? this.lastIn(edge, pieces, pieces) : (pieces - 1) * PIECE + (last >>> 8);
    this.lastUpdate[edge] = firstStep + at;
  }
  /** Puts the intervals of the pairs into the histogram. */
  settle() {
    const { pairs: pairs2, intervals } = this;
    for (let pair = 0; pair < pairs2.length; pair++) {
      const count = pairs2[pair];
      if (count === 0) continue;
      const lastBit = pair >>> 8;
      let last = lastBit === NONE ? NONE : lastBit - PIECE;
      for (let bit = 0; bit < PIECE; bit++) {
        if ((pair >> bit & 1) === 0) continue;
        if (last !== NONE) intervals[bit - last] += count;
        last = bit;
      }
    }
    pairs2.fill(0);
  }
  /** The schedule changed: intervals from here on only; what each edge did stays known. */
  restart(step2) {
    this.sinceStep = step2;
    this.pairs.fill(0);
    this.intervals.fill(0);
    this.interruptAll(step2);
  }
  /** An edge was damaged or restored: its interval over this step is none of the schedule's. */
  interrupt(edge, step2) {
    this.countedFrom[edge] = step2;
    this.newest[edge] = AFTER_NONE;
  }
  /** Steps are missing up to this one: no interval reaches over them. */
  interruptAll(step2) {
    this.countedFrom.fill(step2);
    this.follower = 0;
  }
  /** What a frame carries, as a copy. */
  measured() {
    this.settle();
    const { sinceStep, updates, lastUpdate, intervals, seenEvery } = this;
    return {
      sinceStep,
      updates: updates.slice(),
      lastUpdate: lastUpdate.slice(),
      intervals: seenEvery > 1 ? new Uint32Array(INTERVAL_BINS) : intervals.slice(),
      ...seenEvery > 1 ? { seenEvery } : {}
    };
  }
  /** What a checkpoint keeps, as a copy. */
  snapshot() {
    return { ...this.measured(), countedFrom: this.countedFrom.slice() };
  }
  restore(snapshot) {
    this.pairs.fill(0);
    this.follower = 0;
    this.sinceStep = snapshot.sinceStep;
    this.updates = snapshot.updates.slice();
    this.lastUpdate = snapshot.lastUpdate.slice();
    this.intervals = snapshot.intervals.slice();
    this.countedFrom = snapshot.countedFrom.slice();
    this.seenEvery = snapshot.seenEvery ?? 1;
  }
};

// src-main/run/bucket.ts
var OpenBucket = class {
  firstStep = 0;
  lastStep = 0;
  count = 0;
  first = 0;
  last = 0;
  running = { min: 0, max: 0, sum: 0 };
  add(step2, value) {
    const { running } = this;
    this.begin(step2, value);
    if (value < running.min) running.min = value;
    if (value > running.max) running.max = value;
    running.sum += value;
    this.lastStep = step2;
    this.last = value;
    this.count += 1;
  }
  /**
   * Values of consecutive steps, as if added one by one, and to a history in the same pass.
   * @param count at least 1
   */
  addSteps(firstStep, values, count, history) {
    this.begin(firstStep, values[0]);
    history.addSteps(firstStep, values, count, this.running);
    this.last = values[count - 1];
    this.lastStep = firstStep + count - 1;
    this.count += count;
  }
  begin(step2, value) {
    if (this.count > 0) return;
    this.firstStep = step2;
    this.first = value;
    this.running.min = value;
    this.running.max = value;
    this.running.sum = 0;
  }
  /** The bucket so far, and begins a new one; null if nothing was folded in. */
  take() {
    if (this.count === 0) return null;
    const { firstStep, lastStep, count, first, last } = this;
    const { min, max, sum } = this.running;
    this.count = 0;
    return { firstStep, lastStep, count, min, max, first, last, mean: sum / count };
  }
};

// src-main/run/level.ts
var FIRST_CAPACITY = 256;
var Level = class {
  length = 0;
  firstStep = new Float64Array(FIRST_CAPACITY);
  lastStep = new Float64Array(FIRST_CAPACITY);
  min = new Float64Array(FIRST_CAPACITY);
  max = new Float64Array(FIRST_CAPACITY);
  /** Sum of the values of the bucket. */
  sum = new Float64Array(FIRST_CAPACITY);
  /** Memory of the columns, room for more included. */
  get bytes() {
    return 5 * this.firstStep.byteLength;
  }
  push(firstStep, lastStep, min, max, sum) {
    if (this.length === this.firstStep.length) this.grow();
    const at = this.length++;
    this.firstStep[at] = firstStep;
    this.lastStep[at] = lastStep;
    this.min[at] = min;
    this.max[at] = max;
    this.sum[at] = sum;
  }
  /** Appends what a finer level has more than twice as many buckets of, two as one. */
  pairsOf(finer) {
    const end = finer.length >> 1;
    while (this.firstStep.length < end) this.grow();
    for (let at = this.length; at < end; at++) this.setPair(at, finer);
    this.length = end;
  }
  /** Makes one bucket of every two, in place. */
  halve() {
    const end = this.length >> 1;
    for (let at = 0; at < end; at++) this.setPair(at, this);
    this.length = end;
  }
  /** Bucket `at` from the finer buckets 2 at and 2 at + 1. */
  setPair(at, finer) {
    const n = 2 * at;
    this.firstStep[at] = finer.firstStep[n];
    this.lastStep[at] = finer.lastStep[n + 1];
    this.min[at] = Math.min(finer.min[n], finer.min[n + 1]);
    this.max[at] = Math.max(finer.max[n], finer.max[n + 1]);
    this.sum[at] = finer.sum[n] + finer.sum[n + 1];
  }
  /** Index of the first bucket that ends at or after the step. O(log length). */
  firstEndingFrom(step2) {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (this.lastStep[middle] < step2) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  /** Number of buckets that begin at or before the step. O(log length). */
  countBeginningTo(step2) {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (this.firstStep[middle] <= step2) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  grow() {
    const capacity = this.firstStep.length * 2;
    this.firstStep = grown(this.firstStep, capacity);
    this.lastStep = grown(this.lastStep, capacity);
    this.min = grown(this.min, capacity);
    this.max = grown(this.max, capacity);
    this.sum = grown(this.sum, capacity);
  }
};
function grown(column3, capacity) {
  const longer = new Float64Array(capacity);
  longer.set(column3);
  return longer;
}

// src-main/run/pyramid.ts
var BASE_BUCKETS = 65536;
var Pyramid = class {
  /** @param baseBuckets even */
  constructor(baseBuckets = BASE_BUCKETS) {
    this.baseBuckets = baseBuckets;
  }
  baseBuckets;
  levels = [new Level()];
  width = 1;
  tail = emptyTail();
  /** Values per bucket of the finest level. */
  get finestWidth() {
    return this.width;
  }
  /** Memory of all columns. */
  get bytes() {
    return this.levels.reduce((sum, level) => sum + level.bytes, 0);
  }
  /** @param step not before the last one added */
  add(step2, value) {
    const tail = this.tail;
    if (tail.count === 0) {
      tail.firstStep = step2;
      tail.min = value;
      tail.max = value;
      tail.sum = value;
    } else {
      if (value < tail.min) tail.min = value;
      if (value > tail.max) tail.max = value;
      tail.sum += value;
    }
    tail.lastStep = step2;
    tail.count += 1;
    if (tail.count < this.width) return;
    this.levels[0].push(tail.firstStep, tail.lastStep, tail.min, tail.max, tail.sum);
    tail.count = 0;
    this.coarsenIfFull();
  }
  /**
   * Values of consecutive steps, as if added one by one.
   * @param along takes all of them too: each sum waits for its own last addition, so that two sums
   * in one pass take no longer than one.
   */
  addSteps(firstStep, values, count, along) {
    for (let n = 0; n < count; ) {
      n = this.fill(firstStep, values, n, count, along);
      this.coarsenIfFull();
    }
  }
  /** Adds values from number `from` on until the finest level is full. @returns how far it came. */
  fill(firstStep, values, from, count, along) {
    const { tail, width, baseBuckets } = this;
    const base = this.levels[0];
    let { firstStep: first, min, max, sum, count: filled } = tail;
    let { min: least, max: most, sum: total } = along;
    let n = from;
    while (n < count && base.length < baseBuckets) {
      if (filled === 0) {
        first = firstStep + n;
        min = max = values[n];
        sum = -0;
      }
      const end = Math.min(count, n + width - filled);
      filled += end - n;
      for (; n < end; n++) {
        const value = values[n];
        if (value < min) min = value;
        if (value > max) max = value;
        sum += value;
        if (value < least) least = value;
        if (value > most) most = value;
        total += value;
      }
      if (filled === width) {
        base.push(first, firstStep + n - 1, min, max, sum);
        filled = 0;
      }
    }
    tail.firstStep = first;
    tail.lastStep = firstStep + n - 1;
    tail.min = min;
    tail.max = max;
    tail.sum = sum;
    tail.count = filled;
    along.min = least;
    along.max = most;
    along.sum = total;
    return n;
  }
  /** Steps of the first and the last value; null when empty. */
  range() {
    const base = this.levels[0];
    if (base.length === 0 && this.tail.count === 0) return null;
    return {
      firstStep: base.length > 0 ? base.firstStep[0] : this.tail.firstStep,
      lastStep: this.tail.count > 0 ? this.tail.lastStep : base.lastStep[base.length - 1]
    };
  }
  /** The finest whole buckets that touch [fromStep, toStep] in at most `rows` rows. */
  query(fromStep, toStep, rows) {
    this.raise();
    for (let n = 0; n <= this.levels.length; n++) {
      const level = this.levels[n] ?? new Level();
      const from = level.firstEndingFrom(fromStep);
      const to = level.countBeginningTo(toStep);
      const tail = this.tailOf(n);
      const withTail = tail.count > 0 && tail.lastStep >= fromStep && tail.firstStep <= toStep;
      const count = Math.max(0, to - from) + (withTail ? 1 : 0);
      if (count <= rows) return this.rowsOf(n, from, Math.max(from, to), withTail ? tail : null);
    }
    throw new RangeError("a query needs at least one row");
  }
  /** The finest level of at most so many buckets. */
  snapshot(buckets) {
    this.raise();
    const n = this.levels.findIndex((level2) => level2.length <= buckets);
    const level = this.levels[n];
    return {
      width: this.width * 2 ** n,
      firstStep: level.firstStep.slice(0, level.length),
      lastStep: level.lastStep.slice(0, level.length),
      min: level.min.slice(0, level.length),
      max: level.max.slice(0, level.length),
      sum: level.sum.slice(0, level.length),
      tail: this.tailOf(n)
    };
  }
  restore(snapshot) {
    this.levels = [new Level()];
    this.width = snapshot.width;
    const { firstStep, lastStep, min, max, sum } = snapshot;
    for (let n = 0; n < firstStep.length; n++) {
      this.levels[0].push(firstStep[n], lastStep[n], min[n], max[n], sum[n]);
      this.coarsenIfFull();
    }
    this.tail = { ...snapshot.tail };
  }
  /** Makes the buckets of the coarser levels: they wait until somebody asks. */
  raise() {
    for (let n = 0; this.levels[n].length > 1; n++) {
      if (n + 1 === this.levels.length) this.levels.push(new Level());
      this.levels[n + 1].pairsOf(this.levels[n]);
    }
  }
  /** The finest level becomes the next in its own memory: no run allocates once it is full. */
  coarsenIfFull() {
    if (this.levels[0].length < this.baseBuckets) return;
    this.levels[0].halve();
    this.levels.splice(1, 1);
    this.width *= 2;
  }
  /** Everything after the last whole bucket of a level: at most one odd bucket of each finer one. */
  tailOf(n) {
    const tail = emptyTail();
    for (let finer = n - 1; finer >= 0; finer--) {
      const level = this.levels[finer];
      if (level.length % 2 === 0) continue;
      const at = level.length - 1;
      fold(tail, {
        count: this.width * 2 ** finer,
        firstStep: level.firstStep[at],
        lastStep: level.lastStep[at],
        min: level.min[at],
        max: level.max[at],
        sum: level.sum[at]
      });
    }
    if (this.tail.count > 0) fold(tail, this.tail);
    return tail;
  }
  rowsOf(n, from, to, tail) {
    const level = this.levels[n] ?? new Level();
    const whole = to - from;
    const width = this.width * 2 ** n;
    const length = whole + (tail === null ? 0 : 1);
    const rows = {
      firstStep: new Float64Array(length),
      lastStep: new Float64Array(length),
      min: new Float64Array(length),
      max: new Float64Array(length),
      mean: new Float64Array(length)
    };
    rows.firstStep.set(level.firstStep.subarray(from, to));
    rows.lastStep.set(level.lastStep.subarray(from, to));
    rows.min.set(level.min.subarray(from, to));
    rows.max.set(level.max.subarray(from, to));
    for (let row = 0; row < whole; row++) rows.mean[row] = level.sum[from + row] / width;
    if (tail !== null) {
      rows.firstStep[whole] = tail.firstStep;
      rows.lastStep[whole] = tail.lastStep;
      rows.min[whole] = tail.min;
      rows.max[whole] = tail.max;
      rows.mean[whole] = tail.sum / tail.count;
    }
    return rows;
  }
};
function emptyTail() {
  return { count: 0, firstStep: 0, lastStep: 0, min: 0, max: 0, sum: 0 };
}
function fold(tail, part2) {
  if (tail.count === 0) {
    Object.assign(tail, part2);
    return;
  }
  tail.count += part2.count;
  tail.lastStep = part2.lastStep;
  tail.min = Math.min(tail.min, part2.min);
  tail.max = Math.max(tail.max, part2.max);
  tail.sum += part2.sum;
}

// src-preload/contract/actions.ts
var actions = [
  {
    id: "open",
    group: "file",
    title: "Open\u2026",
    text: "A run, a configuration, a network, a data set or a bundle.",
    keys: ["o"],
    accelerator: "CmdOrCtrl+O"
  },
  {
    id: "editor",
    group: "file",
    title: "Edit configuration\u2026",
    text: "Every parameter, as a form and as JSON.",
    keys: ["mod+j"],
    accelerator: "CmdOrCtrl+J"
  },
  {
    id: "export",
    group: "file",
    title: "Export report\u2026",
    text: "The plots, the data and every parameter, into a folder.",
    keys: ["e"],
    accelerator: "CmdOrCtrl+E"
  },
  {
    id: "toggle",
    group: "run",
    title: "Start or pause",
    text: "Let the network learn, or hold the run.",
    keys: [" "],
    accelerator: "CmdOrCtrl+Return"
  },
  {
    id: "step",
    group: "run",
    title: "Single step",
    text: "One step; hold the key to go on.",
    keys: ["s", "arrowright"],
    accelerator: "CmdOrCtrl+."
  },
  {
    id: "reset",
    group: "run",
    title: "Reset to step 0",
    text: "The same configuration from its start.",
    keys: ["r"],
    accelerator: "CmdOrCtrl+Backspace"
  },
  {
    id: "twin",
    group: "run",
    title: "Simulated twin",
    text: "The simulation beside the board, or not.",
    keys: ["t"]
  },
  {
    id: "live",
    group: "view",
    title: "Live",
    text: "The run of the moment.",
    keys: ["1"],
    accelerator: "CmdOrCtrl+1"
  },
  {
    id: "library",
    group: "view",
    title: "Library",
    text: "Every recorded run.",
    keys: ["2"],
    accelerator: "CmdOrCtrl+2"
  },
  {
    id: "compare",
    group: "view",
    title: "Compare",
    text: "Chosen runs over each other.",
    keys: ["3"],
    accelerator: "CmdOrCtrl+3"
  },
  {
    id: "sweep",
    group: "view",
    title: "Sweeps",
    text: "Many runs with parameters varied, and compared.",
    keys: ["4"],
    accelerator: "CmdOrCtrl+4"
  },
  {
    id: "palette",
    group: "view",
    title: "Command palette\u2026",
    text: "Finds every action by its name.",
    keys: ["mod+k"],
    accelerator: "CmdOrCtrl+K"
  },
  {
    id: "scale",
    group: "view",
    title: "Loss scale",
    text: "Loss on a logarithmic or a linear scale.",
    keys: ["l"]
  },
  {
    id: "axis",
    group: "view",
    title: "Time axis",
    text: "Count steps, updates per edge or run time.",
    keys: ["x"]
  },
  {
    id: "follow",
    group: "view",
    title: "Follow the newest point",
    text: "Keep it in view at the present zoom.",
    keys: ["f"]
  },
  {
    id: "console",
    group: "view",
    title: "Board console",
    text: "Talk with the board in SCPI.",
    keys: ["c"]
  },
  {
    id: "language",
    group: "view",
    // Each language leads to the other, and names it in the other: whoever is lost finds it.
    title: "\u4E2D\u6587 (Chinese)",
    text: "Show the window in Simplified Chinese.",
    keys: []
  },
  {
    id: "docs",
    group: "help",
    title: "Documentation",
    text: "Quick start, terms and equations.",
    keys: ["f1"],
    accelerator: "F1"
  },
  {
    id: "tour",
    group: "help",
    title: "Three-step tour",
    text: "Where to start, what to change, what to look at.",
    keys: []
  },
  {
    id: "help",
    group: "help",
    title: "Keyboard shortcuts",
    text: "Every key of the window.",
    keys: ["?"],
    accelerator: "CmdOrCtrl+/"
  },
  {
    id: "about",
    group: "help",
    title: "About Desynclab",
    text: "Versions, and the licences of all that it is made of.",
    keys: []
  }
];
var actionIds = actions.map(({ id: id4 }) => id4);

// src-preload/contract/actionWords.ts
var english = Object.fromEntries(
  actions.map(({ id: id4, title, text: text3 }) => [id4, { title, text: text3 }])
);

// src-preload/contract/adjustment.ts
import { z } from "zod";
var changeSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("set"),
    path: z.enum([
      "schedule.probability",
      "batch.size",
      "rule.eta",
      "rule.alpha",
      "rule.levelStep",
      "rule.rate",
      "rule.beta"
    ]),
    value: z.number()
  }),
  z.strictObject({
    kind: z.literal("edge"),
    /** Index of the edge. */
    edge: z.int().min(0),
    /**
     * cut: no current; freeze: conducts, no longer learns; stick: jams at a conductance;
     * restore: as before the damage.
     */
    action: z.enum(["cut", "freeze", "restore", "stick"]),
    /** Where a stuck edge jams; left out: where it is. */
    conductance: z.number().min(1e-12).max(1e12).optional()
  }),
  z.strictObject({
    kind: z.literal("source"),
    /** Number of the source, in the order of the inputs. */
    source: z.int().min(0),
    /** fail: the node is driven no more and floats; restore: driven again. */
    action: z.enum(["fail", "restore"])
  })
]);
var adjustmentSchema = z.strictObject({
  /** The change holds for every step after this one. */
  step: z.int().min(0),
  change: changeSchema
});

// src-preload/contract/board.ts
import { z as z3 } from "zod";

// src-preload/contract/problem.ts
import { z as z2 } from "zod";
var problemSchema = z2.strictObject({
  /** Stable, kebab-case, per cause: `batch-larger-than-task`. */
  id: z2.string().min(1).max(80),
  severity: z2.enum(["info", "warning", "error"]),
  /** What happened, one sentence. */
  message: z2.string().max(4e3),
  /** Where: a configuration path, a file and line, an edge. */
  where: z2.string().max(500).optional(),
  /** What was kept, so that nobody fears for data. */
  kept: z2.string().max(1e3).optional(),
  /** What to do now. */
  tip: z2.string().max(2e3).optional()
});

// src-preload/contract/board.ts
var portSchema = z3.strictObject({
  path: z3.string().min(1).max(500),
  /** Four hexadecimal digits each; null where the port is on no USB device. */
  vendorId: z3.string().nullable(),
  productId: z3.string().nullable(),
  serialNumber: z3.string().nullable(),
  manufacturer: z3.string().nullable()
});
var boardTargetSchema = z3.discriminatedUnion("kind", [
  z3.strictObject({ kind: z3.literal("virtual") }),
  z3.strictObject({
    kind: z3.literal("serial"),
    path: z3.string().trim().min(1).max(500),
    baudRate: z3.int().min(1200).max(4e6).default(115200)
  })
]);
var boardDeviceSchema = z3.strictObject({
  /** The four fields of `*IDN?`. */
  manufacturer: z3.string(),
  model: z3.string(),
  serialNumber: z3.string(),
  firmware: z3.string(),
  /** null: the virtual board. */
  port: portSchema.nullable(),
  /** 'bench': the network is computed on the board; 'rig': it is made of parts. */
  backend: z3.string(),
  /** Most that fits. */
  nodes: z3.int(),
  edges: z3.int(),
  levels: z3.int(),
  examples: z3.int(),
  rules: z3.array(z3.string()),
  schedules: z3.array(z3.string()),
  /** Headers that can be set while it learns. */
  live: z3.array(z3.string())
});
var boardPresenceSchema = z3.enum([
  "absent",
  "connecting",
  "identified",
  "learning",
  "reconnecting",
  "lost",
  "error",
  "released"
]);
var boardStateSchema = z3.strictObject({
  presence: boardPresenceSchema,
  /** Epoch time since when, ms. */
  sinceMs: z3.number(),
  target: boardTargetSchema.nullable(),
  /** The device of this connection, also while it is away; null before the first answer. */
  device: boardDeviceSchema.nullable(),
  /** What happened and what to do, in states that need it. */
  problem: problemSchema.nullable(),
  counters: z3.strictObject({
    /** Measurement frames received; missing ones by their sequence numbers. */
    frames: z3.number(),
    missed: z3.number(),
    /** Blocks that failed their checksum, lines that were thrown away. */
    damaged: z3.number(),
    bytesIn: z3.number(),
    bytesOut: z3.number(),
    reconnects: z3.number()
  })
});
var boardLogEntrySchema = z3.strictObject({
  /** Counts from 0. */
  id: z3.number(),
  /** Epoch time, ms. */
  atMs: z3.number(),
  direction: z3.enum(["sent", "received", "note"]),
  text: z3.string()
});
var gapSchema = z3.strictObject({
  /** The newest step received before, and the first one received after it. */
  fromStep: z3.number(),
  toStep: z3.number(),
  /** Epoch times of both, ms. */
  fromMs: z3.number(),
  toMs: z3.number(),
  /** Frames that are missing by their sequence numbers; null where the board counts anew. */
  frames: z3.number().nullable(),
  /** program: none of this computer listened, while it or its engine was started anew. */
  reason: z3.enum(["unplugged", "line", "released", "program"])
});

// src-preload/contract/commands.ts
import { z as z29 } from "zod";

// src-preload/contract/config.ts
import { z as z10 } from "zod";

// src-preload/contract/imperfections.ts
import { z as z4 } from "zod";
var imperfectionsSchema = z4.strictObject({
  /** Standard deviation between edges of the comparator's offset, V. */
  comparatorOffsetV: z4.number().min(0).max(100).default(0),
  /** Standard deviation of each reading of a voltage drop, V. */
  readNoiseV: z4.number().min(0).max(100).default(0),
  /** Source voltages are rounded to 2^bits - 1 equal steps of the full scale; null: exact. */
  driveBits: z4.int().min(1).max(24).nullable().default(null),
  driveFullScaleV: z4.number().gt(0).max(1e3).default(5),
  /** Resistances are off by a factor uniform in 1 - tolerance .. 1 + tolerance. */
  tolerance: z4.number().min(0).max(0.9).default(0),
  /** Edges that conduct nothing from the start. */
  deadEdges: z4.int().min(0).max(1e5).default(0),
  /** Edges that conduct and never learn. */
  stuckEdges: z4.int().min(0).max(1e5).default(0),
  /** Added to the contrast of every edge and example, V^2. */
  learningBiasV2: z4.number().min(-100).max(100).default(0)
});

// src-preload/contract/network.ts
import { z as z5 } from "zod";
var nodeName = z5.string().min(1).max(40);
var rolesSchema = z5.discriminatedUnion("kind", [
  z5.strictObject({
    kind: z5.literal("given"),
    /** Nodes held at an example's inputs, in the order of the inputs. */
    sources: z5.array(nodeName).min(1).max(1024),
    /** Nodes held at 0 V. */
    grounds: z5.array(nodeName).max(64).default([]),
    /** Nodes whose voltages are the outputs, in the order of the outputs. */
    targets: z5.array(nodeName).min(1).max(64)
  }),
  /** Distinct nodes drawn from the seed; their numbers follow from the task, and one ground is added. */
  z5.strictObject({ kind: z5.literal("random") }),
  /** Sources and one ground on the left, targets on the right, at equal distances. */
  z5.strictObject({ kind: z5.literal("spread") }),
  /** The first nodes are the sources, the last the targets. */
  z5.strictObject({ kind: z5.literal("ends") }),
  /** Of a lattice: sources along the top row from corner to corner, targets along the bottom row. */
  z5.strictObject({ kind: z5.literal("corners") }),
  /** Of a lattice: around its middle, a target so many edges from its nearest sources. */
  z5.strictObject({
    kind: z5.literal("distance"),
    distance: z5.int().min(1).max(1e3).default(3)
  })
]);
var skips = z5.strictObject({
  /** Rows plus columns that each spans. */
  length: z5.int().min(2).max(1022).default(3),
  count: z5.int().min(1).max(1e5).default(8)
}).optional();
var networkSchema = z5.discriminatedUnion("kind", [
  /** 9 nodes A..I and 16 edges: the laboratory network of Dillavou et al. (2022). */
  z5.strictObject({ kind: z5.literal("penn16"), roles: rolesSchema }),
  /** rows x columns nodes named r0c0, r0c1, ...; nearest neighbours joined. */
  z5.strictObject({
    kind: z5.literal("square"),
    rows: z5.int().min(2).max(512).default(4),
    columns: z5.int().min(2).max(512).default(4),
    periodic: z5.boolean().default(false),
    skips,
    roles: rolesSchema
  }),
  /** Six neighbours inside; nodes named as in the square. */
  z5.strictObject({
    kind: z5.literal("triangular"),
    rows: z5.int().min(2).max(512).default(6),
    columns: z5.int().min(2).max(512).default(6),
    periodic: z5.boolean().default(false),
    skips,
    roles: rolesSchema
  }),
  /** Every node joined to every other: n0, n1, ... */
  z5.strictObject({
    kind: z5.literal("complete"),
    nodes: z5.int().min(2).max(1e3).default(10),
    roles: rolesSchema
  }),
  /** Lattices above each other, each node joined to a window of the layer below; then a readout. */
  z5.strictObject({
    kind: z5.literal("stacked"),
    /** Of the first layer, whose nodes are l0k0r0c0, ... */
    rows: z5.int().min(2).max(64).default(8),
    columns: z5.int().min(2).max(64).default(8),
    layers: z5.array(
      z5.strictObject({
        channels: z5.int().min(1).max(64).default(1),
        window: z5.int().min(1).max(64).default(3),
        stride: z5.int().min(1).max(64).default(1)
      })
    ).min(1).max(8).default([{ channels: 4, window: 4, stride: 2 }]),
    /** Edges at one place of all windows are one parameter. */
    shared: z5.boolean().default(false),
    /** Nearest neighbours of a channel are joined. */
    within: z5.boolean().default(false),
    /** Nodes joined to all of the last layer: o0, o1, ...; 0: none. */
    readout: z5.int().min(0).max(1e3).default(10),
    roles: rolesSchema
  }),
  /** Nodes n0, n1, ... uniform in the unit square, joined where closer than the radius. */
  z5.strictObject({
    kind: z5.literal("geometric"),
    nodes: z5.int().min(3).max(4096).default(64),
    radius: z5.number().gt(0).max(1.5).default(0.25),
    roles: rolesSchema
  }),
  /** Each pair of nodes joined with the same probability; connected. */
  z5.strictObject({
    kind: z5.literal("erdos-renyi"),
    nodes: z5.int().min(3).max(4096).default(64),
    /** Mean number of neighbours. */
    degree: z5.number().gt(0).max(4095).default(6),
    roles: rolesSchema
  }),
  /** A ring whose edges were rewired at random (Watts and Strogatz, 1998); connected. */
  z5.strictObject({
    kind: z5.literal("small-world"),
    nodes: z5.int().min(3).max(65536).default(64),
    neighbours: z5.int().min(2).max(256).multipleOf(2).default(4),
    rewiring: z5.number().min(0).max(1).default(0.1),
    roles: rolesSchema
  }),
  /** Layers of nodes, each joined to all nodes of the next: l0n0, l0n1, ..., l1n0, ... */
  z5.strictObject({
    kind: z5.literal("layered"),
    layers: z5.array(z5.int().min(1).max(256)).min(2).max(64).default([5, 8, 8, 3]),
    roles: rolesSchema
  }),
  /** Disordered, without crossings, of a chosen mean number of neighbours; connected. */
  z5.strictObject({
    kind: z5.literal("planar"),
    nodes: z5.int().min(4).max(4096).default(64),
    degree: z5.number().min(1).max(6).default(4.46875),
    roles: rolesSchema
  }),
  /** Node by node and edge by edge, as a file brings it: the configuration holds all of it. */
  z5.strictObject({
    kind: z5.literal("given"),
    nodes: z5.array(nodeName).min(2).max(1e5),
    edges: z5.array(z5.tuple([nodeName, nodeName])).min(1).max(5e5),
    /** One per edge in the unit of the rule; none: the rule's initial conductances. */
    conductances: z5.array(z5.number()).max(5e5).default([]),
    /** x and y of each node in the unit square, y downwards; none: on a circle. */
    places: z5.array(z5.tuple([z5.number().min(0).max(1), z5.number().min(0).max(1)])).max(1e5).default([]),
    roles: rolesSchema
  })
]);

// src-preload/contract/recording.ts
import { z as z6 } from "zod";
var recordingSchema = z6.strictObject({
  /** Minimum, maximum and mean of every series are kept for each so many steps. */
  summaryEvery: z6.int().min(1).max(1e9).default(1e3),
  /** All conductances are kept every so many steps. */
  conductanceEvery: z6.int().min(1).max(1e12).default(1e5),
  /** Steps whose loss and conductances are kept on top. */
  detail: z6.discriminatedUnion("kind", [
    z6.strictObject({ kind: z6.literal("none") }),
    z6.strictObject({ kind: z6.literal("all") }),
    z6.strictObject({ kind: z6.literal("every"), steps: z6.int().min(1).max(1e12).default(100) }),
    /** Each kept step lies this fraction of its number after the one before. */
    z6.strictObject({
      kind: z6.literal("logarithmic"),
      fraction: z6.number().min(1e-3).max(1).default(0.05)
    })
  ]).default({ kind: "none" })
});

// src-preload/contract/rule.ts
import { z as z7 } from "zod";
var conductance = z7.number().min(1e-12).max(1e12);
var eta = z7.number().min(1e-6).max(2).default(0.5);
var decaySteps = z7.number().gt(0).max(1e15);
var decaySchema = z7.discriminatedUnion("kind", [
  z7.strictObject({ kind: z7.literal("constant") }),
  /** 1 / (1 + t / steps) */
  z7.strictObject({ kind: z7.literal("inverse"), steps: decaySteps.default(1e3) }),
  /** exp(-t / steps) */
  z7.strictObject({ kind: z7.literal("exponential"), steps: decaySteps.default(1e3) }),
  /** factor^floor(t / steps) */
  z7.strictObject({
    kind: z7.literal("step"),
    steps: z7.int().min(1).default(1e3),
    factor: z7.number().gt(0).max(1).default(0.5)
  })
]);
var ruleSchema = z7.discriminatedUnion("kind", [
  /** dk = (alpha/eta) [(dV_F)^2 - (dV_C)^2], clipped; conductances in arbitrary units. */
  z7.strictObject({
    kind: z7.literal("ideal"),
    eta,
    /** Learning rate, conductance units per V^2. */
    alpha: z7.number().min(1e-9).max(100).default(3e-3),
    decay: decaySchema.default({ kind: "constant" }),
    /** Coefficient of variation of the learning rate between edges. */
    rateVariation: z7.number().min(0).max(2).default(0),
    minConductance: conductance.default(1e-6),
    maxConductance: conductance.default(1e6),
    /** Initial conductances are drawn uniformly from this range. */
    initial: z7.strictObject({ low: conductance.default(0.5), high: conductance.default(1.5) }).default({ low: 0.5, high: 1.5 })
  }),
  /** R moves by one step on a bounded grid of levels: up if |dV_C| > |dV_F|, else down. */
  z7.strictObject({
    kind: z7.literal("discrete"),
    eta,
    /** Number of levels of the grid, in R: linear n R_max / levels, or logarithmic; n = 1..levels. */
    levels: z7.int().min(2).max(65536).default(128),
    /** Levels moved per update. */
    levelStep: z7.int().min(1).max(256).default(1),
    maxResistanceOhm: z7.number().min(1).max(1e9).default(1e5),
    /** Resistance of the lowest level; null: R_max / levels. */
    minResistanceOhm: z7.number().min(1e-3).max(1e9).nullable().default(null),
    spacing: z7.enum(["linear", "logarithmic"]).default("linear"),
    /** Every edge starts at this level; null stands for the middle of the grid. */
    startLevel: z7.int().min(1).max(65536).nullable().default(null)
  }),
  /**
   * Nodes are spins, edges couplings, and both couplings and biases learn by equilibrium
   * propagation: Wang, Wanjura and Marquardt (arXiv:2402.08579). The defaults are ours.
   */
  z7.strictObject({
    kind: z7.literal("xy"),
    /** log: -log(1 + cos), as the authors; cosine: 1 - cos of output and target. */
    cost: z7.enum(["log", "cosine"]).default("log"),
    nudge: z7.enum(["symmetric", "one-sided"]).default("symmetric"),
    /** Strength of the nudge. */
    beta: z7.number().min(1e-6).max(10).default(1e-3),
    optimiser: z7.enum(["descent", "momentum", "adam", "rms"]).default("rms"),
    /** Learning rate; of rms and adam about the change of a step. */
    rate: z7.number().min(1e-9).max(100).default(0.03),
    /** Largest weight of the log cost. */
    cap: z7.number().min(1).max(1e9).default(20),
    /** Free spins set out from random phases on every step, or from where the last step left them. */
    phases: z7.enum(["random", "continue"]).default("random"),
    /** Initial conditions of an example on a step. */
    starts: z7.int().min(1).max(1e3).default(1),
    /** Initial conditions of an example in an evaluation. */
    evaluateStarts: z7.int().min(1).max(1e3).default(5),
    /** Couplings start Gaussian around a mean, both components of a bias around 0. */
    couplingMean: z7.number().min(-100).max(100).default(0),
    couplingSpread: z7.number().min(0).max(100).default(0.5),
    biasSpread: z7.number().min(0).max(100).default(0.1),
    relaxation: z7.strictObject({
      /** Largest torque left; nudged states a tenth of it. */
      tolerance: z7.number().min(1e-14).max(1).default(1e-7),
      sweeps: z7.int().min(1).max(1e6).default(500),
      /** Over-relaxation; 1 aligns each spin exactly. */
      omega: z7.number().min(0.51).max(1.99).default(1.5)
    }).prefault({})
  })
]);

// src-preload/contract/schedule.ts
import { z as z8 } from "zod";
var compensate = z8.boolean().default(false);
var probability = z8.number().gt(0).max(1);
var scheduleSchema = z8.discriminatedUnion("kind", [
  /** Every edge on every step. */
  z8.strictObject({ kind: z8.literal("synchronous") }),
  /** Each edge with probability p on each step, independently. */
  z8.strictObject({
    kind: z8.literal("bernoulli"),
    probability: probability.default(0.5),
    /** Scale alpha by 1/p, so that runs compare at equal expected change. Ideal rule only. */
    compensate: z8.boolean().default(false)
  }),
  /** Each edge with its own p_e, drawn once around the mean with this coefficient of variation. */
  z8.strictObject({
    kind: z8.literal("rates"),
    probability: probability.default(0.5),
    variation: z8.number().min(0).max(1).default(0.3),
    compensate
  }),
  /** A clock per edge that rings at random: one ring is one event and one step; exact. */
  z8.strictObject({
    kind: z8.literal("poisson"),
    /** Mean rings of an edge per second of simulated time. */
    rate: z8.number().gt(0).max(1e9).default(1),
    /** Coefficient of variation of the rates between edges. */
    variation: z8.number().min(0).max(1).default(0),
    compensate
  }),
  /** One edge per step, in a random order that is drawn anew for each pass. */
  z8.strictObject({ kind: z8.literal("sweep"), compensate }),
  /** The edges cut into blocks that update in turn, one block per step. */
  z8.strictObject({
    kind: z8.literal("block"),
    blocks: z8.int().min(1).max(1e4).default(2),
    /**
     * consecutive: neighbours by number; fixed: a random division, drawn once; anew: for each step a
     * random group, whose mean size is that of a block.
     */
    members: z8.enum(["consecutive", "fixed", "anew"]).default("consecutive"),
    compensate
  })
]);

// src-preload/contract/task.ts
import { z as z9 } from "zod";
var volt = z9.number().min(-1e3).max(1e3);
var column = z9.string().min(1).max(80);
var scaledColumn = z9.strictObject({ column, low: z9.number(), high: z9.number() });
var allostery = z9.strictObject({
  kind: z9.literal("allostery"),
  sourceVoltagesV: z9.array(volt).min(1).max(64).default([5]),
  targets: z9.discriminatedUnion("kind", [
    z9.strictObject({ kind: z9.literal("given"), voltagesV: z9.array(volt).min(1).max(64) }),
    /** Drawn uniformly from the seed. */
    z9.strictObject({
      kind: z9.literal("random"),
      count: z9.int().min(1).max(64).default(2),
      lowV: volt.default(1),
      highV: volt.default(4)
    })
  ])
});
var regression = z9.strictObject({
  kind: z9.literal("regression"),
  /** Rows: outputs; columns: inputs; dimensionless, non-negative, row sums below 1. */
  matrix: z9.array(z9.array(z9.number().min(0).max(1)).min(1).max(64)).min(1).max(64).default([
    [0.2, 0.3],
    [0.1, 0.5]
  ]),
  /** Draws A of this size from the seed instead; null: the matrix as given. */
  drawMatrix: z9.strictObject({ outputs: z9.int().min(1).max(64), inputs: z9.int().min(1).max(64) }).nullable().default(null),
  trainExamples: z9.int().min(1).max(1e4).default(20),
  testExamples: z9.int().min(0).max(1e4).default(100),
  lowV: volt.default(0),
  highV: volt.default(5),
  /** Standard deviation of Gaussian noise on the desired outputs. */
  noiseV: z9.number().min(0).max(100).default(0)
});
var table = z9.strictObject({
  kind: z9.literal("table"),
  columns: z9.array(column).min(2).max(256),
  /** Rows of one number per column. */
  rows: z9.array(z9.array(z9.number()).min(2).max(256)).min(1).max(2e4),
  /** Columns of the inputs, scaled from [low, high] to [lowV, highV]. */
  inputs: z9.array(scaledColumn).min(1).max(64),
  /** Columns of the desired outputs, scaled from [low, high] to [targetLowV, targetHighV]. */
  targets: z9.array(scaledColumn).min(1).max(64),
  lowV: volt.default(0),
  highV: volt.default(5),
  targetLowV: volt.default(1),
  targetHighV: volt.default(4),
  /** Rows to train on, drawn from the seed; the others test. null: all train. */
  trainExamples: z9.int().min(1).max(2e4).nullable().default(null)
});
var xor = z9.strictObject({
  kind: z9.literal("xor"),
  lowV: volt.default(0),
  highV: volt.default(5),
  targetLowV: volt.default(1),
  targetHighV: volt.default(4)
});
var digits = z9.strictObject({
  kind: z9.literal("digits"),
  side: z9.int().min(4).max(28).default(8),
  trainExamples: z9.int().min(10).max(1e4).default(500),
  testExamples: z9.int().min(0).max(1e4).default(200),
  /** Largest shift in each direction, pixels. */
  shift: z9.number().min(0).max(8).default(0.5),
  /** Mean width of a stroke, pixels. */
  thickness: z9.number().min(0.5).max(8).default(1.3),
  /** Part of the width by which strokes differ either way. */
  thicknessVariation: z9.number().min(0).max(0.9).default(0.3),
  /** Standard deviation of the noise on a pixel from 0 to 1. */
  noise: z9.number().min(0).max(1).default(0.05),
  lowV: volt.default(0),
  highV: volt.default(5)
});
var taskSchema = z9.discriminatedUnion("kind", [
  allostery,
  regression,
  table,
  /** Tasks of one shape that take turns, each for so many steps. */
  z9.strictObject({
    kind: z9.literal("switching"),
    every: z9.int().min(1).default(1e3),
    tasks: z9.array(z9.discriminatedUnion("kind", [allostery, regression, table])).min(2).max(64)
  }),
  xor,
  digits,
  /** Fisher's Iris data: 4 features in, one target per class; the class is the nearest target. */
  z9.strictObject({
    kind: z9.literal("iris"),
    /** Training flowers, one third of each class; the others of the 150 are the test set. */
    trainFlowers: z9.int().min(3).max(147).multipleOf(3).default(30),
    /** Which part of the flowers tests, for cross-validation: 0..4 where 120 train. */
    fold: z9.int().min(0).max(146).optional(),
    /** Each feature is scaled from its range over the training flowers to [lowV, highV]. */
    lowV: volt.default(0),
    highV: volt.default(5)
  })
]);

// src-preload/contract/config.ts
var runConfigSchema = z10.strictObject({
  format: z10.literal(1).default(1),
  name: z10.string().max(120).default(""),
  machine: z10.discriminatedUnion("kind", [
    z10.strictObject({ kind: z10.literal("simulated") }),
    /** The board that is connected when the run is configured. */
    z10.strictObject({
      kind: z10.literal("board"),
      /** A frame every so many steps; null: as the line allows, which the board measures. */
      frameEvery: z10.int().min(1).max(65535).nullable().default(null)
    })
  ]).default({ kind: "simulated" }),
  network: networkSchema,
  task: taskSchema,
  rule: ruleSchema,
  schedule: scheduleSchema,
  batch: z10.strictObject({
    /** Examples per step, 1..M. */
    size: z10.int().min(1).max(1e5).default(1),
    /**
     * epoch: without replacement within an epoch; random: distinct examples anew for every step;
     * replacement: independent ones anew for every step, an example may come twice.
     */
    draw: z10.enum(["epoch", "random", "replacement"]).default("epoch")
  }).default({ size: 1, draw: "epoch" }),
  imperfections: imperfectionsSchema.prefault({}),
  seed: z10.int().min(0).max(4294967295).default(1),
  /** The run ends after this many steps; null: when the user says so. */
  stop: z10.strictObject({ steps: z10.int().min(1).max(Number.MAX_SAFE_INTEGER).nullable().default(null) }).default({ steps: null }),
  /** Errors over all examples are evaluated every so many steps. */
  evaluate: z10.strictObject({ every: z10.int().min(1).default(100) }).default({ every: 100 }),
  /** Steps per second shown live; null: as fast as it goes. Has no part in the result. */
  pace: z10.strictObject({ stepsPerSecond: z10.number().min(0.1).max(1e9).nullable().default(null) }).default({ stepsPerSecond: null }),
  /** What is kept in the run store besides what every step can be computed from. No part in the result. */
  recording: recordingSchema.prefault({}),
  /** Changes made at given steps: recorded by hand, replayed on a re-run. */
  adjustments: z10.array(adjustmentSchema).max(1e5).default([])
});

// src-preload/contract/description.ts
import { z as z11 } from "zod";
var f64 = z11.instanceof(Float64Array);
var nodeRoleSchema = z11.enum(["hidden", "source", "ground", "target"]);
var descriptionSchema = z11.strictObject({
  run: z11.string(),
  nodes: z11.array(
    z11.strictObject({
      name: z11.string(),
      /** Place in the unit square, y downwards. */
      x: z11.number(),
      y: z11.number(),
      role: nodeRoleSchema
    })
  ),
  /** xy: nodes are spins, edges couplings, errors 0 to 1; left out: resistors. */
  model: z11.literal("xy").optional(),
  /** Of spins, N values each: bonds to the nearest input and output over free spins; -1: no way. */
  distances: z11.strictObject({ input: f64, output: f64 }).optional(),
  /** Node indices of each edge. */
  edges: z11.array(z11.tuple([z11.int(), z11.int()])),
  /** E values, conductance at step 0. */
  initialConductance: f64,
  /** 'S' or 'a.u.' */
  conductanceUnit: z11.enum(["S", "a.u."]),
  /** Conductances of the level grid, ascending; null for a continuous rule. */
  levelConductance: f64.nullable(),
  /** E values: expected updates per step and edge. */
  updateProbability: f64,
  /** E values, updates per second of simulated time; for schedules in continuous time only. */
  updateRate: f64.optional(),
  trainExamples: z11.int(),
  testExamples: z11.int(),
  /** Parameters of the edges, where some share one. */
  edgeParameters: z11.int().optional(),
  /** Names of the outputs (target nodes), O of them. */
  outputs: z11.array(z11.string()),
  /** Names of the classes; empty when the task is no classification. */
  classes: z11.array(z11.string()),
  capabilities: z11.strictObject({
    rules: z11.array(z11.string()),
    schedules: z11.array(z11.string()),
    /** Paths that `adjust` takes while running. */
    live: z11.array(z11.string()),
    edgeActions: z11.array(z11.enum(["cut", "freeze", "restore", "stick"])),
    /** null: no limit other than the computer. */
    maxStepsPerSecond: z11.number().nullable(),
    /** It goes at its own pace: `pace` is refused. Left out: the pace can be set. */
    ownPace: z11.boolean().optional()
  })
});

// src-preload/contract/events.ts
import { z as z20 } from "zod";

// src-preload/contract/studyCommands.ts
import { z as z19 } from "zod";

// src-preload/contract/study.ts
import { z as z14 } from "zod";

// src-preload/contract/sweep.ts
import { z as z12 } from "zod";
var MOST_AXIS_VALUES = 1e4;
var path = z12.string().min(1).max(200);
var label = z12.string().max(200);
var sweepAxisSchema = z12.discriminatedUnion("kind", [
  /** One field and its values. */
  z12.strictObject({
    kind: z12.literal("list"),
    path,
    values: z12.array(z12.json()).min(1).max(MOST_AXIS_VALUES)
  }),
  /** One field; both ends are values. Rounded to 6 digits, and whole where the field is. */
  z12.strictObject({
    kind: z12.literal("range"),
    path,
    from: z12.number(),
    to: z12.number(),
    count: z12.int().min(2).max(MOST_AXIS_VALUES),
    spacing: z12.enum(["linear", "logarithmic"]).default("linear")
  }),
  /** Several fields that change together: each case sets its own. */
  z12.strictObject({
    kind: z12.literal("cases"),
    name: z12.string().min(1).max(120),
    cases: z12.array(z12.strictObject({ label: label.min(1), set: z12.record(path, z12.json()) })).min(1).max(MOST_AXIS_VALUES)
  })
]);
var steps = z12.int().min(1).max(Number.MAX_SAFE_INTEGER);
var sweepStopSchema = z12.discriminatedUnion("kind", [
  /** After so many steps; null: after `stop.steps` of its configuration, which may be an axis. */
  z12.strictObject({ kind: z12.literal("steps"), steps: steps.nullable().default(null) }),
  /** At the first step at which the mean expected updates per edge are that many, or at mostSteps. */
  z12.strictObject({
    kind: z12.literal("updates"),
    perEdge: z12.number().gt(0).max(1e12),
    mostSteps: steps.default(1e9)
  }),
  /**
   * Where the mean error of a window of steps is not below that of the window before by more than
   * the tolerance (relative), or at mostSteps.
   */
  z12.strictObject({
    kind: z12.literal("plateau"),
    window: z12.int().min(1).max(1e9).default(1e3),
    tolerance: z12.number().min(0).max(1).default(0.01),
    mostSteps: steps.default(1e6)
  })
]);
var sweepPlanSchema = z12.strictObject({
  format: z12.literal("desynclab-sweep-1").default("desynclab-sweep-1"),
  name: z12.string().max(120).default(""),
  note: z12.string().max(4e3).default(""),
  /** What every run has that no axis changes. Its seed is not used. */
  base: runConfigSchema,
  /** The first is the slowest. None: the same configuration with many seeds. */
  axes: z12.array(sweepAxisSchema).max(12).default([]),
  /**
   * Every cell has the seeds first, first + 1, ...: the same seed draws the same task, initial state
   * and network in every cell where these are of the same size, so that cells compare in pairs.
   */
  seeds: z12.strictObject({
    first: z12.int().min(0).max(4294967295).default(1),
    count: z12.int().min(1).max(1e5).default(1)
  }).default({ first: 1, count: 1 }),
  stop: sweepStopSchema.default({ kind: "steps", steps: null }),
  /** Errors are evaluated exactly at so many steps at equal ratios, the last one included. */
  curvePoints: z12.int().min(2).max(1e3).default(32),
  /** Steps, and expected updates per edge, at which the curve has a point too. */
  marks: z12.strictObject({
    steps: z12.array(steps).max(100).default([]),
    updates: z12.array(z12.number().gt(0)).max(100).default([])
  }).default({ steps: [], updates: [] }),
  /** Exact detection of cycles; a run takes several times as long until it is caught. */
  watchCycle: z12.boolean().default(false),
  /**
   * After its end a run goes on for so many steps, on each of which the conductances are looked at;
   * null: it does not. The errors and the hash are those of the end.
   */
  follow: z12.strictObject({ steps: z12.int().min(2).max(1e8) }).nullable().default(null)
});

// src-preload/contract/sweepFigure.ts
import { z as z13 } from "zod";
var point = z13.strictObject({ value: z13.number(), run: z13.string().max(200) });
var text = z13.string().max(200);
var named = { title: text, caption: z13.string().max(2e3) };
var scale = z13.enum(["linear", "log"]);
var y = { yLabel: text, yScale: scale };
var numbers = z13.array(z13.number());
var group = z13.strictObject({ label: text, values: z13.array(point) });
var spread = z13.strictObject({
  kind: z13.literal("spread"),
  ...named,
  xLabel: text,
  ...y,
  /** Every series has the same places. */
  series: z13.array(z13.strictObject({ name: text, groups: z13.array(group) })).min(1)
});
var pairs = z13.strictObject({
  kind: z13.literal("pairs"),
  ...named,
  xLabel: text,
  yLabel: text,
  groups: z13.array(
    z13.strictObject({
      label: text,
      values: z13.array(point),
      median: z13.number(),
      low: z13.number(),
      high: z13.number(),
      /** Of the sign test, two-sided. */
      p: z13.number()
    })
  ),
  /** Lines to hold the ratios against, besides 1. */
  bounds: z13.array(z13.strictObject({ at: z13.number(), label: text }))
});
var heat = z13.strictObject({
  kind: z13.literal("heat"),
  ...named,
  xLabel: text,
  yLabel: text,
  valueLabel: text,
  valueScale: scale,
  x: z13.array(text).min(1),
  y: z13.array(text).min(1),
  /** Row by row from the first y; an empty cell has no values. */
  cells: z13.array(z13.strictObject({ x: z13.int(), y: z13.int(), values: z13.array(point) }))
});
var bands = z13.strictObject({
  kind: z13.literal("bands"),
  ...named,
  xLabel: text,
  xScale: scale,
  ...y,
  series: z13.array(
    z13.strictObject({ name: text, x: numbers, median: numbers, lower: numbers, upper: numbers })
  ).min(1)
});
var plain = z13.strictObject({
  kind: z13.literal("plain"),
  ...named,
  xLabel: text,
  xScale: scale,
  ...y,
  series: z13.array(
    z13.strictObject({
      name: text,
      drawn: z13.enum(["points", "line", "both"]),
      points: z13.array(z13.strictObject({ x: z13.number(), y: z13.number(), run: z13.string().max(200) }))
    })
  ).min(1)
});
var sweepFigureSchema = z13.discriminatedUnion("kind", [spread, pairs, heat, bands, plain]);

// src-preload/contract/study.ts
var text2 = z14.string().max(4e3);
var studyNameSchema = z14.enum([
  "ideal-cost",
  "discrete",
  "mini-batch",
  "clocks",
  "damage",
  "speed",
  "board"
]);
var studyFormSchema = z14.enum(["quick", "full"]);
var criterion = z14.strictObject({
  name: text2,
  /** null: it has no finite value. */
  value: z14.number().nullable(),
  /** In words, as in `at most 1.10`; null: shown, not judged. */
  needed: text2.nullable(),
  /** null: not judged. */
  holds: z14.boolean().nullable()
});
var table2 = z14.strictObject({
  title: text2,
  columns: z14.array(text2),
  /** Numbers are written with three digits. */
  rows: z14.array(z14.array(z14.union([text2, z14.number().nullable()]))),
  note: text2
});
var studyResultSchema = z14.strictObject({
  format: z14.literal("desynclab-study-1"),
  study: studyNameSchema,
  title: text2,
  question: text2,
  form: studyFormSchema,
  /** What learned: the simulation, or a board by what it says it is. */
  machine: text2,
  /** holds: null where there is nothing to decide; the sentence is made of the numbers. */
  verdict: z14.strictObject({ holds: z14.boolean().nullable(), sentence: text2 }),
  criteria: z14.array(criterion),
  tables: z14.array(table2),
  figures: z14.array(sweepFigureSchema),
  /** How it was measured and what was chosen, in sentences. */
  method: z14.array(text2),
  /** What could not be done, in sentences. */
  gaps: z14.array(text2),
  /** Every run of it, to be made again. */
  plans: z14.array(sweepPlanSchema),
  runs: z14.number(),
  failed: z14.number(),
  /** The command that makes it again. */
  again: text2,
  startedAt: text2,
  tookMs: z14.number(),
  versions: z14.strictObject({ desynclab: text2, node: text2, platform: text2 })
});

// src-preload/contract/sweepCommands.ts
import { z as z18 } from "zod";

// src-preload/contract/sweepMeasure.ts
import { z as z15 } from "zod";
var sweepMeasureSchema = z15.enum([
  "train",
  "bestTrain",
  "lateTrain",
  "test",
  "bestTest",
  "testAccuracy"
]);

// src-preload/contract/sweepProgress.ts
import { z as z16 } from "zod";
var sweepProgressSchema = z16.strictObject({
  /** Runs of the plan, or of the shard that is done here. */
  total: z16.number(),
  finished: z16.number(),
  /** Could not be done. */
  failed: z16.number(),
  /** Done since it was started here, per second of work. */
  runsPerSecond: z16.number(),
  stepsPerSecond: z16.number(),
  workedSeconds: z16.number(),
  /** About; null before the first run is done. */
  leftSeconds: z16.number().nullable()
});
var sweepEstimateSchema = z16.strictObject({
  runs: z16.number(),
  cells: z16.number(),
  /** Runs at a time. */
  lanes: z16.number(),
  /** null: no run that was tried can be done. */
  seconds: z16.number().nullable(),
  /** A plateau may end runs earlier. */
  atMost: z16.boolean(),
  fewestSteps: z16.number().nullable(),
  mostSteps: z16.number().nullable(),
  /** Cells, by the numbers of their values, whose runs cannot be done. */
  problems: z16.array(z16.strictObject({ cell: z16.array(z16.number()), problem: problemSchema }))
});

// src-preload/contract/sweepRow.ts
import { z as z17 } from "zod";
var numbers2 = z17.array(z17.number());
var sweepCurveSchema = z17.strictObject({
  step: numbers2,
  /** Expected updates per edge. */
  updates: numbers2,
  trainError: numbers2,
  /** null without a test set. */
  testError: numbers2.nullable(),
  /**
   * Least error of all evaluations up to here: those of the curve, and those every
   * `evaluate.every` steps of the configuration.
   */
  bestTrainError: numbers2,
  bestTestError: numbers2.nullable()
});
var sweepResultSchema = z17.strictObject({
  steps: z17.number(),
  /** Mean over edges of the expected number of updates. */
  updates: z17.number(),
  /** bound: the stop rule's `mostSteps` came first. */
  endedBy: z17.enum(["steps", "updates", "plateau", "bound"]),
  trainError: z17.number(),
  testError: z17.number().nullable(),
  /** 0..1; null without classes. */
  trainAccuracy: z17.number().nullable(),
  testAccuracy: z17.number().nullable(),
  bestTrainError: z17.number(),
  /** The step of the least training error. */
  bestStep: z17.number(),
  bestTestError: z17.number().nullable(),
  /** Means over the evaluations of the last tenth of the steps: a jittering run has no last word. */
  lateTrainError: z17.number(),
  lateTestError: z17.number().nullable(),
  /**
   * null: not watched, or it cannot be, as steps draw at random. found: null where no state came
   * back. `from`: on the cycle at this step, and maybe before.
   */
  cycle: z17.strictObject({ found: z17.strictObject({ period: z17.number(), from: z17.number() }).nullable() }).nullable(),
  /** Hash of the trajectory: that of the same configuration run anywhere for so many steps. */
  hash: z17.string(),
  curve: sweepCurveSchema,
  /** Of the steps after the end; null: the plan did not ask. */
  followed: z17.strictObject({
    steps: z17.number(),
    /** Mean over edges and origins of (k(t + lag) - k(t))^2. */
    lag: numbers2,
    meanSquare: numbers2,
    /** Sum over edges of the variance of a step's change, squared conductance units. */
    trace: z17.number(),
    /** Sum over edges of the squared mean change. */
    drift: z17.number()
  }).nullable(),
  /** Spent learning. */
  seconds: z17.number(),
  /** What the run complained of. */
  problems: z17.array(problemSchema)
});
var run = {
  /** Hash of all that decides its result, 16 hexadecimal digits: configuration, stop, engine. */
  run: z17.string(),
  /** Its number in the plan. */
  index: z17.number(),
  /** Number of the value on each axis. */
  cell: z17.array(z17.number()),
  seed: z17.number()
};
var sweepRowSchema = z17.discriminatedUnion("state", [
  z17.strictObject({ state: z17.literal("finished"), ...run, result: sweepResultSchema }),
  /** It could not be done, and would fail again. */
  z17.strictObject({ state: z17.literal("failed"), ...run, problem: problemSchema })
]);

// src-preload/contract/sweepCommands.ts
var nothing = z18.undefined();
var id = z18.string().regex(/^[0-9a-f]{16}$/);
var sweepStateSchema = z18.enum([
  "waiting",
  "running",
  "paused",
  "stopped",
  "finished",
  "failed"
]);
var sweepStatusSchema = z18.strictObject({
  /** Identity of its plan. */
  id: z18.string(),
  state: sweepStateSchema,
  progress: sweepProgressSchema,
  /** Why it failed, or what was found in its folder. */
  problem: problemSchema.nullable(),
  /** It was at work when the program ended, or went down: nobody has stopped it. */
  interrupted: z18.boolean().default(false)
});
var sweepEntrySchema = z18.strictObject({
  ...sweepStatusSchema.shape,
  name: z18.string(),
  folder: z18.string(),
  createdAt: z18.iso.datetime(),
  /** Runs of one seed. */
  cells: z18.number(),
  seeds: z18.number(),
  /** Names of the axes. */
  axes: z18.array(z18.string())
});
var tableWhat = z18.enum(["runs", "curves"]);
var sweepCommands = {
  /** What a plan comes to; nothing is kept. */
  estimate: { request: z18.strictObject({ plan: sweepPlanSchema }), reply: sweepEstimateSchema },
  /** Begins a sweep, or goes on with the one of the same plan. */
  start: { request: z18.strictObject({ plan: sweepPlanSchema }), reply: sweepEntrySchema },
  /** Newest first. */
  list: {
    request: nothing,
    reply: z18.strictObject({ directory: z18.string(), entries: z18.array(sweepEntrySchema) })
  },
  pause: { request: z18.strictObject({ id }), reply: sweepStatusSchema },
  /** A paused one, or one that was stopped, by whatever. */
  goOn: {
    request: z18.strictObject({
      id,
      /** Runs that could not be done are tried again. */
      retryFailed: z18.boolean().default(false)
    }),
    reply: sweepStatusSchema
  },
  /** Gives up the runs under way; results stay. */
  stop: { request: z18.strictObject({ id }), reply: sweepStatusSchema },
  read: {
    request: z18.strictObject({ id }),
    reply: z18.strictObject({ entry: sweepEntrySchema, plan: sweepPlanSchema })
  },
  /** Results in the order in which they came, from a place on. */
  rows: {
    request: z18.strictObject({
      id,
      /** 0, or `next` of the last reply. */
      from: z18.int().min(0).default(0),
      most: z18.int().min(1).max(5e3).default(500)
    }),
    reply: z18.strictObject({
      /** Of a run that comes twice the later row counts. */
      rows: z18.array(sweepRowSchema),
      next: z18.number(),
      /** There is more now. */
      more: z18.boolean()
    })
  },
  /** What the results show so far, over chosen axes; runs are named by their number in the plan. */
  figures: {
    request: z18.strictObject({
      id,
      measure: sweepMeasureSchema.default("train"),
      /** Axis along the horizontal; its number in the plan. */
      along: z18.int().min(0).default(0),
      /** Axis whose values are told apart; null: the rest is pooled. */
      by: z18.int().min(0).nullable().default(null),
      /** Place of `along` that the others are held against; null: the last. */
      reference: z18.int().min(0).nullable().default(null)
    }),
    reply: z18.strictObject({ figures: z18.array(sweepFigureSchema) })
  },
  /** Runs that could not be done, at most a hundred of them, in the order of the plan. */
  failures: {
    request: z18.strictObject({ id }),
    reply: z18.strictObject({
      failures: z18.array(
        z18.strictObject({
          index: z18.number(),
          /** Its place on the axes, in words. */
          cell: z18.string(),
          seed: z18.number(),
          problem: problemSchema
        })
      )
    })
  },
  /** The configuration of one run, with its end, to be run or opened by itself. */
  run: {
    request: z18.strictObject({ id, index: z18.int().min(0) }),
    reply: z18.strictObject({ config: runConfigSchema })
  },
  /** The results as a file's content. */
  table: {
    request: z18.strictObject({
      id,
      what: tableWhat.default("runs"),
      form: z18.enum(["csv", "parquet", "json"])
    }),
    reply: z18.strictObject({ content: z18.union([z18.string(), z18.instanceof(Uint8Array)]) })
  },
  /** Takes it out of the list; its folder is moved aside, not deleted. */
  trash: { request: z18.strictObject({ id }), reply: z18.strictObject({ movedTo: z18.string() }) }
};

// src-preload/contract/studyCommands.ts
var nothing2 = z19.undefined();
var id2 = z19.string().regex(/^[a-z-]{1,40}$/);
var studyStatusSchema = z19.strictObject({
  id: z19.string(),
  study: studyNameSchema,
  form: studyFormSchema,
  state: sweepStateSchema,
  /** Until the study has named all of its plans `total` is about how many runs there will be. */
  progress: sweepProgressSchema,
  /** Name of the plan whose runs are under way; empty: it measures or computes without runs. */
  plan: z19.string(),
  /** What learns, in words. */
  machine: z19.string(),
  folder: z19.string(),
  startedAt: z19.string(),
  /** Of a finished one. */
  verdict: studyResultSchema.shape.verdict.nullable(),
  problem: problemSchema.nullable(),
  /** It was at work when the program ended, or went down: nobody has stopped it. */
  interrupted: z19.boolean()
});
var failureSchema = z19.strictObject({
  run: z19.string(),
  plan: z19.string(),
  treatment: z19.string(),
  seed: z19.number(),
  problem: problemSchema
});
var studyCommands = {
  /** Every study, with what is there of it. */
  list: {
    request: nothing2,
    reply: z19.strictObject({
      /** Runs that are done at a time. */
      lanes: z19.number(),
      studies: z19.array(
        z19.strictObject({
          study: studyNameSchema,
          title: z19.string(),
          question: z19.string(),
          /** It is done on a board. */
          onBoard: z19.boolean(),
          forms: z19.array(
            z19.strictObject({
              form: studyFormSchema,
              /** About so many, and about how long on this many cores, s. */
              runs: z19.number(),
              seconds: z19.number(),
              status: studyStatusSchema.nullable()
            })
          )
        })
      )
    })
  },
  /** Begins a study, or goes on with it; one that is finished is moved aside and begun anew. */
  start: {
    request: z19.strictObject({
      study: studyNameSchema,
      form: studyFormSchema.default("quick"),
      /** Of the study `speed`: time of a laboratory step, s; null: its default. */
      laboratoryStepS: z19.number().gt(0).max(1e3).nullable().default(null),
      /** Of the study `board`: the one that is connected, or a virtual one of its own. */
      board: z19.enum(["connected", "virtual"]).default("connected")
    }),
    reply: studyStatusSchema
  },
  pause: { request: z19.strictObject({ id: id2 }), reply: studyStatusSchema },
  goOn: { request: z19.strictObject({ id: id2 }), reply: studyStatusSchema },
  /** Gives up the runs under way; results stay. */
  stop: { request: z19.strictObject({ id: id2 }), reply: studyStatusSchema },
  /** What it came to, or what the plan under way shows so far; runs are named by their identity. */
  read: {
    request: z19.strictObject({ id: id2 }),
    reply: z19.strictObject({
      status: studyStatusSchema,
      result: studyResultSchema.nullable(),
      figures: z19.array(sweepFigureSchema),
      /** At most a hundred. */
      failures: z19.array(failureSchema)
    })
  },
  /** The configuration of one run, with its end, to be run or opened by itself. */
  run: {
    request: z19.strictObject({ id: id2, run: z19.string().min(1).max(200) }),
    reply: z19.strictObject({ config: runConfigSchema })
  },
  /** Takes its runs and its report out of the laboratory; the folder is moved aside. */
  trash: { request: z19.strictObject({ id: id2 }), reply: z19.strictObject({ movedTo: z19.string() }) },
  /** The report of a finished one as a page, to be printed. */
  page: { request: z19.strictObject({ id: id2 }), reply: z19.strictObject({ page: z19.string() }) },
  /** Writes the report with all that belongs to it into a new or empty folder. */
  report: {
    request: z19.strictObject({
      id: id2,
      directory: z19.string().min(1).max(4096),
      /** The page as PDF, or why there is none. */
      pdf: z19.union([z19.instanceof(Uint8Array), z19.string().max(2e3)])
    }),
    reply: z19.strictObject({ directory: z19.string(), files: z19.array(z19.string()) })
  }
};

// src-preload/contract/events.ts
var runStateSchema = z20.enum(["empty", "ready", "running", "paused", "finished", "failed"]);
var eventSchema = z20.discriminatedUnion("kind", [
  z20.strictObject({ kind: z20.literal("state"), run: z20.string(), state: runStateSchema }),
  z20.strictObject({ kind: z20.literal("adjusted"), run: z20.string(), adjustment: adjustmentSchema }),
  z20.strictObject({ kind: z20.literal("problem"), problem: problemSchema }),
  z20.strictObject({ kind: z20.literal("solved"), id: z20.string() }),
  /** The engine process ended unexpectedly and is started again; resumed: the run goes on from a checkpoint. */
  z20.strictObject({ kind: z20.literal("engine"), state: z20.enum(["started", "lost", "resumed"]) }),
  /** The board's presence or device changed; counters come with the next change, or on asking. */
  z20.strictObject({ kind: z20.literal("board"), board: boardStateSchema }),
  /** A board run has steps that nobody saw. */
  z20.strictObject({ kind: z20.literal("gap"), run: z20.string(), gap: gapSchema }),
  /** A sweep's state changed, or it is further on: at most four times a second. */
  z20.strictObject({ kind: z20.literal("sweep"), sweep: sweepStatusSchema }),
  /** A file from outside waits: `takeFile`. */
  z20.strictObject({ kind: z20.literal("file") }),
  /** The same of a study. */
  z20.strictObject({ kind: z20.literal("study"), study: studyStatusSchema }),
  /** From the application's menu. */
  z20.strictObject({
    kind: z20.literal("menu"),
    action: z20.enum(actionIds)
  })
]);

// src-preload/contract/frame.ts
import { z as z22 } from "zod";

// src-preload/contract/twin.ts
import { z as z21 } from "zod";
var f642 = z21.instanceof(Float64Array);
var twinSchema = z21.strictObject({
  /** Step at which both were compared. */
  step: z21.number(),
  /** Error of the step's batch in the twin, V^2. */
  loss: z21.number(),
  /** E values: conductance of the board less that of the twin. */
  conductance: f642,
  /** E values: level of the board less that of the twin; null for a continuous rule. */
  levels: f642.nullable(),
  /** N values: free voltage of the board less that of the twin, V. */
  freeV: f642,
  /** Root mean square over edges of the differences in level (or in conductance, without levels). */
  rmsEdges: z21.number(),
  /** Root mean square over nodes of the differences in free voltage, V. */
  rmsV: z21.number(),
  /**
   * First step that was compared and at which a level (or a conductance, by more than 1e-6 of it)
   * differed; null: none yet.
   */
  apartSince: z21.number().nullable()
});

// src-preload/contract/frame.ts
var f643 = z22.instanceof(Float64Array);
var u32 = z22.instanceof(Uint32Array);
var u8 = z22.instanceof(Uint8Array);
var seriesNameSchema = z22.enum([
  "batch",
  "train",
  "test",
  "trainAccuracy",
  "testAccuracy",
  "twin"
]);
var outputSeriesSchema = z22.custom(
  (name) => typeof name === "string" && /^output:\d{1,4}$/.test(name),
  "a series of an output is called output: and its number"
);
var historySeriesSchema = z22.union([seriesNameSchema, outputSeriesSchema]);
var bucketSchema = z22.strictObject({
  firstStep: z22.number(),
  lastStep: z22.number(),
  /** Number of values folded in. */
  count: z22.number(),
  min: z22.number(),
  max: z22.number(),
  first: z22.number(),
  last: z22.number(),
  mean: z22.number()
});
var evaluationSchema = z22.strictObject({
  step: z22.number(),
  /** Mean over examples and outputs of (V_D - V_F)^2, V^2. */
  trainError: z22.number(),
  /** null without test examples. */
  testError: z22.number().nullable(),
  /** 0..1; null when the task is no classification. */
  trainAccuracy: z22.number().nullable(),
  testAccuracy: z22.number().nullable(),
  /** M x O free-state output voltages of the training examples, V. */
  outputs: f643,
  /** M x O desired voltages, V. */
  targets: f643,
  /** C x C counts over the test flowers (or the training set if there is no test set): row true class, column answer. */
  confusion: u32.nullable()
});
var frameSchema = z22.strictObject({
  run: z22.string(),
  /** Counts frames of this run from 0; the renderer acknowledges it. */
  sequence: z22.number(),
  step: z22.number(),
  /** Mean over edges of the expected number of updates so far. */
  expectedUpdates: z22.number(),
  /** Time the machine has spent learning, ms. */
  runTimeMs: z22.number(),
  /** Epoch time at which the engine finished the newest step of the frame, ms with fraction. */
  sentAtMs: z22.number(),
  stepsPerSecond: z22.number(),
  buckets: z22.partialRecord(seriesNameSchema, bucketSchema),
  /** The newest steps, oldest first: bit e % 32 of word e >> 5 is set if edge e updated. */
  raster: z22.strictObject({
    firstStep: z22.number(),
    steps: z22.number(),
    /** 32-bit words per step. */
    words: z22.number(),
    masks: u32,
    /** The step of each row where a machine does not hand over every step; else one after another. */
    at: f643.optional(),
    /** Simulated time after the step of each row, s; for schedules in continuous time only. */
    timeS: f643.optional()
  }),
  timing: z22.strictObject({
    /** Intervals hold for the steps after this one (a change of schedule starts them anew). */
    sinceStep: z22.number(),
    /**
     * Only every so many steps is seen, at least: updates are counted in those alone, and intervals
     * are not known (all counts 0). Left out: every step is seen.
     */
    seenEvery: z22.number().optional(),
    /** E values: expected updates per step now; 0 for an edge that is cut, frozen or stuck. */
    updateProbability: f643,
    /** E values: updates since step 0. */
    updates: f643,
    /** E values: step of the last update, 0 for never. */
    lastUpdate: f643,
    /** counts[n] intervals of n steps between two updates of one edge, pooled; the last: that or longer. */
    intervals: u32,
    /** The same in simulated time; for schedules in continuous time only. */
    time: z22.strictObject({
      /** Time of the newest event, s. */
      elapsedS: z22.number(),
      /** counts[n] intervals between n and n + 1 times binS, pooled; the last: or longer. */
      binS: z22.number(),
      intervals: u32
    }).optional(),
    /** Of the one edge that is watched: its own intervals since it is. */
    edge: z22.strictObject({
      edge: z22.number(),
      sinceStep: z22.number(),
      intervals: u32,
      /** In simulated time, in bins as wide as those of `time`. */
      timeIntervals: u32.optional()
    }).optional()
  }),
  state: z22.strictObject({
    /** E values. */
    conductance: f643,
    /** E values: 0 learns, 1 cut, 2 frozen, 3 stuck. */
    edgeState: u8,
    /** The example whose voltages these are. */
    example: z22.number(),
    /** N values, V. */
    freeV: f643,
    clampedV: f643,
    /** Where nodes are spins: freeV and clampedV are then phases, rad, the latter nudged. */
    spins: z22.strictObject({
      /** N lengths and directions of the biases, rad; 0 where an input holds the spin. */
      biasStrength: f643,
      biasPhase: f643,
      /** Largest torque that a free state of the newest step was left with. */
      residual: z22.number()
    }).optional()
  }),
  evaluation: evaluationSchema.nullable(),
  twin: twinSchema.optional(),
  counters: z22.strictObject({
    /** Frames folded into a later one because the window was busy. */
    merged: z22.number(),
    /** Measurements that are in no frame and no record: 0 unless something broke. */
    dropped: z22.number(),
    /** Share of the last second in which the run waited for its record to be written, 0 to 1. */
    recordWait: z22.number().optional()
  })
});

// src-preload/contract/inputs.ts
import { z as z23 } from "zod";
var MOST_INPUT_BYTES = 5e7;
var MOST_CLASSES = 64;
var tableColumnSchema = z23.strictObject({
  name: z23.string(),
  /** Of its numbers, with the lines of the file where they stand; null: some cell is no number. */
  range: z23.strictObject({ low: z23.number(), high: z23.number(), lowLine: z23.int(), highLine: z23.int() }).nullable(),
  /** Its first cell that is no number. */
  stray: z23.strictObject({ line: z23.int(), text: z23.string() }).nullable(),
  /** Its different cells in the order of the file: one more than there may be classes at most. */
  values: z23.array(z23.string()).max(MOST_CLASSES + 1)
});
var tableSummarySchema = z23.strictObject({
  columns: z23.array(tableColumnSchema).min(1),
  rows: z23.int().min(1),
  /** The first rows as they stand in the file. */
  first: z23.array(z23.array(z23.string()))
});
var scaled = z23.strictObject({ column: z23.string(), low: z23.number(), high: z23.number() });
var tableChoiceSchema = z23.strictObject({
  inputs: z23.array(scaled),
  targets: z23.array(scaled),
  /** A column whose values become targets of their own: high for the row's value, else low. */
  classes: z23.string().nullable(),
  lowV: z23.number(),
  highV: z23.number(),
  targetLowV: z23.number(),
  targetHighV: z23.number(),
  /** null: all rows train. */
  trainExamples: z23.int().min(1).nullable()
});
var file = { name: z23.string().max(500), text: z23.string().max(MOST_INPUT_BYTES) };
var inputCommands = {
  readInput: {
    /** as: what a CSV file is, where the reader's own guess is wrong. */
    request: z23.strictObject({ ...file, as: z23.enum(["network", "table"]).optional() }),
    reply: z23.discriminatedUnion("kind", [
      z23.strictObject({ kind: z23.literal("config"), config: runConfigSchema }),
      z23.strictObject({
        kind: z23.literal("network"),
        title: z23.string(),
        /** A given one, its roles spread. */
        network: networkSchema,
        /** So many nodes are held in the file, which a task does itself. */
        held: z23.int()
      }),
      z23.strictObject({ kind: z23.literal("table"), table: tableSummarySchema })
    ])
  },
  /** The task of chosen columns, with their numbers in it. */
  tableTask: {
    request: z23.strictObject({ ...file, choice: tableChoiceSchema }),
    reply: taskSchema
  }
};

// src-preload/contract/language.ts
import { z as z24 } from "zod";
var languageSchema = z24.enum(["en", "zh-CN"]);

// src-preload/contract/library.ts
import { z as z26 } from "zod";

// src-preload/contract/record.ts
import { z as z25 } from "zod";
var runFileSchema = z25.strictObject({
  format: z25.literal("desynclab-run-1"),
  run: z25.string(),
  /** With every adjustment made while it ran. */
  config: runConfigSchema,
  startedAt: z25.iso.datetime().nullable(),
  /** Of the newest step. */
  endedAt: z25.iso.datetime().nullable().optional(),
  versions: z25.strictObject({
    desynclab: z25.string(),
    node: z25.string(),
    electron: z25.string().nullable(),
    platform: z25.string()
  }),
  result: z25.strictObject({
    steps: z25.number(),
    expectedUpdates: z25.number(),
    runTimeMs: z25.number(),
    trainError: z25.number(),
    testError: z25.number().nullable(),
    trainAccuracy: z25.number().nullable(),
    testAccuracy: z25.number().nullable(),
    /** Hash of the trajectory: equal for every run of this configuration on every machine. */
    hash: z25.string(),
    dropped: z25.number()
  }),
  problems: z25.array(problemSchema),
  /** The hash of the trajectory on the way, so that a re-run that diverges can say where. */
  trail: z25.array(z25.strictObject({ step: z25.number(), hash: z25.string() })).optional(),
  /** Hash of the network's nodes, edges and roles, SHA-256. */
  topology: z25.string().optional(),
  /** Of a board run: who learned, what was not seen, and how far its twin was at the end. */
  board: z25.strictObject({
    device: boardDeviceSchema,
    framesReceived: z25.number(),
    framesMissed: z25.number(),
    /** The intervals between frames that the board said, with the step from which each held. */
    frameEvery: z25.array(z25.strictObject({ sinceStep: z25.number(), steps: z25.number() })),
    gaps: z25.array(gapSchema),
    /** The last comparison with the simulation beside it; left out: there was none. */
    twin: twinSchema.pick({ step: true, loss: true, rmsEdges: true, rmsV: true, apartSince: true }).optional()
  }).optional()
});

// src-preload/contract/library.ts
var MOST_BUNDLE_BYTES = 256e6;
var id3 = z26.string().min(1).max(100);
var tag = z26.string().trim().min(1).max(60);
var libraryEntrySchema = z26.strictObject({
  id: z26.string(),
  name: z26.string(),
  note: z26.string(),
  tags: z26.array(z26.string()),
  machine: z26.enum(["simulated", "board"]),
  /** xy: spins, whose errors have no unit; left out: resistors. */
  model: z26.literal("xy").optional(),
  task: z26.string(),
  schedule: z26.string(),
  /** Mean update probability; null for a schedule without one. */
  p: z26.number().nullable(),
  /** Batch size. */
  b: z26.number(),
  seed: z26.number(),
  createdAt: z26.iso.datetime(),
  /** While nobody records it, a run that was running is `paused` and interrupted. */
  state: runStateSchema,
  /** Its program ended without a chance to stop it; it goes on from its newest checkpoint. */
  interrupted: z26.boolean(),
  steps: z26.number(),
  runTimeMs: z26.number(),
  /** V^2, of spins a pure number; null before the first evaluation. */
  trainError: z26.number().nullable(),
  testError: z26.number().nullable(),
  /** 0..1 of the test set, or of the training set without one; null without classes. */
  accuracy: z26.number().nullable(),
  /** Means of the batch loss over equal stretches of the run so far, in the same unit; at most 48. */
  curve: z26.instanceof(Float64Array),
  /** The bundle that it came from; null: it was recorded here. */
  imported: z26.string().nullable(),
  /** When it was deleted; null: it is in the library. */
  trashedAt: z26.iso.datetime().nullable()
});
var libraryFilterSchema = z26.strictObject({
  /** In name, note, tags, task or identity. */
  text: z26.string().max(200).optional(),
  machine: z26.enum(["simulated", "board"]).optional(),
  tag: tag.optional(),
  /** The deleted ones instead. */
  trashed: z26.boolean().default(false),
  limit: z26.int().min(1).max(1e5).default(1e4)
});
var libraryCommands = {
  list: {
    request: libraryFilterSchema,
    reply: z26.strictObject({ directory: z26.string(), entries: z26.array(libraryEntrySchema) })
  },
  /** How a run was configured, with every adjustment, and what it ran on. */
  run: {
    request: z26.strictObject({ id: id3 }),
    reply: z26.strictObject({
      id: z26.string(),
      config: runConfigSchema,
      startedAt: z26.string(),
      versions: runFileSchema.shape.versions
    })
  },
  /** A bundle into the library. */
  import: {
    request: z26.union([
      /** A `.zip` as it was dropped. */
      z26.strictObject({
        name: z26.string().max(500),
        content: z26.instanceof(Uint8Array).refine(({ length }) => length <= MOST_BUNDLE_BYTES)
      }),
      /** A `.zip` or a folder. */
      z26.strictObject({ path: z26.string().min(1).max(4096) })
    ]),
    /** known: it was there already, and stays as it is. */
    reply: z26.strictObject({ id: z26.string(), known: z26.boolean() })
  },
  rename: { request: z26.strictObject({ id: id3, name: z26.string().max(120) }), reply: z26.undefined() },
  note: { request: z26.strictObject({ id: id3, note: z26.string().max(2e4) }), reply: z26.undefined() },
  /** These tags and no others. */
  tag: { request: z26.strictObject({ id: id3, tags: z26.array(tag).max(50) }), reply: z26.undefined() },
  /** Into the trash. */
  trash: { request: z26.strictObject({ ids: z26.array(id3).min(1) }), reply: z26.undefined() },
  /** Out of the trash again. */
  restore: { request: z26.strictObject({ ids: z26.array(id3).min(1) }), reply: z26.undefined() },
  /** For good, what is in the trash; the file shrinks. */
  purge: { request: z26.strictObject({ ids: z26.array(id3).min(1) }), reply: z26.undefined() }
};

// src-preload/contract/spins.ts
import { z as z27 } from "zod";
var f644 = z27.instanceof(Float64Array);
var spinReadingsSchema = z27.strictObject({
  /** The example of the energies, the cost, the torque and the sweeps. */
  example: z27.number(),
  /** Of the free and the nudged state, without the nudge's own part; in units of a coupling. */
  freeEnergy: z27.number(),
  nudgedEnergy: z27.number(),
  /** Sum over outputs of (1 - cos(phi - tau)) / 2 in the free state. */
  cost: z27.number(),
  /** Largest torque left in the free state. */
  torque: z27.number(),
  /** Sweeps until the free state rested, and until both nudged states did. */
  freeSweeps: z27.number(),
  nudgedSweeps: z27.number(),
  /** Root mean square over couplings, and over the lengths of the biases of free spins. */
  couplingNorm: z27.number(),
  biasNorm: z27.number()
});
var responsesSchema = z27.strictObject({
  /** |ds / db| for a field b on an output, across its phase. */
  nudge: f644,
  /** |ds / da| for an input turned by a, 1/rad. */
  input: f644,
  /** Root of their product; 0 where an input holds the spin. */
  both: f644,
  /** How many of each the means are over. */
  examples: z27.number(),
  starts: z27.number()
});
var spinsSchema = z27.strictObject({
  run: z27.string(),
  /** Of the moment; not always the one that was asked for: moments are kept every so many steps. */
  step: z27.number(),
  readings: spinReadingsSchema,
  responses: responsesSchema,
  /** Phases of the example at rest, rad. */
  freePhase: f644,
  nudgedPhase: f644,
  biasStrength: f644,
  biasPhase: f644,
  /** E values. */
  coupling: f644
});
var spinHistorySchema = z27.strictObject({
  run: z27.string(),
  step: f644,
  /** R values: mean answer of the outputs to a turned input, 1/rad; NaN: not computed yet. */
  answer: f644,
  /** R values: affected spins as a part of those that are free; NaN: not computed yet. */
  affected: f644
});
var part = z27.number().gt(0).lt(1).default(0.1);
var example = z27.int().min(0).nullable().default(null);
var spinCommands = {
  spins: {
    request: z27.strictObject({
      /** The moment nearest to it that is kept; null: now. */
      step: z27.number().min(0).nullable(),
      /** Of the training examples; null: the newest. */
      example
    }),
    reply: spinsSchema
  },
  spinHistory: {
    request: z27.strictObject({
      /** A spin is affected where the root of both responses is above this part of the largest. */
      part
    }),
    reply: spinHistorySchema
  }
};

// src-preload/contract/watching.ts
import { z as z28 } from "zod";
var f645 = z28.custom((value) => value instanceof Float64Array);
var nothing3 = z28.undefined();
var MOST_RASTER_STEPS = 2e3;
var MOST_RASTER_WORDS = 16384;
var USUAL_RASTER_STEPS = 240;
function mostRasterSteps(edges) {
  const fit = Math.floor(MOST_RASTER_WORDS / Math.max(1, Math.ceil(edges / 32)));
  return Math.min(MOST_RASTER_STEPS, Math.max(USUAL_RASTER_STEPS, fit));
}
var watchingSchema = z28.strictObject({
  /** Steps of the raster in a frame; fewer come where the edges are many. */
  rasterSteps: z28.int().min(1).max(MOST_RASTER_STEPS).default(USUAL_RASTER_STEPS),
  /** Intervals of this edge come in each frame, counted from now on; null: of none. */
  edge: z28.int().min(0).nullable().default(null),
  /** Displacement and noise of the conductances are followed on every step, from now on. */
  conductances: z28.boolean().default(false),
  /** Of spins: the training example whose phases come in each frame; null: the newest. */
  example: z28.int().min(0).nullable().default(null)
});
var observablesSchema = z28.strictObject({
  run: z28.string(),
  step: z28.number(),
  /** Dissipated in both states of the newest example: W where conductances are in S; null of spins. */
  freePower: z28.number().nullable(),
  clampedPower: z28.number().nullable(),
  /** 1-norm condition number of the reduced Laplacian, Infinity where it is singular; null: not known. */
  condition: z28.number().nullable(),
  /** Of the changes of a step, over the steps since they are followed; null: not followed. */
  noise: z28.strictObject({
    steps: z28.number(),
    /** Sum over edges of the variance of a step's change, squared conductance units. */
    trace: z28.number(),
    /** Sum over edges of the squared mean change, squared conductance units. */
    drift: z28.number()
  }).nullable(),
  /** Mean over edges and origins of (k(t + lag) - k(t))^2; null: not followed. */
  displacement: z28.strictObject({ lag: f645, meanSquare: f645, origins: f645 }).nullable(),
  /** Where nodes are spins. */
  spins: spinReadingsSchema.optional()
});
var edgeHistorySchema = z28.strictObject({
  run: z28.string(),
  /** R steps, ascending; the last is the newest that was kept. */
  step: f645,
  /** K numbers of edges: all, or as many at equal distances as are kept of a large network. */
  edges: z28.instanceof(Uint32Array),
  /** R x K, row by row. */
  conductance: z28.instanceof(Float32Array)
});
var edgeChangesSchema = z28.array(
  z28.strictObject({ edge: z28.int().min(0), action: z28.enum(["cut", "freeze", "restore", "stick"]) })
).min(1).max(1e5);
var watchingCommands = {
  watch: { request: watchingSchema, reply: nothing3 },
  observables: { request: nothing3, reply: observablesSchema },
  edgeHistory: {
    /** At most so many rows that touch a stretch of steps; by default of the whole run. */
    request: z28.strictObject({
      rows: z28.int().min(2).max(4096),
      fromStep: z28.int().min(0).default(0),
      /** null: to the newest. */
      toStep: z28.int().min(0).nullable().default(null)
    }),
    reply: edgeHistorySchema
  },
  /** All after the same step, each recorded; the reply names the edges that were changed. */
  changeEdges: {
    request: z28.strictObject({
      changes: edgeChangesSchema,
      /**
       * Only the first so many that the network can bear. Left out: all of them, or, where one is
       * refused, none.
       */
      most: z28.int().min(1).optional()
    }),
    reply: z28.array(z28.number())
  }
};

// src-preload/contract/commands.ts
var nothing4 = z29.undefined();
var column2 = z29.instanceof(Float64Array);
var historySchema = z29.strictObject({
  run: z29.string(),
  series: historySeriesSchema,
  firstStep: column2,
  lastStep: column2,
  /** Expected updates per edge at lastStep. */
  expectedUpdates: column2,
  /** Time spent learning up to lastStep, ms; between two frames it is interpolated. */
  runTimeMs: column2,
  min: column2,
  max: column2,
  mean: column2,
  /** The whole range of the run so far. */
  range: bucketSchema.pick({ firstStep: true, lastStep: true })
});
var MOST_STRETCHES = 100;
var historyRequest = z29.strictObject({
  series: historySeriesSchema,
  fromStep: z29.number().min(0),
  /** null: to the newest. */
  toStep: z29.number().min(0).nullable(),
  /** At most so many rows; two per pixel column are enough, and 70,000 are all there are. */
  buckets: z29.int().min(1).max(7e4)
});
var engineCommands = {
  /** Builds a machine for the configuration; the former run is closed. */
  configure: { request: z29.strictObject({ config: runConfigSchema }), reply: descriptionSchema },
  /** The run of the moment, for a window that opens or comes back; null: no machine yet. */
  present: {
    request: nothing4,
    reply: z29.strictObject({
      /** With every adjustment made so far. */
      config: runConfigSchema,
      /** The first so many adjustments of `config` were made, the others are planned. */
      adjustmentsMade: z29.int(),
      state: runStateSchema,
      description: descriptionSchema,
      /** What the run met so far. */
      problems: z29.array(problemSchema),
      /** Of a board run. */
      gaps: z29.array(gapSchema),
      /** A twin runs beside the board. */
      twin: z29.boolean(),
      /** Of a replay: the recorded run, and how far it went in which time. */
      replay: z29.strictObject({ of: z29.string(), steps: z29.number(), runTimeMs: z29.number() }).nullable()
    }).nullable()
  },
  start: { request: nothing4, reply: nothing4 },
  pause: { request: nothing4, reply: nothing4 },
  /** Pauses, then does so many steps. */
  step: { request: z29.strictObject({ count: z29.int().min(1).max(1e6) }), reply: nothing4 },
  /** The same configuration from step 0. */
  reset: { request: nothing4, reply: descriptionSchema },
  adjust: { request: z29.strictObject({ change: changeSchema }), reply: nothing4 },
  pace: {
    request: z29.strictObject({ stepsPerSecond: z29.number().min(0.1).max(1e9).nullable() }),
    reply: nothing4
  },
  history: { request: historyRequest, reply: historySchema },
  /** Several stretches by one question: what is in view of every chart. */
  histories: {
    request: z29.strictObject({ parts: z29.array(historyRequest).min(1).max(MOST_STRETCHES) }),
    reply: z29.array(historySchema)
  },
  /** Ports that the computer lists; problem: why they cannot be listed, or why one may be missing. */
  boardPorts: {
    request: nothing4,
    reply: z29.strictObject({ ports: z29.array(portSchema), problem: problemSchema.nullable() })
  },
  board: { request: nothing4, reply: boardStateSchema },
  /** Opens the target and asks who is there; a former board is let go of. Ends once it is known. */
  boardConnect: { request: z29.strictObject({ target: boardTargetSchema }), reply: boardStateSchema },
  /** Lets go of the board; a run on it goes on without this program unless it was paused. */
  boardDisconnect: { request: nothing4, reply: boardStateSchema },
  /** Gives the port free for another program, and remembers the device. */
  boardRelease: { request: nothing4, reply: boardStateSchema },
  /** Takes a released device back and picks up what it does. */
  boardTake: { request: nothing4, reply: boardStateSchema },
  /** One message of the console; the answers, one per query, or a problem. */
  boardSend: {
    request: z29.strictObject({ text: z29.string().trim().min(1).max(2e3) }),
    reply: z29.strictObject({ answers: z29.array(z29.string()) })
  },
  /** What went over the line after an entry, oldest first; the log is bounded. */
  boardLog: {
    request: z29.strictObject({ after: z29.number().min(-1) }),
    reply: z29.strictObject({ entries: z29.array(boardLogEntrySchema) })
  },
  /** Headers of the board's own command tree, for completion. */
  boardHeaders: { request: nothing4, reply: z29.array(z29.string()) },
  /** Picks up the run that the connected board is learning, or has learned, for this program. */
  boardPickUp: { request: nothing4, reply: descriptionSchema },
  /** Runs the simulated machine beside the board, or ends it; from step 0 on with the same seed. */
  twin: { request: z29.strictObject({ on: z29.boolean() }), reply: nothing4 },
  ...watchingCommands,
  ...spinCommands,
  ...inputCommands,
  library: libraryCommands.list,
  libraryRename: libraryCommands.rename,
  libraryNote: libraryCommands.note,
  libraryTag: libraryCommands.tag,
  libraryTrash: libraryCommands.trash,
  libraryRestore: libraryCommands.restore,
  libraryPurge: libraryCommands.purge,
  libraryRun: libraryCommands.run,
  libraryHistory: {
    request: historyRequest.extend({ id: z29.string().min(1) }),
    reply: historySchema
  },
  libraryImport: libraryCommands.import,
  sweepEstimate: sweepCommands.estimate,
  sweepStart: sweepCommands.start,
  sweeps: sweepCommands.list,
  sweepPause: sweepCommands.pause,
  sweepGoOn: sweepCommands.goOn,
  sweepStop: sweepCommands.stop,
  sweepRead: sweepCommands.read,
  sweepRows: sweepCommands.rows,
  sweepFigures: sweepCommands.figures,
  sweepFailures: sweepCommands.failures,
  sweepRun: sweepCommands.run,
  sweepTable: sweepCommands.table,
  sweepTrash: sweepCommands.trash,
  studies: studyCommands.list,
  studyStart: studyCommands.start,
  studyPause: studyCommands.pause,
  studyGoOn: studyCommands.goOn,
  studyStop: studyCommands.stop,
  studyRead: studyCommands.read,
  studyRun: studyCommands.run,
  studyTrash: studyCommands.trash,
  studyPage: studyCommands.page,
  studyReport: studyCommands.report,
  /** Makes the replay of a stored run the present one, at its last step. */
  replay: { request: z29.strictObject({ id: z29.string().min(1) }), reply: descriptionSchema },
  /** Puts the replay to another step; one beyond the end means the end. */
  seek: { request: z29.strictObject({ step: z29.int().min(0) }), reply: nothing4 },
  /** Makes a stored run the present one, paused at its newest checkpoint. */
  libraryOpen: { request: z29.strictObject({ id: z29.string().min(1) }), reply: descriptionSchema },
  /** Records into another folder from now on, with all that was recorded of the present run. */
  storeUse: { request: z29.strictObject({ directory: z29.string().min(1).max(4096) }), reply: nothing4 },
  /** The run so far as a record that can be run again. */
  record: { request: nothing4, reply: runFileSchema },
  /** The report's page of this moment, to be printed; the view is kept for the `report` that follows. */
  reportPage: {
    /** A stored run instead of the present one. */
    request: z29.strictObject({ id: z29.string().min(1).optional() }).default({}),
    reply: z29.strictObject({ view: z29.int(), page: z29.string() })
  },
  /** Writes the bundle into a new or empty folder, or as a new `.zip`; the reply names what is in it. */
  report: {
    request: z29.strictObject({
      /** A stored run instead of the present one. */
      id: z29.string().min(1).optional(),
      directory: z29.string().min(1).max(4096),
      /** Of `reportPage`: the same moment; left out: now. */
      view: z29.int().optional(),
      /** The page as PDF, or why there is none. */
      pdf: z29.union([z29.instanceof(Uint8Array), z29.string().max(2e3)]).default("it was not asked for.")
    }),
    reply: z29.strictObject({ directory: z29.string(), files: z29.array(z29.string()) })
  }
};
var openedSchema = z29.discriminatedUnion("kind", [
  /** To be read by `readInput`. */
  z29.strictObject({
    kind: z29.literal("input"),
    name: z29.string(),
    text: z29.string().max(MOST_INPUT_BYTES)
  }),
  z29.strictObject({ kind: z29.literal("bundle"), imported: libraryCommands.import.reply })
]);
var licenceSchema = z29.strictObject({
  name: z29.string(),
  version: z29.string(),
  /** SPDX expression, as the package states it. */
  licence: z29.string(),
  /** Of its licence file; empty where it brings none. */
  text: z29.string()
});
var appCommands = {
  /** Asks for a folder, then has the engine write the report there; null: the user cancelled. */
  exportReport: {
    request: z29.strictObject({
      /** A stored run instead of the present one. */
      run: z29.strictObject({ id: z29.string().min(1), name: z29.string() }).optional(),
      /** A finished study instead of a run. */
      study: z29.string().max(40).optional()
    }).default({}),
    reply: engineCommands.report.reply.nullable()
  },
  /** Opens the report of a finished study, as it lies beside its runs, in the system's browser. */
  openStudy: { request: z29.strictObject({ id: z29.string().max(40) }), reply: nothing4 },
  /** Opens the folder of the last export in the file manager. */
  showExport: { request: nothing4, reply: nothing4 },
  /** Asks for a file of any kind that can be opened; null: the user cancelled. */
  openFile: { request: nothing4, reply: openedSchema.nullable() },
  /** The next file that the app was started with, or given from outside since; null: there is none. */
  takeFile: { request: nothing4, reply: openedSchema.nullable() },
  /** Asks for the folder that runs are recorded into from now on; null: the user cancelled. */
  chooseStore: { request: nothing4, reply: z29.string().nullable() },
  /** Asks where to save a chart or a table; false: the user cancelled. */
  saveFile: {
    request: z29.strictObject({
      name: z29.string().min(1).max(200),
      content: z29.union([z29.string().max(5e7), z29.instanceof(Uint8Array)])
    }),
    reply: z29.boolean()
  },
  /** The window's language: the native menu and the dialogs follow it. */
  speak: { request: z29.strictObject({ language: languageSchema }), reply: nothing4 },
  appInfo: {
    request: nothing4,
    reply: z29.strictObject({
      version: z29.string(),
      electron: z29.string(),
      chrome: z29.string(),
      node: z29.string(),
      platform: z29.string()
    })
  },
  /** Everything that the app is made of, with its licence; Electron first. */
  licences: { request: nothing4, reply: z29.array(licenceSchema) }
};
var commands = { ...engineCommands, ...appCommands };

// src-preload/contract/settings.ts
import { z as z30 } from "zod";

// src-preload/contract/parameters.ts
var note = (unit, meaning) => ({ unit, meaning });
var parameterNotes = {
  format: note("", "Version of the configuration format."),
  name: note("", "What you call this run."),
  "machine.kind": note("", "What learns: a simulated network, or the connected board."),
  "machine.frameEvery": note(
    "steps",
    "The board sends every k-th step; none: as many as the line takes."
  ),
  "network.kind": note("", "The graph."),
  "network.rows": note("nodes", "Rows of the lattice."),
  "network.columns": note("nodes", "Columns of the lattice."),
  "network.periodic": note("", "Opposite sides of the lattice are joined."),
  "network.nodes": note("nodes", "Number of nodes; of a given network their names."),
  "network.radius": note("1", "Nodes closer than this are joined; the side of the square is 1."),
  "network.degree": note("1", "Mean number of neighbours of a node."),
  "network.neighbours": note("nodes", "Neighbours of each node on the ring, before rewiring."),
  "network.rewiring": note("1", "Probability that an edge of the ring moves to a random node."),
  "network.layers": note(
    "nodes",
    "Nodes of each layer, left to right; of stacked lattices channels, window and stride."
  ),
  "network.skips.length": note("nodes", "Rows plus columns that a skip edge spans."),
  "network.skips.count": note("edges", "Number of skip edges."),
  "network.shared": note("", "Edges at one place of all windows are one parameter."),
  "network.within": note("", "Nearest neighbours of a channel are joined."),
  "network.readout": note("nodes", "Nodes joined to all of the last layer."),
  "network.edges": note("", "Names of the two nodes of each edge."),
  "network.conductances": note(
    "S or a.u.",
    "Initial conductance of each edge; none: the rule\u2019s own."
  ),
  "network.places": note("1", "Place of each node in the unit square; none: on a circle."),
  "network.roles.kind": note(
    "",
    "How nodes get their roles: given by name, drawn from the seed, or placed by a pattern."
  ),
  "network.roles.distance": note("edges", "From a target to its nearest sources."),
  "network.roles.sources": note("", "Nodes held at the inputs of an example, in their order."),
  "network.roles.grounds": note("", "Nodes held at 0 V."),
  "network.roles.targets": note("", "Nodes whose voltages are the outputs, in their order."),
  "task.kind": note("", "What the network is to learn."),
  "task.sourceVoltagesV": note("V", "Voltages of the sources."),
  "task.targets.kind": note("", "Where the desired voltages come from."),
  "task.targets.voltagesV": note("V", "Desired voltage of each target."),
  "task.targets.count": note("1", "Number of targets."),
  "task.targets.lowV": note("V", "Lower end of the range that desired voltages are drawn from."),
  "task.targets.highV": note("V", "Upper end of the range that desired voltages are drawn from."),
  "task.matrix": note("1", "The matrix A of V_D = A V_in; rows are outputs, columns inputs."),
  "task.drawMatrix": note("1", "Size of a matrix A to draw from the seed; null: as given."),
  "task.columns": note("", "Names of the columns of the table."),
  "task.rows": note("", "Rows of the table, one number per column."),
  "task.inputs": note("", "Columns that drive the sources, each with the range it is scaled from."),
  "task.targets": note(
    "",
    "Columns desired on the targets, each with the range it is scaled from."
  ),
  "task.targetLowV": note("V", "Desired voltage at the lower end of a target column."),
  "task.targetHighV": note("V", "Desired voltage at the upper end of a target column."),
  "task.every": note("steps", "Steps until the next task takes its turn."),
  "task.tasks": note("", "The tasks that take turns."),
  "task.trainExamples": note("1", "Number of training examples."),
  "task.testExamples": note("1", "Number of test examples."),
  "task.trainFlowers": note("1", "Training flowers, a third of each class; the rest of 150 test."),
  "task.fold": note("", "Which part of the flowers tests; none: the first."),
  "task.lowV": note("V", "Lower end of the input voltages."),
  "task.highV": note("V", "Upper end of the input voltages."),
  "task.side": note("pixels", "Pixels of a row and of a column."),
  "task.shift": note("pixels", "Largest shift in each direction."),
  "task.thickness": note("pixels", "Mean width of a stroke."),
  "task.thicknessVariation": note("1", "Part of the width by which strokes differ either way."),
  "task.noise": note("1", "Standard deviation of the noise on a pixel from 0 to 1."),
  "task.noiseV": note("V", "Standard deviation of noise on the desired voltages."),
  "rule.kind": note(
    "",
    "How an edge changes: continuously (ideal), by levels (discrete), or as a coupling of spins (xy)."
  ),
  "rule.eta": note("1", "Nudge: how far the clamped outputs move from free towards desired."),
  "rule.alpha": note("a.u./V\xB2", "Learning rate: conductance change per squared voltage contrast."),
  "rule.decay.kind": note("", "How alpha falls with the steps."),
  "rule.decay.steps": note("steps", "How long alpha takes to fall."),
  "rule.decay.factor": note("1", "What alpha is multiplied with after every so many steps."),
  "rule.rateVariation": note("1", "Coefficient of variation of the learning rate between edges."),
  "rule.minConductance": note("a.u.", "Conductances never fall below this."),
  "rule.maxConductance": note("a.u.", "Conductances never rise above this."),
  "rule.initial.low": note("a.u.", "Lower end of the range that conductances start in."),
  "rule.initial.high": note("a.u.", "Upper end of the range that conductances start in."),
  "rule.levels": note("1", "Number of resistance levels."),
  "rule.levelStep": note("levels", "Levels moved per update."),
  "rule.maxResistanceOhm": note("\u03A9", "Resistance of the highest level."),
  "rule.minResistanceOhm": note("\u03A9", "Resistance of the lowest level; null is R_max / levels."),
  "rule.spacing": note("", "Levels at equal distances in R, or in its logarithm."),
  "rule.startLevel": note("level", "Level that every edge starts at; null is the middle."),
  "rule.cost": note("", "What nudges an output: the log cost of the authors, or the cosine."),
  "rule.nudge": note("", "Both signs of the nudge, or one sign and the free state."),
  "rule.beta": note("1", "Strength of the nudge of spins."),
  "rule.optimiser": note("", "How gradients become changes: each parameter from its own memory."),
  "rule.rate": note("1", "Learning rate of couplings and biases."),
  "rule.cap": note("1", "Largest weight of the log cost."),
  "rule.phases": note("", "Free spins start at random phases in every step, or where they were."),
  "rule.starts": note("1", "Initial conditions of an example on a step."),
  "rule.evaluateStarts": note("1", "Initial conditions of an example in an evaluation."),
  "rule.couplingMean": note("1", "Mean of the couplings at the start."),
  "rule.couplingSpread": note("1", "Standard deviation of the couplings at the start."),
  "rule.biasSpread": note("1", "Standard deviation of both components of a bias at the start."),
  "rule.relaxation.tolerance": note("1", "Largest torque left; in nudged states a tenth of it."),
  "rule.relaxation.sweeps": note("sweeps", "A relaxation ends after this many."),
  "rule.relaxation.omega": note("1", "Over-relaxation: how far a spin goes beyond its minimum."),
  "schedule.kind": note("", "Which edges update on a step."),
  "schedule.probability": note("1", "Probability p that an edge updates on a step."),
  "schedule.compensate": note(
    "",
    "Scales alpha by 1/p (p the mean update probability of a step), for equal expected change."
  ),
  "schedule.variation": note("1", "Coefficient of variation of the rates between edges."),
  "schedule.rate": note("1/s", "Mean rings of an edge per second of simulated time."),
  "schedule.blocks": note("1", "Number of blocks that update in turn."),
  "schedule.members": note(
    "",
    "Blocks of consecutive edges, of a random division that is kept, or a random group for each step."
  ),
  "batch.size": note("1", "Examples per step, b."),
  "batch.draw": note(
    "",
    "Without replacement within an epoch, or anew for each step: distinct or not."
  ),
  "imperfections.comparatorOffsetV": note(
    "V",
    "Standard deviation between edges of the comparator\u2019s offset."
  ),
  "imperfections.readNoiseV": note("V", "Standard deviation of each reading of a voltage drop."),
  "imperfections.driveBits": note("bit", "Resolution of the source voltages; null is exact."),
  "imperfections.driveFullScaleV": note("V", "Largest voltage that the drive can make."),
  "imperfections.tolerance": note("1", "Largest relative error of a resistance, drawn per edge."),
  "imperfections.deadEdges": note("edges", "Edges that conduct nothing from the start."),
  "imperfections.stuckEdges": note("edges", "Edges that conduct and never learn."),
  "imperfections.learningBiasV2": note("V\xB2", "Added to the contrast of every edge and example."),
  seed: note("", "Start of the random numbers: equal seeds give equal runs."),
  "stop.steps": note("steps", "The run ends after this many steps; null: it has no end."),
  "evaluate.every": note("steps", "Steps between two evaluations over all examples."),
  "pace.stepsPerSecond": note(
    "1/s",
    "Speed in the window; null: as fast as it goes. No part in the result."
  ),
  "recording.summaryEvery": note(
    "steps",
    "Steps per stored minimum, maximum and mean of each series."
  ),
  "recording.conductanceEvery": note("steps", "All conductances are stored every so many steps."),
  "recording.detail.kind": note("", "Steps stored on top with their loss and conductances."),
  "recording.detail.steps": note("steps", "Every k-th step is stored on top."),
  "recording.detail.fraction": note(
    "1",
    "Each stored step lies this fraction of its number after the one before."
  ),
  adjustments: note("", "Changes made at given steps.")
};

// src-preload/contract/preset.ts
import { z as z31 } from "zod";
var presetSchema = z31.strictObject({
  id: z31.string().regex(/^[a-z0-9-]+$/),
  title: z31.string().min(1).max(80),
  shows: z31.string().min(1).max(400),
  lookAt: z31.string().min(1).max(400),
  config: runConfigSchema
});

// src-main/run/raster.ts
var RASTER_STEPS = 240;
var Raster = class {
  constructor(words, capacity = mostRasterSteps(32 * words)) {
    this.words = words;
    this.capacity = capacity;
    this.ring = new Uint32Array(words * capacity);
  }
  words;
  capacity;
  ring;
  /** The step of each row; null as long as they follow one another. */
  at = null;
  /** Simulated time after the step of each row, s; NaN where it was not told. */
  timeS = null;
  steps = 0;
  newest = 0;
  next = 0;
  /**
   * @param masks count x words
   * @param at the step of each row; left out: one after another
   * @param timeS of each row, where steps are events in time
   */
  add(firstStep, count, masks2, at, timeS) {
    const { words, capacity, ring } = this;
    const newest = Math.min(count, capacity);
    const first = count - newest;
    const untilEnd = Math.min(newest, capacity - this.next);
    const turn = first + untilEnd;
    ring.set(rowsOf(masks2, first * words, turn * words), this.next * words);
    if (turn < count) ring.set(rowsOf(masks2, turn * words, count * words));
    if (at !== void 0) this.at ??= this.consecutive();
    if (this.at !== null)
      for (let row = first; row < count; row++)
        this.at[(this.next + row - first) % capacity] = at === void 0 ? firstStep + row : at[row];
    if (timeS !== void 0) {
      this.timeS ??= new Float64Array(capacity).fill(NaN);
      for (let row = first; row < count; row++)
        this.timeS[(this.next + row - first) % capacity] = timeS[row];
    }
    this.next = (this.next + newest) % capacity;
    this.newest = at === void 0 ? firstStep + count - 1 : at[count - 1];
    this.steps = Math.min(capacity, this.steps + count);
  }
  /** The steps of rows that follow one another up to the newest. */
  consecutive() {
    const { capacity, next, newest } = this;
    return Float64Array.from(
      { length: capacity },
      (_, place) => newest - (next - 1 - place + capacity) % capacity
    );
  }
  /** A copy of the newest steps, oldest first. */
  snapshot(most = RASTER_STEPS) {
    const { words, capacity } = this;
    const steps2 = Math.min(most, this.steps);
    const masks2 = new Uint32Array(steps2 * words);
    const oldest = (this.next - steps2 + capacity) % capacity;
    const untilEnd = Math.min(steps2, capacity - oldest);
    masks2.set(this.ring.subarray(oldest * words, (oldest + untilEnd) * words));
    masks2.set(this.ring.subarray(0, (steps2 - untilEnd) * words), untilEnd * words);
    const unrolled = (ring) => Float64Array.from({ length: steps2 }, (_, i) => ring[(oldest + i) % capacity]);
    const { at: stepAt, timeS } = this;
    const time = timeS === null || Number.isNaN(timeS[oldest]) ? {} : { timeS: unrolled(timeS) };
    if (stepAt === null || steps2 === 0 || this.newest - stepAt[oldest] === steps2 - 1)
      return { firstStep: this.newest - steps2 + 1, steps: steps2, words, masks: masks2, ...time };
    const at = unrolled(stepAt);
    return { firstStep: at[0], steps: steps2, words, masks: masks2, at, ...time };
  }
  restore(snapshot) {
    this.steps = 0;
    this.next = 0;
    const { firstStep, steps: steps2, masks: masks2, at, timeS } = snapshot;
    if (steps2 > 0) this.add(firstStep, steps2, masks2, at, timeS);
  }
};
function rowsOf(masks2, from, to) {
  return from === 0 && to === masks2.length ? masks2 : masks2.subarray(from, to);
}

// zzm.ts
var N = Number(process.argv[2]);
var E = 16;
var masks = Array.from({ length: 64 }, () => {
  const m = new Uint32Array(N);
  for (let i = 0; i < N; i++) m[i] = Math.random() * 65536;
  return m;
});
var losses = Array.from({ length: 64 }, () => {
  const m = new Float64Array(N);
  for (let i = 0; i < N; i++) m[i] = Math.random() * 1e-3;
  return m;
});
var t = new UpdateTiming(E);
var b = new OpenBucket();
var p = new Pyramid();
var r = new Raster(1);
var out = new Int32Array(8 * N);
var step = 1;
var jobs = {
  timing: (i) => t.add(step, N, 1, masks[i]),
  cut: (i) => cutIntoPieces(masks[i], N, 1, 0, out),
  bucket: (i) => b.addSteps(step, losses[i], N, p),
  raster: (i) => r.add(step, N, masks[i])
};
for (let k = 0; k < 4e4; k++) {
  for (const j in jobs) jobs[j](k & 63);
  step += N;
}
for (const j in jobs) {
  const s = [];
  for (let k = 0; k < 4e3; k++) {
    const a = process.hrtime.bigint();
    for (let i = 0; i < 8; i++) {
      jobs[j](k * 8 + i & 63);
      step += N;
    }
    ;
    s.push(Number(process.hrtime.bigint() - a) / 8 / N);
  }
  s.sort((x, y2) => x - y2);
  console.log(j, "p5", s[200].toFixed(2), "med", s[2e3].toFixed(2));
}
