/** Reads the bytes of a request under a limit of size and of time. */
export type CorpoLetto =
  | Readonly<{ esito: "letto"; bytes: Uint8Array }>
  /** What had arrived until then. */
  | Readonly<{ esito: "troppo-grande" | "troppo-lento" | "interrotto"; bytes: Uint8Array }>;

export interface LimitiCorpo {
  readonly bytesMax: number;
  /** For the whole body, in milliseconds. */
  readonly attesaMs: number;
}

/** A sender that has not finished sends on, and would see a broken connection instead of the answer. */
const SCARICO_MAX = 128 * 1024 * 1024;

async function scarica(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  late: Promise<"tardi">,
): Promise<void> {
  for (let size = 0; size < SCARICO_MAX; ) {
    const got = await Promise.race([reader.read(), late]);
    if (got === "tardi" || got.done) return;
    size += got.value.byteLength;
  }
}

export async function leggiCorpo(
  stream: ReadableStream<Uint8Array> | null,
  limiti: LimitiCorpo,
): Promise<CorpoLetto> {
  if (stream === null) return { esito: "letto", bytes: new Uint8Array() };
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"tardi">((resolve) => {
    timer = setTimeout(() => resolve("tardi"), limiti.attesaMs);
  });
  const all = (): Uint8Array => new Uint8Array(Buffer.concat(chunks));
  const stop = (esito: "troppo-grande" | "troppo-lento" | "interrotto"): CorpoLetto => {
    void reader.cancel().catch(() => undefined);
    return { esito, bytes: all() };
  };
  try {
    for (;;) {
      const got = await Promise.race([reader.read(), late]);
      if (got === "tardi") return stop("troppo-lento");
      if (got.done) return { esito: "letto", bytes: all() };
      size += got.value.byteLength;
      if (size > limiti.bytesMax) {
        await scarica(reader, late).catch(() => undefined);
        return stop("troppo-grande");
      }
      chunks.push(got.value);
    }
  } catch {
    return stop("interrotto");
  } finally {
    clearTimeout(timer);
  }
}
