import type { KeyObject } from "node:crypto";
import type { Soggetto } from "@staffetta/contracts";
import {
  apriToken,
  controllaAud,
  controllaDpop,
  controllaFirma,
  controllaIntegrita,
  controllaJti,
  controllaTempi,
  controllaTraccia,
  controllaVoucher,
  DPOP_MAX_AGE_S,
  type EsitoModi,
  type Jws,
  leggiJws,
  type RifiutoModi,
  rifiutoModi,
  type Tempo,
  type TracciaLetta,
  type Voucher,
} from "@staffetta/cooperation/modi";
import type { Clock } from "@staffetta/platform";
import type { ChiaviRemote } from "./chiavi-remote.ts";
import type { Accessi, Sistema } from "./configurazione.ts";

/** A request as the checks need it. */
export interface RichiestaRest {
  readonly metodo: string;
  /** Without query. */
  readonly percorso: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Riconosciuto {
  readonly sistema: Sistema;
  readonly soggetto: Soggetto;
}

export interface PorteFornitore {
  readonly accessi: Accessi;
  /** Public addresses of this node, without the path of the API. */
  readonly basi: readonly string[];
  /** Values of `aud` that mean this node. */
  readonly aud: readonly string[];
  readonly clock: Clock;
  readonly prendiJti: (chi: string, jti: string, scadeAt: string) => Promise<boolean>;
  readonly isRevocata: (kid: string) => Promise<boolean>;
  /** Keys of the authorization server, and of its clients. */
  readonly chiaviPdnd: ChiaviRemote | null;
  readonly chiaviClient: ChiaviRemote | null;
  readonly chiaviDirette: (nome: string) => ReadonlyMap<string, KeyObject>;
  /** Told which form a Digest had, when it was not the one of the pattern. */
  readonly onDigestEsadecimale?: (nome: string) => void;
}

/** By how much the clocks of two systems may differ, in seconds. */
const SKEW_S = 30;
/** A signed request is remembered a little beyond its own end. */
const JTI_EXTRA_S = 60;
const ALGORITMI = ["RS256", "ES256"] as const;

type Fonte = (kid: string) => Promise<KeyObject | "irraggiungibile" | null>;

/** Who is at the door: the system, the key source of its own tokens, the voucher when it has one. */
interface Ingresso {
  readonly sistema: Sistema;
  readonly chi: string;
  readonly fonte: Fonte;
  readonly voucher: Voucher | null;
}

/** All the checks of a provider, in order; the first that fails is the answer. */
export class Fornitore {
  private readonly porte: PorteFornitore;

  constructor(porte: PorteFornitore) {
    this.porte = porte;
  }

  private tempo(): Tempo {
    return { now: Math.floor(Date.parse(this.porte.clock.now()) / 1000), skew: SKEW_S };
  }

  private get aud(): readonly string[] {
    return this.porte.aud;
  }

  async autentica(r: RichiestaRest): Promise<EsitoModi<Riconosciuto>> {
    const ingresso = await this.entra(r);
    if (!ingresso.ok) return ingresso;
    const integrita = await this.integrita(r, ingresso.valore);
    if (integrita !== null) return integrita;
    const traccia = await this.traccia(r, ingresso.valore);
    if (!traccia.ok) return traccia;
    const { sistema } = ingresso.valore;
    return { ok: true, valore: { sistema, soggetto: soggettoDi(ingresso.valore, traccia.valore) } };
  }

  private async entra(r: RichiestaRest): Promise<EsitoModi<Ingresso>> {
    const [, schema, token] =
      /^(Bearer|DPoP) +(\S+)$/i.exec(r.headers["authorization"] ?? "") ?? [];
    if (schema === undefined || token === undefined)
      return rifiutoModi("token-assente", "Authorization");
    const jws = leggiJws(token);
    if (jws === null) return rifiutoModi("token-illeggibile", "Authorization");
    const isVoucher = /at\+jwt$/i.test(String(jws.header["typ"]));
    return isVoucher ? this.conVoucher(r, schema, token) : this.conFiduciaDiretta(token);
  }

  private async chiave(jws: Jws, fonte: Fonte, dove: string): Promise<EsitoModi<KeyObject>> {
    const { kid } = jws.header;
    if (typeof kid !== "string" || kid === "")
      return rifiutoModi("claim-mancante", "kid", { trovato: kid });
    if (await this.porte.isRevocata(kid))
      return rifiutoModi("chiave-revocata", "kid", { trovato: kid });
    const found = await fonte(kid);
    if (found === "irraggiungibile") return rifiutoModi("chiavi-non-raggiungibili", dove);
    return found === null
      ? rifiutoModi("chiave-sconosciuta", "kid", { trovato: kid })
      : { ok: true, valore: found };
  }

