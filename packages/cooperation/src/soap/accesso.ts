import { createHash, timingSafeEqual, X509Certificate } from "node:crypto";

/** Who may call. Data: a deployment says which of these it asks for. */
export interface UtenteSoap {
  readonly nome: string;
  readonly password: string;
  /** The region for which it speaks; absent: any. */
  readonly regione?: string;
}
export interface CertificatoAmmesso {
  readonly nome: string;
  /** PEM of the client's certificate, or of the authority that has issued it. */
  readonly pem: string;
  readonly regione?: string;
}
export interface AccessoSoap {
  /** None: open access. */
  readonly utenti: readonly UtenteSoap[];
  /** Certificates that TLS must show; none: not asked. */
  readonly certificati?: readonly CertificatoAmmesso[];
}

export interface ChiSoap {
  readonly utente: string | null;
  readonly regione: string | null;
}
export const APERTO: ChiSoap = { utente: null, regione: null };

export type EsitoAccesso =
  | Readonly<{ ok: true; chi: ChiSoap }>
  | Readonly<{ ok: false; motivo: string }>;

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();
const chiDi = ({ nome, regione }: Pick<UtenteSoap, "nome" | "regione">): EsitoAccesso => ({
  ok: true,
  chi: { utente: nome, regione: regione ?? null },
});

/** HTTP Basic; every user is compared, so that the time tells nothing. */
export function checkBasic(
  utenti: readonly UtenteSoap[],
  authorization: string | null,
): EsitoAccesso {
  if (utenti.length === 0) return { ok: true, chi: APERTO };
  const coded = /^Basic\s+([A-Za-z0-9+/=]+)\s*$/i.exec(authorization ?? "")?.[1];
  if (coded === undefined) return { ok: false, motivo: "Servono nome utente e password (Basic)." };
  const given = sha256(Buffer.from(coded, "base64").toString("utf8"));
  const found = utenti.filter(({ nome, password }) =>
    timingSafeEqual(sha256(`${nome}:${password}`), given),
  );
  const [uno] = found;
  return uno === undefined
    ? { ok: false, motivo: "Nome utente o password non validi." }
    : chiDi(uno);
}

/** True when the certificate is this one, or was issued by it; in either case valid now. */
export function isAmmesso(certificato: X509Certificate, pem: string, now: string): boolean {
  const ammesso = new X509Certificate(pem);
  const [from, to] = [Date.parse(certificato.validFrom), Date.parse(certificato.validTo)];
  const nowMs = Date.parse(now);
  if (!(from <= nowMs && nowMs <= to)) return false;
  if (ammesso.fingerprint256 === certificato.fingerprint256) return true;
  return ammesso.ca && certificato.checkIssued(ammesso) && certificato.verify(ammesso.publicKey);
}

export function checkCertificato(
  ammessi: readonly CertificatoAmmesso[],
  mostrato: Uint8Array | null,
  now: string,
): EsitoAccesso {
  if (mostrato === null) return { ok: false, motivo: "Serve un certificato del client." };
  try {
    const certificato = new X509Certificate(mostrato);
    const uno = ammessi.find(({ pem }) => isAmmesso(certificato, pem, now));
    if (uno !== undefined) return chiDi(uno);
  } catch {
    return { ok: false, motivo: "Il certificato del client non si legge." };
  }
  return { ok: false, motivo: "Il certificato del client non è fra quelli ammessi, o è scaduto." };
}
