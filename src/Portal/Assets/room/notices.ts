import { at, show, write } from "./dom";
import type { Trouble } from "./engine";
import { t } from "./texts";

/** What the room says in passing: a problem, the connection's trouble, a change for those who do not see it. */
export class Notices {
  private isUp = false;
  private trouble: Trouble | null = null;

  constructor() {
    at("room-problem-close").addEventListener("click", () => show(at("room-problem"), false));
  }

  complain(text: string): void {
    write(at("room-problem-text"), text);
    show(at("room-problem"), true);
  }

  announce(text: string): void {
    write(at("announcer"), text);
  }

  setUp(up: boolean): void {
    this.isUp = up;
    this.sayConnection();
  }

  setTrouble(reason: Trouble | null): void {
    this.trouble = reason;
    this.sayConnection();
  }

  private sayConnection(): void {
    const said = !this.isUp ? t("Reconnecting") : this.trouble === null ? "" : t(`Trouble_${this.trouble}`);
    write(at("connection"), said);
    show(at("connection"), said !== "");
  }
}
