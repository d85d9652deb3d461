/**
 * The load: bodies of about 1 kB that look like a change of stato, the same for every contender.
 * `n` grows by one for each message of the bench; a person's messages have growing `n`, so that the
 * receiver can tell order and doubles from the body alone.
 */
export interface Corpo {
  readonly n: number;
  readonly persona: string;
  readonly da: string;
  readonly a: string;
  readonly nota: string;
}

const NOTA = "Lorenzo ha parlato con lo sportello; il colloquio resta fissato. ".repeat(13);

/** People are met again every `persone` messages. */
export const corpoDi = (n: number, persone: number): Corpo => ({
  n,
  persona: `00000000-0000-7000-8000-${String(n % persone).padStart(12, "0")}`,
  da: "A",
  a: "P",
  nota: NOTA.slice(0, 860),
});

export const PERSONE_DEFAULT = 5_000;
