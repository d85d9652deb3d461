import { MOTIVI_ASSENZA, type MotivoAssenza } from "@staffetta/domain";
import type { Testi } from "@staffetta/nodo";

const giorno = (data: unknown): string => String(data).split("-").reverse().join("/");

export const TESTI_CONTATTI: Testi = {
  "assenza.nessuna": () => ({
    title: "Non c'è un'assenza da giustificare",
    detail: "L'ultima volta che era atteso il giovane è venuto, o l'assenza è già giustificata.",
    rimedio: "Se non è venuto, registra prima che non si è presentato.",
  }),
  "assenza.fuori-tempo": ({ on, entro }) => ({
    title: "È tardi per giustificare questa assenza",
    detail: `L'assenza del ${giorno(on)} si poteva giustificare fino al ${giorno(entro)}.`,
    rimedio: "L'assenza conta. Puoi convocare la persona di nuovo.",
  }),
  "assenza.motivo-non-previsto": ({ motivo }) => ({
    title: "Questo motivo non giustifica un'assenza",
    detail: `Le regole dell'avviso non prevedono «${MOTIVI_ASSENZA[motivo as MotivoAssenza]}».`,
    rimedio: "Scegli un altro motivo, se è quello vero.",
    status: 422,
  }),
  "non-presa.nessuna-assenza": () => ({
    title: "Tutte le assenze sono giustificate",
    detail: "Un'assenza giustificata non conta: per questo motivo ne serve una non giustificata.",
    rimedio: "Convoca la persona di nuovo.",
  }),
};