  /** Opens a token that its key must have signed. */
  private async firmato(
    token: string,
    dove: string,
    typ: string,
    fonte: Fonte,
  ): Promise<EsitoModi<Jws>> {
    const aperto = apriToken(token, dove, { typ: [typ], alg: ALGORITMI });
    if (!aperto.ok) return aperto;
    const chiave = await this.chiave(aperto.valore, fonte, dove);
    if (!chiave.ok) return chiave;
    return controllaFirma(aperto.valore, chiave.valore, dove) ?? aperto;
  }

  private async unaVolta(chi: string, jti: string, exp: number): Promise<RifiutoModi | null> {
    const scadeAt = new Date((exp + SKEW_S + JTI_EXTRA_S) * 1000).toISOString();
    const isNew = await this.porte.prendiJti(`modi:${chi}`, jti, scadeAt);
    return isNew ? null : rifiutoModi("jti-ripetuto", "jti", { trovato: jti });
  }

  private async conVoucher(
    r: RichiestaRest,
    schema: string,
    token: string,
  ): Promise<EsitoModi<Ingresso>> {
    const { accessi, chiaviPdnd, chiaviClient } = this.porte;
    const { pdnd } = accessi;
    if (pdnd === null || chiaviPdnd === null || chiaviClient === null)
      return rifiutoModi("client-non-abilitato", "typ", { trovato: "at+jwt" });
    const jws = await this.firmato(token, "voucher", "at+jwt", (kid) => chiaviPdnd.get(kid));
    if (!jws.ok) return jws;
    const atteso = { emittente: pdnd.emittente, aud: this.aud };
    const voucher = controllaVoucher(jws.valore, atteso, this.tempo());
    if (!voucher.ok) return voucher;
    const sistema = this.sistemaDi(voucher.valore);
    if (!sistema.ok) return sistema;
    const chi = voucher.valore.clientId;
    const altro =
      (await this.dpop(r, { schema, token, voucher: voucher.valore, sistema: sistema.valore })) ??
      (sistema.valore.usoSingolo
        ? await this.unaVolta(chi, voucher.valore.jti, voucher.valore.exp)
        : null);
    if (altro !== null) return altro;
    const fonte: Fonte = (kid) => chiaviClient.get(kid);
    return { ok: true, valore: { sistema: sistema.valore, chi, fonte, voucher: voucher.valore } };
  }

  private sistemaDi({ clientId, purposeId }: Voucher): EsitoModi<Sistema & { fiducia: "pdnd" }> {
    const suoi = this.porte.accessi.sistemi.filter(
      (one) => one.fiducia === "pdnd" && one.clientId === clientId,
    ) as (Sistema & { fiducia: "pdnd" })[];
    if (suoi.length === 0)
      return rifiutoModi("client-non-abilitato", "client_id", { trovato: clientId });
    const found = suoi.find((one) => one.purposeId === purposeId);
    if (found !== undefined) return { ok: true, valore: found };
    const atteso = suoi.map((one) => one.purposeId).join(" o ");
    return rifiutoModi("finalita-diversa", "purposeId", { trovato: purposeId, atteso });
  }

  private async dpop(
    r: RichiestaRest,
    given: Readonly<{
      schema: string;
      token: string;
      voucher: Voucher;
      sistema: Sistema & { fiducia: "pdnd" };
    }>,
  ): Promise<RifiutoModi | null> {
    const { voucher, token } = given;
    const prova = r.headers["dpop"];
    if (voucher.jkt === null)
      return given.sistema.dpop
        ? rifiutoModi("dpop-assente", "cnf.jkt", { atteso: "presente" })
        : null;
    if (prova === undefined) return rifiutoModi("dpop-assente", "DPoP");
    if (given.schema.toLowerCase() !== "dpop")
      return rifiutoModi("dpop-assente", "Authorization", {
        trovato: given.schema,
        atteso: "DPoP",
      });
    const htu = this.indirizzoDi(r, prova);
    const atteso = { htm: r.metodo, htu, token, jkt: voucher.jkt, maxAge: DPOP_MAX_AGE_S };
    const esito = controllaDpop(prova, atteso, this.tempo());
    if (!esito.ok) return esito;
    const { now } = this.tempo();
    const again = await this.unaVolta(
      `dpop:${esito.valore.jkt}`,
      esito.valore.jti,
      now + DPOP_MAX_AGE_S,
    );
    return again === null ? null : rifiutoModi("dpop-ripetuta", "jti", again.fatti);
  }

