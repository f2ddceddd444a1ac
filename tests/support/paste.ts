import { type ProgrammeInput, programmeSchema } from "../../loaders/programme/schema.ts";

type Sources = NonNullable<ProgrammeInput["sources"]>;
type Source = Sources[number];

/** Does with the sources what a message says, literally: adds a source, or writes settings into the one it names. */
export function paste(message: string, sources: Sources = []): Sources {
  const own = /dd to "sources" in programme\.json: /.exec(message);
  if (own) return [...sources, firstJson(message, own.index + own[0].length) as Source];
  const into =
    /(?:dd to|rite in) its source in programme\.json \(the one with "files": ("[^"]*")[^)]*\)[^:]*: /.exec(
      message,
    );
  if (!into) throw new Error(`Nothing to paste: ${message}`);
  const files = JSON.parse(into[1]!) as string;
  const settings = firstJson(`{${message.slice(into.index + into[0].length)}`, 0, "}") as Partial<Source>;
  return sources.map((source) => (source.files === files ? { ...source, ...settings } : source));
}

/** Fills in the places that a message leaves: each text in angle brackets by its own. */
export function fillIn(sources: Sources, places: Readonly<Record<string, string>>): Sources {
  let text = JSON.stringify(sources);
  for (const [place, content] of Object.entries(places)) {
    if (!text.includes(JSON.stringify(place))) throw new Error(`There is no ${place} in ${text}.`);
    text = text.replaceAll(JSON.stringify(place), JSON.stringify(content));
  }
  return programmeSchema.shape.sources.parse(JSON.parse(text)) as Sources;
}

/** The longest JSON that begins at a place of a text and is followed by a full stop. */
function firstJson(text: string, from: number, closing = ""): unknown {
  for (let end = text.indexOf(".", from); end >= 0; end = text.indexOf(".", end + 1)) {
    try {
      return JSON.parse(text.slice(from, end) + closing);
    } catch {
      // A full stop inside the JSON; the next one is tried.
    }
  }
  throw new Error(`No JSON in ${text.slice(from)}`);
}
