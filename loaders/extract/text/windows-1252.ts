/** The bytes 0x80 to 0x9F, where Windows-1252 differs from Latin-1; a space is a byte it leaves undefined. */
const from80 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** The bytes that stand for no character in Windows-1252. */
export const undefined1252: readonly number[] = [...from80].flatMap((character, i) =>
  character === " " ? [0x80 + i] : [],
);

/**
 * Reads Windows-1252 by its own table: TextDecoder of Node 20 reads the bytes 0x80 to 0x9F as if they were Latin-1.
 * @returns the text, or null where a byte is one that the encoding leaves undefined.
 */
export function decodeWindows1252(bytes: Uint8Array): string | null {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  let undefinedByte = false;
  const text = latin1.replace(/[\x80-\x9f]/g, (byte) => {
    const character = from80[byte.charCodeAt(0) - 0x80]!;
    if (character === " ") undefinedByte = true;
    return character;
  });
  return undefinedByte ? null : text;
}
