import { TIPI_ALLEGATO, type TipoAllegato } from "@staffetta/domain";
import type { Testi } from "@staffetta/nodo";

const MB = 1024 * 1024;
const mega = (bytes: unknown): string =>
  new Intl.NumberFormat("it-IT", { maximumFractionDigits: 1 }).format(Number(bytes) / MB);

export const TESTI_ALLEGATI: Testi = {
  "allegato.sconosciuto": () => ({
    title: "Questo file non c'è",
    detail: "Nessun file che puoi vedere ha questo identificativo.",
    rimedio: "Torna al caso e riparti dall'elenco dei suoi file.",
    status: 404,
  }),
  "allegato.vuoto": () => ({
    title: "Il file è vuoto",
    detail: "Il file scelto non contiene nulla.",
    rimedio: "Controlla il file e sceglilo di nuovo.",
    status: 422,
  }),
  "allegato.troppo-grande": ({ bytes, bytesMax }) => ({
    title: "Il file è troppo grande",
    detail: `Il file è di ${mega(bytes)} MB; il massimo è ${mega(bytesMax)} MB.`,
    rimedio: "Riduci il file, per esempio con una scansione a risoluzione più bassa.",
    status: 413,
  }),
  "allegato.tipo-non-ammesso": ({ ammessi }) => ({
    title: "Questo tipo di file non è ammesso",
    detail: `Si può conservare: ${(ammessi as readonly TipoAllegato[])
      .map((tipo) => TIPI_ALLEGATO[tipo].etichetta)
      .join(", ")}. Conta il contenuto del file, non il suo nome.`,
    rimedio: "Salva il documento come PDF e sceglilo di nuovo.",
    status: 422,
  }),
  "allegato.infetto": ({ minaccia }) => ({
    title: "Il file è pericoloso",
    detail: `L'antivirus ha riconosciuto «${minaccia}». Il file non è stato conservato.`,
    rimedio: "Non aprirlo; chiedi a chi te l'ha dato una copia pulita.",
    status: 422,
  }),
  "allegato.antivirus-assente": () => ({
    title: "Il file non si può controllare",
    detail: "L'antivirus non risponde, e nessun file entra senza essere controllato.",
    rimedio: "Riprova fra qualche minuto; se si ripete, avvisa chi gestisce il sistema.",
    status: 503,
  }),
};
