/**
 * A file that cannot be used as a whole: a damaged or hostile workbook, or XML that is not well-formed.
 * The message is a full sentence for the school; `line` is the physical line (1-based), null where there is none.
 */
export class ContainerError extends Error {
  override readonly name = "ContainerError";

  constructor(
    message: string,
    readonly line: number | null = null,
  ) {
    super(message);
  }
}
