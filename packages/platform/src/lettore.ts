import { DatabaseError, type Pool, type PoolClient } from "pg";
import type { Statement } from "./ports.ts";
import { ask, together } from "./transaction.ts";

interface Question extends Statement {
  readonly resolve: (rows: never[]) => void;
  readonly reject: (error: unknown) => void;
}

async function send(pool: Pool, questions: readonly Question[]): Promise<void> {
  let client: PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    for (const { reject } of questions) reject(error);
    return;
  }
  together(client);
  let broken = false;
  const failed = (error: unknown): void => {
    // What the server refuses leaves the connection as it was.
    broken ||= !(error instanceof DatabaseError);
  };
  await Promise.all(
    questions.map(({ resolve, reject, ...statement }) =>
      ask<never>(client, statement).then(resolve, (error: unknown) => {
        failed(error);
        reject(error);
      }),
    ),
  );
  client.release(broken);
}

/**
 * Questions that are asked together travel together: one connection, one piece on the wire. For a page
 * that asks three things the journeys cost more than the answers.
 */
export function readTogether(pool: Pool) {
  let waiting: Question[] = [];
  const leave = (): void => {
    const questions = waiting;
    waiting = [];
    void send(pool, questions);
  };
  return <Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    new Promise<Row[]>((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(leave);
      waiting.push({ name, text, values, resolve, reject });
    });
}
