import { useId, useState } from "preact/hooks";
import { address, announce, words } from "../state.ts";
import { scrolls } from "./scrolls.ts";
import { arranged, type Column, nextSorting, type Sorting, sortingOf } from "./table-rows.ts";

export type { Column } from "./table-rows.ts";

interface Props<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly rows: readonly Row[];
  /** the first is the head of each row */
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** as in the address: `share` or `-share`; with `onSort` the page keeps it, without both the table does */
  readonly sort?: string | undefined;
  readonly onSort?: (sort: string) => void;
  readonly search?: string | undefined;
  /** absent: no search */
  readonly onSearch?: (search: string) => void;
  /** rows before "show more" */
  readonly pageSize?: number;
  readonly chosen?: string | undefined;
}

const PAGE = 100;

/** A table to sort and search. It scrolls by itself where the window is narrow, with the keyboard too. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, captionHidden = false, rows, columns, keyOf, onSearch, search = "", pageSize = PAGE } = props;
  const id = useId();
  const { table } = words.value.parts;
  const [ownSort, setOwnSort] = useState<string | undefined>(undefined);
  const [pages, setPages] = useState(1);
  const sorting = sortingOf(props.onSort ? props.sort : (ownSort ?? props.sort));
  const collator = new Intl.Collator(address.value.lang, { numeric: true });
  const found = arranged(rows, columns, search, sorting, collator.compare);
  const shown = found.slice(0, pages * pageSize);

  const sortBy = (column: Column<Row>) => {
    const next = nextSorting(column, sorting);
    if (props.onSort) props.onSort(next);
    else setOwnSort(next);
    announce(table.sorted({ column: column.title, descending: next.startsWith("-") }));
  };

  return (
    <div class="data-table">
      {onSearch && (
        <div class="table-search">
          <label for={`${id}-search`}>{table.search}</label>
          <input
            id={`${id}-search`}
            class="input"
            type="search"
            value={search}
            onInput={(event) => onSearch(event.currentTarget.value)}
          />
          <span class="soft" role="status">
            {table.rows({ shown: found.length, all: rows.length })}
          </span>
        </div>
      )}
      <div {...scrolls({ "aria-labelledby": `${id}-caption` })}>
        <table>
          <caption id={`${id}-caption`} class={captionHidden ? "visually-hidden" : undefined}>
            {caption}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head key={column.id} column={column} sorting={sorting} onSort={() => sortBy(column)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={keyOf(row)} class={props.chosen === keyOf(row) ? "chosen" : undefined}>
                {columns.map((column, i) => (
                  <Cell key={column.id} column={column} row={row} head={i === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length === 0 && <p class="soft">{table.none}</p>}
      {found.length > shown.length && (
        <button type="button" class="button" onClick={() => setPages(pages + 1)}>
          {table.more({ count: Math.min(pageSize, found.length - shown.length) })}
        </button>
      )}
    </div>
  );
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sorting: Sorting | undefined;
  readonly onSort: () => void;
}

function Head<Row>({ column, sorting, onSort }: HeadProps<Row>) {
  const sorted = sorting?.column === column.id;
  const direction = sorted ? (sorting.descending ? "descending" : "ascending") : undefined;
  return (
    <th scope="col" class={column.numeric ? "n" : undefined} aria-sort={direction}>
      <button type="button" class="sort" onClick={onSort}>
        {column.title}
        <span class="arrow" aria-hidden="true">
          {sorted ? (sorting.descending ? "▼" : "▲") : "↕"}
        </span>
      </button>
      {column.hint && <small>{column.hint}</small>}
    </th>
  );
}

function Cell<Row>({ column, row, head }: { column: Column<Row>; row: Row; head: boolean }) {
  const value = column.value(row);
  const content = column.cell ? column.cell(row) : value;
  const shown = content ?? <span class="missing">{words.value.parts.table.missing}</span>;
  if (head) return <th scope="row">{shown}</th>;
  return <td class={column.numeric ? "n" : undefined}>{shown}</td>;
}
