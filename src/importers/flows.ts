import type { StatisticsRow } from "./importer.ts";

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

interface Entry {
  readonly n: number;
  readonly file: number;
  readonly value: number;
  readonly tonnes: number | null;
  readonly material: string;
}

type Added =
  | { readonly kind: "new" }
  | { readonly kind: "other-material" }
  | { readonly kind: "repeat"; readonly first: Entry; readonly same: boolean };

/** Adds flows up under today's headings and countries, and tells a flow given twice. */
export class Flows {
  readonly rows: Record<string, string | number | null>[] = [];
  readonly years = new Set<number>();
  readonly #numbers = new Map<string, number>();
  readonly #first = new Map<number, Entry>();
  readonly #target = new Map<number, number>();

  add(flow: Flow, source: string, n: number, file: number): Added {
    const { code, hs6, year, valueThousandUsd: value, tonnes, material } = flow;
    const key = this.#key(code, flow.exporterLabel, flow.importerLabel, year);
    const first = this.#first.get(key);
    if (first) {
      const same = first.value === value && first.tonnes === tonnes;
      return same && first.material !== material ? { kind: "other-material" } : { kind: "repeat", first, same };
    }
    this.#first.set(key, { n, file, value, tonnes, material });
    this.years.add(year);
    const target = this.#key(hs6, flow.exporter, flow.importer, year);
    const at = this.#target.get(target);
    const { exporter, importer } = flow;
    if (at === undefined) {
      this.#target.set(target, this.rows.length);
      this.rows.push({ hs6, year, exporter, importer, valueThousandUsd: value, tonnes, source });
      return { kind: "new" };
    }
    const row = this.rows[at]!;
    row.valueThousandUsd = rounded((row.valueThousandUsd as number) + value);
    // a sum of which one part is unknown is unknown
    row.tonnes = row.tonnes === null || tonnes === null ? null : rounded((row.tonnes as number) + tonnes);
    return { kind: "new" };
  }

  /** In the order of the tables: heading, year, exporter, importer. */
  sorted(): StatisticsRow[] {
    const text = (a: unknown, b: unknown) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0);
    return this.rows.sort(
      (a, b) =>
        text(a.hs6, b.hs6) ||
        (a.year as number) - (b.year as number) ||
        text(a.exporter, b.exporter) ||
        text(a.importer, b.importer),
    );
  }

  /** One number per heading, countries and year: half the memory of joined text. */
  #key(code: string, exporter: string, importer: string, year: number): number {
    return ((this.#number(code) * 2048 + this.#number(exporter)) * 2048 + this.#number(importer)) * 4096 + year;
  }

  #number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** Sums of figures with three decimals have no more than three. */
const rounded = (value: number) => Math.round(value * 1000) / 1000;
