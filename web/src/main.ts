import { createApp, serve } from "@staffetta/platform";
import { renderGuasto } from "./guasto.ts";
import { montaInizio } from "./inizio.ts";

/** The landing page: a process of its own, without data. */
const port = Number(process.env["STAFFETTA_PORT"]);
const indirizzi = JSON.parse(process.env["STAFFETTA_INDIRIZZI"] ?? "{}") as Record<string, string>;
const app = createApp({
  nome: "inizio",
  onFault: (error, path) => console.error(path, error),
  renderGuasto: renderGuasto("Staffetta"),
});
montaInizio(app, { sviluppo: process.env["STAFFETTA_SVILUPPO"] === "1", indirizzi });
const server = await serve(app, port);
process.send?.({ pronto: "inizio", port: server.port });
const stop = (): void => void server.close().finally(() => process.exit(0));
for (const event of ["SIGTERM", "SIGINT", "disconnect"] as const) process.once(event, stop);
