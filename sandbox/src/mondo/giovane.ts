import type { CodiceRegione } from "@staffetta/domain";
import type { GiovaneFinto } from "../popolazione/giovane.ts";
import type { Percorso } from "../popolazione/percorso.ts";
import { lavoraCaso } from "./addetto.ts";
import { borsaDi, comeGiovane, comeGiovaneNazionale, DAY_MS, prova, type Scena } from "./vita.ts";

export interface Vita {
  readonly giovane: GiovaneFinto;
  readonly percorso: Percorso;
  readonly regione: CodiceRegione;
}

/** The giovane registers, chooses an operatore, sometimes changes or withdraws. */
export function viviAdesione(scena: Scena, vita: Vita): void {
  const { giovane, percorso, regione } = vita;
  const { anagrafica, recapiti } = giovane;
  const informativaLetta = true;
  const poi = ({ adesioneId }: { adesioneId: string }): void =>
    dopoAdesione(scena, vita, adesioneId);
  if (percorso.canale === "regionale") {
    const borsa = borsaDi(scena, regione);
    const io = comeGiovane(borsa, anagrafica);
    prova(scena, borsa, () => io.aderisci({ recapiti, informativaLetta }), poi, "casa");
    return;
  }
  const { cliclavoro } = scena.federazione;
  const io = comeGiovaneNazionale(cliclavoro, anagrafica);
  prova(scena, cliclavoro, () => io.aderisci({ regione, recapiti, informativaLetta }), poi, "casa");
}

function dopoAdesione(scena: Scena, vita: Vita, adesioneId: string): void {
  const { percorso } = vita;
  if (percorso.operatoreAfterDays !== null)
    scena.tempo.after(percorso.operatoreAfterDays * DAY_MS, async () =>
      scegli(scena, vita, adesioneId, (operatoreId) => {
        lavoraCaso(scena, vita, adesioneId, operatoreId);
        if (percorso.cambiaOperatore)
          scena.tempo.after(5 * DAY_MS, async () =>
            scegli(scena, vita, adesioneId, (altro) => lavoraCaso(scena, vita, adesioneId, altro)),
          );
      }),
    );
  if (percorso.annullaAfterDays !== null)
    scena.tempo.after(percorso.annullaAfterDays * DAY_MS, async () =>
      annulla(scena, vita, adesioneId),
    );
}

function scegli(
  scena: Scena,
  { giovane, regione }: Vita,
  adesioneId: string,
  poi: (operatoreId: string) => void,
): void {
  const borsa = borsaDi(scena, regione);
  const io = comeGiovane(borsa, giovane.anagrafica);
  prova(
    scena,
    borsa,
    async () => {
      const elenco = await io.operatori({});
      if (!elenco.ok || elenco.valore.operatori.length === 0)
        return { ok: false, problema: ELENCO_VUOTO };
      const { id: operatoreId } = scena.sorte.pick(elenco.valore.operatori);
      const scelta = await io.scegliOperatore({ adesioneId, operatoreId });
      if (scelta.ok) poi(operatoreId);
      return scelta;
    },
    undefined,
    "casa",
  );
}

const ELENCO_VUOTO = {
  type: "urn:staffetta:operatore.sconosciuto",
  title: "Elenco vuoto",
  status: 409,
  detail: "Gli operatori non sono ancora arrivati.",
};

function annulla(scena: Scena, { giovane, percorso, regione }: Vita, adesioneId: string): void {
  if (percorso.canale === "regionale") {
    const borsa = borsaDi(scena, regione);
    const io = comeGiovane(borsa, giovane.anagrafica);
    prova(scena, borsa, () => io.annulla({ adesioneId }), undefined, "casa");
    return;
  }
  const { cliclavoro } = scena.federazione;
  const io = comeGiovaneNazionale(cliclavoro, giovane.anagrafica);
  prova(scena, cliclavoro, () => io.chiediAnnullamento({ adesioneId }), undefined, "casa");
}
