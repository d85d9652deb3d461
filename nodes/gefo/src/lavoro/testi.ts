import type { Testi } from "@staffetta/nodo";

const ORA = new Intl.DateTimeFormat("it-IT", {
  ...{ timeZone: "Europe/Rome", hour: "2-digit", minute: "2-digit" },
});

export const TESTI_LAVORO: Testi = {
  "collega.sconosciuto": ({ collega }) => ({
    title: "Questo collega non c'è",
    detail: `${String(collega)} non è fra le persone del tuo operatore che sono entrate in Gefo.`,
    rimedio: "Scegli un nome dall'elenco: compare chi è entrato almeno una volta.",
    status: 422,
  }),
  "lavoro.in-mano-ad-altri": ({ chi, fino }) => ({
    title: "Ci sta lavorando un collega",
    detail: `${chi} ha in mano questo caso fino alle ${ORA.format(Date.parse(String(fino)))}.`,
    rimedio: "Chiedi al collega di lasciarlo, oppure aspetta: la presa finisce da sola.",
  }),
  "percorso.non-da-chiudere": ({ dal }) => ({
    title: "Questo percorso non è da chiudere",
    detail:
      typeof dal === "string"
        ? `Sarà da chiudere dal ${dal.split("-").reverse().join("/")}, se intanto non succede niente.`
        : "Non ha una dote in corso, oppure non tocca a te chiuderlo.",
    rimedio: "Comunica la fine di ogni servizio dalla pagina del caso.",
  }),
  "lavoro.persona-non-trovata": () => ({
    title: "Nessuno con questo codice fiscale",
    detail: "Nella lista del tuo operatore non c'è nessuna persona con questo codice fiscale.",
    rimedio:
      "Controlla le lettere. Se il giovane ha scelto un altro operatore, non lo puoi vedere.",
    status: 404,
  }),
};
