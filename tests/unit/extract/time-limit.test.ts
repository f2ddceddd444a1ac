import { describe, expect, it } from "vitest";
import { ContainerError } from "../../../loaders/extract/container-error.ts";
import { timeLimit } from "../../../loaders/extract/time-limit.ts";
import { parseXml } from "../../../loaders/extract/xml/parse-xml.ts";

describe("timeLimit", () => {
  it("holds from its start, and refuses only what is later", () => {
    let now = 5000;
    const check = timeLimit(120_000, () => now);
    now = 125_000;
    expect(check).not.toThrow();
    now = 125_001;
    expect(check).toThrow(ContainerError);
    expect(check).toThrow(/^This file took longer than 2 minutes to read and was given up\. .*\.$/);
  });

  it("ends the reading of an XML file", () => {
    const bytes = Buffer.from(`<R>${"<r><a>1</a></r>".repeat(1000)}</R>`);
    const handler = { open() {}, close() {} };
    expect(parseXml(bytes, handler).encoding).toBe("utf-8");
    expect(() => parseXml(bytes, handler, 0)).toThrow(/took longer than/);
  });
});
