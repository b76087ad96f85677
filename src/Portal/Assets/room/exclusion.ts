import { onSignedOut } from "../session";
import { at, show } from "./dom";
import type { Lobby } from "./lobby";
import type { Portal, Shut } from "./portal";
import { t } from "./texts";

/** Whoever may not be inside, or not any more, stands before the room again and is told why. */
export class Exclusion {
  constructor(
    private readonly portal: Portal,
    private readonly lobby: Lobby,
    private readonly stopAll: () => void,
  ) {
    portal.onShut = (why) => this.shut(why);
    portal.on("SentOut", ({ why }) => this.sentOut(why));
    onSignedOut(() => this.sentOut("SignedOut"));
  }

  refuse(why: string): void {
    this.outside(() => this.lobby.refuse(t(`Refused_${why}`)));
  }

  /** Was inside and may not be any more. One whose doors only closed waits before them again. */
  private sentOut(why: string): void {
    if (why === "NotFound" || why === "SignedOut" || why === "NotRegistered") this.shut(why);
    else this.refuse(why);
  }

  private shut(why: Shut): void {
    this.portal.stop();
    this.outside(() => this.lobby.shut(t(`Shut_${why}`)));
  }

  /** A room that is over says so itself. */
  private outside(tell: () => void): void {
    this.stopAll();
    if (!at("over").hidden) return;
    show(at("inside"), false);
    this.lobby.open();
    tell();
  }
}
