import { servizicoap } from "@staffetta/contracts";
import type { Servizicoap } from "@staffetta/nodo";
import type { Contesto } from "../contesto.ts";
import { domandeWith } from "./domande.ts";
import { invioUtenteWith } from "./invio-utente.ts";
import { statoWith } from "./stato.ts";

/** The Ministry's address: adesioni and stati are answered here, the SAP at the other national node. */
export const servizicoapWith = (ctx: Contesto): Servizicoap => ({
  operazioni: servizicoap.NOMI_OPERAZIONI.filter(
    (nome) => servizicoap.descrizioneDi(nome).lato !== "regione",
  ),
  gestori: { invioUtenteYG: invioUtenteWith(ctx), ...statoWith(ctx), ...domandeWith(ctx) },
});
