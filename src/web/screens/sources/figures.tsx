import { useMemo } from "preact/hooks";
import { fileName } from "../../downloads/save.ts";
import type { FigureRow, FiguresAnswer, SourcesAnswer } from "../../engine/asks/figures.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { FailureBox } from "../../parts/failure.tsx";
import { Figure } from "../../parts/figure.tsx";
import { Select } from "../../parts/select.tsx";
import { StatusText } from "../../parts/status-mark.tsx";
import { useAnswer } from "../../parts/use-answer.ts";
import { View } from "../../parts/view.tsx";
import { address, change, format, hrefOf, names, words } from "../../state.ts";
import { factsOf } from "./facts.ts";
import { figureParts, joined, type NamePart } from "./figure-name.ts";
import { knownNames } from "./known.ts";
import { PartsOfName } from "./parts-of-name.tsx";
import { matcher, searchText } from "./search.ts";

interface Props {
  readonly sources: SourcesAnswer["sources"];
  readonly tables: FiguresAnswer["tables"];
}

type Row = FigureRow & {
  readonly parts: readonly NamePart[];
  readonly name: string;
  readonly text: string;
  readonly publisher: string;
};

const EVERYTHING = 20_000;

/** Every figure, found by words, status, kind and source. */
export function Figures({ sources, tables }: Props) {
  const { q, status, source, figures: table, figuresBy, lang } = address.value;
  const w = words.value.sources.figures;
  const { parts } = words.value;
  const found = useAnswer({
    ask: "figures",
    query: "",
    ...(status === undefined ? {} : { status }),
    ...(source === undefined ? {} : { source }),
    ...(table === undefined ? {} : { table }),
    from: 0,
    count: EVERYTHING,
  });
  const answer = found.answer;
  const all = useMemo(() => {
    const known = knownNames();
    const cited = new Map(sources.map((s) => [s.id, s]));
    return (answer?.rows ?? []).map((row): Row => {
      const nameParts = figureParts(row.figure, known);
      const name = joined(nameParts, known);
      const from = cited.get(row.source);
      const text = searchText(row, name, kindName(row.table), from);
      return { ...row, parts: nameParts, name, text, publisher: from?.publisher ?? row.source };
    });
  }, [answer, sources, lang, names.value]);
  const rows = useMemo(() => {
    const matches = matcher(q);
    return all.filter(({ text }) => matches(text));
  }, [all, q]);
  const nothing = answer !== undefined && rows.length === 0 && q !== "";
  const close = useAnswer(nothing ? { ask: "figures", query: q, from: 0, count: 0 } : null, { lane: "figures:close" });
  const suggestions = nothing ? (close.answer?.suggestions ?? []) : [];
  const filtered = q !== "" || status !== undefined || source !== undefined || table !== undefined;
  const any = { value: "", text: w.any };
  const pick = (key: "status" | "figures" | "source") => (value: string) =>
    change({ [key]: value === "" ? undefined : value } as Partial<typeof address.value>);

  return (
    <View
      title={w.title}
      lead={w.lead}
      name={fileName("figures", q, status, table, source)}
      offered={{
        csv: () => csvOf(rows),
        json: () => rows.map(({ parts: _, text: __, name: ___, publisher: ____, ...row }) => row),
      }}
    >
      <search class="figure-search">
        <div class="field wide-field">
          <label class="field-label" for="figure-search">
            {w.search}
          </label>
          <input
            id="figure-search"
            class="input"
            type="search"
            value={q}
            maxLength={200}
            onInput={(event) => change({ q: event.currentTarget.value }, "replace")}
          />
        </div>
        <Select
          label={w.status}
          value={status ?? ""}
          options={[any, ...STATUSES.map((value) => ({ value, text: parts.status[value] }))]}
          onChange={pick("status")}
        />
        <Select
          label={w.kind}
          value={table ?? ""}
          options={[any, ...tables.map((t) => ({ value: t.table, text: kindName(t.table) }))]}
          onChange={pick("figures")}
        />
        <Select
          label={w.source}
          value={source ?? ""}
          options={[
            any,
            ...sources
              .filter((s) => s.figures > 0)
              .map((s) => ({ value: s.id, text: `${s.publisher}: ${s.title}`.slice(0, 80), lang: "en" }))
              .sort((a, b) => a.text.localeCompare(b.text, "en")),
          ]}
          onChange={pick("source")}
        />
      </search>
      <p class="found" role="status">
        {answer && w.found({ count: rows.length })}
        {filtered && (
          <button
            type="button"
            class="link-button"
            onClick={() => change({ q: "", status: undefined, figures: undefined, source: undefined })}
          >
            {w.clear}
          </button>
        )}
      </p>
      <FailureBox failure={found.failure} kept={answer !== undefined} />
      {suggestions.length > 0 && (
        <p>
          {w.suggestions}{" "}
          {suggestions.map((id) => (
            <a key={id} class="suggestion" href={hrefOf({ q: id })} lang="en">
              {id}
            </a>
          ))}
        </p>
      )}
      {answer && rows.length > 0 && (
        <div class="named-rows">
          <DataTable
            caption={w.caption}
            captionHidden
            rows={rows}
            columns={columnsOf()}
            keyOf={(row) => row.figure}
            sort={figuresBy}
            onSort={(sort) => change({ figuresBy: sort }, "replace")}
            pageSize={25}
            chosen={address.value.figure}
          />
        </div>
      )}
    </View>
  );
}

const STATUSES = ["reported", "estimated", "assumed"] as const;

export function kindName(table: string): string {
  return words.value.sources.tables[table] ?? table;
}

function columnsOf(): Column<Row>[] {
  const w = words.value.sources.figures;
  const f = format.value;
  return [
    {
      id: "name",
      title: w.name,
      value: (row) => row.name,
      cell: (row) => (
        <>
          <a href={hrefOf({ figure: row.figure })}>
            <PartsOfName parts={row.parts} />
          </a>
          <small class="kind-of-figure">{kindName(row.table)}</small>
        </>
      ),
    },
    {
      id: "value",
      title: w.value,
      numeric: true,
      value: (row) => row.value,
      cell: (row) =>
        row.value === null ? (
          <span class="missing">{w.withheld}</span>
        ) : (
          <Figure facts={factsOf(row, row.name, row.publisher)}>{f.number(row.value, 6)}</Figure>
        ),
    },
    { id: "unit", title: w.unit, value: (row) => names.value.name("unit", row.unit, row.unit).text },
    {
      id: "range",
      title: w.range,
      numeric: true,
      value: (row) => row.low,
      cell: (row) =>
        row.low === null || row.high === null
          ? "–"
          : words.value.parts.figure.between({ low: f.number(row.low, 6), high: f.number(row.high, 6) }),
    },
    { id: "year", title: w.year, numeric: true, value: (row) => row.year, cell: (row) => row.year ?? "–" },
    {
      id: "status",
      title: w.status,
      value: (row) => words.value.parts.status[row.status],
      cell: (row) => <StatusText status={row.status} />,
    },
    {
      id: "source",
      title: w.source,
      value: (row) => row.publisher,
      cell: (row) => <span lang="en">{row.publisher}</span>,
    },
  ];
}

function csvOf(rows: readonly Row[]) {
  return {
    columns: ["figure", "value", "low", "high", "unit", "year", "status", "source", "locator", "note"],
    rows: rows.map((r) => [r.figure, r.value, r.low, r.high, r.unit, r.year, r.status, r.source, r.locator, r.note]),
  };
}
