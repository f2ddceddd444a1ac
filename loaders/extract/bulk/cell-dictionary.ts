/** Bytes that are compared as one number, at once. */
export const wordBytes = 4;

/** What of a word, read as a little-endian number, belongs to a cell of 0 to 4 bytes. */
const masks = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1);

/** The different cells of a column by their bytes; each gets the next number when it is first seen. */
export class CellDictionary {
  /** Number of different cells. */
  size = 0;
  private capacity = 1024;
  private slots = new Int32Array(this.capacity).fill(-1);
  private hashes = new Int32Array(this.capacity);
  private starts = new Int32Array(this.capacity);
  private lengths = new Int32Array(this.capacity);
  /** The first word of each cell, zero where it is shorter. */
  private heads = new Int32Array(this.capacity);
  private pool = new Uint8Array(16 * this.capacity);
  private poolView = new DataView(this.pool.buffer);
  private used = 0;
  /** Cells of one byte, by that byte. */
  private readonly single = new Int32Array(256).fill(-1);
  /** The cell that was met last, and for each cell the one that came after it when it was met before. */
  private last = -1;
  private next = new Int32Array(this.capacity).fill(-1);

  /**
   * Whether the bytes from..end begin with the cell that is most likely there: the same as the one before, as
   * exports repeat the cell above, or the one that followed it last time, as they repeat their order.
   * @returns the number of the cell, or -1. Where the cell ends in the bytes is for the caller to see.
   */
  guess(bytes: DataView, from: number, end: number): number {
    let id = this.last;
    if (id >= 0 && this.beginsWith(bytes, from, end, id)) return id;
    id = id >= 0 ? this.next[id]! : -1;
    return id >= 0 && this.beginsWith(bytes, from, end, id) ? id : -1;
  }

  private beginsWith(bytes: DataView, from: number, end: number, id: number): boolean {
    const length = this.lengths[id]!;
    const word = bytes.getInt32(from, true);
    if (length <= wordBytes) return (word & masks[length]!) === this.heads[id];
    if (word !== this.heads[id] || from + length > end) return false;
    const { poolView } = this;
    const start = this.starts[id]!;
    // The last word may overlap the one before it.
    const last = length - wordBytes;
    for (let i = wordBytes; i < last; i += wordBytes)
      if (bytes.getInt32(from + i, true) !== poolView.getInt32(start + i, true)) return false;
    return bytes.getInt32(from + last, true) === poolView.getInt32(start + last, true);
  }

  /** The number of the cell of one byte, or -1 where it was not met yet. */
  ofOneByte(byte: number): number {
    return this.single[byte]!;
  }

  lengthOf(id: number): number {
    return this.lengths[id]!;
  }

  /** Says that this cell comes after the one that was met last. */
  meet(id: number): void {
    if (id === this.last) return;
    if (this.last >= 0) this.next[this.last] = id;
    this.last = id;
  }

  /**
   * The number of the cell bytes[start..end).
   * @param hash FNV-1a of the bytes, which the caller has at hand from scanning them.
   */
  idOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const { slots, hashes, lengths, starts, pool } = this;
    const mask = slots.length - 1;
    const length = end - start;
    if (length === 1) {
      const id = this.single[bytes[start]!]!;
      return id >= 0 ? id : this.add(bytes, start, end, hash);
    }
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (true) {
      const id = slots[slot]!;
      if (id < 0) return this.add(bytes, start, end, hash);
      if (hashes[id] === hash && lengths[id] === length) {
        let i = 0;
        for (const at = starts[id]!; i < length && pool[at + i] === bytes[start + i]; ) i++;
        if (i === length) return id;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** The bytes of a cell by its number. */
  bytesOf(id: number): Uint8Array {
    return this.pool.subarray(this.starts[id]!, this.starts[id]! + this.lengths[id]!);
  }

  private add(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const id = this.size++;
    if (this.size * 2 > this.capacity) this.grow();
    const length = end - start;
    if (this.used + length > this.pool.length) {
      const larger = new Uint8Array(Math.max(this.pool.length * 2, this.used + length));
      larger.set(this.pool);
      this.pool = larger;
      this.poolView = new DataView(larger.buffer);
    }
    this.pool.set(bytes.subarray(start, end), this.used);
    this.starts[id] = this.used;
    this.lengths[id] = length;
    this.hashes[id] = hash;
    for (let i = 0; i < Math.min(length, wordBytes); i++) this.heads[id]! |= bytes[start + i]! << (8 * i);
    this.used += length;
    if (length === 1) this.single[bytes[start]!] = id;
    this.place(id);
    return id;
  }

  private grow(): void {
    this.capacity *= 2;
    const larger = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const copy = new Int32Array(this.capacity);
      copy.set(array);
      return copy;
    };
    this.hashes = larger(this.hashes);
    this.starts = larger(this.starts);
    this.lengths = larger(this.lengths);
    this.next = larger(this.next).fill(-1, this.size - 1);
    this.heads = larger(this.heads);
    this.slots = new Int32Array(this.capacity).fill(-1);
    for (let id = 0; id < this.size - 1; id++) this.place(id);
  }

  private place(id: number): void {
    const mask = this.capacity - 1;
    const hash = this.hashes[id]!;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.slots[slot]! >= 0) slot = (slot + 1) & mask;
    this.slots[slot] = id;
  }
}
