import { buona, conDote, type GefoDiProva } from "../nodes/gefo/src/fixtures.ts";

/** One hour delivered, signed and reported: what the desk of the Region finds in its list. */
export async function rendicontata(gefo: GefoDiProva, operatoreId: string, ore = 1) {
  gefo.avanza(1);
  const io = gefo.come(gefo.addetto(operatoreId));
  const { servizi } = await conDote(gefo, operatoreId, [{ misura: "1-C", oreUnita: ore }]);
  const servizioId = servizi[0] ?? "";
  const giorno = gefo.oggi();
  await buona(io.avviaServizio({ chiave: gefo.uuid(), servizioId, dataInizio: giorno }));
  const righe = Array.from({ length: ore }, (_, i) => `${giorno};${9 + i}:00;${10 + i}:00`);
  const csv = ["giorno;dalle;alle", ...righe].join("\n");
  const file = { nome: "registro.csv", contenuto: new TextEncoder().encode(csv) };
  await buona(io.importaRegistro({ chiave: gefo.uuid(), servizioId, file }));
  for (const chi of ["giovane", "professionista"])
    await buona(
      io.firmaRegistro({ chiave: gefo.uuid(), servizioId, dal: giorno, al: giorno, chi }),
    );
  await buona(io.rendiconta({ chiave: gefo.uuid(), servizioId, tipo: "parziale" }));
  const { rendicontazioni } = await buona(io.rendicontazioniServizio({ servizioId }));
  return rendicontazioni[0]?.rendicontazioneId ?? "";
}

/** Admitted by somebody: it can be asked for. */
export async function ammessa(gefo: GefoDiProva, operatoreId: string, chi = "Anna") {
  const rendicontazioneId = await rendicontata(gefo, operatoreId);
  const desk = gefo.come(gefo.regione(chi));
  const { controlli } = await buona(desk.rendicontazione({ rendicontazioneId }));
  const tutti = Object.keys(controlli);
  const quale = { chiave: gefo.uuid(), rendicontazioneId, controlli: tutti };
  await buona(desk.verificaRendicontazione(quale));
  return rendicontazioneId;
}

/** Asked for and approved: it waits for the draw. */
export async function approvata(gefo: GefoDiProva, operatoreId: string) {
  const rendicontazioni = [await ammessa(gefo, operatoreId)];
  const io = gefo.come(gefo.addetto(operatoreId));
  const { conto } = await buona(io.ibanOperatore({ operatoreId }));
  const iban = { version: 0, iban: "IT60X0542811101000000123456" };
  if (conto === null) await buona(io.salvaIban({ chiave: gefo.uuid(), ...iban }));
  const { richiestaId } = await buona(
    io.presentaRichiesta({ chiave: gefo.uuid(), rendicontazioni }),
  );
  const desk = gefo.come(gefo.regione("Anna"));
  const { version, controlli } = await buona(desk.richiestaPagamento({ richiestaId }));
  const esame = { version, controlli: Object.keys(controlli) };
  await buona(desk.approvaRichiesta({ chiave: gefo.uuid(), richiestaId, ...esame }));
  return richiestaId;
}

/** Drawn, controlled when it must be, ordered by a second person. */
export async function ordinata(gefo: GefoDiProva, operatoreId: string) {
  const richiestaId = await approvata(gefo, operatoreId);
  const controllo = gefo.come(gefo.regione("Carla", "controllo"));
  await buona(controllo.estraiCampione({ chiave: gefo.uuid() }));
  const desk = gefo.come(gefo.regione("Bruno"));
  const base = async () => {
    const { version, stato } = await buona(desk.richiestaPagamento({ richiestaId }));
    return { stato, quale: { chiave: gefo.uuid(), richiestaId, version } };
  };
  const { stato, quale } = await base();
  if (stato === "in-controllo")
    await buona(controllo.registraControllo({ ...quale, nota: "visti i registri in sede" }));
  const { ordineId } = await buona(desk.ordinaPagamento((await base()).quale));
  return { richiestaId, ordineId };
}
