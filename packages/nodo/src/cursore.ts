/** The opaque cursor of a list ordered by a day and an id: the last row of the page before. */
export interface Cursore {
  readonly giorno: string;
  readonly id: string;
}

const SHAPE = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/;

export const writeCursore = ({ giorno, id }: Cursore): string => `${giorno}.${id}`;

/** A cursor that makes no sense is the first page. */
export function readCursore(text: string): Cursore | null {
  const [, giorno, id] = SHAPE.exec(text) ?? [];
  return giorno === undefined || id === undefined ? null : { giorno, id };
}
