import { SaxesParser } from "saxes";
import { ContainerError } from "../container-error.ts";
import { longestReading, timeLimit } from "../time-limit.ts";
import { decodeStrictly } from "./decode.ts";
import { xmlEncoding } from "./encoding.ts";
import { localName } from "./text.ts";
import { quoted, type XmlEncoding, type XmlNotice } from "./xml-rows.ts";

/** An element while it is read. */
export interface XmlElement {
  /** Without its namespace prefix. */
  name: string;
  /** The physical line (1-based) of its opening tag. */
  first: number;
  /** Its text so far; "" for an element that has child elements. */
  text: string;
  hasChildren: boolean;
}

/** What is told of each element, in the order of the file. Depth 1 is the root. */
export interface XmlHandler {
  open(element: XmlElement, depth: number): void;
  /** @param last The physical line (1-based) of its closing tag. */
  close(element: XmlElement, depth: number, last: number): void;
}

const deepest = 32;
/** Characters. */
const longestValue = 1 << 20;
const longestName = 256;
const mostAttributeNames = 256;

/**
 * Reads XML strictly, element by element. Comments and processing instructions are passed over; CDATA is text.
 * Attributes are no values of an export: those that hold something are named in a notice, once each; declarations of
 * namespaces and of schemas (xmlns, xsi, xml) are not.
 * Refused, with the line: XML that is not well-formed, any DOCTYPE, entities that XML does not define, text beside
 * elements (it would be lost), bytes that cannot be decoded, NUL and other characters XML forbids, more than 32 levels,
 * a CDATA section or processing instruction that runs on over the next one's beginning, a value, comment or tag of more than 1 MiB, a name of more than 256 characters, more than 256 names of attributes.
 * @param milliseconds For which the file may be read.
 * @throws ContainerError
 */
