export { decodeXmlBytes } from "./bytes.ts";
export {
  readXml,
  XML_LIMITS,
  type XmlElement,
  type XmlErrorCode,
  type XmlLimits,
  type XmlRead,
} from "./read.ts";
export { cdata, escapeXml } from "./write.ts";
