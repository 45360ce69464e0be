import type { Exposure, InputExposure, ProductExposure, Remedy, SupplierExposure } from "../../../exposure/index.ts";
import { fileName } from "../../downloads/save.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { figureHandlers } from "../../parts/figure.tsx";
import { Select } from "../../parts/select.tsx";
import { View } from "../../parts/view.tsx";
import { address, change, format, names, words } from "../../state.ts";
import { commodityName, countryName, remedyName } from "./remedy.ts";

interface Props {
  readonly exposure: Exposure;
  readonly products: readonly ProductExposure[];
}

/** One product: its materials with what their suppliers still deliver, and everything that was tried. */
export function OneProduct({ exposure, products }: Props) {
  const w = words.value.exposure.product;
  const product = products.find((p) => p.product === address.value.product) ?? products[0];
  if (!product) return null;
  return (
    <View
      title={w.title({ product: product.product })}
      lead={w.lead}
      name={fileName("exposure", product.product)}
      offered={{ json: () => product, csv: () => inputsCsv(exposure, product) }}
    >
      {products.length > 1 && (
        <Select
          label={w.choose}
          value={product.product}
          options={products.map((p) => ({ value: p.product, text: p.product }))}
          onChange={(value) => change({ product: value })}
        />
      )}
      {product.inputs.map((input) => (
        <Input key={input.commodity} input={input} exposure={exposure} />
      ))}
      {product.remedies.length > 0 && <Remedies remedies={product.remedies} />}
    </View>
  );
}

function Input({ input, exposure }: { readonly input: InputExposure; readonly exposure: Exposure }) {
  const w = words.value.exposure;
  const f = format.value;
  const day = (value: string | null) => (value === null ? w.table.never : f.date(value));
  return (
    <section class="input-of-product">
      <h3>{commodityName(input.commodity)}</h3>
      <dl class="facts short">
        <Fact label={w.product.need} value={f.tonnesPerMonth(input.needTonnesPerMonth)} />
        <Fact label={w.product.stock} value={f.days(input.daysOfStock)} />
        <Fact label={w.product.pressed} value={day(input.pressedOn)} />
        <Fact label={w.product.alone} value={day(input.slowsOn)} />
      </dl>
      <ul class="suppliers">
        {input.suppliers.map((supplier) => (
          <Supplier key={supplier.given} supplier={supplier} months={exposure.months} />
        ))}
      </ul>
      {input.notes.length > 0 && (
        <details>
          <summary>{w.product.notes}</summary>
          <ul>
            {input.notes.map((note) => {
              const { text, lang } = names.value.sentence(note);
              return (
                <li key={note} lang={lang}>
                  {text}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </section>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const HEIGHT = 26;
const STEP = 5;

/** Deliveries by month as a strip of bars: full height is the whole order. */
function Supplier({ supplier, months }: { readonly supplier: SupplierExposure; readonly months: readonly string[] }) {
  const w = words.value.exposure.product;
  const f = format.value;
  const country = countryName(supplier.given);
  const least = Math.min(1, ...supplier.availability);
  const text = w.supplier({ country, share: supplier.share, least });
  const worst = months[supplier.availability.indexOf(least)];
  const facts = {
    title: country,
    value: f.percent(least),
    more: [
      ...(worst === undefined ? [] : [{ label: w.worst, value: f.month(worst) }]),
      { label: w.suppliers, value: f.percent(supplier.share) },
    ],
  };
  const width = months.length * STEP;
  return (
    <li>
      <span>{text}</span>
      <button type="button" class="strip" aria-label={text} {...figureHandlers(facts)}>
        <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
          <rect class="strip-order" width={width} height={HEIGHT} />
          {supplier.availability.map((share, t) => (
            <rect
              key={months[t]}
              class="strip-delivered"
              x={t * STEP}
              y={HEIGHT * (1 - share)}
              width={STEP - 1}
              height={HEIGHT * share}
            />
          ))}
        </svg>
      </button>
    </li>
  );
}

function Remedies({ remedies }: { readonly remedies: readonly Remedy[] }) {
  const w = words.value.exposure;
  const f = format.value;
  return (
    <>
      <h3>{w.product.remedies}</h3>
      <DataTable
        caption={w.product.remedies}
        captionHidden
        rows={remedies}
        keyOf={(r) => `${r.kind} ${r.country} ${r.extraDays}`}
        pageSize={10}
        columns={[
          { id: "what", title: w.product.what, value: remedyName },
          {
            id: "gained",
            title: w.product.gained,
            numeric: true,
            value: (r) => r.daysGained,
            cell: (r) => f.number(r.daysGained),
          },
          {
            id: "slows",
            title: w.product.slows,
            value: (r) => r.slowsOn ?? "9999",
            cell: (r) => (r.slowsOn === null ? w.table.never : f.date(r.slowsOn)),
          },
          {
            id: "saved",
            title: w.product.saved,
            numeric: true,
            value: (r) => r.marginSavedUsd,
            cell: (r) => f.usd(r.marginSavedUsd),
          },
        ]}
      />
    </>
  );
}

function inputsCsv({ months }: Exposure, product: ProductExposure) {
  return {
    columns: ["product", "commodity", "supplier", "share", "rule", ...months],
    rows: product.inputs.flatMap((input) =>
      input.suppliers.map((s) => [product.product, input.commodity, s.given, s.share, s.rule, ...s.availability]),
    ),
  };
}
