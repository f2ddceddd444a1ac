/** Lower and upper limit. */
export type Interval = readonly [number, number];
