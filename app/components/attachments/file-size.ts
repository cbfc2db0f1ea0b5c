import { formatNumber, type Reading } from '#app/components/ui/format.ts';

/** 12 kB, 3.4 MB: as people say it. */
export function fileSize(bytes: number, reading: Reading): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1000)), reading)} kB`;
  return `${formatNumber(Math.round(bytes / 100_000) / 10, reading)} MB`;
}
