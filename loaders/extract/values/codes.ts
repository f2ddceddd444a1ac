/** Yes or no in the spellings of MIS exports. */
export function readYesNo(text: string): boolean | null {
  if (/^(y|yes|t|true|1)$/i.test(text)) return true;
  if (/^(n|no|f|false|0)$/i.test(text)) return false;
  return null;
}

/** M, F, or another code of one letter (X, U) as given. */
export function readSex(text: string): string | null {
  if (/^(m|male|boy)$/i.test(text)) return "M";
  if (/^(f|female|girl)$/i.test(text)) return "F";
  return /^[A-Za-z]$/.test(text) ? text.toUpperCase() : null;
}

const senCodes = new Map([
  ["no sen", "N"],
  ["no special educational need", "N"],
  ["sen support", "K"],
  ["education, health and care plan", "E"],
  ["education health and care plan", "E"],
  ["ehcp", "E"],
  ["school action", "A"],
  ["school action plus", "P"],
  ["statement", "S"],
  ["statemented", "S"],
]);

/** The code of SEN provision (N, K, E; before 2014 N, A, P, S) from a code, a label, or "K - SEN Support". */
export function readSen(text: string): string | null {
  const code = /^([NKEAPS])(?:\s*-.*)?$/i.exec(text);
  if (code) return code[1]!.toUpperCase();
  return senCodes.get(text.toLowerCase()) ?? null;
}
