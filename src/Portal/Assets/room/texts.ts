/** What the server gave the page: texts of its language, identifiers, settings. */
export interface RoomData {
  conference: number;
  hub: string;
  engine: string;
  trainer: boolean;
  /** When those who run the conference may try the room among themselves; null for everyone else. */
  rehearsal: { from: string; until: string } | null;
  beatSeconds: number;
  longestLine: number;
  language: string;
  zone: string;
  texts: Record<string, string>;
}

let texts: Record<string, string> = {};

export function readData(): RoomData {
  const data = JSON.parse(document.getElementById("room-data")!.textContent!) as RoomData;
  texts = data.texts;
  return data;
}

/** The text of this name, its {0}, {1}… replaced. */
export function t(name: string, ...values: (string | number)[]): string {
  return (texts[name] ?? name).replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ""));
}

/** One or several: in French 0 and 1 are singular. */
export function counted(name: string, count: number, language: string): string {
  const one = language === "fr" ? count < 2 : count === 1;
  return t(one ? `${name}One` : `${name}Many`, count);
}
