import type { Testi } from "@staffetta/nodo";

export const TESTI_NOTIFICHE: Testi = {
  "notifica.sconosciuta": () => ({
    title: "Questa lettera non c'è",
    detail: "Nessuna lettera che puoi vedere ha questo identificativo.",
    rimedio: "Torna alla posta inviata.",
    status: 404,
  }),
};
