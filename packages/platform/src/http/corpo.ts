/** A body larger than what is accepted: reading stops there. */
export class CorpoTroppoGrande extends Error {
  readonly bytesMax: number;
  constructor(bytesMax: number) {
    super(`il corpo supera ${bytesMax} byte`);
    this.bytesMax = bytesMax;
  }
}

export interface FileRicevuto {
  readonly nome: string;
  readonly contenuto: Uint8Array;
}

/** Passes bytes on and counts them: whatever the declared length says, no more than this is ever held. */
function bounded(bytesMax: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform: (chunk, controller) => {
      seen += chunk.byteLength;
      if (seen > bytesMax) controller.error(new CorpoTroppoGrande(bytesMax));
      else controller.enqueue(chunk);
    },
  });
}

/** Room for the boundaries and the other fields of the form. */
const FORM_BYTES = 64 * 1024;

/**
 * The fields of a multipart form; files as bytes. Throws when the body is cut, malformed or too large:
 * nothing half read comes out of here.
 */
export async function leggiMultipart(
  request: Request,
  fileBytesMax: number,
): Promise<Record<string, string | FileRicevuto>> {
  if (request.body === null) throw new Error("il corpo è vuoto");
  const bytesMax = fileBytesMax + FORM_BYTES;
  const body = request.body.pipeThrough(bounded(bytesMax));
  const type = request.headers.get("content-type") ?? "";
  const form = await new Response(body, { headers: { "content-type": type } }).formData();
  const fields: Record<string, string | FileRicevuto> = {};
  for (const [name, value] of form)
    fields[name] =
      typeof value === "string"
        ? value
        : { nome: value.name, contenuto: new Uint8Array(await value.arrayBuffer()) };
  return fields;
}

/** Headers under which a file is saved, never opened as a page of this site. */
export const testateFile = (nome: string, tipo: string): Record<string, string> => ({
  "content-type": tipo,
  "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(nome)}`,
  "x-content-type-options": "nosniff",
  "cache-control": "private, no-store",
});
