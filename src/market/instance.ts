import { EngineError } from "./errors.ts";
import { kernelBytes } from "./kernels.wasm.ts";
import type { Kernels } from "./wasm.ts";

/** The little of WebAssembly's interface used here: the language's own library (ES2023) leaves it to Node and browsers. */
declare const WebAssembly:
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object) => { readonly exports: unknown };
    }
  | undefined;

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** The kernels and their memory, zero from end to end; see {@link instantiate}. */
export interface Instance {
  readonly kernels: Kernels;
  readonly memory: Memory;
  /** Gives it back for the next `instantiate`; harmless when called again. */
  release(): void;
}

const pageBytes = 65_536;
let compiled: object | undefined;
let spare: { readonly kernels: Kernels; readonly memory: Memory } | undefined;

/**
 * An instance of the kernels with so much memory: one given back earlier or else a new one.
 * Throws {@link EngineError} where the machine or the engine cannot provide it.
 */
export function instantiate(bytes: number): Instance {
  compiled ??= compile();
  const known = spare;
  spare = undefined;
  try {
    const taken = known ?? make(compiled);
    const missing = Math.ceil(bytes / pageBytes) - taken.memory.buffer.byteLength / pageBytes;
    if (missing > 0) taken.memory.grow(missing);
    if (known !== undefined) new Uint8Array(taken.memory.buffer).fill(0);
    let held = true;
    const release = () => {
      if (held) spare = taken;
      held = false;
    };
    return { ...taken, release };
  } catch (error) {
    if (error instanceof RangeError) throw new EngineError(outOfAddresses(bytes), { cause: error });
    throw error;
  }
}

function make(module: object) {
  const { memory, ...kernels } = new WebAssembly!.Instance(module).exports as Kernels & { readonly memory: Memory };
  return { memory, kernels };
}

function compile(): object {
  const engines = "Node 20.19, Chrome 91, Firefox 89, Safari 16.4 or later";
  if (typeof WebAssembly === "undefined")
    throw new EngineError(
      `the market solver needs WebAssembly, which this JavaScript engine lacks or has switched off (node --jitless does): use ${engines} without that`,
    );
  // memory is little-endian whatever the machine is; typed arrays over it are the machine's
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1)
    throw new EngineError("the market solver needs a little-endian machine, such as x86-64 or ARM64");
  try {
    return new WebAssembly.Module(bytesOf(kernelBytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineError(
      `the market solver needs WebAssembly with SIMD (${engines}, on x86 a processor with SSE4.1; in a page a Content-Security-Policy with 'wasm-unsafe-eval'), which was refused here: ${reason}`,
      { cause: error },
    );
  }
}

function outOfAddresses(bytes: number): string {
  const megabytes = Math.ceil(bytes / 1e6);
  return `no room for the market solver: it uses ${megabytes} MB, but for its memory the engine sets aside about 10 GB of address space per thread, which a limit on this process (RLIMIT_AS) may not leave; raise it (ulimit -v unlimited), use fewer workers, or set NODE_OPTIONS=--disable-wasm-trap-handler (1 GB per thread, somewhat slower)`;
}

function bytesOf(hexadecimal: string): Uint8Array {
  return Uint8Array.from(hexadecimal.match(/[0-9a-f]{2}/g)!, (digits) => Number.parseInt(digits, 16));
}
