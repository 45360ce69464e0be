import { fileName } from "../../downloads/save.ts";
import type { SourcesAnswer } from "../../engine/asks/figures.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { View } from "../../parts/view.tsx";
import { address, change, format, hrefOf, names, words } from "../../state.ts";
import { activityParts } from "./activity-name.ts";
import { joined } from "./figure-name.ts";
import { knownNames } from "./known.ts";
import { PartsOfName } from "./parts-of-name.tsx";
import { withSources } from "./with-sources.ts";

type Sources = SourcesAnswer["sources"];

/** Text of the dataset: translated where somebody did, else as it is and English. */
export function Text({ of }: { readonly of: string }) {
  const { text, lang } = names.value.title(of);
  // the name of a licence, such as CC BY 4.0, is English in every language
  return lang === address.value.lang && (lang === "en" || text !== of) ? text : <span lang="en">{text}</span>;
}

/** The same with every source that is named by its id as a link to it. */
function Cited({ of, sources }: { readonly of: string; readonly sources: Sources }) {
  const { text, lang } = names.value.title(of);
  const parts = withSources(text, sources).map(({ text: part, source }) =>
    source?.url ? (
      <a key={part} href={source.url} rel="noreferrer" lang="en" title={`${source.publisher}: ${source.title}`}>
        {part}
      </a>
    ) : (
      part
    ),
  );
  return lang === address.value.lang ? parts : <span lang={lang}>{parts}</span>;
}

interface DisagreementsProps {
  readonly rows: SourcesAnswer["disagreements"];
  readonly sources: Sources;
}

/** Published figures that contradict each other. */
export function Disagreements({ rows, sources }: DisagreementsProps) {
  const w = words.value.sources.disagreements;
  const text = (key: "topic" | "figureA" | "figureB" | "note", title: string) => ({
    id: key,
    title,
    value: (row: (typeof rows)[number]) => names.value.title(row[key]).text,
    cell: (row: (typeof rows)[number]) => <Cited of={row[key]} sources={sources} />,
  });
  return (
    <View
      title={w.title}
      lead={w.lead({ count: rows.length })}
      name={fileName("disagreements")}
      offered={{
        json: () => rows,
        csv: () => ({
          columns: ["topic", "figureA", "figureB", "note"],
          rows: rows.map((r) => [r.topic, r.figureA, r.figureB, r.note]),
        }),
      }}
    >
      <div class="prose-table">
        <DataTable
          caption={w.caption}
          captionHidden
          rows={rows}
          keyOf={(row) => `${row.topic} ${row.figureA}`}
          columns={[text("topic", w.topic), text("figureA", w.first), text("figureB", w.second), text("note", w.note)]}
        />
      </div>
    </View>
  );
}

/** What had to give way most so that mining, trade and use add up. */
export function Adjustments({ rows }: { readonly rows: SourcesAnswer["adjustments"] }) {
  const w = words.value.sources.adjustments;
  const f = format.value;
  const known = knownNames();
  const change = (row: (typeof rows)[number]) => row.balancedTonnesPerYear / row.figureTonnesPerYear - 1;
  return (
    <View
      title={w.title}
      lead={w.lead}
      name={fileName("adjustments")}
      offered={{
        json: () => rows,
        csv: () => ({
          columns: ["activity", "figures", "figure_t_per_year", "balanced_t_per_year", "sigmas"],
          rows: rows.map((r) => [
            r.activity,
            r.figures.join(" "),
            r.figureTonnesPerYear,
            r.balancedTonnesPerYear,
            r.sigmas,
          ]),
        }),
      }}
    >
      <div class="named-rows">
        <DataTable
          caption={w.caption}
          captionHidden
          rows={rows}
          keyOf={(row) => row.activity}
          pageSize={15}
          columns={[
            {
              id: "activity",
              title: w.activity,
              value: (row) => joined(activityParts(row.activity, known), known),
              cell: (row) => {
                const [figure] = row.figures;
                const name = <PartsOfName parts={activityParts(row.activity, known)} />;
                return figure === undefined ? name : <a href={hrefOf({ figure })}>{name}</a>;
              },
            },
            {
              id: "before",
              title: w.before,
              numeric: true,
              value: (row) => row.figureTonnesPerYear,
              cell: (row) => f.number(row.figureTonnesPerYear, 4),
            },
            {
              id: "after",
              title: w.after,
              numeric: true,
              value: (row) => row.balancedTonnesPerYear,
              cell: (row) => f.number(row.balancedTonnesPerYear, 4),
            },
            {
              id: "change",
              title: w.change,
              numeric: true,
              value: change,
              cell: (row) => f.percent(change(row), 1),
            },
            {
              id: "sigmas",
              title: w.sigmas,
              numeric: true,
              value: (row) => Math.abs(row.sigmas),
              cell: (row) => f.number(Math.abs(row.sigmas), 2),
            },
          ]}
        />
      </div>
    </View>
  );
}

/** Who published what, under which terms. */
export function Licences({ rows }: { readonly rows: SourcesAnswer["sources"] }) {
  const w = words.value.sources.licences;
  return (
    <View
      title={w.title}
      lead={w.lead}
      name={fileName("sources")}
      offered={{
        json: () => rows,
        csv: () => ({
          columns: ["id", "publisher", "title", "url", "licence", "redistributable", "figures"],
          rows: rows.map((r) => [r.id, r.publisher, r.title, r.url, r.licence, r.redistributable, r.figures]),
        }),
      }}
    >
      <div class="named-rows licences">
        <DataTable
          caption={w.caption}
          captionHidden
          rows={rows}
          keyOf={(row) => row.id}
          pageSize={25}
          sort="-figures"
          columns={[
            {
              id: "publisher",
              title: w.publisher,
              value: (row) => row.publisher,
              cell: (row) => <span lang="en">{row.publisher}</span>,
            },
            {
              id: "work",
              title: w.work,
              value: (row) => row.title,
              cell: (row) => <span lang="en">{row.url ? <a href={row.url}>{row.title}</a> : row.title}</span>,
            },
            {
              id: "licence",
              title: w.licence,
              value: (row) => names.value.title(row.licence).text,
              cell: (row) => <Text of={row.licence} />,
            },
            { id: "passOn", title: w.passOn, value: (row) => w[row.redistributable] },
            {
              id: "figures",
              title: w.figures,
              numeric: true,
              value: (row) => row.figures,
              cell: (row) =>
                row.figures === 0 ? (
                  "–"
                ) : (
                  <button
                    type="button"
                    class="link-button"
                    aria-label={w.open({ count: row.figures })}
                    onClick={() => {
                      change({ source: row.id, q: "", figures: undefined, status: undefined });
                      document.getElementById("figure-search")?.focus();
                    }}
                  >
                    {format.value.number(row.figures)}
                  </button>
                ),
            },
          ]}
        />
      </div>
    </View>
  );
}
