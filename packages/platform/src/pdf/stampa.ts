import type { BloccoPdf, DocumentoPdf, FirmaPdf, StampaPdf } from "./documento.ts";
import {
  apriFoglio,
  BLU,
  chiudiFoglio,
  decora,
  FONDO,
  FORTE,
  type Foglio,
  GRIGIO,
  INCHIOSTRO,
  larghezza,
  NORMALE,
  scriviPiedi,
  serveSpazio,
} from "./foglio.ts";
import { scriviTavola } from "./tavola.ts";

const CORPO_PT = 11;
const RIENTRO_PT = 18;
const TITOLI_PT = { 2: 15, 3: 12 } as const;

function scrivi(foglio: Foglio, tag: string, disegna: () => void): void {
  const elemento = foglio.pdf.struct(tag);
  foglio.radice.add(elemento);
  elemento.add(disegna);
  elemento.end();
}

function titolo(foglio: Foglio, livello: 2 | 3, testo: string): void {
  // A title never stays alone at the foot of a page.
  serveSpazio(foglio, 70);
  foglio.pdf.moveDown(0.4);
  scrivi(foglio, `H${livello}`, () => {
    foglio.pdf.font(FORTE).fontSize(TITOLI_PT[livello]).fillColor(INCHIOSTRO).text(testo);
  });
  foglio.pdf.moveDown(0.3);
}

const normale = ({ pdf }: Foglio) => pdf.font(NORMALE).fontSize(CORPO_PT).fillColor(INCHIOSTRO);

function paragrafo(foglio: Foglio, testo: string): void {
  scrivi(foglio, "P", () => normale(foglio).text(testo, { lineGap: 2 }));
  foglio.pdf.moveDown(0.6);
}

function riquadro(foglio: Foglio, testo: string): void {
  const { pdf } = foglio;
  const { left } = pdf.page.margins;
  const width = larghezza(foglio) - 24;
  const alta = pdf.font(FORTE).fontSize(CORPO_PT).heightOfString(testo, { width }) + 20;
  serveSpazio(foglio, alta + 12);
  const { y } = pdf;
  decora(foglio, () => {
    pdf.rect(left, y, larghezza(foglio), alta).fill(FONDO);
    pdf.rect(left, y, 4, alta).fill(BLU);
  });
  scrivi(foglio, "P", () => {
    pdf.font(FORTE).fontSize(CORPO_PT).fillColor(INCHIOSTRO);
    pdf.text(testo, left + 16, y + 10, { width });
  });
  pdf.x = left;
  pdf.y = y + alta + 10;
}

function elenco(foglio: Foglio, voci: readonly string[], numerato: boolean): void {
  const { pdf } = foglio;
  const { left } = pdf.page.margins;
  const width = larghezza(foglio) - RIENTRO_PT;
  const lista = pdf.struct("L");
  foglio.radice.add(lista);
  for (const [i, voce] of voci.entries()) {
    normale(foglio);
    serveSpazio(foglio, pdf.heightOfString(voce, { width, lineGap: 2 }));
    const { y } = pdf;
    const li = pdf.struct("LI");
    lista.add(li);
    const parte = (tag: string, disegna: () => void): void => {
      const elemento = pdf.struct(tag);
      li.add(elemento);
      elemento.add(disegna);
      elemento.end();
    };
    parte("Lbl", () => normale(foglio).text(numerato ? `${i + 1}.` : "•", left, y));
    parte("LBody", () => normale(foglio).text(voce, left + RIENTRO_PT, y, { width, lineGap: 2 }));
    li.end();
    pdf.x = left;
    pdf.moveDown(0.2);
  }
  lista.end();
  pdf.moveDown(0.4);
}

function firma(foglio: Foglio, { chi, qualita, apposta }: FirmaPdf): void {
  const { pdf } = foglio;
  serveSpazio(foglio, 62);
  scrivi(foglio, "P", () => {
    normale(foglio).font(FORTE).text(chi, { continued: true });
    pdf.font(NORMALE).text(`, ${qualita}`);
    if (apposta !== null) pdf.fontSize(9.5).fillColor(GRIGIO).text(apposta);
    else pdf.fontSize(9.5).fillColor(GRIGIO).text("Data e firma:");
  });
  if (apposta === null) {
    const y = pdf.y + 14;
    const { left } = pdf.page.margins;
    decora(foglio, () =>
      pdf
        .lineWidth(0.5)
        .strokeColor(GRIGIO)
        .moveTo(left + 70, y)
        .lineTo(left + 330, y)
        .stroke(),
    );
    pdf.y = y;
  }
  pdf.moveDown(0.7);
}

/** Name and value: a table without a first row of headers. */
const COPPIE = [
  { testo: "", quota: 2 },
  { testo: "", quota: 3 },
];

function blocco(foglio: Foglio, uno: BloccoPdf): void {
  switch (uno.tipo) {
    case "titolo":
      titolo(foglio, uno.livello, uno.testo);
      break;
    case "paragrafo":
      paragrafo(foglio, uno.testo);
      break;
    case "riquadro":
      riquadro(foglio, uno.testo);
      break;
    case "elenco":
      elenco(foglio, uno.voci, uno.numerato ?? false);
      break;
    case "coppie":
      titolo(foglio, 3, uno.titolo);
      scriviTavola(foglio, COPPIE, uno.voci, false);
      break;
    case "tavola":
      titolo(foglio, 3, uno.titolo);
      scriviTavola(foglio, uno.colonne, uno.righe, true);
      break;
    case "firme":
      for (const una of uno.firme) firma(foglio, una);
  }
}

/** PDF 1.7, tagged (PDF/UA), Italian, fonts inside. Throws when the data can't be printed: a fault. */
export const stampaPdf: StampaPdf = async (documento: DocumentoPdf) => {
  const foglio = apriFoglio(documento);
  const { pdf } = foglio;
  scrivi(foglio, "P", () =>
    normale(foglio).fontSize(10).fillColor(GRIGIO).text(documento.ente.toUpperCase()),
  );
  pdf.moveDown(0.2);
  scrivi(foglio, "H1", () => pdf.font(FORTE).fontSize(22).fillColor(BLU).text(documento.titolo));
  pdf.moveDown(0.6);
  for (const uno of documento.blocchi) blocco(foglio, uno);
  scriviPiedi(foglio, documento.piede);
  return chiudiFoglio(foglio);
};
