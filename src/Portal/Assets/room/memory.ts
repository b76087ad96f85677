interface Kept {
  participation: string | null;
  inside: boolean;
  camera: boolean;
}

/** What a reload of this tab must know to come back by itself. */
export class Memory {
  private readonly key: string;
  private kept: Kept = { participation: null, inside: false, camera: false };

  constructor(conference: number) {
    this.key = `room-${conference}`;
    try {
      this.kept = { ...this.kept, ...(JSON.parse(sessionStorage.getItem(this.key) ?? "{}") as Partial<Kept>) };
    } catch {
      // Storage is closed to us: a reload asks to enter again.
    }
  }

  get participation(): string | null {
    return this.kept.participation;
  }

  get inside(): boolean {
    return this.kept.inside;
  }

  get camera(): boolean {
    return this.kept.camera;
  }

  set(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    try {
      sessionStorage.setItem(this.key, JSON.stringify(this.kept));
    } catch {
      // As above.
    }
  }
}
