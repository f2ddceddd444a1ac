/** Positions on a chart are percentages of its width: text keeps its size, and every width and paper fits. */
export type Position = (value: number) => number;

export function linear(domain: readonly [number, number], range: readonly [number, number]): Position {
  const width = domain[1] - domain[0] || 1;
  return (value) => range[0] + ((value - domain[0]) / width) * (range[1] - range[0]);
}

export const at = (position: number): string => `${Math.round(position * 1000) / 1000}%`;

/** Round steps over a span: about `wanted` ticks, always through 0. */
export function ticks(domain: readonly [number, number], wanted = 6): number[] {
  const raw = (domain[1] - domain[0]) / wanted;
  const power = 10 ** Math.floor(Math.log10(raw || 1));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= raw * 0.999) ?? power;
  const values: number[] = [];
  for (let i = Math.ceil(domain[0] / step - 1e-9); i * step <= domain[1] + 1e-9; i += 1)
    values.push(Math.round(i * step * 1e6) / 1e6);
  return values;
}
