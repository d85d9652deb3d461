import {
  STATI_APPUNTAMENTO,
  STATI_CASO,
  type StatoAppuntamento,
  type StatoCaso,
} from "@staffetta/domain";
import type { Testi } from "@staffetta/nodo";
import { quandoDi } from "./parole.ts";

const giorno = (data: unknown): string => String(data).split("-").reverse().join("/");

export const TESTI_APPUNTAMENTI: Testi = {
  "appuntamento.fuori-orario": ({ inizio }) => ({
    title: "In quell'ora la sede non riceve",
    detail: `${quandoDi(String(inizio))} non è un turno della sede.`,
    rimedio: "Scegli uno dei turni mostrati.",
    status: 422,
  }),
  "appuntamento.sede-chiusa": ({ dal, al, motivo }) => ({
    title: "La sede è chiusa quel giorno",
    detail: `Chiusa dal ${giorno(dal)} al ${giorno(al)}: ${motivo}.`,
    rimedio: "Scegli un altro giorno.",
    status: 422,
  }),
  "appuntamento.fuori-tempo": ({ dal, al }) => ({
    title: "Quel giorno non si può fissare",
    detail: `Si fissa dal ${giorno(dal)} al ${giorno(al)}.`,
    rimedio: "Scegli un giorno fra questi.",
    status: 422,
  }),
  "appuntamento.pieno": ({ inizio }) => ({
    title: "Quel turno è pieno",
    detail: `${quandoDi(String(inizio))} non ha più posti: qualcuno l'ha preso prima.`,
    rimedio: "Scegli un altro turno, o metti la persona in attesa del primo posto.",
  }),
  "appuntamento.gia-fissato": ({ inizio }) => ({
    title: "Ha già un appuntamento",
    detail: `È fissato per ${quandoDi(String(inizio))}.`,
    rimedio: "Spostalo o annullalo.",
  }),
  "appuntamento.non-aperto": ({ stato }) => ({
    title: "Questo appuntamento è già concluso",
    detail: `È «${STATI_APPUNTAMENTO[stato as StatoAppuntamento]}».`,
    rimedio: "Ricarica la pagina: forse è cambiato mentre la guardavi.",
  }),
  "appuntamento.non-ancora": ({ inizio }) => ({
    title: "Non è ancora il momento",
    detail: `L'appuntamento è ${quandoDi(String(inizio))}.`,
    rimedio: "Chi è venuto e chi no si registra dopo l'inizio.",
  }),
  "appuntamento.gia-cominciato": ({ inizio }) => ({
    title: "È troppo tardi per cambiare da qui",
    detail: `L'appuntamento era ${quandoDi(String(inizio))}.`,
    rimedio: "Se non sei andato, chiama il tuo operatore e spiega perché.",
  }),
  "appuntamento.non-serve": () => ({
    title: "Adesso non serve un appuntamento",
    detail: "Si fissa da qui solo il primo incontro con l'operatore che hai scelto.",
    rimedio: "Per gli altri incontri senti il tuo operatore.",
  }),
  "appuntamento.non-convocabile": ({ stato }) => ({
    title: "Non aspetta il primo colloquio",
    detail: `Il caso è «${STATI_CASO[stato as StatoCaso]}»: si convoca solo chi aspetta il primo colloquio.`,
    rimedio: "Per gli altri incontri senti la persona.",
  }),
  "appuntamento.sconosciuto": () => ({
    title: "Questo appuntamento non c'è",
    detail: "Nessun appuntamento che puoi vedere ha questo identificativo.",
    rimedio: "Torna all'agenda.",
    status: 404,
  }),
  "appuntamento.nessun-posto": () => ({
    title: "Nessun posto libero",
    detail: "La sede non ha più posti nei giorni in cui si può fissare.",
    rimedio: "La persona è in attesa del primo posto che si libera.",
  }),
  "calendario.sconosciuto": () => ({
    title: "Questa sede non c'è",
    detail: "Il tuo operatore non ha una sede con questo nome.",
    rimedio: "Scegli una sede dall'elenco.",
    status: 404,
  }),
  "calendario.cambiato": ({ campi }) => ({
    title: "Qualcuno ha cambiato gli orari mentre li scrivevi",
    detail: `È cambiato: ${(campi as readonly string[]).join(", ")}.`,
    rimedio: "Guarda i valori nuovi e scrivi di nuovo i tuoi.",
  }),
};
