/** Every component takes these options, so that it can be drawn in a browser or, at build time, by jsdom. */
export interface Options {
  document?: Document;
}

type Child = Node | string | number | null | undefined | false | Child[];
type Attributes = Record<string, string | number | boolean | null | undefined>;

const SVG = "http://www.w3.org/2000/svg";
let ids = 0;

/** An id that is unique on the page. */
export function uniqueId(prefix: string): string {
  ids += 1;
  return `${prefix}-${ids}`;
}

function append(parent: Node, document: Document, children: Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(parent, document, child);
    else if (typeof child === "string" || typeof child === "number")
      parent.appendChild(document.createTextNode(String(child)));
    else parent.appendChild(child);
  }
}

function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
}

export interface Builder {
  document: Document;
  h<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes?: Attributes,
    ...children: Child[]
  ): HTMLElementTagNameMap[K];
  s<K extends keyof SVGElementTagNameMap>(
    tag: K,
    attributes?: Attributes,
    ...children: Child[]
  ): SVGElementTagNameMap[K];
  /** What a component returns where there is nothing to show. */
  nothing(): DocumentFragment;
}

/** Builds elements from text nodes and attributes only: data never reach an HTML parser. */
export function builder(options: Options = {}): Builder {
  const document = options.document ?? globalThis.document;
  return {
    document,
    h(tag, attributes = {}, ...children) {
      const element = document.createElement(tag);
      set(element, attributes);
      append(element, document, children);
      return element;
    },
    s(tag, attributes = {}, ...children) {
      const element = document.createElementNS(SVG, tag);
      set(element, attributes);
      append(element, document, children);
      return element;
    },
    nothing: () => document.createDocumentFragment(),
  };
}

/** A card: a section with a heading of level 2. */
export function card(b: Builder, title: string, attributes: Attributes, ...children: Child[]): HTMLElement {
  const id = uniqueId("card");
  const { class: extra, ...rest } = attributes;
  return b.h(
    "section",
    { ...rest, class: extra ? `card ${extra}` : "card", "aria-labelledby": id },
    b.h("h2", { id }, title),
    ...children,
  );
}

/** A quiet box for what is not there, and why. */
export function quiet(b: Builder, text: string): HTMLElement {
  return b.h("p", { class: "quiet" }, text);
}
