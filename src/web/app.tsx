import { Banner } from "./frame/banner.tsx";
import { Choosers } from "./frame/choosers.tsx";
import { Footer } from "./frame/footer.tsx";
import { Header } from "./frame/header.tsx";
import { ScreenPlace } from "./frame/screen-place.tsx";
import { FigureCard } from "./parts/figure-card.tsx";
import { announcement, ready, words } from "./state.ts";

/** The whole page: header, what is looked at, the screen, footer. */
export function App() {
  const { shell } = words.value;
  if (!ready.value) return <div class="waiting" />;
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: a link to the content, which the address of the screen must survive */}
      <a class="skip" href="#content" onClick={focusContent}>
        {shell.skip}
      </a>
      <Header />
      <Choosers />
      <main id="content" tabIndex={-1}>
        <Banner />
        <ScreenPlace />
      </main>
      <Footer />
      <FigureCard />
      <div class="visually-hidden" role="status" aria-live="polite">
        {announcement}
      </div>
    </>
  );
}

/** The part after `#` is the address of the screen, so a link within the page moves the focus itself. */
function focusContent(event: Event): void {
  event.preventDefault();
  document.getElementById("content")?.focus();
}
