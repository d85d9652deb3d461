import assert from "node:assert/strict";
import { test } from "node:test";
import { condividi } from "./condividi.ts";

/** A question whose answers are given by hand: the number of the time it was asked. */
function domanda() {
  const answers: (() => void)[] = [];
  const ask = condividi(
    () =>
      new Promise<number>((resolve) => {
        const n = answers.length + 1;
        answers.push(() => resolve(n));
      }),
  );
  const answer = async (n: number): Promise<void> => {
    answers[n - 1]?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ask, answer, asked: () => answers.length };
}

test("shared answer: who comes while one is being made shares the next, never that one", async () => {
  const { ask, answer, asked } = domanda();
  const first = ask();
  const late = [ask(), ask(), ask()];
  assert.equal(asked(), 1);
  await answer(1);
  assert.equal(await first, 1);
  assert.equal(asked(), 2);
  const later = ask();
  await answer(2);
  assert.deepEqual(await Promise.all(late), [2, 2, 2]);
  await answer(3);
  assert.equal(await later, 3);
});

test("shared answer: a failure is told to those who shared it, and the next asks again", async () => {
  let times = 0;
  const ask = condividi(async () => {
    times++;
    if (times === 1) throw new Error("non ora");
    return times;
  });
  const [first, second] = await Promise.allSettled([ask(), ask()]);
  assert.equal(first?.status, "rejected");
  assert.deepEqual(second, { status: "fulfilled", value: 2 });
  assert.equal(await ask(), 3);
});
