import { at, show, write } from "./dom";
import type { Engine } from "./engine";
import type { Memory } from "./memory";
import type { Presence } from "./presence";
import type { Senders } from "./senders";
import type { StageView } from "./stage-view";
import { counted } from "./texts";
import type { StageFeed } from "./wire";

/** Being in the room: what begins on going in, who is on stage and how many are there, what stops on going out. */
export class Inside {
  private readonly root = at("inside");

  constructor(
    private readonly stage: StageView,
    private readonly engine: Engine,
    private readonly senders: Senders,
    private readonly presence: Presence,
    private readonly memory: Memory,
    private readonly language: string,
  ) {}

  get isShown(): boolean {
    return !this.root.hidden;
  }

  goIn(): void {
    show(this.root, true);
    this.presence.start();
    at("room-title").focus();
  }

  /** What was tried before the room; else the camera that was on before a reload. */
  async publish(trial: Promise<MediaStream | null>): Promise<void> {
    const tried = await trial;
    if (tried !== null) this.senders.send("camera", tried);
    else if (this.memory.camera) void this.senders.open();
  }

  setStage(feeds: StageFeed[]): void {
    this.stage.setFeeds(feeds);
    this.engine.keep(new Set(feeds.map((feed) => feed.feed)));
  }

  setCount(count: number): void {
    write(at("count"), counted("Present", count, this.language));
  }

  stop(): void {
    this.presence.stop();
    this.senders.stop();
    this.setStage([]);
  }
}
