import { createServer, type IncomingMessage } from "node:http";

interface Arrivata {
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Somebody else's server: keeps what arrives, and answers as told. */
export async function ascolta(rispondi: () => number) {
  const arrivate: Arrivata[] = [];
  let wake = (): void => undefined;
  const server = createServer(async (req, res) => {
    let body = "";
    for await (const chunk of req) body += chunk;
    arrivate.push({ headers: req.headers, body });
    res.writeHead(rispondi()).end("{}");
    wake();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const aspetta = async (quante: number): Promise<void> => {
    while (arrivate.length < quante) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 10_000);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  return {
    ...{ arrivate, aspetta, indirizzo: `http://127.0.0.1:${port}` },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
