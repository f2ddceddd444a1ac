/** A container (a workbook, a zip file) that cannot be read as a whole. The message says what is wrong and what to do. */
export class ContainerError extends Error {
  override readonly name = "ContainerError";
}
