/** Gathers the text of a string item: its plain text or the text of its runs; phonetic guides (rPh) are left out. */
export class RichText {
  private collected = "";
  private within = false;

  /** To be told of every element that opens within the item. */
  open(name: string, parent: string): void {
    this.within = name === "t" && parent !== "rPh";
  }

  text(text: string): void {
    if (this.within) this.collected += text;
  }

  close(): void {
    this.within = false;
  }

  /** The text so far; starts anew. */
  take(): string {
    const text = this.collected;
    this.collected = "";
    return text;
  }
}
