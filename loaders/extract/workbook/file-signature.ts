const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** Whether bytes begin as a zip file does, which every .xlsx is; also an empty zip. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6]);
}

/** Whether bytes begin as a compound file does: an .xls workbook, or any workbook saved with a password. */
export function looksLikeOldExcel(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
}

const saveAs = "Open it in Excel and save it as an Excel Workbook (.xlsx), or as CSV.";

/** Why bytes that are no zip file cannot be read as a workbook. */
export function notAWorkbook(bytes: Uint8Array): string {
  if (bytes.length === 0) return "This workbook is empty: the file holds no bytes. Export it again.";
  if (looksLikeOldExcel(bytes)) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return buffer.includes(Buffer.from("EncryptedPackage", "utf16le"))
      ? "This workbook is protected with a password and cannot be read. Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password), and save it again."
      : `This workbook is in the old Excel format (.xls), which is not read. ${saveAs}`;
  }
  if (isMarkup(bytes)) {
    return `This file has the name of a workbook, but holds XML or HTML text. ${saveAs}`;
  }
  return `This file has the name of a workbook, but is none. If it holds delimited text, name it .csv. Otherwise: ${saveAs[0]!.toLowerCase()}${saveAs.slice(1)}`;
}

/** Whether the first character that is no space is "<", in any of the encodings of XML. */
function isMarkup(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(start);
}
