import { fileURLToPath } from "node:url";
import PDFDocument from "pdfkit";
import type { DocumentoPdf } from "./documento.ts";

/** Titillium Web, as on the pages: the Open Font License lets a document carry it. */
const font = (peso: string): string =>
  fileURLToPath(
    new URL(
      `dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-${peso}.ttf`,
      import.meta.resolve("bootstrap-italia/package.json"),
    ),
  );
export const NORMALE = "normale";
export const FORTE = "forte";

export const INCHIOSTRO = "#17324d";
export const BLU = "#0066cc";
export const GRIGIO = "#5c6f82";
export const FONDO = "#ebf3fb";
const MARGINE_PT = 56;
const PIEDE_PT = 40;

export type Pdf = PDFKit.PDFDocument;
export type Struttura = PDFKit.PDFStructureElement;

/** The sheet being written, and the root of its tags. */
export interface Foglio {
  readonly pdf: Pdf;
  readonly radice: Struttura;
}

export function apriFoglio(documento: DocumentoPdf): Foglio {
  const pdf = new PDFDocument({
    ...{ size: "A4", pdfVersion: "1.7", subset: "PDF/UA", tagged: true, lang: "it-IT" },
    ...{ displayTitle: true, bufferPages: true, compress: true },
    margins: {
      ...{ top: MARGINE_PT, left: MARGINE_PT, right: MARGINE_PT },
      bottom: MARGINE_PT + PIEDE_PT,
    },
    info: {
      Title: documento.titolo,
      Author: documento.ente,
      Subject: documento.oggetto,
      CreationDate: new Date(documento.at),
      ModDate: new Date(documento.at),
    },
    // The types of the library do not know PDF/UA yet.
  } as unknown as PDFKit.PDFDocumentOptions);
  pdf.registerFont(NORMALE, font("regular"));
  pdf.registerFont(FORTE, font("700"));
  pdf.font(NORMALE).fontSize(11).fillColor(INCHIOSTRO);
  const radice = pdf.struct("Document");
  pdf.addStructure(radice);
  return { pdf, radice };
}

/** What a screen reader must not read: lines, backgrounds, feet of the pages. */
export function decora({ pdf }: Foglio, disegna: () => void): void {
  pdf.markContent("Artifact", { type: "Layout" });
  pdf.save();
  disegna();
  pdf.restore();
  pdf.endMarkedContent();
}

export const larghezza = ({ pdf }: Foglio): number =>
  pdf.page.width - pdf.page.margins.left - pdf.page.margins.right;

/** A new page unless so many points are still free. */
export function serveSpazio({ pdf }: Foglio, altezza: number): void {
  const fine = pdf.page.height - pdf.page.margins.bottom;
  if (pdf.y + altezza > fine) pdf.addPage();
}

/** Page numbers and the foot, on every page, once their count is known. */
export function scriviPiedi({ pdf }: Foglio, piede: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let i = start; i < start + count; i += 1) {
    pdf.switchToPage(i);
    const { left, right } = pdf.page.margins;
    const y = pdf.page.height - MARGINE_PT;
    const width = pdf.page.width - left - right;
    // The foot stands inside the lower margin: without this, pdfkit would open a page for it.
    pdf.page.margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf.font(NORMALE).fontSize(8).fillColor(GRIGIO);
    pdf.text(piede, left, y, { width: width - 80, lineBreak: true });
    pdf.text(`pagina ${i - start + 1} di ${count}`, left + width - 80, y, {
      ...{ width: 80, align: "right" },
    });
    pdf.endMarkedContent();
  }
}

export function chiudiFoglio({ pdf, radice }: Foglio): Promise<Uint8Array> {
  radice.end();
  return new Promise((resolve, reject) => {
    const parti: Uint8Array[] = [];
    pdf.on("data", (parte: Uint8Array) => parti.push(parte));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(parti))));
    pdf.on("error", reject);
    pdf.end();
  });
}