  /** The address of this request, under whichever of this node's names the caller used. */
  private indirizzoDi({ percorso }: RichiestaRest, prova: string): string {
    const said = leggiJws(prova)?.claims["htu"];
    const own = this.porte.basi.map((base) => `${base}${percorso}`);
    return own.find((one) => one === String(said).replace(/[?#].*$/, "")) ?? own[0] ?? percorso;
  }

  private async conFiduciaDiretta(token: string): Promise<EsitoModi<Ingresso>> {
    const iss = leggiJws(token)?.claims["iss"];
    const sistema = this.porte.accessi.sistemi.find(
      (one) => one.fiducia === "diretta" && one.nome === iss,
    );
    if (sistema === undefined) return rifiutoModi("client-non-abilitato", "iss", { trovato: iss });
    const fonte: Fonte = async (kid) => this.porte.chiaviDirette(sistema.nome).get(kid) ?? null;
    const jws = await this.firmato(token, "Authorization", "jwt", fonte);
    if (!jws.ok) return jws;
    const wrong = controllaAud(jws.valore, this.aud) ?? controllaTempi(jws.valore, this.tempo());
    if (wrong !== null) return wrong;
    if (sistema.usoSingolo) {
      const jti = controllaJti(jws.valore);
      if (!jti.ok) return jti;
      const exp = Number(jws.valore.claims["exp"]);
      const again = await this.unaVolta(sistema.nome, jti.valore, exp);
      if (again !== null) return again;
    }
    return { ok: true, valore: { sistema, chi: sistema.nome, fonte, voucher: null } };
  }

  /** A token of the caller itself, beside the one that lets it in: signed by its key, for us, now, once. */
  private async suo(
    token: string,
    dove: string,
    { chi, fonte }: Ingresso,
  ): Promise<EsitoModi<Jws>> {
    const jws = await this.firmato(token, dove, "jwt", fonte);
    if (!jws.ok) return jws;
    const { iss, exp } = jws.valore.claims;
    if (iss !== chi)
      return rifiutoModi("emittente-sbagliato", "iss", { trovato: iss, atteso: chi });
    const wrong = controllaAud(jws.valore, this.aud) ?? controllaTempi(jws.valore, this.tempo());
    if (wrong !== null) return wrong;
    const jti = controllaJti(jws.valore);
    if (!jti.ok) return jti;
    return (await this.unaVolta(`${dove}:${chi}`, jti.valore, Number(exp))) ?? jws;
  }

  private async integrita(r: RichiestaRest, ingresso: Ingresso): Promise<RifiutoModi | null> {
    const token = r.headers["agid-jwt-signature"];
    if (token === undefined)
      return ingresso.sistema.integrita ? rifiutoModi("firma-assente", "Agid-JWT-Signature") : null;
    const dove = r.metodo === "PATCH" ? "metodo" : r.headers["range"] === undefined ? "" : "Range";
    const isModulo = r.headers["content-type"]?.startsWith("multipart/") ?? false;
    if (dove !== "" || isModulo)
      return rifiutoModi("modalita-non-ammessa", isModulo ? "Content-Type" : dove);
    const jws = await this.suo(token, "Agid-JWT-Signature", ingresso);
    if (!jws.ok) return jws;
    const esito = controllaIntegrita(jws.valore, r);
    if (!esito.ok) return esito;
    if (esito.valore === "hex") this.porte.onDigestEsadecimale?.(ingresso.sistema.nome);
    return null;
  }

  private async traccia(
    r: RichiestaRest,
    ingresso: Ingresso,
  ): Promise<EsitoModi<TracciaLetta | null>> {
    const token = r.headers["agid-jwt-trackingevidence"];
    const { sistema, voucher } = ingresso;
    const legata = voucher?.digest ?? null;
    if (token === undefined)
      return sistema.audit === "no" && legata === null
        ? { ok: true, valore: null }
        : rifiutoModi("tracciamento-assente", "Agid-JWT-TrackingEvidence");
    const jws = await this.suo(token, "Agid-JWT-TrackingEvidence", ingresso);
    if (!jws.ok) return jws;
    if (sistema.audit === "AUDIT_REST_02" && legata === null)
      return rifiutoModi("tracciamento-diverso", "digest.value", { trovato: undefined });
    const purposeId = voucher?.purposeId ?? null;
    return controllaTraccia(token, jws.valore, { digest: legata, purposeId });
  }
}

function soggettoDi({ sistema, voucher }: Ingresso, traccia: TracciaLetta | null): Soggetto {
  const finalita = voucher === null ? "" : ` (finalità ${voucher.purposeId})`;
  const persona = traccia === null ? "" : `, per ${traccia.userID} da ${traccia.userLocation}`;
  const nome = `${sistema.nome}${finalita}${persona}`;
  const { ruolo, regione, operatoreId, funzione, funzioni } = sistema;
  // Who does not say which person asks is one person only: it never counts as two.
  const id = `sistema:${sistema.nome}${traccia === null ? "" : `/${traccia.userID}`}`;
  if (ruolo === "regione" && regione !== undefined && funzione !== undefined)
    return { ruolo, id, nome, regione, funzione };
  if (ruolo === "addetto" && operatoreId !== undefined && funzioni !== undefined)
    return { ruolo, id, nome, operatoreId, funzioni: [...funzioni] };
  if (ruolo === "ministero" || ruolo === "sistema") return { ruolo, nome };
  throw new Error(`Il sistema ${sistema.nome} ha il ruolo ${ruolo} ma non dice di chi`);
}
