/** Has the browser keep the files of the page, once it has nothing better to do; where it cannot, the page works online. */
export function keepForOffline(): void {
  if (!("serviceWorker" in navigator)) return;
  const register = () => {
    navigator.serviceWorker.register(new URL("offline.js", document.baseURI)).catch(() => {
      // a private window, or a place that is not secure: nothing is lost but the page without a network
    });
  };
  setTimeout(register, AFTER_MS);
}

/** The first answers of the engine come before. */
const AFTER_MS = 3000;
