import {
  ANOMALIE,
  type Caso,
  campo,
  chiamata,
  chiamataProtetta,
  esitoKo,
  esitoOk,
  nonFault,
  rispostaPiena,
  tutte,
} from "./caso.ts";
import { cattivi } from "./cattivi.ts";
import { cambia, check, chiede, utente } from "./documenti.ts";
import { persone, sbagliata } from "./persone.ts";
import { casiSap } from "./sap.ts";

const DATA = "2025-03-10";
const RISCONTRATO = new RegExp(ANOMALIE.source);
const conCodice = (codice: string): RegExp => new RegExp(`CodiceAnomalia>${codice}<`);

/** A story that needs nothing to be there: it makes its own people, and leaves them where they end. */
export function casiMinistero(seme: string, sapDi: () => string): readonly Caso[] {
  const persona = persone(seme);
  const [anna, bruno, carla] = [persona(20), persona(22), persona(19)];
  return [
    ...nascite(anna, bruno, persona),
    ...stati(anna, bruno),
    ...domande(anna, carla),
    ...casiSap(seme, sapDi),
    ...cattivi("getStatoAdesioneYG", "DatiStatoAdesione", chiede(anna, "13")),
  ];
}

const invio = (nome: string, doc: string, verifica: Caso["verifica"]): Caso => ({
  ...{
    operazione: "invioUtenteYG",
    nome,
    corpo: chiamata("invioUtenteYG", ["UtenteYG", doc]),
    verifica,
  },
});

function nascite(anna: string, bruno: string, persona: (anni: number) => string): readonly Caso[] {
  const ok = esitoOk("invioUtenteYG");
  const lista = esitoKo("invioUtenteYG", RISCONTRATO);
  const buono = utente(anna, DATA, "13");
  return [
    invio("un'adesione nuova è accolta", buono, ok),
    invio("la stessa adesione è già presente", buono, esitoKo("invioUtenteYG", conCodice("P000"))),
    {
      ...invio("un documento protetto, con dichiarazione e regione senza zero, è accolto", "", ok),
      corpo: chiamataProtetta("invioUtenteYG", "UtenteYG", utente(bruno, `${DATA}+01:00`, "8")),
    },
    invio(
      "una seconda adesione aperta nella regione è rifiutata",
      utente(anna, "2025-03-11", "13"),
      esitoKo("invioUtenteYG"),
    ),
    invio("il 31 aprile non esiste", utente(persona(20), "2025-04-31", "13"), lista),
    invio("una data futura è rifiutata", utente(persona(20), "2999-01-01", "13"), lista),
    invio(
      "una lettera di controllo sbagliata è rifiutata",
      utente(sbagliata(anna), DATA, "13"),
      lista,
    ),
    invio("una regione che non c'è è rifiutata", utente(persona(20), DATA, "22"), lista),
    invio(
      "un documento senza regione è rifiutato",
      buono.replace(/<Regione>.*<\/Regione>/, ""),
      lista,
    ),
    invio("un documento tagliato è rifiutato", buono.slice(0, -15), lista),
    invio("una DTD nel documento è rifiutata", `<!DOCTYPE a [<!ENTITY b "c">]>${buono}`, lista),
    invio(
      "chi ha meno di quindici anni è rifiutato",
      utente(persona(10), DATA, "13"),
      esitoKo("invioUtenteYG"),
    ),
    invio(
      "chi ha più di ventinove anni è rifiutato",
      utente(persona(45), DATA, "13"),
      esitoKo("invioUtenteYG"),
    ),
  ];
}

/** Another last letter: formally a code, but not one. */

const set = (
  nome: string,
  doc: string,
  verifica: Caso["verifica"],
  radice = "setStatoAdesioneYG",
): Caso => ({
  ...{
    operazione: "setStatoAdesioneYG",
    nome,
    corpo: chiamata(radice, ["DatiStatoAdesione", doc]),
    verifica,
  },
});
const get = (nome: string, doc: string, stato: string): Caso => ({
  ...{
    operazione: "getStatoAdesioneYG",
    nome,
    corpo: chiamata("getStatoAdesioneYG", ["DatiStatoAdesione", doc]),
  },
  verifica: tutte(
    esitoOk("getStatoAdesioneYG"),
    ...[campo("StatoAdesione", stato), campo("DataAdesione", DATA)],
    campo("DataStatoAdesione", /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/),
  ),
});

