import { useEffect, useState } from "preact/hooks";
import { unpack } from "../../address/packed.ts";
import { address } from "../../state.ts";
import { type OwnYaml, ownName } from "./question.ts";

interface Unpacked {
  readonly packed: string | undefined;
  readonly yaml: string | null;
  readonly why: string | null;
}

const none: Unpacked = { packed: undefined, yaml: null, why: null };

/** The text of one's own in the address; `ready` is false while it is unpacked, `why` says that it cannot be read. */
export function useOwnYaml(): { readonly own: OwnYaml | null; readonly ready: boolean; readonly why: string | null } {
  const { yaml: packed, scenario } = address.value;
  const [state, setState] = useState<Unpacked>(none);

  useEffect(() => {
    let left = false;
    if (packed === undefined) setState(none);
    else
      unpack(packed).then(
        (yaml) => left || setState({ packed, yaml, why: null }),
        (error: unknown) =>
          left || setState({ packed, yaml: null, why: error instanceof Error ? error.message : String(error) }),
      );
    return () => {
      left = true;
    };
  }, [packed]);

  const ready = state.packed === packed;
  const own = ready && state.yaml !== null ? { name: ownName(scenario), yaml: state.yaml } : null;
  return { own, ready, why: ready ? state.why : null };
}
