// Keeps a silent picture on the main element's clock: small drift by speed, large drift by a jump.
const tolerated = 0.03;
const jump = 0.4;
const strongestNudge = 0.15;

export function follow(main: HTMLVideoElement, other: HTMLVideoElement): void {
  if (other.readyState < HTMLMediaElement.HAVE_METADATA || other.seeking) return;
  const drift = other.currentTime - main.currentTime;
  if (Math.abs(drift) > (main.paused ? tolerated : jump)) {
    // Seeking takes a moment during which the main picture goes on.
    other.currentTime = main.paused ? main.currentTime : main.currentTime + 0.1 * main.playbackRate;
    other.playbackRate = main.playbackRate;
  } else {
    other.playbackRate = main.playbackRate * (1 - nudge(drift));
  }

  if (main.paused || stalled(main)) other.pause();
  else if (other.paused) void other.play().catch(() => undefined);
}

function nudge(drift: number): number {
  return Math.abs(drift) < tolerated ? 0 : Math.max(-strongestNudge, Math.min(strongestNudge, drift));
}

function stalled(main: HTMLVideoElement): boolean {
  return main.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
}
