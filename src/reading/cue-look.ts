import type { KindFound } from "./kind.ts";
import type { Cue, Scan } from "./scan.ts";
import { distance } from "./span.ts";

/** Two cues belong together when no more lies between them; a Japanese character says more than a Latin one. */
export const NEAR = { de: 90, en: 90, ja: 40 } as const;
const CAME_BEFORE =
  /\b(?:following|after|despite|since|amid|because of)\s+(?:[\w-]+\s+){0,4}$|(?<!\p{L})(?:nach|trotz|seit|wegen|infolge)\s+(?:[\p{L}-]+\s+){0,3}$/iu;

/** The cues of a statement, and how they lie to each other. */
export class CueLook {
  readonly scan: Scan;
  readonly #near: number;

  constructor(scan: Scan) {
    this.scan = scan;
    this.#near = NEAR[scan.language];
  }

  all(...cues: readonly string[]): Cue[] {
    return this.scan.cues.filter((c) => cues.includes(c.cue));
  }

  /** Those that are what the statement is about, not what came before it: not "after the ban". */
  foreground(...cues: readonly string[]): Cue[] {
    const { text, start } = this.scan;
    return this.all(...cues).filter((c) => {
      const from = Math.max(0, c.start - start - 36);
      const before = CAME_BEFORE.exec(text.slice(from, c.start - start));
      // "nach Japan untersagt" says whither, "nach dem Verbot" when
      const at = before === null ? 0 : start + from + before.index;
      return (
        before === null || this.scan.countries.some((o) => o.link === "target" && o.start >= at && o.end <= c.start)
      );
    });
  }

  has(...cues: readonly string[]): boolean {
    return this.scan.cues.some((c) => cues.includes(c.cue));
  }

  /** The nearest two, one of each list, that are near enough; they are never the same words. */
  pair(first: readonly string[], second: readonly string[], most = this.#near): readonly [Cue, Cue] | null {
    let best: readonly [Cue, Cue] | null = null;
    for (const a of this.all(...first))
      for (const b of this.all(...second)) {
        if (a.start === b.start || distance(a, b) > most) continue;
        if (best === null || distance(a, b) < distance(best[0], best[1])) best = [a, b];
      }
    return best;
  }

  get hasMaterial(): boolean {
    return this.scan.materials.length > 0;
  }

  /** A material, or "the metals", "these elements": enough for context. */
  get speaksOfMinerals(): boolean {
    return this.hasMaterial || this.has("minerals");
  }

  /** A material or a stage of its own: enough to know that a plant or a contract is about minerals. */
  get isAboutMinerals(): boolean {
    return (
      this.hasMaterial ||
      this.scan.stages.some((s) => !this.scan.cues.some((c) => c.cue === "plant" && c.start === s.start))
    );
  }

  get partyCount(): number {
    const named = new Set(this.scan.countries.flatMap((c) => c.countries)).size;
    return this.has("both") ? Math.max(2, named) : named;
  }
}

export type Rule = (look: CueLook) => KindFound | null;
