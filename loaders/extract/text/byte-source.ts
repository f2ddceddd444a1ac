import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Where the bytes of a file come from: read in pieces, so that a file need not fit into memory. */
export interface ByteSource {
  readonly size: number;
  /** Fills as much of `into` as there is from `at` on, and returns the number of bytes. */
  read(into: Uint8Array, at: number): number;
}

/** Bytes that are in memory already. */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(into, at) {
      const part = bytes.subarray(at, at + into.length);
      into.set(part);
      return part.length;
    },
  };
}

/** A file on disk, opened anew for each reading, so that none stays open between two. */
export class FileBytes implements ByteSource {
  readonly size: number;
  private readonly modified: number;

  /** @throws the file system's error where the file cannot be opened. */
  constructor(private readonly path: string) {
    const { size, mtimeMs } = this.withFile((file) => fstatSync(file));
    this.size = size;
    this.modified = mtimeMs;
  }

  read(into: Uint8Array, at: number): number {
    return this.withFile((file) => {
      let filled = 0;
      while (filled < into.length) {
        const more = readSync(file, into, filled, into.length - filled, at + filled);
        if (more === 0) break;
        filled += more;
      }
      return filled;
    });
  }

  /** Whether the file is still the one that was opened: its size and time of change are the same. */
  isUnchanged(): boolean {
    const { size, mtimeMs } = this.withFile((file) => fstatSync(file));
    return size === this.size && mtimeMs === this.modified;
  }

  private withFile<T>(use: (file: number) => T): T {
    const file = openSync(this.path, "r");
    try {
      return use(file);
    } finally {
      closeSync(file);
    }
  }
}

export const pieceBytes = 8 * 1024 * 1024;

/** The bytes of a source in order, in pieces of at most 8 MiB; a piece is only valid until the next. */
export function* pieces(source: ByteSource): Generator<Buffer> {
  const buffer = Buffer.alloc(Math.min(pieceBytes, source.size));
  for (let at = 0; at < source.size; ) {
    const length = source.read(buffer, at);
    if (length === 0) return;
    yield buffer.subarray(0, length);
    at += length;
  }
}

/** All bytes of a source; only for files that are known to be small. */
export function allBytes(source: ByteSource): Uint8Array {
  const bytes = new Uint8Array(source.size);
  return bytes.subarray(0, source.read(bytes, 0));
}
