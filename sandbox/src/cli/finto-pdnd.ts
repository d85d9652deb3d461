import { parseArgs } from "node:util";
import { avviaFintaPdnd } from "../pdnd/avvia-finta.ts";

/** `npm run staffetta -- finto pdnd --porta 9090 --aud http://localhost:8082/api/v1`: until Ctrl-C. */
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    porta: { type: "string", default: "9090" },
    cartella: { type: "string", default: ".staffetta/pdnd" },
    aud: { type: "string", multiple: true, default: ["http://localhost:8082/api/v1"] },
  },
});
const porta = Number(values.porta);
if (!Number.isInteger(porta) || porta < 0 || porta > 65_535) {
  console.error(`«${values.porta}» non è una porta.`);
  process.exit(2);
}
const finta = await avviaFintaPdnd({ porta, cartella: values.cartella, aud: values.aud });
console.log(finta.testo);
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void finta.close().finally(() => process.exit(0)));
