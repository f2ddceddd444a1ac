import { expect } from "vitest";
import { ContainerError } from "../../../../loaders/extract/container-error.ts";
import { readXml } from "../../../../loaders/extract/xml/read-xml.ts";

/** The refusal of a file: its message and line. Fails where the file is read. */
export function refusal(file: string | Uint8Array): { message: string; line: number | null } {
  try {
    readXml(typeof file === "string" ? Buffer.from(file, "utf8") : file);
  } catch (error) {
    expect(error).toBeInstanceOf(ContainerError);
    const { message, line } = error as ContainerError;
    expect(message).toMatch(/^[A-Z].*\.$/s);
    return { message, line };
  }
  throw new Error("The file was read.");
}
