import { type Caso, chiamata, esitoKo, esitoOk, rispostaPiena } from "./caso.ts";
import { cattivi } from "./cattivi.ts";
import { check, notifica, utente } from "./documenti.ts";
import { persone } from "./persone.ts";

const DATA = "2025-03-10";
const STATO = "2025-04-09";
const ALTRA: Readonly<Record<string, string>> = { "08": "13" };

/** What a region answers to the Ministry: it never sends a notification back for what it can't apply. */
export function casiRegione(seme: string, regione: string): readonly Caso[] {
  const persona = persone(seme);
  const [anna, bruno] = [persona(20), persona(21)];
  const altrove = ALTRA[regione] ?? "08";
  const testo = notifica(anna, [DATA, STATO], altrove, "P");
  return [
    ...invii(anna, persona, regione, altrove),
    ...notifiche(anna, bruno, { regione, altrove }),
    {
      ...{ operazione: "checkUtenteYG", nome: "una regione dice che non lo sa" },
      corpo: chiamata("checkUtenteYG", ["CodiceFiscale", check(anna)]),
      verifica: esitoKo("checkUtenteYG"),
    },
    {
      ...{ operazione: "notificaSAP", nome: "una SAP cambiata è presa in nota" },
      corpo: chiamata("notificaSAP", ["CodiceSAP", "QA10000017T"], ["MotivoNotifica", "02"]),
      verifica: esitoOk("notificaSAP"),
    },
    {
      ...{ operazione: "notificaSAP", nome: "un motivo mai visto è preso in nota" },
      corpo: chiamata("notificaSAP", ["CodiceSAP", "QA10000017T"], ["MotivoNotifica", "99"]),
      verifica: rispostaPiena("notificaSAP"),
    },
    ...cattivi("notificaCambioStatoAdesioneYG", "DatiStatoAdesione", testo),
  ];
}

function invii(
  anna: string,
  persona: (anni: number) => string,
  regione: string,
  altrove: string,
): readonly Caso[] {
  const caso = (nome: string, doc: string, verifica: Caso["verifica"]): Caso => ({
    ...{
      operazione: "invioUtenteYG",
      nome,
      corpo: chiamata("invioUtenteYG", ["UtenteYG", doc]),
      verifica,
    },
  });
  const [ok, ko] = [esitoOk("invioUtenteYG"), esitoKo("invioUtenteYG")];
  const buono = utente(anna, DATA, regione);
  return [
    caso("un'adesione del portale nazionale è accolta", buono, ok),
    caso("la stessa adesione, mandata di nuovo, è accolta senza raddoppiare", buono, ok),
    caso("l'adesione di un'altra regione è rifiutata", utente(persona(20), DATA, altrove), ko),
    caso("una data che non esiste è rifiutata", utente(persona(20), "2025-02-30", regione), ko),
    caso("un documento tagliato è rifiutato", buono.slice(0, -9), ko),
    caso("chi è troppo giovane è rifiutato", utente(persona(9), DATA, regione), ko),
  ];
}

function notifiche(
  anna: string,
  bruno: string,
  { regione, altrove }: Readonly<{ regione: string; altrove: string }>,
): readonly Caso[] {
  const op = "notificaCambioStatoAdesioneYG";
  const caso = (nome: string, doc: string, verifica: Caso["verifica"]): Caso => ({
    ...{ operazione: op, nome, corpo: chiamata(op, ["DatiStatoAdesione", doc]), verifica },
  });
  const [ok, ko] = [esitoOk(op), esitoKo(op, /^[^<]+$/)];
  const presa = notifica(anna, [DATA, STATO], altrove, "P");
  return [
    caso(
      "di chi qui non c'è, la notifica è presa in nota",
      notifica(bruno, [DATA, STATO], altrove, "P"),
      ok,
    ),
    caso("una presa in carico altrove è accolta", presa, ok),
    caso("la stessa notifica, mandata di nuovo, è accolta", presa, ok),
    caso(
      "con data e ora, è accolta",
      notifica(anna, [DATA, `${STATO}T10:00:00`], altrove, "T"),
      ok,
    ),
    caso(
      "uno stato di partenza che non torna è preso in nota",
      notifica(anna, [DATA, STATO], regione, "T"),
      ok,
    ),
    caso(
      "un documento che non si legge è rifiutato con un testo",
      presa.replace("</RegioneAdesione>", ""),
      ko,
    ),
    caso(
      "una data che non si legge è rifiutata con un testo",
      presa.replace(STATO, "9 aprile"),
      ko,
    ),
    caso(
      "una lettera che non esiste è rifiutata con un testo",
      notifica(anna, [DATA, STATO], altrove, "Z"),
      ko,
    ),
  ];
}
