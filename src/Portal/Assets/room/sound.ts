import { at, show } from "./dom";
import type { StageView } from "./stage-view";

/** A browser that plays no sound by itself does after one press: the button for it appears only then. */
export function offerSound(stage: StageView): void {
  stage.onSilenced = () => show(at("unmute"), true);
  at("unmute").addEventListener("click", () => {
    show(at("unmute"), false);
    stage.play();
  });
}
