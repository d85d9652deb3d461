export { chiaviJwks, chiaviPerKid } from "./accesso/chiavi-remote.ts";
export type { RichiestaRest } from "./accesso/fornitore.ts";
export { avviaNodo, CANALE_SVEGLIA, runNodo } from "./avvia.ts";
export { type Chiavi, ensureChiavi, readChiavi } from "./chiavi.ts";
export { type Config, readConfig } from "./config.ts";
export { readCursore, writeCursore } from "./cursore.ts";
export { flussiDi, type Traduci } from "./flussi.ts";
export { APPLICATO, accoda, gestore, rifiutato, soloDa } from "./messaggi.ts";
export {
  borsaLavoroDi,
  CLICLAVORO,
  gefoDi,
  isBorsaLavoro,
  MINISTERO,
  regioneDi,
} from "./nomi.ts";
export type { DescrizioneNodo, Pagine, ParteNodo, PorteNodo } from "./parte.ts";
export { createProblemi, type Problemi, type Testi, type Testo } from "./problemi.ts";
export { inviaFile, leggiModulo } from "./rest/file.ts";
export type { RispostaNodo, RottaNodo } from "./rest/porta.ts";
export { mountOperazioni } from "./rest/senza-sistemi.ts";
export { genera, rovina } from "./servizicoap/generati.ts";
export {
  type ChiamataNazionale,
  type Chiedi,
  type DettoNazionale,
  type InParoleNazionali,
  LEGAME_SERVIZICOAP,
  legameServizicoap,
  NON_PORTATO,
} from "./servizicoap/legame.ts";
export { leggiDocumento } from "./servizicoap/leggi.ts";
export {
  montaServizicoap,
  type OpzioniServizicoap,
  PERCORSO_SERVIZICOAP,
} from "./servizicoap/monta.ts";
export { scambiDi } from "./servizicoap/scambi.ts";
export type { Servizicoap } from "./servizicoap/smista.ts";
export { type Autore, autoreDi, identitaDi, nomeDi } from "./soggetti.ts";
export { testoRequisiti } from "./testo-requisiti.ts";
