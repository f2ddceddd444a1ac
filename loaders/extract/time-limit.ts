import { ContainerError } from "./container-error.ts";

/** Milliseconds for which one workbook or XML file may be taken apart. */
export const longestReading = 10 * 60 * 1000;

/**
 * Starts a clock for one file. A text file needs none: it is read by lines, so its size bounds the time.
 * @param milliseconds For which the file may be read.
 * @param clock Milliseconds of a clock that only goes forward.
 * @returns what is to be called after each piece of the file.
 * @throws ContainerError from that call, once the time is over.
 */
export function timeLimit(milliseconds: number, clock = (): number => performance.now()): () => void {
  const end = clock() + milliseconds;
  return () => {
    if (clock() <= end) return;
    throw new ContainerError(
      `This file took longer than ${milliseconds / 60_000} minutes to read and was given up. Save its sheets or records as CSV, or split it, for example by year.`,
    );
  };
}
