// What the page gives the script (Screening in C#). Times are seconds from the start.
export interface Interval {
  start: number;
  end: number;
}

export interface Picture {
  file: string;
  kind: "Camera" | "Screen";
  who: string;
  onStage: Interval[];
}

export interface ReplayData {
  address: string;
  duration: number;
  pictures: Picture[];
  gaps: Interval[];
}

/** A little before and after, so that a change of stage never shows an empty box. */
const margin = 0.25;

export function isWithin(intervals: Interval[], time: number): boolean {
  return intervals.some((i) => time >= i.start - margin && time <= i.end + margin);
}

/** "3:07", "1:02:45". */
export function clock(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(s / 3600), Math.floor((s % 3600) / 60), s % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

export function fill(template: string, ...values: string[]): string {
  return template.replace(/\{(\d)\}/g, (_, n) => values[Number(n)] ?? "");
}
