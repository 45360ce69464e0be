import { philox4x32 } from "./philox.ts";

/** A source of uniform numbers for one input: the draw's number in, a number strictly between 0 and 1 out. */
export type Stream = (draw: number) => number;

/**
 * The random stream of an input, a pure function of (seed, draw, name): any order, any machine, the same number. Two
 * scenarios that share a seed and an input's name share its draws (common random numbers).
 * @param seed whole number, 0 .. 2³²−1
 */
export function streamOf(seed: number, name: string): Stream {
  const [low, high] = hash64(name);
  return (draw) => {
    const words = philox4x32([draw >>> 0, Math.floor(draw / WORD) >>> 0, high, 0], [seed >>> 0, low]);
    return uniform53(words[0], words[1]);
  };
}

const WORD = 2 ** 32;

/** (k + ½) / 2⁵² of the upper 52 bits: symmetric, never 0 and never 1. */
export function uniform53(first: number, second: number): number {
  return (first * 0x100000 + (second >>> 12) + 0.5) / 0x10000000000000;
}

/** FNV-1a of a text's UTF-16 code units, 64 bits, low word first. */
export function hash64(text: string): [number, number] {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  return [Number(hash & 0xffffffffn), Number(hash >> 32n)];
}
