import type { BarAction } from "./bar";
import type { Directing } from "./directing";
import { at } from "./dom";
import type { Memory } from "./memory";
import type { Senders } from "./senders";

/** What the buttons of the bar do: one's own devices and window here, the session itself by the trainer's hand. */
export class Buttons {
  constructor(
    private readonly senders: Senders,
    private readonly directing: Directing,
    private readonly memory: Memory,
    private readonly leave: () => void,
  ) {}

  press(action: BarAction): void {
    switch (action) {
      case "microphone":
        void this.toggle("audio");
        break;
      case "camera":
        void this.toggle("video");
        break;
      case "screen":
        void this.senders.toggleScreen();
        break;
      case "full":
        void (document.fullscreenElement === null ? at("room-stage").requestFullscreen() : document.exitFullscreen());
        break;
      case "leave":
        this.leave();
        break;
      default:
        this.directing.act(action);
    }
  }

  private async toggle(track: "audio" | "video"): Promise<void> {
    await this.senders.toggle(track);
    this.memory.set({ camera: this.senders.hasCamera });
  }
}
