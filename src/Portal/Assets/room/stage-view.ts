import { at, element, show, write } from "./dom";
import { t } from "./texts";
import type { FeedKind, StageFeed } from "./wire";

interface Tile {
  root: HTMLElement;
  video: HTMLVideoElement;
  label: HTMLElement;
  muted: HTMLElement;
}

/** The dark stage: one large picture (a screen before a camera), the others beside it. */
export class StageView {
  private readonly root = at("tiles");
  private readonly tiles = new Map<string, Tile>();
  private readonly streams = new Map<string, MediaStream>();
  private readonly own = new Map<FeedKind, { feed: string | null; stream: MediaStream }>();
  private feeds: StageFeed[] = [];
  private chosen: string | null = null;

  /** A browser refused to play sound without a gesture. */
  onSilenced: () => void = () => undefined;

  constructor(private readonly memberId: () => number | null) {}

  setFeeds(feeds: StageFeed[]): void {
    this.feeds = feeds;
    this.draw();
  }

  setStream(feed: string, stream: MediaStream | null): void {
    if (stream === null) this.streams.delete(feed);
    else this.streams.set(feed, stream);
    this.draw();
  }

  setOwn(kind: FeedKind, stream: MediaStream | null, feed: string | null): void {
    if (stream === null) this.own.delete(kind);
    else this.own.set(kind, { feed, stream });
    this.draw();
  }

  /** Plays everything again, after a gesture. */
  play(): void {
    for (const tile of this.tiles.values()) this.start(tile.video);
  }

  get isPlaying(): boolean {
    return [...this.tiles.values()].some(({ video }) => !video.paused && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA);
  }

  private draw(): void {
    const wanted = this.wanted();
    for (const [key, tile] of this.tiles) {
      if (!wanted.has(key)) {
        tile.root.remove();
        this.tiles.delete(key);
      }
    }
    for (const [key, what] of wanted) this.fill(this.tiles.get(key) ?? this.make(key), what);
    const main = this.main(wanted);
    for (const [key, tile] of this.tiles) tile.root.classList.toggle("tile-main", key === main);
    this.root.dataset.count = String(wanted.size);
    show(at("stage-empty"), wanted.size === 0);
  }

  private wanted(): Map<string, Wanted> {
    const wanted = new Map<string, Wanted>();
    const ownFeeds = new Set([...this.own.values()].map((o) => o.feed));
    for (const feed of this.feeds) {
      const stream = this.streams.get(feed.feed);
      if (stream === undefined || ownFeeds.has(feed.feed)) continue;
      const name = feed.kind === "screen" ? t("ScreenOf", feed.name) : feed.name;
      wanted.set(feed.feed, { kind: feed.kind, stream, name, muted: feed.muted, own: false, silent: feed.memberId === this.memberId() });
    }
    for (const [kind, { stream }] of this.own) {
      const muted = kind === "camera" && !stream.getAudioTracks().some((track) => track.enabled);
      wanted.set(`own-${kind}`, { kind, stream, name: t(kind === "screen" ? "YourScreen" : "You"), muted, own: true, silent: true });
    }
    return wanted;
  }

  private main(wanted: Map<string, Wanted>): string | null {
    if (this.chosen !== null && wanted.has(this.chosen)) return this.chosen;
    const all = [...wanted];
    const best = all.find(([, w]) => w.kind === "screen" && !w.own) ?? all.find(([, w]) => !w.own) ?? all.find(([, w]) => w.kind === "screen") ?? all[0];
    return best?.[0] ?? null;
  }

  private make(key: string): Tile {
    const root = element("figure", "tile");
    const video = element("video", "");
    video.autoplay = true;
    video.playsInline = true;
    const caption = element("figcaption", "tile-name");
    const label = element("span", "");
    const muted = element("span", "tile-muted", t("MicCut"));
    caption.append(label, muted);
    const enlarge = element("button", "tile-enlarge");
    enlarge.type = "button";
    enlarge.addEventListener("click", () => {
      this.chosen = key;
      this.draw();
    });
    root.append(video, caption, enlarge);
    this.root.append(root);
    const tile = { root, video, label, muted };
    this.tiles.set(key, tile);
    return tile;
  }

  private fill(tile: Tile, what: Wanted): void {
    tile.root.classList.toggle("tile-own", what.own);
    tile.root.classList.toggle("tile-mirror", what.own && what.kind === "camera");
    tile.root.classList.toggle("tile-sound-only", what.stream.getVideoTracks().length === 0);
    write(tile.label, what.name);
    show(tile.muted, what.muted && what.kind === "camera");
    tile.root.querySelector("button")!.setAttribute("aria-label", t("Enlarge", what.name));
    tile.video.setAttribute("aria-label", what.name);
    tile.video.muted = what.silent;
    if (tile.video.srcObject === what.stream) return;
    tile.video.srcObject = what.stream;
    this.start(tile.video);
  }

  private start(video: HTMLVideoElement): void {
    video.play().catch((failure: DOMException) => {
      if (failure.name === "NotAllowedError") this.onSilenced();
    });
  }
}

interface Wanted {
  kind: FeedKind;
  stream: MediaStream;
  name: string;
  muted: boolean;
  own: boolean;
  silent: boolean;
}
