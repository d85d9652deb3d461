import {
  classeSimulata,
  dayInRome,
  type InputProfilazione,
  type Instant,
  indiceSimulato,
  METODO_SIMULATO,
  type RispostaProfilazione,
} from "@staffetta/domain";
import type { Clock, Random } from "@staffetta/platform";

/** The Ministry's profiling service, as Gefo needs it. `chiedi` throws when the service does not answer. */
export interface ServizioProfilazione {
  /** True only in development: every record and page says so. */
  readonly simulato: boolean;
  chiedi(
    input: InputProfilazione,
    quando: Readonly<{ clock: Clock; random: Random }>,
  ): Promise<RispostaProfilazione>;
}

/** For development and lessons: invented weights that nobody may take for the Ministry's. */
export const profilazioneSimulata: ServizioProfilazione = {
  simulato: true,
  chiedi: async (input, { clock, random }) => {
    const indice = indiceSimulato(input);
    return {
      servizioId: `SIM-${random.uuid()}`,
      metodo: METODO_SIMULATO,
      indice,
      classe: classeSimulata(indice),
      validoDal: dayInRome(clock.now() as Instant),
    };
  },
};

/** Where no service is configured every request fails, and only the Region's two persons can give a class. */
export const profilazioneAssente: ServizioProfilazione = {
  simulato: false,
  chiedi: async () => {
    throw new Error("Il servizio di profilazione non è configurato su questo nodo");
  },
};
