import { at, element, show, write } from "./dom";
import type { Portal } from "./portal";
import { t } from "./texts";
import type { ChatLine } from "./wire";
import { unique } from "./unique";

const RETRY = 2500;

/** The discussion: what is said is kept until the Portal has stored it, sent again after a cut, and shown once. */
export class Chat {
  private readonly list = at("chat-lines");
  private readonly form = at<HTMLFormElement>("chat-form");
  private readonly box = at<HTMLTextAreaElement>("chat-text");
  private readonly problem = at("chat-problem");
  private readonly shown = new Map<number, HTMLElement>();
  private readonly pending = new Map<string, { text: string; line: HTMLElement }>();

  /** Highest id held, for a reconnection. */
  after = 0;

  constructor(
    private readonly portal: Portal,
    private readonly longest: number,
    private readonly memberId: () => number | null,
    private readonly hour: (instant: string) => string,
  ) {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.send();
    });
    portal.on("ChatLines", ({ lines }) => lines.forEach((line) => this.add(line)));
    portal.on("Refused", ({ what, why, ref }) => what === "Say" && ref !== null && this.refused(ref, why));
  }

  /** After entering again: what was not confirmed is sent once more; its key makes it one line. */
  resend(): void {
    for (const [key, { text }] of this.pending) this.portal.ask("Say", { key, text });
  }

  private send(): void {
    const text = this.box.value.trim();
    if (text === "") return;
    if (text.length > this.longest) {
      write(this.problem, t("LineTooLong", this.longest, text.length));
      show(this.problem, true);
      return;
    }
    show(this.problem, false);
    const key = unique();
    const line = this.draw(t("You"), "", text, "");
    line.classList.add("chat-own", "chat-pending");
    this.list.append(line);
    this.pending.set(key, { text, line });
    this.box.value = "";
    this.portal.ask("Say", { key, text });
    this.follow(true);
  }

  private refused(key: string, why: string): void {
    const waiting = this.pending.get(key);
    if (waiting === undefined) return;
    if (why === "TooFast" || why === "Failed") {
      write(this.problem, t("LineLater"));
      show(this.problem, true);
      setTimeout(() => this.pending.has(key) && this.portal.ask("Say", { key, text: waiting.text }), RETRY);
      return;
    }
    this.pending.delete(key);
    waiting.line.remove();
    this.box.value = waiting.text;
    write(this.problem, t("LineRefused"));
    show(this.problem, true);
  }

  private add(line: ChatLine): void {
    if (this.shown.has(line.id)) return;
    const waiting = line.memberId === this.memberId() ? this.pending.get(line.key) : undefined;
    if (waiting !== undefined) {
      waiting.line.remove();
      this.pending.delete(line.key);
      show(this.problem, false);
    }
    const own = line.memberId === this.memberId();
    const drawn = this.draw(own ? t("You") : line.name, own ? "" : line.collectivite, line.text, this.hour(line.sentAt));
    drawn.classList.toggle("chat-own", own);
    drawn.dataset.id = String(line.id);
    const follow = own || this.isAtEnd;
    this.place(drawn, line.id);
    this.shown.set(line.id, drawn);
    this.after = Math.max(this.after, line.id);
    show(at("chat-empty"), false);
    this.follow(follow);
  }

  /** By id, before what is not stored yet. */
  private place(drawn: HTMLElement, id: number): void {
    const next = [...this.list.children].find((child) => Number((child as HTMLElement).dataset.id ?? Infinity) > id);
    this.list.insertBefore(drawn, next ?? null);
  }

  private draw(name: string, collectivite: string, text: string, hour: string): HTMLElement {
    const line = element("li", "chat-line");
    const head = element("p", "chat-head");
    head.append(element("strong", "", name));
    if (collectivite !== "") head.append(element("span", "chat-collectivite", collectivite));
    if (hour !== "") head.append(element("span", "chat-hour", hour));
    line.append(head, element("p", "chat-text", text));
    return line;
  }

  private get isAtEnd(): boolean {
    const scroller = this.list.parentElement!;
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  }

  private follow(wanted: boolean): void {
    const scroller = this.list.parentElement!;
    if (wanted) scroller.scrollTop = scroller.scrollHeight;
  }
}
