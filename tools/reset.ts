import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { prendiLucchetto } from "./start/lucchetto.ts";
import { FOLDER } from "./start/piano.ts";

/** `npm run reset`: back to an empty store. Refuses while Staffetta runs. */
try {
  if (existsSync(FOLDER)) {
    prendiLucchetto(join(FOLDER, "avvio.lock"));
    rmSync(FOLDER, { recursive: true, force: true });
  }
  console.log("Dati, chiavi e registri cancellati. Il prossimo npm start ricomincia da zero.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
