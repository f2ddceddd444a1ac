/** What is wrong with a JSON text, as full sentences, and on which line. */
export class JsonFault extends Error {
  override readonly name = "JsonFault";
  constructor(
    message: string,
    /** 1-based, as an editor counts. */
    readonly line: number,
  ) {
    super(message);
  }
}

const deepest = 32;

/** Keys that objects of the language have already; as settings or headers they would be mistaken for those. */
const reserved = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads JSON (RFC 8259) as JSON.parse does, but refuses what JSON.parse passes over in silence: a key that stands twice
 * in one object, keys such as __proto__, numbers too large to hold, half characters, and nesting beyond 32 levels.
 * @throws JsonFault with full sentences that name the key and say what to do.
 */
export function parseStrictJson(text: string): unknown {
  new Scanner(text).document();
  return JSON.parse(text);
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the format allows none of these inside a text.
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const openString = new RegExp(string.source.slice(0, -1), "y");
const word = /[\p{L}\p{N}_$.+'’‘“”#-]+/uy;
const space = /[ \t\r\n]*/y;

/** Walks through a JSON text once, value by value. */
class Scanner {
  private at = 0;
  private counted = { at: 0, line: 1 };

  constructor(private readonly text: string) {}

  document(): void {
    this.space();
    if (this.at === this.text.length) this.fail("The file is empty.");
    this.value([]);
    if (this.at < this.text.length)
      this.fail(
        `The settings end before this line, but more text follows: ${this.shown()}. Remove what stands after the last brace.`,
      );
  }

  private value(path: readonly string[]): void {
    if (path.length > deepest)
      this.fail(
        `The brackets are nested more than ${deepest} deep, which no setting needs. Remove the inner ones.`,
      );
    const next = this.text[this.at];
    if (next === "{") this.object(path);
    else if (next === "[") this.list(path);
    else if (next === '"') this.string();
    else if (!this.number() && !this.literal()) this.fail(this.strangeValue());
    this.space();
  }

  private object(path: readonly string[]): void {
    const lines = new Map<string, number>();
    this.items("}", () => {
      const line = this.line();
      if (this.text[this.at] !== '"')
        this.fail(`A key must stand in straight double quotation marks, and here stands ${this.shown()}.`);
      const key = this.string();
      const name = [...path, key].join(".").replaceAll(".[", "[");
      if (reserved.has(key)) this.fail(`"${name}" is not a setting. Remove it.`, line);
      const before = lines.get(key);
      if (before !== undefined)
        this.fail(`"${name}" stands twice, first on line ${before}. Keep one of them.`, line);
      lines.set(key, line);
      this.space();
      if (this.text[this.at] !== ":") this.fail(`A colon is missing after "${name}".`);
      this.at++;
      this.space();
      this.value([...path, key]);
    });
  }

  private list(path: readonly string[]): void {
    let index = 0;
    this.items("]", () => this.value([...path, `[${index++}]`]));
  }

  /** The items between an opening bracket and its closing one, with a comma between two. */
  private items(close: "}" | "]", item: () => void): void {
    const opened = this.line();
    this.at++;
    this.space();
    while (this.text[this.at] !== close) {
      if (this.at === this.text.length)
        this.fail(`The bracket that opens on line ${opened} is never closed. Add ${close} where it ends.`);
      item();
      this.space();
      if (this.text[this.at] === ",") {
        const line = this.line();
        this.at++;
        this.space();
        if (this.text[this.at] === close)
          this.fail(`A comma stands after the last item, before ${close}. Remove the comma.`, line);
      } else if (this.text[this.at] !== close && this.at < this.text.length) {
        this.fail(`A comma or ${close} is missing before ${this.shown()}.`);
      }
    }
    this.at++;
  }

  private string(): string {
    const literal = this.match(string);
    if (literal === null) this.fail(this.strangeString());
    const text = JSON.parse(literal) as string;
    if (/\p{Surrogate}/u.test(text))
      this.fail("A text holds half of a character (\\ud800 to \\udfff without its other half). Correct it.");
    return text;
  }

  private number(): boolean {
    const start = this.at;
    const literal = this.match(number);
    if (literal === null) return false;
    if (/[\w.+]/.test(this.text[this.at] ?? "")) {
      this.at = start;
      return false;
    }
    if (!Number.isFinite(Number(literal))) this.fail("A number is too large to hold. Write a smaller one.");
    return true;
  }

  private literal(): boolean {
    const found = ["true", "false", "null"].find((name) => this.text.startsWith(name, this.at));
    if (!found || /\w/.test(this.text[this.at + found.length] ?? "")) return false;
    this.at += found.length;
    return true;
  }

  private strangeValue(): string {
    if (this.at === this.text.length) return "A value is missing at the end.";
    const shown = this.shown();
    if (/^"?[+.-]?(NaN|Infinity|0x|0\d|[.+]?\d)/i.test(shown.slice(1)))
      return `${shown} is not a number of JSON. Write plain digits, such as 12 or 0.5.`;
    if (/^.(true|false|null|none)/i.test(shown))
      return `${shown} is not a value of JSON. Write true, false or null, in small letters.`;
    return `A value is expected, and here stands ${shown}. A text must stand in straight double quotation marks.`;
  }

  private strangeString(): string {
    this.match(openString);
    if (this.text[this.at] === "\\")
      return "A text holds a single backslash. Write paths with /, as in exports/reviews.csv, or double the backslash.";
    if (this.text[this.at] === "\t") return "A text holds a tab. Write \\t for it, or a space.";
    return "A text begins with a quotation mark and has none at its end. A text must stand on one line.";
  }

  /** Passes over spaces and line ends; a comment is the one thing that people write there which JSON does not have. */
  private space(): void {
    this.match(space);
    if (/^(\/\/|\/\*|#)/.test(this.text.slice(this.at, this.at + 2)))
      this.fail("JSON has no comments. Remove this one; notes can stand in a README beside it.");
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return null;
    this.at += found[0].length;
    return found[0];
  }

  /** What stands here, short enough for a sentence. */
  private shown(): string {
    if (this.at === this.text.length) return "the end of the file";
    const found =
      [/"[^"\n]*/y, word].map((kind) => this.match(kind)).find((text) => text !== null) ??
      String.fromCodePoint(this.text.codePointAt(this.at)!);
    const whole = found.replaceAll('"', "");
    return JSON.stringify(whole.length > 20 ? `${whole.slice(0, 20)}...` : whole);
  }

  /** The line of this place, counted on from the last place that was asked for. */
  private line(): number {
    const passed = this.text.slice(this.counted.at, this.at).match(/\n/g)?.length ?? 0;
    this.counted = { at: Math.max(this.at, this.counted.at), line: this.counted.line + passed };
    return this.counted.line;
  }

  private fail(message: string, line = this.line()): never {
    throw new JsonFault(message, line);
  }
}
