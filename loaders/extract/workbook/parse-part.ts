import { SaxesParser } from "saxes";
import { ContainerError } from "../container-error.ts";
import type { Archive } from "./archive.ts";
import type { WorkbookLimits } from "./limits.ts";

/** Value of an attribute by its name, or of one in a namespace by local name; undefined where it is not given. */
export interface Attributes {
  get(name: string): string | undefined;
  inNamespaces(namespaces: readonly string[], local: string): string | undefined;
}

/** What a part's reader is told: local names, the parent's with them ("" for the root). */
export interface ElementVisitor {
  open?(name: string, attributes: Attributes, parent: string): void;
  /** Text within the innermost open element. */
  text?(text: string): void;
  close?(name: string, parent: string): void;
}

export interface PartKind {
  root: string;
  /** Transitional and strict form of the vocabulary; elements of others are passed over with all they hold. */
  namespaces: readonly string[];
}

/**
 * Parses one XML part in a single pass, without keeping it. Nothing is ever looked up outside of the part: a document
 * type, which is what entities need, is refused.
 * @throws ContainerError for a part that is missing, damaged, no well-formed XML, of another kind, or beyond the limits.
 */
export async function parsePart(
  archive: Archive,
  part: string,
  kind: PartKind,
  visitor: ElementVisitor,
  limits: WorkbookLimits,
): Promise<void> {
  const refuse = (what: string): never => {
    throw new ContainerError(
      `The part ${part} of this workbook ${what} Open it in Excel and save it again; if Excel cannot open it, export it again.`,
    );
  };
  const names: string[] = [];
  let depth = 0;
  /** Depth of the foreign element that is being passed over, or 0. */
  let foreign = 0;
  let events = 0;
  let encoding: Encoding = "utf-8";

  // With more than six handlers the parser's object falls out of the engine's fast form and is four times as slow.
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
  });
  parser.on("error", () => refuse("is not well-formed XML."));
  parser.on("doctype", () =>
    refuse("declares a document type, as no export does, and was not read for safety."),
  );
  const attributes: Attributes & { of: Record<string, { value: string; uri: string; local: string }> } = {
    of: {},
    get(name) {
      return this.of[name]?.value;
    },
    inNamespaces(namespaces, local) {
      return Object.values(this.of).find((one) => one.local === local && namespaces.includes(one.uri))?.value;
    },
  };
  parser.on("opentag", (tag) => {
    events++;
    if (++depth > limits.depth) refuse(`holds elements more than ${limits.depth} deep and was not read.`);
    if (foreign > 0) return;
    const known = kind.namespaces.includes(tag.uri);
    if (depth === 1 && !(known && tag.local === kind.root))
      refuse("is not what its place in the file says it is.");
    if (!known) {
      foreign = depth;
      return;
    }
    attributes.of = tag.attributes;
    visitor.open?.(tag.local, attributes, names.at(-1) ?? "");
    names.push(tag.local);
  });
  parser.on("closetag", (tag) => {
    events++;
    if (foreign === 0) {
      names.pop();
      visitor.close?.(tag.local, names.at(-1) ?? "");
    } else if (foreign === depth) {
      foreign = 0;
    }
    depth--;
  });
  const onText = (text: string): void => {
    events++;
    if (foreign === 0 && depth > 0) visitor.text?.(text);
  };
  parser.on("text", onText);
  parser.on("cdata", onText);

  let sinceEvent = 0;
  let eventsBefore = 0;
  const misencoded = (): never => refuse("holds bytes that are not in its character encoding.");
  for await (const text of decoded(archive.read(part), misencoded, (found) => {
    encoding = found;
  })) {
    parser.write(text);
    const declared = parser.xmlDecl.encoding;
    if (declared !== undefined && !encodings[encoding].test(declared)) {
      refuse("declares a character encoding that it is not in; only UTF-8 and UTF-16 are read.");
    }
    sinceEvent = events === eventsBefore ? sinceEvent + text.length : 0;
    eventsBefore = events;
    if (sinceEvent > limits.token)
      refuse(`holds one piece of more than ${limits.token} characters and was not read.`);
  }
  parser.close();
}

/** Strictly decodes UTF-8 or UTF-16, told apart by the first bytes as XML prescribes. */
async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  misencoded: () => never,
  found: (encoding: Encoding) => void,
): AsyncGenerator<string> {
  let head = Buffer.alloc(0);
  let decoder: TextDecoder | null = null;
  const decode = (bytes: Uint8Array, stream: boolean): string => {
    try {
      return decoder!.decode(bytes, { stream });
    } catch {
      return misencoded();
    }
  };
  const start = (): void => {
    const encoding = encodingOf(head);
    found(encoding);
    // The parser itself passes over a byte order mark at the start.
    decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  };
  for await (const chunk of chunks) {
    if (decoder) {
      yield decode(chunk, true);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < 4) continue;
    start();
    yield decode(head, true);
  }
  if (!decoder) {
    start();
    yield decode(head, true);
  }
  yield decode(new Uint8Array(), false);
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** Names under which a part may declare its encoding. */
const encodings: Record<Encoding, RegExp> = {
  "utf-8": /^utf-?8$/i,
  "utf-16le": /^utf-?16(le)?$/i,
  "utf-16be": /^utf-?16(be)?$/i,
};

function encodingOf(head: Uint8Array): Encoding {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}
