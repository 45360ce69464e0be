// assembly/ → src/market/kernels.wasm.ts: compiles the WebAssembly kernels and writes their bytes as source text.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMain, main, root, say } from "./process.mjs";

const source = "assembly/index.ts";
const target = "src/market/kernels.wasm.ts";
const bytesPerLine = 56;
/** 1 GiB in pages of 64 kB: an engine without guard pages around memories sets aside so much address space for each. */
const maximumPages = 16_384;

/** The text of src/market/kernels.wasm.ts as assembly/ compiles now. Throws what the compiler has to say. */
export async function kernelText() {
  const { main: compile } = await import("assemblyscript/asc");
  let binary;
  const options = [
    "--enable",
    "simd",
    "--maximumMemory",
    String(maximumPages),
    "-O3",
    "--converge",
    "--noAssert",
    "--runtime",
    "stub",
    "--outFile",
    "kernels.wasm",
  ];
  const { error, stderr } = await compile([source, "--baseDir", root, ...options], {
    writeFile: (name, contents) => {
      if (name === "kernels.wasm") binary = contents;
    },
  });
  if (error !== null || binary === undefined) throw new Error(`${source} does not compile:\n${stderr}`);
  const lines = [];
  for (let i = 0; i < binary.length; i += bytesPerLine)
    lines.push(`  ${Buffer.from(binary.subarray(i, i + bytesPerLine)).toString("hex")}`);
  return `// Compiled from assembly/ by \`npm run wasm\`; a test finds out when the two disagree.

/** The WebAssembly module of the kernels, ${binary.length} bytes in hexadecimal. */
export const kernelBytes = \`
${lines.join("\n")}
\`;
`;
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const text = await kernelText();
    writeFileSync(join(root, target), text);
    say(`${target}: ${/, (\d+) bytes/.exec(text)[1]} bytes of WebAssembly`);
    return 0;
  });
}
