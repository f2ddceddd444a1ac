import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { ReadableStream } from "node:stream/web";
import tar from "tar-stream";
import xz from "xz-decompress";

/**
 * The ordinary files of a .tar.xz archive, sorted by path.
 * @param path The archive.
 */
export async function readArchive(path: string): Promise<Map<string, Buffer>> {
  const packed = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  const unpacked = new xz.XzReadableStream(packed as unknown as globalThis.ReadableStream<Uint8Array>);
  const entries = Readable.fromWeb(unpacked as unknown as ReadableStream<Uint8Array>).pipe(tar.extract());
  const files: [string, Buffer][] = [];
  for await (const entry of entries) {
    const bytes = await buffer(entry);
    if (entry.header.type === "file") files.push([entry.header.name, bytes]);
  }
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
