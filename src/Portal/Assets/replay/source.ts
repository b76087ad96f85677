// Loads one HLS address into one media element: hls.js where it can, else the browser's own HLS.
import Hls from "hls.js";

export type Trouble = "network" | "unsupported";

const retries = 4;

export class Source {
  private hls: Hls | undefined;
  private recoveries = 0;

  constructor(private readonly video: HTMLVideoElement, address: string, private readonly onTrouble: (trouble: Trouble) => void) {
    if (Hls.isSupported()) this.load(address);
    else if (video.canPlayType("application/vnd.apple.mpegurl")) this.loadNatively(address);
    else onTrouble("unsupported");
  }

  /** After a failure: begins loading again where it stopped. */
  retry(): void {
    this.recoveries = 0;
    if (this.hls) this.hls.startLoad();
    else if (this.video.error) this.video.load();
  }

  private load(address: string): void {
    // A second element that buffers far ahead would take the line of the first.
    this.hls = new Hls({ maxBufferLength: 30, maxMaxBufferLength: 60, backBufferLength: 60, startPosition: 0 });
    this.hls.on(Hls.Events.ERROR, (_, error) => {
      if (!error.fatal) return;
      if (error.type === Hls.ErrorTypes.MEDIA_ERROR && this.recoveries++ < retries) this.hls?.recoverMediaError();
      else this.onTrouble("network");
    });
    this.hls.loadSource(address);
    this.hls.attachMedia(this.video);
  }

  private loadNatively(address: string): void {
    this.video.src = address;
    this.video.addEventListener("error", () => this.onTrouble("network"));
  }
}
