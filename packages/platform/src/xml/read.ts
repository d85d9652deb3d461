import { decodeReferences, isName, isSpace, nameEnd, skipSpace } from "./lexis.ts";

/**
 * A bounded reader of XML 1.0 for documents that strangers send: no DTD, no entity beyond the five, no
 * processing instruction, nothing fetched, one pass, and a limit on everything that can grow.
 */
export interface XmlElement {
  /** Without the prefix. */
  readonly name: string;
  /** "" for none. */
  readonly ns: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Its own character data, one piece after the other; the blanks between its children are left out. */
  readonly text: string;
  /** Where it stands in the source, end excluded: who passes it on unchanged takes this slice. */
  readonly start: number;
  readonly end: number;
}

export interface XmlAttribute {
  readonly name: string;
  readonly ns: string;
  readonly value: string;
}

export interface XmlLimits {
  readonly charsMax: number;
  readonly depthMax: number;
  readonly nodesMax: number;
  /** Of one element. */
  readonly attributesMax: number;
}

export type XmlErrorCode =
  | "vuoto"
  | "troncato"
  | "malformato"
  | "dtd"
  | "entita"
  | "istruzione"
  | "prefisso"
  | "troppo-lungo"
  | "troppo-profondo"
  | "troppi-elementi"
  | "troppi-attributi";

export type XmlRead =
  | Readonly<{ ok: true; root: XmlElement }>
  | Readonly<{ ok: false; code: XmlErrorCode; at: number; message: string }>;

export const XML_LIMITS: XmlLimits = {
  charsMax: 4_000_000,
  depthMax: 40,
  nodesMax: 100_000,
  attributesMax: 64,
};

class XmlRefusal extends Error {
  readonly code: XmlErrorCode;
  readonly at: number;
  constructor(code: XmlErrorCode, at: number, message: string) {
    super(message);
    this.code = code;
    this.at = at;
  }
}

type Scope = ReadonlyMap<string, string>;
interface Open {
  readonly name: string;
  readonly ns: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  text: string;
  readonly start: number;
  end: number;
  /** As written, for the closing tag. */
  readonly tag: string;
  readonly scope: Scope;
}

