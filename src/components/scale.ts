import { scaleLinear } from "d3-scale";

/** Positions on a chart are percentages of its width: text keeps its size, and every width and paper fits. */
export type Position = (value: number) => number;

/** From values to percentages of the chart's width. */
export const linear = (domain: readonly [number, number], range: readonly [number, number]) =>
  scaleLinear(domain, range);

export const at = (position: number): string => `${Math.round(position * 1000) / 1000}%`;
