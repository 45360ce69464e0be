import { catalogue, words } from "../state.ts";

export function Footer() {
  const counts = catalogue.value?.counts;
  return <footer class="footer">{counts && <p>{words.value.shell.foot(counts)}</p>}</footer>;
}
