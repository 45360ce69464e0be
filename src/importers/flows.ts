/** A flow as the file gives it. */
export interface Flow {
  /** heading in the revision of the file */
  readonly code: string;
  readonly hs6: string;
  readonly year: number;
  readonly exporterLabel: string;
  readonly importerLabel: string;
  readonly exporter: string;
  readonly importer: string;
  readonly valueThousandUsd: number;
  readonly tonnes: number | null;
  readonly material: string;
}

/** Where a flow was given first. */
export interface FirstGiven {
  readonly n: number;
  readonly file: number;
  readonly valueThousandUsd: number;
  readonly tonnes: number | null;
}

type Added =
  | { readonly kind: "new" }
  /** two flows of the file are one under today's headings and countries */
  | { readonly kind: "added-up" }
  | { readonly kind: "other-material" }
  | { readonly kind: "repeat" }
  /** given with other figures before; `firstToo` says that the first is contradicted for the first time */
  | { readonly kind: "contradiction"; readonly first: FirstGiven; readonly firstToo: boolean };

/**
 * Adds flows up under today's headings and countries, and tells a flow given twice. Where two contradict each other
 * neither is taken, nor is the sum that one of them is a part of.
 */
export class Flows {
  readonly #rows: Record<string, string | number | null>[] = [];
  readonly years = new Set<number>();
  readonly #countries = new Map<string, number>();
  readonly #materials = new Map<string, number>();
  readonly #given = new Map<string, Map<number, number>>();
  readonly #target = new Map<string, Map<number, number>>();
  /** by row, the first flow that went into it */
  readonly #rowGiven: number[] = [];
  /** flows beyond the first that went into a row, by row */
  readonly #added = new Map<number, number>();
  /** contradicted flows, by the row they went into */
  readonly #contradicted = new Map<number, Set<number>>();
  // the flows as given, column by column: objects would take three times the memory
  readonly #n: number[] = [];
  readonly #file: number[] = [];
  readonly #value: number[] = [];
  readonly #tonnes: number[] = [];
  readonly #material: number[] = [];

  add(flow: Flow, source: string, n: number, file: number): Added {
    const { hs6, year, exporter, importer, valueThousandUsd: value, tonnes } = flow;
    const weight = tonnes ?? Number.NaN;
    const material = numberOf(this.#materials, flow.material);
    const given = within(this.#given, flow.code);
    const key = this.#key(flow.exporterLabel, flow.importerLabel, year);
    const first = given.get(key);
    const targets = within(this.#target, hs6);
    const target = this.#key(exporter, importer, year);
    const at = targets.get(target);
    if (first !== undefined) {
      const same = this.#value[first] === value && Object.is(this.#tonnes[first], weight);
      if (same && this.#material[first] !== material) return { kind: "other-material" };
      return same ? { kind: "repeat" } : this.#contradict(first, at!);
    }
    const before = at === undefined ? undefined : this.#rowGiven[at]!;
    // spelt otherwise in another file it is the same flow again, not a second part of it
    if (before !== undefined && this.#file[before] !== file) {
      const same = this.#value[before] === value && Object.is(this.#tonnes[before], weight);
      return same ? { kind: "repeat" } : this.#contradict(before, at!);
    }
    given.set(key, this.#n.length);
    this.#n.push(n);
    this.#file.push(file);
    this.#value.push(value);
    this.#tonnes.push(weight);
    this.#material.push(material);
    this.years.add(year);
    if (at === undefined) {
      targets.set(target, this.#rows.length);
      this.#rowGiven.push(this.#n.length - 1);
      this.#rows.push({ hs6, year, exporter, importer, valueThousandUsd: value, tonnes, source });
      return { kind: "new" };
    }
    this.#added.set(at, (this.#added.get(at) ?? 0) + 1);
    const row = this.#rows[at]!;
    row.valueThousandUsd = rounded((row.valueThousandUsd as number) + value);
    // a sum of which one part is unknown is unknown
    row.tonnes = row.tonnes === null || tonnes === null ? null : rounded((row.tonnes as number) + tonnes);
    return { kind: "added-up" };
  }

  /** Flows that nothing contradicts, under today's names. */
  rows(): readonly Record<string, string | number | null>[] {
    return this.#contradicted.size === 0 ? this.#rows : this.#rows.filter((_, at) => !this.#contradicted.has(at));
  }

  /** Flows left out because another part of their sum is contradicted. */
  partsLost(): number {
    return [...this.#contradicted].reduce((sum, [at, flows]) => sum + 1 + (this.#added.get(at) ?? 0) - flows.size, 0);
  }

  #contradict(first: number, at: number): Added {
    const flows = this.#contradicted.get(at) ?? new Set<number>();
    this.#contradicted.set(at, flows);
    const firstToo = !flows.has(first);
    flows.add(first);
    const tonnes = this.#tonnes[first]!;
    const figures = { valueThousandUsd: this.#value[first]!, tonnes: Number.isNaN(tonnes) ? null : tonnes };
    return { kind: "contradiction", first: { n: this.#n[first]!, file: this.#file[first]!, ...figures }, firstToo };
  }

  /** Countries and year in 28 bits, which a map holds without boxing them; there are under 800 spellings of countries. */
  #key(exporter: string, importer: string, year: number): number {
    return (numberOf(this.#countries, exporter) * 1024 + numberOf(this.#countries, importer)) * 256 + (year - 1900);
  }
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}

function within(maps: Map<string, Map<number, number>>, code: string): Map<number, number> {
  const known = maps.get(code);
  if (known) return known;
  const made = new Map<number, number>();
  maps.set(code, made);
  return made;
}

/** Sums of figures with three decimals have no more than three. */
const rounded = (value: number) => Math.round(value * 1000) / 1000;