function stati(anna: string, bruno: string): readonly Caso[] {
  const ok = esitoOk("setStatoAdesioneYG");
  const ko = esitoKo("setStatoAdesioneYG");
  const SET_MAIUSCOLO = "SetStatoAdesioneYG";
  return [
    get("un'adesione appena nata è in A", chiede(anna, "13"), "A"),
    get(
      "in qualunque ordine, e senza lo zero",
      `<DatiStatoAdesione><RegioneAdesione>8</RegioneAdesione><CodiceFiscale>${bruno}</CodiceFiscale></DatiStatoAdesione>`,
      "A",
    ),
    set(
      "una lettera che non esiste è rifiutata",
      cambia(anna, DATA, "13", "Z"),
      esitoKo("setStatoAdesioneYG", RISCONTRATO),
    ),
    set("un'adesione che non c'è non cambia", cambia(anna, "2024-01-01", "13", "P"), ko),
    set("da A a T non si va", cambia(anna, DATA, "13", "T"), ko),
    get("un rifiuto non lascia effetti", chiede(anna, "13"), "A"),
    set("da A a P si va", cambia(anna, DATA, "13", "P"), ok),
    set(
      "con l'altra grafia, da P a T",
      cambia(anna, DATA, "13", "T"),
      esitoOk("setStatoAdesioneYG", SET_MAIUSCOLO),
      SET_MAIUSCOLO,
    ),
    set("da T a U non si va", cambia(anna, DATA, "13", "U"), ko),
    invio(
      "chi è in carico altrove non aderisce",
      utente(anna, "2025-04-01", "08"),
      esitoKo("invioUtenteYG"),
    ),
    set("da A a D si va", cambia(bruno, DATA, "08", "D"), ok),
    invio(
      "con la data di allora l'adesione si riapre",
      utente(bruno, DATA, "08"),
      esitoOk("invioUtenteYG"),
    ),
    get("l'adesione riaperta è in A", chiede(bruno, "08"), "A"),
    set("da A a C si va", cambia(bruno, DATA, "08", "C"), ok),
    invio(
      "con una data nuova si aderisce di nuovo",
      utente(bruno, "2025-05-05", "08"),
      esitoOk("invioUtenteYG"),
    ),
  ];
}

function domande(anna: string, carla: string): readonly Caso[] {
  const caso = (
    operazione: string,
    nome: string,
    corpo: string,
    verifica: Caso["verifica"],
  ): Caso => ({
    ...{ operazione, nome, corpo, verifica },
  });
  const checkOf = (parametro: string, doc: string) => chiamata("checkUtenteYG", [parametro, doc]);
  const giovane = `<Giovane><CodiceFiscale>${anna}</CodiceFiscale></Giovane>`;
  const chi = [
    ["username", ""],
    ["password", ""],
  ] as const;
  return [
    caso(
      "checkUtenteYG",
      "chi c'è ha una risposta",
      checkOf("CodiceFiscale", check(anna, "13")),
      rispostaPiena("checkUtenteYG"),
    ),
    caso(
      "checkUtenteYG",
      "l'altro nome del parametro è accolto",
      checkOf("utenteYG", check(carla)),
      rispostaPiena("checkUtenteYG"),
    ),
    caso(
      "checkUtenteYG",
      "un codice sbagliato è rifiutato",
      checkOf("CodiceFiscale", check("X")),
      esitoKo("checkUtenteYG", RISCONTRATO),
    ),
    caso(
      "getStatoAdesioneYG",
      "chi non ha adesioni non ha stato",
      chiamata("getStatoAdesioneYG", ["DatiStatoAdesione", chiede(carla, "13")]),
      esitoKo("getStatoAdesioneYG"),
    ),
    caso(
      "getDataAdesioneYG",
      "la data dell'adesione si può chiedere",
      chiamata("getDataAdesioneYG", ...chi, ["xmlRichiesta", giovane]),
      campo("xmlRisposta", /^<Risposta><Esito><codice>0[04]</),
    ),
    caso(
      "verificaCondizioniNEET",
      "le condizioni si possono chiedere",
      chiamata("verificaCondizioniNEET", ["CodiceFiscale", anna], ["DataRiferimento", DATA]),
      nonFault,
    ),
  ];
}
