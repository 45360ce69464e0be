import { useEffect, useId, useRef, useState } from "preact/hooks";
import { csvText } from "../downloads/csv.ts";
import { jsonText } from "../downloads/json.ts";
import { pngBlob } from "../downloads/png.ts";
import { type DownloadKind, save } from "../downloads/save.ts";
import { sizeOf, svgText } from "../downloads/svg.ts";
import { announce, words } from "../state.ts";

/** What a view offers; functions, since nothing is made before it is asked for. */
export interface Offered {
  /** the chart; offers SVG and PNG */
  readonly chart?: () => SVGSVGElement | null | undefined;
  readonly csv?: () => {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  };
  readonly json?: () => unknown;
  readonly yaml?: () => string | Promise<string>;
}

interface Props {
  /** without ending: `fileName("chain", …)` */
  readonly name: string;
  /** of the picture */
  readonly title: string;
  readonly offered: Offered;
}

/** A button that opens the list of files a view can be had as. */
export function Downloads({ name, title, offered }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { downloads } = words.value.parts;
  const kinds: DownloadKind[] = [
    ...(offered.chart ? (["svg", "png"] as const) : []),
    ...(["csv", "json", "yaml"] as const).filter((kind) => offered[kind] !== undefined),
  ];

  useEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener("pointerdown", away);
    addEventListener("focusin", away);
    return () => {
      removeEventListener("pointerdown", away);
      removeEventListener("focusin", away);
    };
  }, [open]);

  const download = async (kind: DownloadKind) => {
    setOpen(false);
    try {
      save(await contentOf(kind, offered, title), name, kind);
      announce(downloads.done({ file: `${name}.${kind}` }));
    } catch (error) {
      announce(downloads.failed({ why: error instanceof Error ? error.message : String(error) }));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    place.current?.querySelector("button")?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears Escape of the buttons within
    <div ref={place} class="downloads" onKeyDown={onKeyDown}>
      <button type="button" class="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {downloads.menu}
      </button>
      <ul id={id} hidden={!open}>
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" class="menu-item" data-kind={kind} onClick={() => void download(kind)}>
              {downloads[kind]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

async function contentOf(kind: DownloadKind, offered: Offered, title: string): Promise<string | Blob> {
  switch (kind) {
    case "csv": {
      const table = offered.csv?.();
      return csvText(table?.columns ?? [], table?.rows ?? []);
    }
    case "json":
      return jsonText(offered.json?.());
    case "yaml":
      return (await offered.yaml?.()) ?? "";
    case "svg":
    case "png": {
      const chart = offered.chart?.();
      if (!chart) throw new Error("no chart");
      const svg = svgText(chart, title);
      return kind === "svg" ? svg : pngBlob(svg, sizeOf(chart));
    }
  }
}
