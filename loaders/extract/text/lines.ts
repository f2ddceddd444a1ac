import type { ByteSource } from "./byte-source.ts";
import { type Decode, type Encoding, strictDecoder } from "./decode.ts";

/** One physical line: its bytes' place in the file, and its text without the line ending; null if undecodable. */
export interface PhysicalLine {
  number: number;
  start: number;
  /** End of the bytes, line ending included. */
  end: number;
  text: string | null;
}

const LF = 10;
const CR = 13;
const windowBytes = 4 * 1024 * 1024;

/**
 * Walks a file line by line (ended by LF, CRLF or CR), holding a window of it and not the whole. Lines tile the file:
 * joining their byte ranges gives it back, byte for byte. Each line is decoded by itself and strictly, so that a bad
 * byte costs one line.
 */
export class LineWindow {
  /** The bytes at hand; those from `at` to `end` are not yet passed. */
  bytes: Uint8Array;
  /** Of the same memory; it can be read eight bytes further than the bytes at hand go. */
  view: DataView;
  at = 0;
  end = 0;
  /** Number of the line that starts at `at`, 1 for the first. */
  line = 1;
  /** Whether the bytes at hand reach to the end of the file. */
  complete = false;
  readonly decode: Decode;
  /** Place in the file of every 1,024th line: of line 1, 1025, 2049 and so on, as far as was passed. */
  readonly checkpoints: number[] = [];
  /** Place in the file of bytes[0]. */
  private base: number;
  private readonly unit: 1 | 2;
  private readonly low: 0 | 1;
  private ahead: PhysicalLine[] = [];

  /**
   * @param mark Length of the byte order mark, which belongs to the first line's bytes and not to its text.
   * @param size Bytes of the window; it grows where one line needs more.
   * @param start A line's number and its place in the file, to start from there.
   */
  constructor(
    private readonly source: ByteSource,
    readonly encoding: Encoding,
    private readonly mark: number,
    size = windowBytes,
    start = { line: 1, offset: 0 },
  ) {
    this.bytes = allocate(Math.max(4, Math.min(size, source.size)));
    this.view = new DataView(this.bytes.buffer);
    this.base = start.offset;
    this.line = start.line;
    this.decode = strictDecoder(encoding);
    this.unit = encoding.startsWith("utf-16") ? 2 : 1;
    this.low = encoding === "utf-16be" ? 1 : 0;
    this.fill();
  }

  /** Place in the file of the line that starts at `at`. */
  get offset(): number {
    return this.base + this.at;
  }

  /** Bytes of the file from the current line on. */
  get remaining(): number {
    return this.source.size - this.offset;
  }

