import type { CivilDate } from "../time.ts";

/** Where and by whom a service is delivered, and until when it is meant to last. */
export interface Incarico {
  readonly sedeId: string;
  readonly professionistaId: string;
  readonly finePrevista: CivilDate | null;
}
