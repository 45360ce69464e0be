import type { ModelDraft } from "../chain/draft.ts";
import type { MonthTerms } from "./lever.ts";
import { isCommodity } from "./shipments.ts";

/** A quota counts as used up from this share of it on. */
const USED_UP_SHARE = 0.999;

interface Kept {
  readonly tonnes: number;
  /** what each quota on the route admitted, t/month */
  readonly admitted: readonly number[];
}

/**
 * What a quota that several routes share left of each of them, which no bound of the route says: the flow of the last
 * month in which such a quota was used up and nothing else held the route below its base flow.
 */
export class SharedQuotaMemory {
  readonly #draft: ModelDraft;
  readonly #kept = new Map<number, Kept>();
  #supplies: Map<number, number> | undefined;

  constructor(draft: ModelDraft) {
    this.#draft = draft;
  }

  forget(): void {
    this.#kept.clear();
  }

  /** Keeps what a route carried in a month that was cleared with these terms, if a shared quota alone held it back. */
  keep(route: number, level: Float64Array, { upperBound }: MonthTerms): void {
    const supplies = this.#suppliesOf(route);
    const isUsedUp = supplies.some((s) => level[s]! >= USED_UP_SHARE * upperBound[s]!);
    if (!isUsedUp || upperBound[route]! < this.#draft.baseLevel[route]!) return;
    this.#kept.set(route, { tonnes: level[route]!, admitted: supplies.map((s) => upperBound[s]!) });
  }

  /** t/month that the quotas leave the route; Infinity unless they admit what they admitted then. */
  leftTonnes(route: number, { upperBound }: MonthTerms): number {
    const kept = this.#kept.get(route);
    const same = kept && this.#suppliesOf(route).every((s, i) => upperBound[s] === kept.admitted[i]);
    return same ? kept.tonnes : Number.POSITIVE_INFINITY;
  }

  /** Looked up when first asked: quotas compiled later add their permits. */
  #suppliesOf(route: number): number[] {
    const { activities } = this.#draft;
    this.#supplies ??= new Map(
      this.#draft
        .find({ kinds: ["permit"] })
        .flatMap((a) => activities[a]!.entries.flatMap((e) => (e.coefficient > 0 ? [[e.market, a] as const] : []))),
    );
    return activities[route]!.entries.flatMap((e) => {
      const supply = isCommodity(this.#draft, e.market) ? undefined : this.#supplies!.get(e.market);
      return supply === undefined ? [] : [supply];
    });
  }
}
