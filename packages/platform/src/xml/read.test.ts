import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeXmlBytes } from "./bytes.ts";
import { readXml, XML_LIMITS, type XmlErrorCode } from "./read.ts";
import { cdata, escapeXml } from "./write.ts";

const root = (source: string) => {
  const read = readXml(source);
  assert.ok(read.ok, JSON.stringify(read));
  return read.root;
};

test("a document gives its elements, namespaces, attributes and text", () => {
  const read = root(
    '\ufeff<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- c --><a:r xmlns:a="urn:a" xmlns="urn:d" x="1&amp;2"><b y=\'3\'>t&lt;&#x41;<![CDATA[<&]]></b><c xmlns=""/></a:r> ',
  );
  assert.deepEqual(
    [read.name, read.ns, read.attributes],
    ["r", "urn:a", [{ name: "x", ns: "", value: "1&2" }]],
  );
  const [b, c] = read.children;
  assert.deepEqual([b?.name, b?.ns, b?.text], ["b", "urn:d", "t<A<&"]);
  assert.deepEqual([c?.name, c?.ns, c?.text], ["c", "", ""]);
});

const REFUSED: readonly (readonly [string, string, XmlErrorCode])[] = [
  ["nothing", "", "vuoto"],
  ["blanks", " \n ", "vuoto"],
  ["text alone", "x", "malformato"],
  ["a document that ends early", "<a><b>", "troncato"],
  ["a tag that ends early", "<a", "troncato"],
  ["an attribute that ends early", '<a b="', "troncato"],
  ["a comment that ends early", "<a><!-- ", "troncato"],
  ["a CDATA that ends early", "<a><![CDATA[ ", "troncato"],
  ["a wrong closing tag", "<a><b></a></b>", "malformato"],
  ["two roots", "<a/><b/>", "malformato"],
  ["text after the root", "<a/>x", "malformato"],
  ["a DOCTYPE", "<!DOCTYPE a><a/>", "dtd"],
  ["a billion laughs", '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>', "dtd"],
  ["an external entity", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "dtd"],
  ["an entity nobody declared", "<a>&nbsp;</a>", "entita"],
  ["a bare ampersand", "<a>b & c</a>", "entita"],
  ["a reference to no character", "<a>&#0;</a>", "entita"],
  ["a reference to half a character", "<a>&#xD800;</a>", "entita"],
  ["a processing instruction", "<a><?php x?></a>", "istruzione"],
  ["a stylesheet", '<?xml-stylesheet href="x"?><a/>', "istruzione"],
  ["a declaration in the middle", '<a><?xml version="1.0"?></a>', "istruzione"],
  ["a wrong declaration", '<?xml version="2.0"?><a/>', "malformato"],
  ["an attribute twice", '<a b="1" b="2"/>', "malformato"],
  ["an attribute twice by namespace", '<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>', "malformato"],
  ["an attribute without quotes", "<a b=1/>", "malformato"],
  ["an attribute with a tag inside", '<a b="<"/>', "malformato"],
  ["attributes that touch", '<a b="1"c="2"/>', "malformato"],
  ["a prefix nobody declared", "<x:a/>", "prefisso"],
  ["a prefix undeclared", '<a xmlns:x=""/>', "prefisso"],
  ["the name of xmlns taken", '<a xmlns:xmlns="u"/>', "prefisso"],
  ["a name that starts with a digit", "<1a/>", "malformato"],
  ["the end of a CDATA in text", "<a>]]></a>", "malformato"],
  ["two hyphens in a comment", "<a><!-- a -- b --></a>", "malformato"],
  ["a control character", "<a>\u0001</a>", "malformato"],
  ["half a character", "<a>\ud800</a>", "malformato"],
];
for (const [what, source, code] of REFUSED)
  test(`the reader refuses ${what}`, () => {
    const read = readXml(source);
    assert.equal(read.ok ? "letto" : read.code, code);
  });

test("the reader stops at each of its limits", () => {
  const limits = { charsMax: 200, depthMax: 3, nodesMax: 5, attributesMax: 2 };
  const codeOf = (source: string) => {
    const read = readXml(source, limits);
    return read.ok ? "letto" : read.code;
  };
  assert.equal(codeOf(`<a>${" ".repeat(200)}</a>`), "troppo-lungo");
  assert.equal(codeOf("<a><b><c><d/></c></b></a>"), "troppo-profondo");
  assert.equal(codeOf(`<a>${"<b/>".repeat(5)}</a>`), "troppi-elementi");
  assert.equal(codeOf('<a b="1" c="2" d="3"/>'), "troppi-attributi");
  assert.equal(codeOf(`<a>${"<b/>".repeat(4)}</a>`), "letto");
});

test("a hostile document of the largest size is refused or read in linear time", () => {
  const hostile = [
    "<a>".repeat(1_300_000),
    `<a b="${"&#65;".repeat(700_000)}"/>`,
    "<!--".repeat(900_000),
    `<a>${"]]".repeat(1_900_000)}`,
  ];
  const startedAt = performance.now();
  for (const source of hostile) readXml(source, XML_LIMITS);
  assert.ok(performance.now() - startedAt < 5_000);
});

test("what is written can be read back", () => {
  const text = "a<b>&\"'\r\n]]>è\u{1f600}";
  assert.equal(root(`<a>${escapeXml(text)}</a>`).text, text);
  assert.equal(root(`<a>${cdata("x]]>y<z/>")}</a>`).text, "x]]>y<z/>");
});

test("bytes are decoded as their declaration says, and never guessed", () => {
  const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe8</a>', "latin1");
  assert.match(decodeXmlBytes(latin) ?? "", /è/);
  assert.equal(decodeXmlBytes(Buffer.from("<a>\xe8</a>", "latin1")), null);
  assert.equal(decodeXmlBytes(Buffer.from('<?xml version="1.0" encoding="UTF-7"?><a/>')), null);
});
