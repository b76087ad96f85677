// The main element carries sound and main picture in step; every other picture follows its clock.
import type { ReplayData } from "./data";
import { follow } from "./follower";
import { Source, type Trouble } from "./source";
import { Stage } from "./stage";

const tick = 100;

export class Player {
  readonly main: HTMLVideoElement;
  readonly stage: Stage;
  private readonly sources: Source[];
  private readonly message: HTMLElement;
  private readonly listeners: ((time: number) => void)[] = [];
  private failed = false;
  private started = false;

  constructor(private readonly root: HTMLElement, readonly data: ReplayData) {
    this.message = root.querySelector("[data-message]")!;
    this.stage = new Stage(root, data.pictures);
    this.main = this.stage.videos[0]!;
    const files = data.pictures.length > 0 ? data.pictures.map((p) => p.file) : ["master.m3u8"];
    this.sources = files.map((file, i) => new Source(this.stage.videos[i]!, data.address + file, (t) => this.trouble(i, t)));
    this.listen();
    this.stage.show(0);
    setInterval(() => this.beat(), tick);
  }

  get time(): number {
    return this.main.currentTime;
  }

  get duration(): number {
    return this.data.duration;
  }

  /** Calls back with the time, several times a second and after each jump. */
  onTime(listener: (time: number) => void): void {
    this.listeners.push(listener);
  }

  toggle(): void {
    if (this.main.paused) this.play();
    else this.main.pause();
  }

  play(): void {
    if (this.failed) this.recover();
    if (this.main.ended) this.seek(0);
    void this.main.play().catch(() => undefined);
  }

  seek(time: number): void {
    this.main.currentTime = Math.max(0, Math.min(this.duration - 0.1, time));
    this.beat();
  }

  say(text: string): void {
    this.message.textContent = text;
    this.message.hidden = text === "";
  }

  private listen(): void {
    this.main.addEventListener("waiting", () => this.started && this.say(this.root.dataset.textLoading!));
    for (const event of ["playing", "canplay", "seeked"]) this.main.addEventListener(event, () => this.failed || this.say(""));
    this.main.addEventListener("play", () => {
      this.started = true;
      this.root.querySelector<HTMLElement>("[data-start]")!.hidden = true;
      if (this.main.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) this.say(this.root.dataset.textLoading!);
    });
    this.main.addEventListener("seeking", () => this.beat());
  }

  private beat(): void {
    this.stage.show(this.time);
    this.stage.videos.forEach((video, i) => {
      if (i === 0) return;
      if (this.stage.isShown(i)) follow(this.main, video);
      else video.pause();
    });
    for (const listener of this.listeners) listener(this.time);
  }

  private trouble(index: number, trouble: Trouble): void {
    // A second picture that cannot be had does not take the sound away.
    if (index > 0) return;
    this.failed = true;
    this.main.pause();
    this.say((trouble === "unsupported" ? this.root.dataset.textUnsupported : this.root.dataset.textFailed)!);
  }

  private recover(): void {
    this.failed = false;
    this.say("");
    for (const source of this.sources) source.retry();
  }
}
