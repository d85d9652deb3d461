import type { OperazioniGefo } from "@staffetta/contracts";
import type { SitoDiNodo } from "../../sito.ts";

export type Sito = SitoDiNodo<OperazioniGefo>;
export type Vista = Parameters<Sito["mostra"]>[2];
