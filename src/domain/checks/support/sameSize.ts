/** Whether two figures are of one size: neither is more than `factor` times the other. */
export function sameSize(a: number, b: number, factor: number): boolean {
  return Math.abs(a) <= Math.abs(b) * factor && Math.abs(b) <= Math.abs(a) * factor;
}
