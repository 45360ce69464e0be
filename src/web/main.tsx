import { render } from "preact";
import { App } from "./app.tsx";
import { keepForOffline } from "./offline/register.ts";
import { start } from "./start.ts";

const place = document.getElementById("app");
if (place) render(<App />, place);
void start();
keepForOffline();