  /** Brings more of the file into the window, dropping the bytes before `at`. Offsets into `bytes` change. */
  fill(): void {
    if (this.complete) return;
    const kept = this.end - this.at;
    if (this.at === 0 && this.end === this.bytes.length && this.end > 0) {
      const larger = allocate(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    } else {
      this.bytes.copyWithin(0, this.at, this.end);
      this.base += this.at;
      this.at = 0;
      this.end = kept;
    }
    const room = this.bytes.subarray(this.end);
    const got = this.source.read(room, this.base + this.end);
    this.end += got;
    this.complete = got < room.length || this.base + this.end >= this.source.size;
  }

  /** The line that comes `i` lines after the current one (0 for the current), or null past the end. */
  peek(i: number): PhysicalLine | null {
    while (this.ahead.length <= i) {
      const last = this.ahead.at(-1);
      const next = this.lineFrom(last ? last.end : this.offset, last ? last.number + 1 : this.line);
      if (!next) return null;
      this.ahead.push(next);
    }
    return this.ahead[i]!;
  }

  /** Whether a line that was peeked at holds a NUL. */
  hasNul({ start, end }: PhysicalLine): boolean {
    for (let i = start - this.base; i + this.unit <= end - this.base; i += this.unit)
      if (this.codeAt(i) === 0) return true;
    return false;
  }

  /** Passes `count` lines that were peeked at. */
  advance(count: number): void {
    const passed = this.ahead.splice(0, count);
    if (passed.length < count) throw new RangeError("Only lines that were peeked at can be passed.");
    for (const { number, start } of passed) if (isCheckpoint(number)) this.checkpoints.push(start);
    this.at = passed.at(-1)!.end - this.base;
    this.line += count;
  }

  /** Passes the current line without decoding it; false at the end of the file. */
  skip(): boolean {
    const start = this.offset;
    const bounds = this.boundsFrom(start);
    if (!bounds) return false;
    if (isCheckpoint(this.line)) this.checkpoints.push(start);
    this.moveTo(bounds.end - this.base, this.line + 1);
    return true;
  }

  /** Notes that the line with this number starts at this index of `bytes`, where lines are passed without peeking. */
  pass(line: number, at: number): void {
    if (isCheckpoint(line)) this.checkpoints.push(this.base + at);
  }

  /** Says that the current line is now the one at `at`, after bytes were passed without peeking. */
  moveTo(at: number, line: number): void {
    this.ahead = [];
    this.at = at;
    this.line = line;
  }

  private lineFrom(start: number, number: number): PhysicalLine | null {
    const bounds = this.boundsFrom(start);
    if (!bounds) return null;
    const from = Math.min(start + (start === 0 ? this.mark : 0), bounds.textEnd);
    const text = this.decode(this.bytes.subarray(from - this.base, bounds.textEnd - this.base));
    return { number, start, end: bounds.end, text };
  }

  /** Where the line that starts at a place of the file ends, without and with its line ending; null past the end. */
  private boundsFrom(start: number): { textEnd: number; end: number } | null {
    let place = start + (start === 0 ? this.mark : 0);
    while (true) {
      const i = place - this.base;
      if (i + this.unit > this.end) {
        if (this.complete) {
          const end = this.base + this.end;
          return start < end ? { textEnd: end, end } : null;
        }
        this.fill();
        continue;
      }
      const code = this.codeAt(i);
      if (code !== LF && code !== CR) {
        place += this.unit;
        continue;
      }
      const next = i + this.unit;
      if (code === CR && next + this.unit > this.end && !this.complete) {
        this.fill();
        continue;
      }
      const crlf = code === CR && next + this.unit <= this.end && this.codeAt(next) === LF;
      return { textEnd: place, end: place + this.unit * (crlf ? 2 : 1) };
    }
  }

  private codeAt(i: number): number {
    return this.unit === 1
      ? this.bytes[i]!
      : this.bytes[i + this.low]! | (this.bytes[i + 1 - this.low]! << 8);
  }
}

/** Memory for bytes, with eight bytes behind them that may be read without a check. */
function allocate(size: number): Uint8Array {
  return new Uint8Array(new ArrayBuffer(size + 8), 0, size);
}

/** Lines between two checkpoints; a power of two. */
const stride = 1024;

const isCheckpoint = (line: number): boolean => (line - 1) % stride === 0;

/** Numbers and places of the nearest line before `line` that the checkpoints hold. */
export function nearestBefore(
  checkpoints: readonly number[],
  line: number,
): { line: number; offset: number } {
  const i = Math.min(Math.floor((line - 1) / stride), checkpoints.length - 1);
  return i < 0 ? { line: 1, offset: 0 } : { line: i * stride + 1, offset: checkpoints[i]! };
}

/** Every physical line of a source, one after another. */
export function* physicalLines(
  source: ByteSource,
  encoding: Encoding,
  mark: number,
  size?: number,
): Generator<PhysicalLine> {
  const window = new LineWindow(source, encoding, mark, size);
  for (let line = window.peek(0); line; line = window.peek(0)) {
    yield line;
    window.advance(1);
  }
}
