/** The different cells of a column by their bytes; each gets the next number when it is first seen. */
export class CellDictionary {
  /** Number of different cells. */
  size = 0;
  private capacity = 1024;
  private slots = new Int32Array(this.capacity).fill(-1);
  private hashes = new Int32Array(this.capacity);
  private starts = new Int32Array(this.capacity);
  private lengths = new Int32Array(this.capacity);
  private pool = new Uint8Array(16 * this.capacity);
  private used = 0;
  /** Cells of one byte, by that byte. */
  private readonly single = new Int32Array(256).fill(-1);

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
    }
    this.pool.set(bytes.subarray(start, end), this.used);
    this.starts[id] = this.used;
    this.lengths[id] = length;
    this.hashes[id] = hash;
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
