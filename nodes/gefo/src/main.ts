import { REGOLE_GEFO_2014 } from "@staffetta/domain";
import { readConfig, runNodo } from "@staffetta/nodo";
import {
  type Antivirus,
  antivirusAssente,
  antivirusDiProva,
  clamd,
  stampaPdf,
  vettoreIo,
  vettoreSms,
  vettoreSmtp,
} from "@staffetta/platform";
import { montaGefo, portaDi, renderGuasto } from "@staffetta/web";
import {
  bindPg,
  createGefo,
  durcSimulato,
  ibanSimulato,
  migrations,
  operatoriDiEsempio,
  profilazioneAssente,
  profilazioneSimulata,
} from "./index.ts";
import { VETTORI_DI_PROVA, type Vettori } from "./notifiche/spedisci.ts";

const config = readConfig(process.env);
const { regione } = config;
if (regione === null) throw new Error("STAFFETTA_REGIONE: Gefo è di una regione");
const operatori = config.sviluppo ? operatoriDiEsempio(regione) : [];

/** Fifty million euro: the example notice of development. */
const STANZIAMENTO_CENTS = 50_000_000_00;

function antivirusDi({ clamd: indirizzo, sviluppo }: typeof config): Antivirus {
  if (indirizzo !== null) return clamd(indirizzo);
  return sviluppo ? antivirusDiProva : antivirusAssente;
}

/** In development nothing leaves; in real use what is not configured waits and is shown as not sent. */
function vettoriDi({ notifiche: { smtp, io, sms }, sviluppo }: typeof config): Vettori {
  if (sviluppo && smtp === undefined) return VETTORI_DI_PROVA;
  return {
    ...(smtp === undefined ? {} : { email: vettoreSmtp(smtp) }),
    ...(io === undefined ? {} : { io: vettoreIo(io) }),
    ...(sms === undefined ? {} : { sms: vettoreSms(sms) }),
  };
}

await runNodo(config, {
  migrations,
  bind: bindPg,
  create: (porte) =>
    createGefo(porte, {
      ...{ regione, regole: REGOLE_GEFO_2014, operatori, antivirus: antivirusDi(config) },
      vettori: vettoriDi(config),
      // The Ministry's service has no public address: outside development only the Region gives a class.
      profilazione: config.sviluppo ? profilazioneSimulata : profilazioneAssente,
      ...(config.sviluppo && { durc: durcSimulato(), iban: ibanSimulato }),
      stampa: stampaPdf,
      stanziamentoCents: config.sviluppo ? STANZIAMENTO_CENTS : 0,
    }),
  montaPagine: (app, parte, pagine) => montaGefo(portaDi(app, parte, pagine), regione, operatori),
  renderGuasto: renderGuasto("Gefo"),
});
