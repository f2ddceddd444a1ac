import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile } from "yauzl";
import { ContainerError } from "../container-error.ts";
import { timeLimit } from "../time-limit.ts";
import type { WorkbookLimits } from "./limits.ts";

const exportAgain = "Open it in Excel and save it again; if Excel cannot open it, export it again.";

const encrypted =
  "This workbook is encrypted and cannot be read. Open it in Excel, save it without a password, and use that file.";

/**
 * The parts of a zip file by name. Names are only ever looked up, in any case of letters, as the format has it; they
 * are never paths of this computer.
 */
export class Archive {
  private inflated = 0;
  private readonly checkTime: () => void;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: WorkbookLimits,
  ) {
    this.checkTime = timeLimit(limits.milliseconds);
  }

  /**
   * Reads the directory of a zip file; nothing is inflated yet.
   * @throws ContainerError for a damaged or encrypted file, for names that are no part names or stand twice, and for
   * more entries or bytes than the limits allow.
   */
  static async open(bytes: Uint8Array, limits: WorkbookLimits): Promise<Archive> {
    try {
      const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
        decodeStrings: false,
      });
      if (zip.entryCount > limits.entries) {
        throw new ContainerError(
          `This workbook holds ${zip.entryCount} parts, more than the ${limits.entries} that are read. ${exportAgain}`,
        );
      }
      const entries = new Map<string, Entry>();
      let size = 0;
      for await (const entry of zip.eachEntry()) {
        size += entry.uncompressedSize;
        if (size > limits.inflatedBytes) throw new ContainerError(tooLarge(limits));
        const key = nameOf(entry).toLowerCase();
        if (entries.has(key)) {
          throw new ContainerError(
            `This workbook holds two parts of the same name, so that it is not certain which one counts. ${exportAgain}`,
          );
        }
        entries.set(key, entry);
      }
      return new Archive(zip, entries, limits);
    } catch (error) {
      throw damaged(error, "This workbook is damaged or cut short: its zip directory cannot be read.");
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  /**
   * The bytes of a part, chunk by chunk, checked against their declared length and checksum when the last is given.
   * @throws ContainerError for a part that is missing, encrypted, damaged, or larger or slower than the limits allow.
   */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw new ContainerError(`This workbook lacks its part ${name}. ${exportAgain}`);
    if (entry.isEncrypted()) throw new ContainerError(encrypted);
    if (!entry.canDecodeFileData()) {
      throw new ContainerError(
        `The part ${name} of this workbook is compressed in a way that is not read. ${exportAgain}`,
      );
    }
    const { ratio, ratioFrom, inflatedBytes } = this.limits;
    if (entry.uncompressedSize >= ratioFrom && entry.uncompressedSize > ratio * entry.compressedSize) {
      throw new ContainerError(
        `The part ${name} of this workbook inflates to more than ${ratio} times its size, as no export does. It was not read. ${exportAgain}`,
      );
    }
    let sum = 0;
    try {
      for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
        const bytes = chunk as Uint8Array;
        this.checkTime();
        this.inflated += bytes.length;
        if (this.inflated > inflatedBytes) throw new ContainerError(tooLarge(this.limits));
        sum = crc32(bytes, sum);
        yield bytes;
      }
    } catch (error) {
      throw damaged(error, `The part ${name} of this workbook is damaged: it does not inflate as declared.`);
    }
    if (sum !== entry.crc32) {
      throw new ContainerError(
        `The part ${name} of this workbook is damaged: its checksum does not agree. ${exportAgain}`,
      );
    }
  }
}

/** The name of an entry with forward slashes. */
function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  if (validateFileName(name) !== null) {
    throw new ContainerError(
      `This workbook holds a part whose name points outside of the file, as no export has. It was not read. ${exportAgain}`,
    );
  }
  return name;
}

const tooLarge = ({ inflatedBytes }: WorkbookLimits): string =>
  `This workbook inflates to more than ${Math.floor(inflatedBytes / 1024 / 1024)} MiB and was not read. Split it into several files, or save its sheets as CSV.`;

function damaged(error: unknown, sentence: string): ContainerError {
  if (error instanceof ContainerError) return error;
  if (/encrypt/.test(String(error))) return new ContainerError(encrypted);
  return new ContainerError(`${sentence} ${exportAgain}`);
}
