import type { Attributes } from "./parse-part.ts";
import { isTrue } from "./vocabulary.ts";

/**
 * Gathers the text of a string item: its plain text or the text of its runs. Left out are phonetic guides (rPh), and runs
 * that are struck out: "D" struck out before "M" is M.
 */
export class RichText {
  private collected = "";
  private within = false;
  private struck = false;
  private leftOut = false;

  /** To be told of every element that opens within the item. */
  open(name: string, parent: string, attributes: Attributes): void {
    if (name === "r") this.struck = false;
    else if (name === "strike" && parent === "rPr") this.struck = isTrue(attributes.get("val") ?? "1");
    this.within = name === "t" && parent !== "rPh";
  }

  text(text: string): void {
    if (!this.within) return;
    if (!this.struck) this.collected += text;
    else this.leftOut ||= text.trim() !== "";
  }

  close(name: string): void {
    this.within = false;
    if (name === "r") this.struck = false;
  }

  /** The text so far, and whether anything that is struck out was left out of it; starts anew. */
  take(): { text: string; struckOut: boolean } {
    const { collected, leftOut } = this;
    this.collected = "";
    this.struck = false;
    this.leftOut = false;
    return { text: collected, struckOut: leftOut };
  }
}
