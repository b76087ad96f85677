import type { Engine, EngineEvents, Route } from "./engine";
import { Leg } from "./leg";
import type { Portal } from "./portal";
import { Publication } from "./publication";
import { Watching } from "./watching";
import type { Candidate, FeedKind } from "./wire";

/** Speaks to Janus through the Portal: one peer connection per feed sent or watched. */
export class JanusEngine implements Engine {
  private readonly publications = new Map<FeedKind, Publication>();
  private readonly watched = new Map<string, Watching>();
  private readonly early = new Map<string, (Candidate | null)[]>();
  private lineReady = false;

  constructor(
    private readonly portal: Portal,
    readonly events: EngineEvents,
  ) {
    portal.on("LineReady", ({ keptLegs }) => this.ready(new Set(keptLegs)));
    portal.on("LineLost", () => this.lost());
    portal.on("Offer", (offer) => void this.watch(offer.leg, offer.feed, offer.sdp));
    portal.on("Answer", (answer) => void this.answered(answer.ref, answer.leg, answer.feed, answer.sdp));
    portal.on("Candidate", ({ leg, candidate }) => this.candidate(leg, candidate));
    portal.on("LegLost", ({ leg }) => this.legLost(leg));
    portal.on("Refused", ({ what, why, ref }) => this.refused(what, why, ref));
    addEventListener("online", () => this.all().forEach((leg) => leg.check()));
  }

  publish(kind: FeedKind, stream: MediaStream): void {
    this.publications.get(kind)?.close();
    const publication = new Publication(kind, stream, this.portal, (feed) => this.events.published(kind, feed), () => this.trouble());
    this.publications.set(kind, publication);
    if (this.lineReady) void publication.begin();
  }

  unpublish(kind: FeedKind): void {
    const publication = this.publications.get(kind);
    if (publication === undefined) return;
    this.publications.delete(kind);
    if (publication.id !== null) this.portal.ask("HangUp", { leg: publication.id });
    publication.close();
    this.events.published(kind, null);
  }

  mute(kind: FeedKind, muted: boolean): void {
    this.publications.get(kind)?.mute(muted);
  }

  keep(feeds: ReadonlySet<string>): void {
    for (const [feed, watching] of this.watched) if (!feeds.has(feed)) this.drop(watching);
  }

  legs(): string[] {
    return this.all().flatMap((leg) => (leg.id !== null && leg.isAlive ? [leg.id] : []));
  }

  async packets(): Promise<number> {
    const counts = await Promise.all(this.all().map((leg) => leg.packets()));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async route(): Promise<Route> {
    for (const leg of this.all()) {
      const route = await leg.route();
      if (route !== "none") return route;
    }
    return "none";
  }

  /** The line is open: what both sides still hold goes on, everything else starts anew. */
  private ready(kept: ReadonlySet<string>): void {
    this.lineReady = true;
    for (const watching of [...this.watched.values()]) if (watching.id === null || !kept.has(watching.id)) this.drop(watching);
    for (const publication of this.publications.values()) {
      if (publication.id === null || !kept.has(publication.id)) void publication.begin();
    }
    for (const leg of this.all()) leg.check();
    this.trouble();
  }

  private lost(): void {
    this.lineReady = false;
    this.trouble();
  }

  private async watch(leg: string, feed: string, sdp: string): Promise<void> {
    const known = this.watched.get(feed);
    if (known?.id !== leg) {
      known?.close();
      const watching = new Watching(leg, feed, this.portal, (stream) => this.events.picture(feed, stream), () => this.trouble());
      this.watched.set(feed, watching);
    }
    const watching = this.watched.get(feed)!;
    await watching.accept(sdp);
    this.flush(watching);
  }

  private async answered(ref: string, leg: string, feed: string, sdp: string): Promise<void> {
    const publication = [...this.publications.values()].find((p) => p.expects(ref));
    if (publication === undefined) {
      this.portal.ask("HangUp", { leg });
      return;
    }
    await publication.accept(leg, feed, sdp);
    this.flush(publication);
  }

  private candidate(leg: string, candidate: Candidate | null): void {
    const known = this.find(leg);
    if (known?.isDescribed) known.add(candidate);
    else this.early.set(leg, [...(this.early.get(leg) ?? []), candidate]);
  }

  private flush(leg: Leg): void {
    if (leg.id === null) return;
    for (const candidate of this.early.get(leg.id) ?? []) leg.add(candidate);
    this.early.delete(leg.id);
  }

  private legLost(id: string): void {
    const leg = this.find(id);
    if (leg instanceof Watching) this.drop(leg);
    else if (leg instanceof Publication) leg.again();
  }

  private refused(what: string, why: string, ref: string | null): void {
    const publication = ref === null ? undefined : [...this.publications.values()].find((p) => p.expects(ref));
    if (publication === undefined) return;
    if (why === "SdpRefused") this.events.trouble("refused");
    if (what === "Restart") publication.again();
    else publication.later();
  }

  private drop(watching: Watching): void {
    watching.close();
    if (this.watched.get(watching.feed) === watching) {
      this.watched.delete(watching.feed);
      this.events.picture(watching.feed, null);
      this.trouble();
    }
  }

  private trouble(): void {
    const troubles = this.all().map((leg) => leg.trouble);
    this.events.trouble(!this.lineReady || troubles.includes("engine") ? "engine" : troubles.includes("udp") ? "udp" : null);
  }

  private find(id: string): Leg | undefined {
    return this.all().find((leg) => leg.id === id);
  }

  private all(): Leg[] {
    return [...this.publications.values(), ...this.watched.values()];
  }
}
