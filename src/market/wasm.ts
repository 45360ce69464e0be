import { instantiate } from "./instance.ts";

/** What assembly/ exports. Numbers but for counts and shares are addresses of arrays: their `byteOffset`. */
export interface Kernels {
  assemble(
    count: number,
    counted: number,
    weight: number,
    pairStart: number,
    pairTarget: number,
    pairProduct: number,
    values: number,
    valuesEnd: number,
  ): void;
  factorise(
    panels: number,
    rowStart: number,
    updateStart: number,
    update: number,
    target: number,
    values: number,
    diagonal: number,
    inverse: number,
    raisedShare: number,
  ): number;
  solve(panels: number, rowStart: number, row: number, values: number, inverse: number, b: number): void;
  /** tells `respond`, `project` and the slopes where their arrays are */
  bind(
    columnStart: number,
    columnMarket: number,
    coefficient: number,
    referenceLevel: number,
    lowerBound: number,
    upperBound: number,
    marginalCost: number,
    inverseSlope: number,
    prices: number,
    wanted: number,
    level: number,
    balance: number,
    free: number,
    direction: number,
    startLevel: number,
    startWanted: number,
    gain: number,
    pace: number,
    kinks: number,
  ): void;
  respond(markets: number, singles: number, pairs: number, activities: number): number;
  project(singles: number, pairs: number, activities: number): void;
  slopeBeyond(activities: number, slopeAtZero: number, low: number, t: number): number;
  slopeBetween(t: number): number;
  bendThere(): number;
}

/** Arrays begin at cache lines. */
const lineBytes = 64;

/** Lengths of arrays by name, and arrays to be copied. */
export interface Needs<Float64Name extends string, Int32Name extends string> {
  readonly float64: Readonly<Record<Float64Name, number>>;
  readonly int32: Readonly<Record<Int32Name, number | Int32Array>>;
}

/** An instance of the kernels and the arrays that they work on; see {@link roomFor}. */
export interface Room<Float64Name extends string, Int32Name extends string> {
  readonly kernels: Kernels;
  readonly float64: Readonly<Record<Float64Name, Float64Array>>;
  readonly int32: Readonly<Record<Int32Name, Int32Array>>;
  /** Gives the memory back for a later room of this thread; its arrays are not to be touched after that. */
  release(): void;
}

/**
 * An instance of the kernels whose memory holds arrays of zeros of these lengths, or copies of those given. It never
 * grows while it is held, so the arrays stay good. An engine reserves some 10 GB of addresses for every memory, whatever
 * its size: whoever needs a room for a moment releases it. Throws {@link EngineError}.
 */
export function roomFor<Float64Name extends string, Int32Name extends string>({
  float64,
  int32,
}: Needs<Float64Name, Int32Name>): Room<Float64Name, Int32Name> {
  let bytes = 0;
  const place = (size: number) => {
    const at = bytes;
    bytes += lineBytes * Math.ceil(size / lineBytes);
    return at;
  };
  const lengthOf = (of: number | Int32Array) => (typeof of === "number" ? of : of.length);
  const names = { float64: Object.keys(float64) as Float64Name[], int32: Object.keys(int32) as Int32Name[] };
  const float64At = names.float64.map((name) => place(8 * float64[name]));
  const int32At = names.int32.map((name) => place(4 * lengthOf(int32[name])));

  const instance = instantiate(bytes);
  const { memory, kernels } = instance;
  const room = {
    kernels,
    float64: {} as Record<Float64Name, Float64Array>,
    int32: {} as Record<Int32Name, Int32Array>,
    release: instance.release,
  };
  names.float64.forEach((name, i) => {
    room.float64[name] = new Float64Array(memory.buffer, float64At[i]!, float64[name]);
  });
  names.int32.forEach((name, i) => {
    const given = int32[name];
    room.int32[name] = new Int32Array(memory.buffer, int32At[i]!, lengthOf(given));
    if (typeof given !== "number") room.int32[name].set(given);
  });
  return room;
}
