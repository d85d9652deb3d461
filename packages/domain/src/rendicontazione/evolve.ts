import type { Servizio, StatoServizio } from "../dote/servizio.ts";
import { CONTI_VUOTI, type ContiServizio } from "../erogazione/conti.ts";
import type { FattoErogazione } from "../erogazione/evento.ts";
import type { Instant } from "../time.ts";

type Evento = FattoErogazione & Readonly<{ at: Instant }>;
type Di<T extends Evento["tipo"]> = Extract<Evento, { tipo: T }>;

/** What the sums of a service become; a state of its own follows from them. */
export function dopoErogazione(servizio: Servizio, evento: Evento): Servizio {
  const { conti = CONTI_VUOTI } = servizio;
  const con = (cambiati: Partial<ContiServizio>, altri: Partial<Servizio> = {}): Servizio => ({
    ...{ ...servizio, ...altri },
    conti: { ...conti, ...cambiati },
  });
  switch (evento.tipo) {
    case "servizio-variato":
      return { ...servizio, incarico: evento.incarico };
    case "servizio-rendicontato":
      return rendicontato(servizio, conti, evento);
    case "rendicontazione-verificata":
      return verificato(servizio, conti, evento);
    case "taglio-definitivo":
      return con({ ripresentabileCents: 0, ripresentabileEntro: null });
    case "importo-decurtato": {
      const ammessoCents = (servizio.ammessoCents ?? 0) - evento.importoCents;
      const stato = seChiuso(servizio, "tagliato");
      return con({}, { ammessoCents, stato, motivoTaglio: "controllo sul posto" });
    }
    case "pagamento-ordinato":
      return con({ ordinatoCents: conti.ordinatoCents + evento.importoCents });
    case "pagamento-stornato":
      return con({ ordinatoCents: conti.ordinatoCents - evento.importoCents });
    case "pagamento-eseguito":
      return pagato(servizio, conti, evento);
    case "importo-recuperato":
      return con(
        { recuperatoCents: conti.recuperatoCents + evento.importoCents },
        { stato: seChiuso(servizio, "recuperato") },
      );
  }
}

/** What was reported in part belongs to a service that goes on: its money changes, its state does not. */
const seChiuso = ({ stato }: Servizio, dopo: StatoServizio): StatoServizio =>
  ["avviato", "erogato", "rendicontato"].includes(stato) ? stato : dopo;

function rendicontato(
  servizio: Servizio,
  conti: ContiServizio,
  { rendiconto, oreErogate, richiestoCents, at }: Di<"servizio-rendicontato">,
): Servizio {
  const inVerifica = { ...conti, inVerificaCents: conti.inVerificaCents + richiestoCents };
  if (rendiconto === "ripresentazione")
    return {
      ...servizio,
      conti: {
        ...inVerifica,
        ...{ ripresentabileCents: 0, ripresentabileEntro: null, ripresentato: true },
      },
    };
  return {
    ...servizio,
    stato: rendiconto === "finale" ? "rendicontato" : servizio.stato,
    oreErogate: (servizio.oreErogate ?? 0) + oreErogate,
    rendicontatoCents: (servizio.rendicontatoCents ?? 0) + richiestoCents,
    rendicontatoAt: at,
    conti: inVerifica,
  };
}

function statoVerificato(
  servizio: Servizio,
  rendiconto: Di<"rendicontazione-verificata">["rendiconto"],
  ammessoCents: number,
): StatoServizio {
  if (rendiconto === "parziale") return servizio.stato;
  return ammessoCents === (servizio.rendicontatoCents ?? 0) ? "ammesso" : "tagliato";
}

function verificato(
  servizio: Servizio,
  conti: ContiServizio,
  evento: Di<"rendicontazione-verificata">,
): Servizio {
  const { rendiconto, motivoTaglio, ripresentabileEntro } = evento;
  const chiesto = conti.inVerificaCents;
  const tagliato = chiesto - evento.ammessoCents;
  const ripresentabile = evento.ripresentabile ? tagliato : 0;
  const ammessoCents = (servizio.ammessoCents ?? 0) + evento.ammessoCents;
  return {
    ...servizio,
    stato: statoVerificato(servizio, rendiconto, ammessoCents),
    ammessoCents,
    motivoTaglio: motivoTaglio ?? servizio.motivoTaglio,
    conti: {
      ...conti,
      inVerificaCents: 0,
      ripresentabileCents: conti.ripresentabileCents + ripresentabile,
      ripresentabileEntro,
    },
  };
}

function pagato(
  servizio: Servizio,
  conti: ContiServizio,
  { importoCents }: Di<"pagamento-eseguito">,
): Servizio {
  const pagatoCents = conti.pagatoCents + importoCents;
  const ordinatoCents = conti.ordinatoCents - importoCents;
  const chiuso = servizio.stato === "ammesso" || servizio.stato === "tagliato";
  const tutto = pagatoCents === servizio.ammessoCents && conti.inVerificaCents === 0;
  const stato = chiuso && tutto && conti.ripresentabileCents === 0 ? "liquidato" : servizio.stato;
  return { ...servizio, stato, conti: { ...conti, pagatoCents, ordinatoCents } };
}
