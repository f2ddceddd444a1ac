/** A run of one letter of a number format, or text or a sign in between. */
export interface Piece {
  unit:
    | "day"
    | "month"
    | "year"
    | "hour"
    | "minute"
    | "second"
    | "half-day"
    | "elapsed"
    | "decimals"
    | "general"
    /** Quoted, escaped, or the name of a unit in brackets. */
    | "text"
    /** Room as wide as a character, or what fills the cell up to its width. */
    | "room"
    | "fill"
    /** Any other character as it stands. */
    | "bare";
  length: number;
  text: string;
}

/** One of the up to four parts of a format code, which semicolons divide. */
export interface CodeSection {
  pieces: Piece[];
  /** Such as `>=10`: the numbers the section is for. Two of them stand one after the other. */
  condition: string | null;
  /** Whether it names a colour. */
  coloured: boolean;
  /** Whether brackets hold what is none of the things known to stand there. */
  strange: boolean;
}

const units: Record<string, Piece["unit"]> = {
  d: "day",
  m: "month",
  y: "year",
  h: "hour",
  s: "second",
};

/** One piece of a format code: quoted, escaped, room, fill, bracketed, half day, General, decimals, a letter's run. */
const lexeme =
  /"([^"]*)"?|\\(.?)|(_.?)|(\*.?)|\[([^\]]*)\]?|(am\/pm|a\/p)|(general)|\.(0+)|(d+|m+|y+|h+|s+)|(.)/gisuy;

const colour = /^(?:black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\d{1,2})$/i;

/** Codes of ISO 4217; signs such as £ are told from letters by what they are. */
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** The sections of a format code (ISO/IEC 29500-1, 18.8.31); at least one, though it may be empty. */
export function sectionsOf(code: string): CodeSection[] {
  const begin = (): CodeSection => ({ pieces: [], condition: null, coloured: false, strange: false });
  const sections = [begin()];
  for (const match of code.matchAll(lexeme)) {
    const [, quoted, escaped, room, fill, bracketed, halfDay, general, decimals, run, other] = match;
    const section = sections.at(-1)!;
    const add = (unit: Piece["unit"], text: string, length = text.length): void => {
      section.pieces.push({ unit, length, text });
    };
    if (other === ";") sections.push(begin());
    else if (quoted !== undefined || escaped !== undefined) add("text", quoted ?? escaped!);
    else if (room !== undefined) add("room", " ");
    else if (fill !== undefined) add("fill", "");
    else if (bracketed !== undefined) addBracketed(section, bracketed);
    else if (halfDay !== undefined) add("half-day", halfDay);
    else if (general !== undefined) add("general", "");
    else if (decimals !== undefined) add("decimals", decimals);
    else if (run !== undefined) add(units[run[0]!.toLowerCase()]!, run);
    else add("bare", other!);
  }
  for (const section of sections) {
    const { pieces } = section;
    section.pieces = pieces.map((piece, i) => (isMinutes(pieces, i) ? { ...piece, unit: "minute" } : piece));
  }
  return sections;
}

function addBracketed(section: CodeSection, content: string): void {
  if (/^(?:h+|m+|s+)$/i.test(content)) {
    section.pieces.push({ unit: "elapsed", length: content.length, text: content });
  } else if (content.startsWith("$")) {
    // A currency with its locale, or either: $£-809, $EUR, $-809.
    const text = content.slice(1).split("-", 1)[0]!;
    if (!currencies.has(text)) section.pieces.push({ unit: "text", length: text.length, text });
  } else if (/^[<>=]/.test(content)) section.condition = (section.condition ?? "") + content;
  else if (colour.test(content)) section.coloured = true;
  else section.strange = true;
}

/** An "m" or "mm" is minutes after hours and before seconds, and the month anywhere else. */
function isMinutes(pieces: readonly Piece[], at: number): boolean {
  const { unit, length } = pieces[at]!;
  if (unit !== "month" || length > 2) return false;
  const before = pieces.slice(0, at).findLast(isOfTime);
  const after = pieces.slice(at + 1).find(isOfTime);
  return before?.unit === "hour" || before?.unit === "elapsed" || after?.unit === "second";
}

const timeless: ReadonlySet<Piece["unit"]> = new Set(["half-day", "general", "text", "room", "fill", "bare"]);

function isOfTime({ unit }: Piece): boolean {
  return !timeless.has(unit);
}
