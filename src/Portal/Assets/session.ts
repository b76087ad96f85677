// A session is the browser's, so its end is every tab's: the room open in another one must not go on sending for who signed out.
const channel = "session";

export function tellSignOut(form: HTMLFormElement): void {
  form.addEventListener("submit", () => new BroadcastChannel(channel).postMessage("ended"));
}

export function onSignedOut(act: () => void): void {
  new BroadcastChannel(channel).addEventListener("message", act);
}
