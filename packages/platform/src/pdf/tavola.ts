import type { ColonnaPdf } from "./documento.ts";
import { decora, FONDO, FORTE, type Foglio, larghezza, NORMALE, type Struttura } from "./foglio.ts";

const CORPO_PT = 10;
const SPAZIO_PT = 5;

interface Griglia {
  readonly foglio: Foglio;
  readonly colonne: readonly ColonnaPdf[];
  readonly x: readonly number[];
  readonly w: readonly number[];
}

interface Cella {
  readonly ruolo: "TH" | "TD";
  readonly testo: string;
  readonly scope?: "Row" | "Column";
}

function grigliaDi(foglio: Foglio, colonne: readonly ColonnaPdf[]): Griglia {
  const totale = colonne.reduce((somma, { quota }) => somma + quota, 0);
  const w = colonne.map(({ quota }) => (larghezza(foglio) * quota) / totale);
  const { left } = foglio.pdf.page.margins;
  const x = w.map((_, i) => left + w.slice(0, i).reduce((somma, una) => somma + una, 0));
  return { foglio, colonne, x, w };
}

function altezzaDi({ foglio: { pdf }, w }: Griglia, celle: readonly Cella[]): number {
  const alte = celle.map(({ ruolo, testo }, i) => {
    pdf.font(ruolo === "TH" ? FORTE : NORMALE).fontSize(CORPO_PT);
    return pdf.heightOfString(testo || " ", { width: (w[i] ?? 0) - 2 * SPAZIO_PT });
  });
  return Math.max(...alte) + 2 * SPAZIO_PT;
}

function scriviCella(griglia: Griglia, i: number, cella: Cella, y: number): void {
  const { foglio, colonne, x, w } = griglia;
  const { pdf } = foglio;
  pdf.font(cella.ruolo === "TH" ? FORTE : NORMALE).fontSize(CORPO_PT);
  pdf.text(cella.testo || "—", (x[i] ?? 0) + SPAZIO_PT, y + SPAZIO_PT, {
    width: (w[i] ?? 0) - 2 * SPAZIO_PT,
    align: colonne[i]?.numero ? "right" : "left",
  });
}

function sfondo({ foglio }: Griglia, y: number, alta: number, piena: boolean): void {
  const { left } = foglio.pdf.page.margins;
  const w = larghezza(foglio);
  decora(foglio, () => {
    if (piena) foglio.pdf.rect(left, y, w, alta).fill(FONDO);
    foglio.pdf.lineWidth(0.5).strokeColor("#b1b1b3");
    foglio.pdf
      .moveTo(left, y + alta)
      .lineTo(left + w, y + alta)
      .stroke();
  });
}

function riga(griglia: Griglia, tavola: Struttura, celle: readonly Cella[]): void {
  const { foglio } = griglia;
  const { pdf } = foglio;
  const alta = altezzaDi(griglia, celle);
  if (pdf.y + alta > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
  const { y } = pdf;
  sfondo(griglia, y, alta, celle[0]?.scope === "Column");
  const tr = pdf.struct("TR");
  tavola.add(tr);
  for (const [i, cella] of celle.entries()) {
    const td = pdf.struct(cella.ruolo, { scope: cella.scope } as object);
    tr.add(td);
    td.add(() => scriviCella(griglia, i, cella, y));
    td.end();
  }
  tr.end();
  pdf.x = pdf.page.margins.left;
  pdf.y = y + alta;
}

/** A table with its headers tagged: of the columns, and of the rows in the first cell. */
export function scriviTavola(
  foglio: Foglio,
  colonne: readonly ColonnaPdf[],
  righe: readonly (readonly string[])[],
  conTestata: boolean,
): void {
  const griglia = grigliaDi(foglio, colonne);
  const tavola = foglio.pdf.struct("Table");
  foglio.radice.add(tavola);
  if (conTestata)
    riga(
      griglia,
      tavola,
      colonne.map(({ testo }) => ({ ruolo: "TH", testo, scope: "Column" })),
    );
  for (const celle of righe)
    riga(
      griglia,
      tavola,
      celle.map((testo, i) =>
        i === 0 ? { ruolo: "TH", testo, scope: "Row" } : { ruolo: "TD", testo },
      ),
    );
  tavola.end();
  foglio.pdf.moveDown(0.8);
}
