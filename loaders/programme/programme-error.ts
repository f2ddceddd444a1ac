/** The folder cannot be used as it is. The message is a full sentence; commands end with exit code 2. */
export class ProgrammeError extends Error {
  override readonly name = "ProgrammeError";
}
