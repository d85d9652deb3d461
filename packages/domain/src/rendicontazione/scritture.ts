import { type Scrittura, scrittura } from "../denaro/libro.ts";
import type { Servizio } from "../dote/servizio.ts";
import { CONTI_VUOTI } from "../erogazione/conti.ts";
import type { FattoErogazione } from "../erogazione/evento.ts";

type Di<T extends FattoErogazione["tipo"]> = Extract<FattoErogazione, { tipo: T }>;

/** What the delivery of a service does to the money: see SPEC.md, table 2. */
export function scrittureErogazione(
  servizio: Servizio,
  evento: FattoErogazione,
): readonly Scrittura[] {
  switch (evento.tipo) {
    case "servizio-variato":
      return [];
    case "servizio-rendicontato":
      return [rendicontato(servizio, evento)];
    case "rendicontazione-verificata":
      return [verificato(servizio, evento)];
    case "taglio-definitivo": {
      const v = contiDi(servizio).ripresentabileCents;
      return [scrittura("rilascio", { impegnato: -v, disponibile: v }, servizio.id)];
    }
    case "importo-decurtato": {
      const v = evento.importoCents;
      return [scrittura("verifica", { ammesso: -v, disponibile: v }, servizio.id)];
    }
    // An order, or its return, moves nothing: the money is still in the Region's account.
    case "pagamento-ordinato":
    case "pagamento-stornato":
      return [];
    case "pagamento-eseguito": {
      const v = evento.importoCents;
      return [scrittura("pagamento", { ammesso: -v, pagato: v }, servizio.id)];
    }
    case "importo-recuperato": {
      const v = evento.importoCents;
      return [scrittura("recupero", { pagato: -v, recuperato: v }, servizio.id)];
    }
  }
}

const contiDi = ({ conti = CONTI_VUOTI }: Servizio) => conti;

/** What is still committed for a service: planned, less what was admitted and what is being verified. */
export const impegnoResiduoCents = (servizio: Servizio): number =>
  servizio.importoCents - (servizio.ammessoCents ?? 0) - contiDi(servizio).inVerificaCents;

/** The final report frees what was planned and is not asked for; a cut that may be shown again waits. */
function rendicontato(servizio: Servizio, evento: Di<"servizio-rendicontato">): Scrittura {
  const { rendiconto, richiestoCents } = evento;
  const { ripresentabileCents } = contiDi(servizio);
  if (rendiconto === "parziale")
    return scrittura(
      "rendicontazione",
      {
        impegnato: -richiestoCents,
        rendicontato: richiestoCents,
      },
      servizio.id,
    );
  const preso =
    rendiconto === "finale"
      ? impegnoResiduoCents(servizio) - ripresentabileCents
      : ripresentabileCents;
  const conti = { impegnato: -preso, rendicontato: richiestoCents };
  return scrittura(
    "rendicontazione",
    { ...conti, disponibile: preso - richiestoCents },
    servizio.id,
  );
}

function verificato(servizio: Servizio, evento: Di<"rendicontazione-verificata">): Scrittura {
  const { ammessoCents, ripresentabile } = evento;
  const chiesto = contiDi(servizio).inVerificaCents;
  const tagliato = chiesto - ammessoCents;
  const conti = { rendicontato: -chiesto, ammesso: ammessoCents };
  const dove = ripresentabile ? "impegnato" : "disponibile";
  return scrittura("verifica", { ...conti, [dove]: tagliato }, servizio.id);
}
