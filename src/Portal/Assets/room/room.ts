import { Bar, type BarAction } from "./bar";
import { lack } from "./capabilities";
import { Chat } from "./chat";
import { at, show, write } from "./dom";
import type { Engine, EngineEvents, Trouble } from "./engine";
import { JanusEngine } from "./janus";
import { Lobby } from "./lobby";
import { Memory } from "./memory";
import { Portal } from "./portal";
import { Presence } from "./presence";
import { Senders } from "./senders";
import { StageView } from "./stage-view";
import { counted, readData, t } from "./texts";
import type { Entered, Refused, RoomState } from "./wire";
import { unique } from "./unique";

const engines: Record<string, (portal: Portal, events: EngineEvents) => Engine> = {
  janus: (portal, events) => new JanusEngine(portal, events),
};

/** The room's page: puts the parts together and says what state the room is in. */
class Room {
  private readonly data = readData();
  private readonly page = unique();
  private readonly memory = new Memory(this.data.conference);
  private readonly portal = new Portal(`${this.data.hub}?conference=${this.data.conference}`);
  private readonly stage = new StageView(() => this.memberId);
  private readonly bar = new Bar((action) => this.act(action));
  private readonly engine: Engine;
  private readonly senders: Senders;
  private readonly presence: Presence;
  private readonly chat: Chat;
  private readonly lobby: Lobby;
  private memberId: number | null = null;
  private state: RoomState | null = null;
  private wantsIn = this.memory.inside;
  private trouble: Trouble | null = null;
  private unanswered: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.engine = engines[this.data.engine]!(this.portal, {
      picture: (feed, stream) => this.stage.setStream(feed, stream),
      published: (kind, feed) => this.senders.published(kind, feed),
      trouble: (reason) => this.setTrouble(reason),
    });
    this.senders = new Senders(this.engine, this.stage, this.bar, (text) => this.complain(text));
    this.presence = new Presence(this.portal, this.engine, this.data.beatSeconds, () => this.stage.isPlaying);
    this.chat = new Chat(this.portal, this.data.longestLine, () => this.memberId, (instant) => this.hour(instant));
    this.lobby = new Lobby((instant) => this.hour(instant), () => this.enter(), lack(this.data.trainer));
    this.stage.onSilenced = () => show(at("unmute"), true);
    at("unmute").addEventListener("click", () => {
      show(at("unmute"), false);
      this.stage.play();
    });
    this.listen();
    void this.portal.start();
    setInterval(() => {
      void this.showRoute();
      this.bar.look();
      this.lobby.look();
    }, 2000);
  }

  private listen(): void {
    this.portal.onUp = () => {
      this.lobby.setDown(false);
      this.sayConnection();
      if (this.wantsIn) this.ask();
    };
    this.portal.onDown = () => {
      this.lobby.setDown(true);
      this.sayConnection();
    };
    this.portal.onShut = () => {
      this.wantsIn = false;
      this.outside("NotFound");
    };
    this.portal.on("Entered", (entered) => this.entered(entered));
    this.portal.on("StateChanged", (state) => this.setState(state));
    this.portal.on("StageChanged", ({ feeds }) => this.setStage(feeds));
    this.portal.on("PresenceCount", ({ count }) => write(at("count"), counted("Present", count, this.data.language)));
    this.portal.on("Refused", (refused) => this.refused(refused));
    this.portal.on("Replaced", () => {
      this.memory.set({ participation: null });
      this.ask();
    });
  }

  /** The gesture that lets the browser play sound. */
  private enter(): void {
    this.wantsIn = true;
    this.lobby.busy();
    this.ask();
  }

  /** Entering may be asked any number of times: it is asked again until it is answered. */
  private ask(): void {
    clearTimeout(this.unanswered);
    this.unanswered = setTimeout(() => this.wantsIn && this.ask(), 5000);
    this.portal.ask("Enter", { page: this.page, participation: this.memory.participation, legs: this.engine.legs(), afterLine: this.chat.after });
  }

  private entered(entered: Entered): void {
    clearTimeout(this.unanswered);
    const first = at("inside").hidden;
    this.memberId = entered.memberId;
    this.memory.set({ participation: entered.participation, inside: true });
    this.setState(entered.state);
    this.setStage(entered.stage.feeds);
    write(at("count"), counted("Present", entered.presence.count, this.data.language));
    this.chat.resend();
    if (!first) return;
    this.lobby.close();
    show(at("inside"), true);
    this.presence.start();
    at("room-title").focus();
    if (!entered.mayPublish) return;
    if (this.lobby.stream !== null) this.senders.send("camera", this.lobby.stream);
    else if (this.memory.camera) void this.senders.open();
  }

  private setStage(feeds: Entered["stage"]["feeds"]): void {
    this.stage.setFeeds(feeds);
    this.engine.keep(new Set(feeds.map((feed) => feed.feed)));
  }

  private setState(state: RoomState): void {
    const before = this.state;
    this.state = state;
    this.lobby.setState(state);
    this.bar.setState(state);
    show(at("badge-live"), state.state === "live");
    show(at("badge-waiting"), state.state === "doorsOpen");
    show(at("badge-recording"), state.recording);
    write(at("closes"), state.state === "live" ? t("ClosesAt", this.hour(state.closesAt)) : "");
    write(at("stage-empty-text"), t(state.state === "live" ? "StageEmptyLive" : "StageEmpty"));
    if (before !== null && before.state !== state.state) this.announce(t(`Now_${state.state}`));
    else if (before !== null && before.recording !== state.recording && state.recording) this.announce(t("NowRecording"));
    if (state.state === "ended" || state.state === "cancelled") this.over();
  }

  private over(): void {
    this.wantsIn = false;
    clearTimeout(this.unanswered);
    this.memory.set({ inside: false, participation: null });
    this.presence.stop();
    this.senders.stop();
    this.setStage([]);
    show(at("over"), true);
    show(at("bar"), false);
    show(at("chat-form"), false);
  }

  private act(action: BarAction): void {
    switch (action) {
      case "microphone":
        void this.senders.toggle("audio").then(() => this.memory.set({ camera: this.senders.hasCamera }));
        break;
      case "camera":
        void this.senders.toggle("video").then(() => this.memory.set({ camera: this.senders.hasCamera }));
        break;
      case "screen":
        void this.senders.toggleScreen();
        break;
      case "start":
        this.portal.ask("GoLive");
        break;
      case "end":
        this.confirmEnd();
        break;
      case "extend":
        this.portal.ask("Extend", { minutes: 15 });
        break;
      case "full":
        void (document.fullscreenElement === null ? at("room-stage").requestFullscreen() : document.exitFullscreen());
        break;
      case "leave":
        this.leave();
        break;
    }
  }

  private confirmEnd(): void {
    const dialog = at<HTMLDialogElement>("end-dialog");
    dialog.onclose = () => {
      if (dialog.returnValue === "end") this.portal.ask("End");
      if (dialog.returnValue === "extend") this.portal.ask("Extend", { minutes: 15 });
    };
    dialog.returnValue = "";
    dialog.showModal();
  }

  private leave(): void {
    this.portal.ask("Leave");
    this.senders.stop();
    this.memory.set({ inside: false, participation: null, camera: false });
    location.assign(at<HTMLAnchorElement>("conference-link").href);
  }

  private refused({ what, why }: Refused): void {
    switch (what) {
      case "Enter":
        if (why === "Failed" || why === "TooFast") {
          setTimeout(() => this.wantsIn && this.ask(), 2000);
          break;
        }
        this.wantsIn = false;
        clearTimeout(this.unanswered);
        this.memory.set({ inside: false, participation: null });
        this.outside(why);
        break;
      case "GoLive":
      case "End":
      case "Extend":
        this.complain(t(why === "TooEarly" ? "RefusedTooEarly" : why === "Over" ? "Refused_Ended" : "RefusedEngine"));
        break;
      case "Publish":
        if (why === "NotFound") this.complain(t("RefusedPublish"));
        break;
    }
  }

  /** Before the room again, told why; a room that is over says so itself. */
  private outside(why: string): void {
    if (!at("over").hidden) return;
    this.senders.stop();
    this.presence.stop();
    show(at("inside"), false);
    this.lobby.open();
    this.lobby.refuse(why);
  }

  private setTrouble(reason: Trouble | null): void {
    this.trouble = reason;
    this.sayConnection();
  }

  private sayConnection(): void {
    const said = !this.portal.isUp ? t("Reconnecting") : this.trouble === null ? "" : t(`Trouble_${this.trouble}`);
    write(at("connection"), said);
    show(at("connection"), said !== "");
  }

  private async showRoute(): Promise<void> {
    write(at("route"), t(`Route_${await this.engine.route()}`));
  }

  private complain(text: string): void {
    const problem = at("room-problem");
    write(at("room-problem-text"), text);
    show(problem, true);
    at("room-problem-close").onclick = () => show(problem, false);
  }

  private announce(text: string): void {
    write(at("announcer"), text);
  }

  /** « 10 h », « 11 h 30 », in the reader's zone. */
  private hour(instant: string): string {
    const parts = new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit", timeZone: this.data.zone }).formatToParts(new Date(instant));
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
    const hour = String(Number(of("hour")));
    if (this.data.language !== "fr") return `${hour}:${of("minute")}`;
    return of("minute") === "00" ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${of("minute")}`;
  }
}

new Room();
