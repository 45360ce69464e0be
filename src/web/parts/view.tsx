import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Downloads, type Offered } from "./downloads.tsx";
import { Share } from "./share.tsx";

interface ScreenProps {
  readonly title: string;
  /** one sentence: what is found */
  readonly finding: ComponentChildren;
  readonly busy?: boolean;
  readonly children?: ComponentChildren;
}

/** The frame of a screen: its heading and the finding, then its views. */
export function ScreenFrame({ title, finding, busy = false, children }: ScreenProps) {
  return (
    <div class="screen" aria-busy={busy}>
      <div class="screen-head">
        <h1>{title}</h1>
        <Share />
      </div>
      <p class="finding">{finding}</p>
      {children}
    </div>
  );
}

interface ViewProps {
  readonly title: string;
  /** how to read it */
  readonly lead?: ComponentChildren;
  readonly name?: string;
  readonly offered?: Offered;
  readonly children: ComponentChildren;
}

/** A part of a screen with a heading, and with downloads where there is something to have. */
export function View({ title, lead, name, offered, children }: ViewProps) {
  const id = useId();
  return (
    <section class="view" aria-labelledby={id}>
      <div class="view-head">
        <h2 id={id}>{title}</h2>
        {name !== undefined && offered && <Downloads name={name} title={title} offered={offered} />}
      </div>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </section>
  );
}
