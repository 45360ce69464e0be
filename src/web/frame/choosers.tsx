import { Combobox, type ComboboxOption } from "../parts/combobox.tsx";
import { screens } from "../screens/index.ts";
import { address, catalogue, change, names, screen, words } from "../state.ts";

/** Whose view, which material, which scenario: what the screen that is shown answers to. */
export function Choosers() {
  const known = catalogue.value;
  const choosers = screens.find(({ id }) => id === screen.value)?.choosers ?? [];
  if (known === null || choosers.length === 0) return null;
  const { shell } = words.value;
  return (
    <section class="choosers" aria-label={shell.choosers}>
      <div class="choosers-inner">
        {choosers.includes("material") && (
          <Combobox
            label={shell.material}
            value={address.value.material}
            options={materialOptions()}
            onChange={(material) => change({ material, commodity: undefined })}
          />
        )}
        {choosers.includes("for") && (
          <Combobox
            label={shell.viewpoint}
            value={address.value.for}
            options={viewpointOptions()}
            onChange={(value) => change({ for: value })}
          />
        )}
        {choosers.includes("scenario") && (
          <Combobox
            wide
            label={shell.scenario}
            value={address.value.scenario}
            options={scenarioOptions()}
            onChange={(scenario) =>
              change({ scenario, off: [], add: [], events: undefined, yaml: undefined, month: undefined })
            }
          />
        )}
      </div>
    </section>
  );
}

const byText = (a: ComboboxOption, b: ComboboxOption) => a.text.localeCompare(b.text, address.value.lang);

/** Countries with a market of their own in the model first, then the blocs, then everyone else. */
function viewpointOptions(): ComboboxOption[] {
  const { shell } = words.value;
  const known = catalogue.value;
  if (known === null) return [];
  const countries = known.countries
    .filter((c) => c.kind === "country")
    .map((c) => ({ ...named("country", c.id, c.name), also: c.id, group: shell.countries }));
  const blocs = known.blocs.map((b) => ({ ...named("bloc", b.id, b.id), also: b.id, group: shell.blocs }));
  return [...countries.sort(byText), ...blocs.sort(byText)];
}

function materialOptions(): ComboboxOption[] {
  const { shell } = words.value;
  const materials = catalogue.value?.materials ?? [];
  const option = (m: (typeof materials)[number]) => ({
    ...named(m.group ? "group" : "material", m.id, m.name),
    also: m.id,
    group: m.group ? shell.groups : shell.materials,
  });
  const of = (group: boolean) => materials.filter((m) => m.group === group).map(option);
  return [...of(false).sort(byText), ...of(true).sort(byText)];
}

function scenarioOptions(): ComboboxOption[] {
  return (catalogue.value?.scenarios ?? []).map((s) => ({ ...named("scenario", s.id, s.title), also: s.id }));
}

function named(kind: string, id: string, english: string): { value: string; text: string; lang: string } {
  const { text, lang } = names.value.name(kind, id, english);
  return { value: id, text, lang };
}
