import type { Lang } from "../address/fields/shared.ts";
import { languages } from "../address/fields/shared.ts";
import { Select } from "../parts/select.tsx";
import { screens } from "../screens/index.ts";
import { address, change, hrefOf, screen, words } from "../state.ts";
import { languageNames } from "../words/index.ts";

/** Name, screens, language and colours. */
export function Header() {
  const { shell } = words.value;
  return (
    <header class="header">
      <div class="header-inner">
        <a class="brand" href={hrefOf({ screen: "chain" })}>
          <Mark />
          Monazite
        </a>
        <nav aria-label={shell.navigation} class="screens">
          <ul>
            {screens.map(({ id }) => (
              <li key={id}>
                <a href={hrefOf({ screen: id })} aria-current={screen.value === id ? "page" : undefined}>
                  {shell.screens[id]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="settings">
          <Select
            label={shell.language}
            labelHidden
            value={address.value.lang}
            options={languages.map((lang) => ({ value: lang, text: languageNames[lang], lang }))}
            onChange={(lang) => change({ lang: lang as Lang }, "replace")}
          />
          <Theme />
        </div>
      </div>
    </header>
  );
}

function Theme() {
  const { theme } = words.value.shell;
  const options = [
    { value: "auto", text: theme.auto },
    { value: "light", text: theme.light },
    { value: "dark", text: theme.dark },
  ];
  return (
    <Select
      label={theme.label}
      labelHidden
      value={address.value.theme ?? "auto"}
      options={options}
      onChange={(value) => change({ theme: value === "auto" ? undefined : (value as "light" | "dark") }, "replace")}
    />
  );
}

/** A crystal of monazite, from above. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
      <path class="mark-body" d="M8 1l6 4v6l-6 4-6-4V5z" />
      <path class="mark-face" d="M8 1l6 4-6 3-6-3z" />
    </svg>
  );
}