export function parseXml(
  bytes: Uint8Array,
  handler: XmlHandler,
  milliseconds = longestReading,
): { encoding: XmlEncoding; notices: XmlNotice[] } {
  const { encoding, start, blanks, notices } = xmlEncoding(bytes);
  const parser = new SaxesParser({ xmlns: false, defaultXMLVersion: "1.0", forceXMLVersion: true });
  // The library's own table inherits from Object, so that it would know the entity &toString; too.
  parser.ENTITIES = Object.assign(Object.create(null) as Record<string, string>, {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
  });
  parser.line += blanks.match(/\r\n|\r|\n/g)?.length ?? 0;

  /** The line of the character read last: after a line break the parser already counts the next one. */
  const line = (): number => parser.line - (parser.column === 0 && parser.line > 1 ? 1 : 0);
  const refuse = (message: string, at = line()): never => {
    throw new ContainerError(message, at);
  };

  const open: XmlElement[] = [];
  const attributes = new Map<string, { element: string; line: number }>();
  /** Where the last thing that the parser told of ended, in characters, and the line there. */
  let told = { position: 0, line: parser.line };
  const tell = (): void => {
    told = { position: parser.position, line: parser.line };
  };
  /** The pieces of text since then. */
  let untold: { position: number; text: string }[] = [];

  const checkName = (name: string): string => {
    if (name.length > longestName)
      refuse(
        `Line ${line()} holds a name of more than ${longestName} characters. This is no export of an MIS.`,
      );
    return localName(name);
  };
  const addText = (text: string): void => {
    tell();
    const element = open.at(-1);
    if (!element) return;
    if (element.hasChildren) {
      if (text.trim() !== "") refuseMixed(element, text);
      return;
    }
    element.text += text;
    if (element.text.length > longestValue) refuseLong();
  };
  const refuseMixed = (element: XmlElement, text: string): never => {
    const at = line() - (text.trimStart().match(/\n/g)?.length ?? 0);
    return refuse(
      `The element ${quoted(element.name)} holds text beside other elements on line ${at}, which no table can hold. Export the file again, and do not edit it by hand.`,
      at,
    );
  };
  /** A bare & makes the parser read on to the next semicolon, so the place to name is the &. */
  const refuseBareAmpersand = (): void => {
    const text = untold.map((piece) => piece.text).join("");
    const since = text.slice(told.position - (untold[0]?.position ?? 0));
    const found = /^[!?]|<[!?]|&(?!(?:#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos);)/.exec(since);
    if (found?.[0] !== "&") return;
    const at = told.line + (since.slice(0, found.index).match(/\r\n|\r|\n/g)?.length ?? 0);
    refuse(notWellFormed("entity", at), at);
  };
  const refuseLong = (): never => {
    refuseBareAmpersand();
    return refuse(`The value, comment or tag that ends or runs on at line ${line()} is longer than 1 MiB.`);
  };

  /** Well-formed, but by its look one that lost its end and took in all up to the end of the next one. */
  const refuseRunOn = (what: string): never =>
    refuse(
      `On line ${line()} ${what} ends that has another one's beginning in it, so what stands between would be lost. Export the file again, and do not edit it by hand.`,
    );

  parser.on("error", (error) => {
    refuseBareAmpersand();
    refuse(notWellFormed(error.message, line()));
  });
  parser.on("doctype", (doctype) => {
    const at = line() - (doctype.match(/\n/g)?.length ?? 0);
    refuse(
      `The file has a DOCTYPE on line ${at}. No MIS export needs one, and it can hide harmful content, so the file is not read. Export it again.`,
      at,
    );
  });
  parser.on("opentagstart", (tag) => {
    tell();
    const parent = open.at(-1);
    if (parent) {
      if (parent.text.trim() !== "") refuseMixed(parent, parent.text);
      parent.text = "";
      parent.hasChildren = true;
    }
    if (open.length === deepest)
      refuse(
        `Line ${line()} has more than ${deepest} elements inside each other. This is no export of an MIS.`,
      );
    const element = { name: checkName(tag.name), first: line(), text: "", hasChildren: false };
    open.push(element);
    handler.open(element, open.length);
  });
  parser.on("attribute", ({ name, value }) => {
    const local = checkName(name);
    if (value.trim() === "" || /^(?:xmlns$|xmlns:|xsi:|xml:)/.test(name) || attributes.has(local)) return;
    attributes.set(local, { element: open.at(-1)!.name, line: line() });
    if (attributes.size > mostAttributeNames)
      refuse(
        `The file has attributes of more than ${mostAttributeNames} names. This is no export of an MIS.`,
      );
  });
  parser.on("text", addText);
  parser.on("cdata", (text) => {
    if (text.includes("<![CDATA[")) refuseRunOn("a CDATA section");
    addText(text);
  });
  parser.on("comment", tell);
  parser.on("processinginstruction", ({ body }) => {
    if (body.includes("<?")) refuseRunOn("a processing instruction");
    tell();
  });
  parser.on("closetag", () => {
    tell();
    const element = open.at(-1)!;
    handler.close(element, open.length, line());
    open.pop();
  });

  const checkTime = timeLimit(milliseconds);
  let position = 0;
  for (const text of decodeStrictly(bytes, encoding, start)) {
    untold = untold.filter((piece) => piece.position + piece.text.length > told.position);
    untold.push({ position, text });
    position += text.length;
    parser.write(text);
    checkTime();
    if (position - told.position > 2 * longestValue) refuseLong();
  }
  parser.close();
  return {
    encoding,
    notices: [
      ...notices,
      ...[...attributes].map(
        ([name, at]): XmlNotice => ({
          line: at.line,
          column: null,
          code: "unread-attribute",
          message: `The attribute ${quoted(name)} of the element ${quoted(at.element)} holds values that are not read.`,
        }),
      ),
    ],
  };
}

/** Faults of XML by the words of the parser; its own sentences quote the file. */
const faults: [RegExp, string][] = [
  [/unclosed tag|unexpected end|must contain a root/, "the file breaks off before its elements are closed"],
  [/closing tag|close tag/, "a closing tag does not match its opening tag"],
  [/entity/, "stands an entity that XML does not define; an & in text has to be written &amp;"],
  [/outside of root|only one root/, "something stands outside the outermost element"],
  [/disallowed character\.$/, "stands a character that XML does not allow"],
  [/attribute/, "an attribute is not written as XML asks"],
];

function notWellFormed(message: string, line: number): string {
  const fault =
    faults.find(([words]) => words.test(message))?.[1] ??
    "a tag, a comment or the declaration is not written as XML asks";
  return `The file is not well-formed XML: on line ${line} ${fault}. Export it again, and do not edit it by hand.`;
}
