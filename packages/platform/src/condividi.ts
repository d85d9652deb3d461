/**
 * A question that costs much and has one answer for everybody: who asks while it is being answered shares
 * the next answer with the others who wait. Nobody is given one that was begun before they asked.
 */
export function condividi<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  const start = (): Promise<T> => {
    next = null;
    const mine = ask();
    running = mine;
    const ended = (): void => {
      running = null;
    };
    mine.then(ended, ended);
    return mine;
  };
  return () => {
    if (next !== null) return next;
    if (running === null) return start();
    next = running.then(start, start);
    return next;
  };
}
