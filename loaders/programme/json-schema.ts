import { z } from "zod";
import { programmeSchema } from "./schema.ts";

/** The JSON Schema of programme.json, for editors: what data/programme.schema.json holds. */
export function programmeJsonSchema(): object {
  return z.toJSONSchema(programmeSchema, { io: "input" });
}
