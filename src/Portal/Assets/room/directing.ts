import type { BarAction } from "./bar";
import { at } from "./dom";
import type { Portal } from "./portal";
import { t } from "./texts";

/** Minutes that one press puts the end off. */
const MORE = 15;

/** The trainer's hand on the session: start, extend, end. */
export class Directing {
  constructor(
    private readonly portal: Portal,
    private readonly complain: (text: string) => void,
  ) {
    portal.on("Refused", ({ what, why }) => this.refused(what, why));
  }

  act(action: BarAction): void {
    if (action === "start") this.portal.ask("GoLive");
    else if (action === "extend") this.extend();
    else if (action === "end") this.confirmEnd();
  }

  private extend(): void {
    this.portal.ask("Extend", { minutes: MORE });
  }

  private confirmEnd(): void {
    const dialog = at<HTMLDialogElement>("end-dialog");
    dialog.onclose = () => {
      if (dialog.returnValue === "end") this.portal.ask("End");
      if (dialog.returnValue === "extend") this.extend();
    };
    dialog.returnValue = "";
    dialog.showModal();
  }

  private refused(what: string, why: string): void {
    if (what !== "GoLive" && what !== "End" && what !== "Extend") return;
    this.complain(t(why === "TooEarly" ? "RefusedTooEarly" : why === "Over" ? "Refused_Ended" : "RefusedEngine"));
  }
}
