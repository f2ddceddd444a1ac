import type { Archive } from "./archive.ts";
import type { WorkbookLimits } from "./limits.ts";
import { parsePart } from "./parse-part.ts";
import { microsoftRelationships, officeRelationships, relationshipsPart } from "./vocabulary.ts";

/** What one part says of another. */
export interface Relationship {
  id: string;
  /** Last word of the type, such as "worksheet"; null for a type of no known vocabulary. */
  kind: string | null;
  /** Name of the other part in the zip; null where it lies outside of the file. */
  part: string | null;
}

/**
 * The relationships of a part, or of the whole file for the part "". None where the file lists none.
 * @throws ContainerError for a damaged list.
 */
export async function readRelationships(
  archive: Archive,
  part: string,
  limits: WorkbookLimits,
): Promise<Relationship[]> {
  const slash = part.lastIndexOf("/") + 1;
  const list = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  if (!archive.has(list)) return [];
  const relationships: Relationship[] = [];
  await parsePart(
    archive,
    list,
    relationshipsPart,
    {
      open(name, attributes) {
        if (name !== "Relationship") return;
        relationships.push({
          id: attributes.get("Id") ?? "",
          kind: kindOf(attributes.get("Type") ?? ""),
          part:
            attributes.get("TargetMode") === "External"
              ? null
              : resolveTarget(part, attributes.get("Target") ?? ""),
        });
      },
    },
    limits,
  );
  return relationships;
}

function kindOf(type: string): string | null {
  const vocabulary = [...officeRelationships, microsoftRelationships].find((one) =>
    type.startsWith(`${one}/`),
  );
  return vocabulary === undefined ? null : type.slice(vocabulary.length + 1);
}

/** A target, which may be absolute or relative to the part that names it, as a name in the zip. */
function resolveTarget(part: string, target: string): string | null {
  try {
    const url = new URL(target.replaceAll("\\", "/"), `part:///${part}`);
    return url.protocol === "part:" && url.host === "" ? decodeURIComponent(url.pathname).slice(1) : null;
  } catch {
    return null;
  }
}
