import type { Memory } from "./memory";
import type { Portal } from "./portal";
import { unique } from "./unique";

const UNANSWERED = 5000;
const REFUSED_FOR_NOW = 2000;

/** Asks to enter until it is answered, and again after every cut; a reload of the tab finds its way back in. */
export class Entrance {
  private readonly page = unique();
  private wanted: boolean;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly portal: Portal,
    private readonly memory: Memory,
    private readonly held: () => { legs: string[]; afterLine: number },
  ) {
    this.wanted = memory.inside;
  }

  enter(): void {
    this.wanted = true;
    this.ask();
  }

  /** The connection is back: those who are or want to be inside say so again. */
  resume(): void {
    if (this.wanted) this.ask();
  }

  /** Another page took this participation over: a new one is asked for. */
  replaced(): void {
    this.memory.set({ participation: null });
    this.ask();
  }

  entered(participation: string): void {
    clearTimeout(this.timer);
    this.memory.set({ participation, inside: true });
  }

  /** True when the refusal stands; false when it is only asked again a little later. */
  refused(why: string): boolean {
    if (why === "Failed" || why === "TooFast") {
      setTimeout(() => this.resume(), REFUSED_FOR_NOW);
      return false;
    }
    this.giveUp();
    return true;
  }

  giveUp(): void {
    this.wanted = false;
    clearTimeout(this.timer);
    this.memory.set({ inside: false, participation: null });
  }

  private ask(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.resume(), UNANSWERED);
    this.portal.ask("Enter", { page: this.page, participation: this.memory.participation, ...this.held() });
  }
}
