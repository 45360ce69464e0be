import { render } from "preact";
import { App } from "./app.tsx";
import { start } from "./start.ts";

const place = document.getElementById("app");
if (place) render(<App />, place);
void start();
