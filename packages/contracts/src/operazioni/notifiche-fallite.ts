import { z } from "zod";
import { operazione } from "../operazione.ts";
import { Instant } from "../primitivi.ts";

/** A notification of the Ministry that could not be applied. @source WIRE, §6.1 and §6.4 */
export const NotificaFallita = z.strictObject({
  id: z.uuid(),
  at: Instant,
  codice: z.enum(["NP", "ST", "EM", "XML", "E"]),
  significato: z.string(),
  operazione: z.string(),
  causa: z.string(),
  regione: z.string(),
  dataAdesione: z.string(),
  stato: z.string(),
  tentativi: z.int(),
  /** False where sending it again can't help: it is unreadable, or it was ours. */
  riprovabile: z.boolean(),
});

const Id = z.strictObject({ id: z.uuid() });

export const operazioniNotificheFallite = {
  notificheFallite: operazione({
    id: "notifiche-fallite",
    sommario: "Le notifiche del Ministero che non si sono potute applicare, ancora da sistemare",
    metodo: "GET",
    percorso: "/notifiche-fallite",
    ruoli: ["regione"],
    funzioni: ["istruttoria", "controllo"],
    ingresso: z.strictObject({}),
    uscita: z.strictObject({ righe: z.array(NotificaFallita) }),
  }),
  riprovaNotifica: operazione({
    id: "riprova-notifica",
    sommario: "Applica di nuovo una notifica fallita; se ora riesce, è chiusa",
    metodo: "POST",
    percorso: "/notifiche-fallite/riprova",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: Id,
    uscita: z.strictObject({ applicata: z.boolean(), causa: z.string() }),
  }),
  chiudiNotifica: operazione({
    id: "chiudi-notifica",
    sommario: "Chiude una notifica fallita che non c'è più bisogno di applicare",
    metodo: "POST",
    percorso: "/notifiche-fallite/chiudi",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: Id,
    uscita: z.strictObject({ fatto: z.literal(true) }),
  }),
} as const;
