import type { Engine } from "./engine";
import type { Portal } from "./portal";

const LOOK = 1000;

/** Says to the Portal that media plays here, at the agreed beat and at once when it starts; silent while nothing moves. */
export class Presence {
  private packets = 0;
  private lastBeat = -Infinity;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly portal: Portal,
    private readonly engine: Engine,
    private readonly beatSeconds: number,
    private readonly isPlaying: () => boolean,
  ) {
    portal.on("Refused", ({ what }) => {
      // Nothing was counted: look again soon, the engine may only be late.
      if (what === "Beat") this.lastBeat = performance.now() - (this.beatSeconds - 2) * 1000;
    });
  }

  start(): void {
    clearInterval(this.timer);
    this.timer = setInterval(() => void this.look(), LOOK);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const packets = await this.engine.packets();
    const moved = packets > this.packets;
    this.packets = packets;
    const due = performance.now() - this.lastBeat >= this.beatSeconds * 1000;
    if (moved && due && this.isPlaying() && this.portal.ask("Beat")) this.lastBeat = performance.now();
  }
}
