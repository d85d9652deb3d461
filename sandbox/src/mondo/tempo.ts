import type { Clock } from "@staffetta/platform";

/**
 * Simulated time: a queue of things to do, in order of instant. Nothing waits: the clock jumps to the
 * next thing. Things of one instant are done in the order in which they were put in.
 */
export interface Tempo {
  nowMs(): number;
  /** Never in the past: what is late is done now. */
  at(ms: number, work: () => Promise<void>): void;
  after(ms: number, work: () => Promise<void>): void;
  /** Does everything up to this instant, then stands there. */
  runUntil(ms: number): Promise<void>;
  /** Does everything there is; throws when it does not end within so many steps. */
  runDry(stepsMax: number): Promise<void>;
}

interface Voce {
  readonly ms: number;
  readonly seq: number;
  readonly work: () => Promise<void>;
}

const before = (a: Voce, b: Voce): boolean => a.ms < b.ms || (a.ms === b.ms && a.seq < b.seq);

/** A binary heap: the next thing is always at its top. */
function createHeap() {
  const heap: Voce[] = [];
  const swap = (i: number, j: number): void => {
    const [a, b] = [heap[i], heap[j]];
    if (a === undefined || b === undefined) return;
    heap[i] = b;
    heap[j] = a;
  };
  const isBefore = (i: number, j: number): boolean => {
    const [a, b] = [heap[i], heap[j]];
    return a !== undefined && b !== undefined && before(a, b);
  };
  const sink = (): void => {
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      const smaller = isBefore(right, left) ? right : left;
      if (!isBefore(smaller, i)) return;
      swap(i, smaller);
      i = smaller;
    }
  };
  return {
    peek: (): Voce | undefined => heap[0],
    push: (voce: Voce): void => {
      heap.push(voce);
      for (let i = heap.length - 1; i > 0; ) {
        const parent = Math.floor((i - 1) / 2);
        if (!isBefore(i, parent)) return;
        swap(i, parent);
        i = parent;
      }
    },
    pop: (): Voce | undefined => {
      const top = heap[0];
      const last = heap.pop();
      if (last !== undefined && heap.length > 0) {
        heap[0] = last;
        sink();
      }
      return top;
    },
  };
}

export function createTempo(startMs: number): Tempo {
  const heap = createHeap();
  let now = startMs;
  let seq = 0;
  const at = (ms: number, work: () => Promise<void>): void =>
    heap.push({ ms: Math.max(ms, now), seq: seq++, work });
  const step = async (): Promise<boolean> => {
    const voce = heap.pop();
    if (voce === undefined) return false;
    now = voce.ms;
    await voce.work();
    return true;
  };
  return {
    nowMs: () => now,
    at,
    after: (ms, work) => at(now + ms, work),
    runUntil: async (ms) => {
      for (let top = heap.peek(); top !== undefined && top.ms <= ms; top = heap.peek())
        await step();
      now = Math.max(now, ms);
    },
    runDry: async (stepsMax) => {
      for (let steps = 0; await step(); steps++)
        if (steps > stepsMax) throw new Error(`Dopo ${stepsMax} passi c'è ancora da fare`);
    },
  };
}

/** The clock of one node: simulated time, plus how wrong this node's clock is now. */
export function orologioDi(tempo: Tempo, skewMs: () => number): Clock {
  let lastMs = -1;
  let lastText = "";
  return {
    now: () => {
      const ms = Math.floor(tempo.nowMs() + skewMs());
      if (ms !== lastMs) {
        lastMs = ms;
        lastText = new Date(ms).toISOString();
      }
      return lastText;
    },
  };
}
