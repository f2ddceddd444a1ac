import type { ByteSource } from "./text/byte-source.ts";
import type { Encoding } from "./text/decode.ts";
import { LineWindow, nearestBefore, physicalLines } from "./text/lines.ts";

/** The lines of a file as they stand in it, for giving them back byte for byte. */
export interface LineStore {
  /** Number of lines of the file. */
  total(): number;
  /** For each line in order, whether it holds nothing but spaces, delimiters and quotes. */
  blanks(): Generator<boolean>;
  /** The bytes of the lines first..last, in pieces. */
  bytesOf(first: number, last: number): Generator<Uint8Array>;
}

/** Physical lines of a text file. What was passed while reading is remembered, so that a line is found again at once. */
export class TextLines implements LineStore {
  private main: LineWindow | null = null;
  private checkpoints: readonly number[] = [];
  private count: number | null = null;

  constructor(
    private readonly source: ByteSource,
    readonly encoding: Encoding,
    private readonly mark: number,
    private readonly windowBytes?: number,
  ) {}

  /** The window through which the file is read; every line passes it once, in order. */
  get window(): LineWindow {
    if (this.count !== null) throw new Error("A file is read once only.");
    this.main ??= new LineWindow(this.source, this.encoding, this.mark, this.windowBytes);
    return this.main;
  }

  /** The number of lines; reading is over then, and the window's memory is given back. */
  total(): number {
    if (this.count === null) {
      const { window } = this;
      while (window.skip());
      this.count = window.line - 1;
      this.checkpoints = window.checkpoints;
      this.main = null;
    }
    return this.count;
  }

  *blanks(): Generator<boolean> {
    this.total();
    for (const { text } of physicalLines(this.source, this.encoding, this.mark))
      yield text !== null && isBlankText(text);
  }

  *bytesOf(first: number, last: number): Generator<Uint8Array> {
    const from = this.windowAt(first, smallWindow).offset;
    const to = this.windowAt(last + 1, smallWindow).offset;
    const buffer = new Uint8Array(Math.min(to - from, smallWindow));
    for (let at = from; at < to; ) {
      const length = this.source.read(buffer.subarray(0, Math.min(buffer.length, to - at)), at);
      if (length === 0) return;
      yield buffer.subarray(0, length);
      at += length;
    }
  }

  /** A window of its own that stands at a line. */
  windowAt(line: number, size: number): LineWindow {
    const near = nearestBefore(this.main?.checkpoints ?? this.checkpoints, line);
    const window = new LineWindow(this.source, this.encoding, this.mark, size, near);
    while (window.line < line && window.skip());
    return window;
  }
}

const smallWindow = 64 * 1024;

/** A line without any text but spaces, delimiters and quotes. */
export function isBlankText(text: string): boolean {
  return /^[\s,;|"]*$/.test(text);
}
