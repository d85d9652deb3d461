import assert from "node:assert/strict";
import {
  arriva,
  denaro,
  type Filo,
  giornate,
  tuttiDicono,
  verificaRendiconto,
} from "../src/racconto/mestiere.ts";
import { finoAlPagamento } from "../src/racconto/pagamento.ts";
import { rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const IRENE = unaPersona("Irene", "Campogrande", "F", "1990-09-17");

async function ore(filo: Filo): Promise<string> {
  const { palco, narra, bottega, adesioneId } = filo;
  let servizioId = "";
  await narra("Irene è presa in carico e comincia l'orientamento specialistico.", async () => {
    await bottega.finoAlPatto(adesioneId);
    await bottega.dote(adesioneId, [{ misura: "1-C", oreUnita: 8 }]);
    await palco.giorni(0);
    ({ servizioId } = await bottega.servizio(adesioneId, "1-C"));
    await bottega.avvia(servizioId);
  });
  const inizio = palco.oggi();
  await palco.giorni(7);
  await narra(
    "L'erogatore carica il registro da un file. Una riga dice venticinque ore: non entra, e c'è scritto perché. Le altre sì.",
    async () => {
      const buone = giornate(inizio, 8, 4).map((riga) => riga.join(","));
      const csv = ["giorno,dalle,alle", ...buone, `${inizio},00:00,25:00`].join("\n");
      const file = { nome: "registro.csv", contenuto: new TextEncoder().encode(csv) };
      const { erogatore } = bottega;
      const esito = vale(
        await erogatore.importaRegistro({ chiave: palco.chiave(), servizioId, file }),
      );
      assert.equal(esito.scritte, 2);
      assert.match(esito.righe[2]?.motivo ?? "", /ventiquattro/);
      for (const chi of ["giovane", "professionista"] as const) {
        const firma = { servizioId, dal: inizio, al: palco.oggi(), chi };
        vale(await erogatore.firmaRegistro({ chiave: palco.chiave(), ...firma }));
      }
    },
  );
  return servizioId;
}

async function taglio(filo: Filo, servizioId: string): Promise<void> {
  const { palco, narra, bottega } = filo;
  await narra(
    "Il servizio finisce. Il rappresentante legale presenta il conto: 284 euro.",
    async () => {
      await bottega.concludi(servizioId, "conclusa");
      await bottega.rendiconta(servizioId);
    },
  );
  await palco.giorni(12);
  await narra(
    "Lo sportello della Regione taglia 71 euro dal primo giorno: la firma di Irene non si legge. Il resto, 213 euro, è ammesso.",
    async () => {
      const motivo = { motivo: "firma-mancante", nota: "Seconda pagina illeggibile" };
      await verificaRendiconto(palco, servizioId, { importoCents: 71_00, ...motivo });
      assert.equal((await denaro(palco)).ammesso, 213_00);
    },
  );
  await narra("L'operatore legge quanto, perché, e fino a quando può rimediare.", async () => {
    const conto = vale(await bottega.legale.rendicontazioniServizio({ servizioId }));
    const [voce] = conto.rendicontazioni[0]?.voci ?? [];
    assert.deepEqual([voce?.taglioCents, voce?.motivoTaglio], [71_00, "firma-mancante"]);
    assert.equal(conto.ripresentabileCents, 71_00);
    assert.ok(conto.ripresentabileEntro);
  });
  await narra(
    "Il taglio non tocca Irene: per lei il servizio è fatto, e il percorso è finito, F.",
    () => tuttiDicono(filo, "F"),
  );
}

async function rimedio(filo: Filo, servizioId: string): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await palco.giorni(9);
  await narra(
    "L'operatore trova l'originale, lo carica fra le prove e ripresenta ciò che era stato tagliato.",
    async () => {
      const contenuto = new TextEncoder().encode("%PDF-1.7 registro originale");
      const prova = { titolo: "Registro, originale", file: { nome: "registro.pdf", contenuto } };
      const { sportello, base } = bottega;
      vale(await sportello.caricaAllegato({ ...base(adesioneId), servizioId, ...prova }));
      await bottega.rendiconta(servizioId, "ripresentazione");
    },
  );
  await palco.giorni(4);
  await narra(
    "La firma si legge. Lo sportello ammette anche i 71 euro. Una seconda volta non si può.",
    async () => {
      await verificaRendiconto(palco, servizioId);
      assert.equal((await denaro(palco)).ammesso, 284_00);
      const ancora = { chiave: palco.chiave(), servizioId, tipo: "ripresentazione" } as const;
      rifiuta(await bottega.legale.rendiconta(ancora), "servizio.passo-non-aperto");
    },
  );
}

async function pagamento({ palco, narra, bottega }: Filo): Promise<void> {
  await palco.giorni(6);
  await narra("L'operatore chiede tutto insieme, e la tesoreria paga 284 euro.", async () => {
    await finoAlPagamento(palco, bottega);
    assert.equal((await denaro(palco)).pagato, 284_00);
  });
}

export const storia: Storia = {
  titolo: "Un conto tagliato",
  insegna: "Chi taglia scrive perché; chi è tagliato ha trenta giorni per mostrare di nuovo.",
  racconta: async (palco, narra) => {
    const frase = "Irene aderisce e sceglie un operatore di Brescia.";
    const filo = await arriva({ palco, narra, chi: IRENE, operatoreId: "OP-0004", frase });
    const servizioId = await ore(filo);
    await taglio(filo, servizioId);
    await rimedio(filo, servizioId);
    await pagamento(filo);
  },
};