const XML_NS = "http://www.w3.org/XML/1998/namespace";
const XMLNS_NS = "http://www.w3.org/2000/xmlns/";
const ROOT_SCOPE: Scope = new Map([
  ["xml", XML_NS],
  ["", ""],
]);
// What XML 1.0 calls Char: no other control character, no lone surrogate (checked apart).
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters it forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.[01]\1(\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>/;
const NO_ATTRIBUTES: readonly XmlAttribute[] = [];
const NO_CHILDREN: XmlElement[] = [];

/** Reads one document. What is wrong comes back as a value, with where it is. */
export function readXml(source: string, limits: XmlLimits = XML_LIMITS): XmlRead {
  try {
    return { ok: true, root: new Reader(source, limits).document() };
  } catch (error) {
    if (!(error instanceof XmlRefusal)) throw error;
    return { ok: false, code: error.code, at: error.at, message: error.message };
  }
}

class Reader {
  readonly s: string;
  readonly limits: XmlLimits;
  i = 0;
  nodes = 0;
  root: XmlElement | null = null;
  readonly stack: Open[] = [];

  constructor(source: string, limits: XmlLimits) {
    this.limits = limits;
    if (source.length > limits.charsMax)
      throw new XmlRefusal("troppo-lungo", 0, "il documento è più lungo del limite");
    this.s = source.includes("\r") ? source.replaceAll(/\r\n?/g, "\n") : source;
    const bad = FORBIDDEN.exec(this.s);
    if (bad !== null) this.refuse("malformato", "c'è un carattere di controllo", bad.index);
    if (!this.s.isWellFormed()) this.refuse("malformato", "c'è un carattere spezzato");
  }

  refuse(code: XmlErrorCode, message: string, at = this.i): never {
    throw new XmlRefusal(code, at, `${message} (carattere ${at + 1})`);
  }

  document(): XmlElement {
    const { s } = this;
    if (s.charCodeAt(0) === 0xfeff) this.i = 1;
    // Stubs put blanks before the declaration; it is still the first thing that is said.
    this.i = skipSpace(s, this.i);
    if (this.i === s.length) this.refuse("vuoto", "il documento è vuoto");
    if (s.startsWith("<?xml", this.i) && isSpace(s.charCodeAt(this.i + 5))) this.declaration();
    while (this.i < s.length) this.step();
    if (this.stack.length > 0)
      this.refuse("troncato", `manca la chiusura di ${this.stack.at(-1)?.tag}`);
    if (this.root === null) this.refuse("malformato", "non c'è nessun elemento");
    return this.root;
  }

  declaration(): void {
    const found = DECLARATION.exec(this.s.slice(this.i, this.i + 200));
    if (found === null) this.refuse("malformato", "la dichiarazione XML non è corretta");
    this.i += found[0].length;
  }

  /** From one markup to the next. */
  step(): void {
    const { s } = this;
    const lt = s.indexOf("<", this.i);
    const until = lt < 0 ? s.length : lt;
    if (until > this.i) this.characters(this.i, until);
    this.i = until;
    if (lt < 0) return;
    const next = s.charCodeAt(lt + 1);
    if (next === 0x2f) this.closeTag();
    else if (next === 0x21) this.declared();
    else if (next === 0x3f)
      this.refuse("istruzione", "le istruzioni di elaborazione non sono ammesse");
    else this.openTag();
  }

  characters(from: number, until: number): void {
    const top = this.stack.at(-1);
    const blank = skipSpace(this.s, from) >= until;
    if (top === undefined) {
      if (!blank) this.refuse("malformato", "c'è del testo fuori dall'elemento", from);
      return;
    }
    // Blanks after a child are layout.
    if (blank && top.children.length > 0) return;
    top.text += this.charactersIn(from, until);
  }

  charactersIn(from: number, until: number): string {
    const raw = this.s.slice(from, until);
    const close = raw.indexOf("]]>");
    if (close >= 0) this.refuse("malformato", "«]]>» fuori da una sezione CDATA", from + close);
    return raw.includes("&") ? this.references(raw, from) : raw;
  }

  /** Where the text of `<a>text</a>` ends, when that is all there is; -1 when there is more. */
  leafEnd(tag: string): number {
    const { s } = this;
    const lt = s.indexOf("<", this.i);
    const isLeaf =
      lt >= 0 &&
      s.charCodeAt(lt + 1) === 0x2f &&
      s.charCodeAt(lt + 2 + tag.length) === 0x3e &&
      s.startsWith(tag, lt + 2);
    return isLeaf ? lt : -1;
  }

  references(raw: string, from: number): string {
    const decoded = decodeReferences(raw);
    if (typeof decoded === "string") return decoded;
    return this.refuse("entita", "un riferimento a entità non è ammesso", from + decoded.at);
  }

  /** Comment, CDATA; a DOCTYPE is refused before anything of it is read. */
  declared(): void {
    const { s, i } = this;
    if (s.startsWith("<!--", i)) {
      const end = s.indexOf("--", i + 4);
      if (end < 0) this.refuse("troncato", "un commento non è chiuso");
      if (s.charCodeAt(end + 2) !== 0x3e) this.refuse("malformato", "«--» dentro un commento", end);
      this.i = end + 3;
      return;
    }
    if (s.startsWith("<![CDATA[", i)) {
      const top = this.stack.at(-1);
      if (top === undefined) this.refuse("malformato", "una sezione CDATA fuori dall'elemento");
      const end = s.indexOf("]]>", i + 9);
      if (end < 0) this.refuse("troncato", "una sezione CDATA non è chiusa");
      top.text += s.slice(i + 9, end);
      this.i = end + 3;
      return;
    }
    if (s.startsWith("<!DOCTYPE", i)) this.refuse("dtd", "una DTD (DOCTYPE) non è ammessa");
    this.refuse(
      i + 9 >= s.length ? "troncato" : "malformato",
      "dopo «<!» c'è qualcosa di inatteso",
    );
  }

  closeTag(): void {
    const { s, i, stack } = this;
    const end = s.indexOf(">", i);
    if (end < 0) this.refuse("troncato", "un tag di chiusura non è finito");
    const tag = s.slice(i + 2, end).trimEnd();
    const top = stack.pop();
    if (top === undefined) this.refuse("malformato", `</${tag}> chiude niente`);
    if (top.tag !== tag) this.refuse("malformato", `</${tag}> al posto di </${top.tag}>`);
    this.i = end + 1;
    this.close(top);
  }

  close(element: Open): void {
    element.end = this.i;
    const parent = this.stack.at(-1);
    if (parent === undefined) this.root = element;
    else parent.children.push(element);
  }

  openTag(): void {
    const { s, i, stack } = this;
    this.checkLimits();
    const tag = this.tagName();
    const outer = stack.at(-1)?.scope ?? ROOT_SCOPE;
    const pairs = s.charCodeAt(this.i) === 0x3e ? null : this.pairs();
    const empty = s.charCodeAt(this.i) === 0x2f;
    if (empty && s.charCodeAt(this.i + 1) !== 0x3e) this.refuse("malformato", "«/» senza «>»");
    this.i += empty ? 2 : 1;
    const scope = pairs === null ? outer : this.declare(pairs, outer);
    const [ns, name] = this.resolve(tag, scope, true);
    const attributes = pairs === null ? NO_ATTRIBUTES : this.attributesOf(pairs, scope);
    // Most of a document is leaves: they need no place on the stack.
    const leafEnd = empty ? -1 : this.leafEnd(tag);
    const closed = empty || leafEnd >= 0;
    const element: Open = {
      name,
      ns,
      attributes,
      children: closed ? NO_CHILDREN : [],
      text: leafEnd > this.i ? this.charactersIn(this.i, leafEnd) : "",
      start: i,
      end: 0,
      tag,
      scope,
    };
    if (leafEnd >= 0) this.i = leafEnd + tag.length + 3;
    if (closed) this.close(element);
    else stack.push(element);
  }

  checkLimits(): void {
    const { limits } = this;
    if (this.root !== null) this.refuse("malformato", "c'è un secondo elemento radice");
    if (++this.nodes > limits.nodesMax) this.refuse("troppi-elementi", "ci sono troppi elementi");
    if (this.stack.length >= limits.depthMax)
      this.refuse("troppo-profondo", "gli elementi sono annidati troppo");
  }

  tagName(): string {
    const { s, i } = this;
    const end = nameEnd(s, i + 1);
    const tag = s.slice(i + 1, end);
    if (!isName(tag))
      this.refuse(end >= s.length ? "troncato" : "malformato", "dopo «<» serve un nome");
    this.i = end;
    return tag;
  }

  /** The attributes as written; stops at `>` or `/`. */
  pairs(): [string, string][] {
    const { s } = this;
    const found: [string, string][] = [];
    for (;;) {
      const from = this.i;
      this.i = skipSpace(s, from);
      const code = s.charCodeAt(this.i);
      if (code === 0x3e || code === 0x2f) return found;
      if (Number.isNaN(code)) this.refuse("troncato", "un tag non è finito");
      if (this.i === from) this.refuse("malformato", "manca uno spazio prima di un attributo");
      found.push(this.pair());
      if (found.length > this.limits.attributesMax)
        this.refuse("troppi-attributi", "un elemento ha troppi attributi");
    }
  }

  pair(): [string, string] {
    const { s } = this;
    const end = nameEnd(s, this.i);
    const name = s.slice(this.i, end);
    if (!isName(name)) this.refuse("malformato", "il nome di un attributo non va bene");
    this.i = skipSpace(s, end);
    if (s.charCodeAt(this.i) !== 0x3d) this.refuse("malformato", `manca «=» dopo ${name}`);
    this.i = skipSpace(s, this.i + 1);
    const quote = s.charAt(this.i);
    if (quote !== '"' && quote !== "'")
      this.refuse("malformato", `mancano le virgolette di ${name}`);
    const close = s.indexOf(quote, this.i + 1);
    if (close < 0) this.refuse("troncato", `mancano le virgolette finali di ${name}`);
    const raw = s.slice(this.i + 1, close);
    if (raw.includes("<")) this.refuse("malformato", `«<» nel valore di ${name}`);
    const spaced = raw.replaceAll(/[\t\n]/g, " ");
    const value = spaced.includes("&") ? this.references(spaced, this.i + 1) : spaced;
    this.i = close + 1;
    return [name, value];
  }

  declare(pairs: readonly [string, string][], outer: Scope): Scope {
    let scope: Map<string, string> | null = null;
    for (const [name, value] of pairs) {
      if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
      const prefix = name === "xmlns" ? "" : name.slice(6);
      const reserved =
        prefix === "xmlns" || value === XMLNS_NS || (prefix === "xml") !== (value === XML_NS);
      if (reserved || (prefix !== "" && value === ""))
        this.refuse("prefisso", `il prefisso «${prefix}» non si può dichiarare così`);
      scope ??= new Map(outer);
      scope.set(prefix, value);
    }
    return scope ?? outer;
  }

  resolve(qname: string, scope: Scope, isElement: boolean): readonly [string, string] {
    const colon = qname.indexOf(":");
    if (colon < 0) return [isElement ? (scope.get("") ?? "") : "", qname];
    const [prefix, name] = [qname.slice(0, colon), qname.slice(colon + 1)];
    const ns = scope.get(prefix);
    if (ns === undefined || prefix === "" || !isName(name) || name.includes(":"))
      this.refuse("prefisso", `il prefisso di «${qname}» non è dichiarato`);
    return [ns, name];
  }

  /** Without the declarations of namespaces; the same name twice is refused. */
  attributesOf(pairs: readonly [string, string][], scope: Scope): readonly XmlAttribute[] {
    const seen = new Set<string>();
    const attributes: XmlAttribute[] = [];
    for (const [qname, value] of pairs) {
      const declares = qname === "xmlns" || qname.startsWith("xmlns:");
      const [ns, name] = declares ? [XMLNS_NS, qname] : this.resolve(qname, scope, false);
      const key = `${ns} ${name}`;
      if (seen.has(key)) this.refuse("malformato", `l'attributo ${qname} è ripetuto`);
      seen.add(key);
      if (!declares) attributes.push({ name, ns, value });
    }
    return attributes;
  }
}
