import { reportScaling } from "./market/scaling.ts";
import { reportShipped } from "./shipped/report.ts";

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
reportShipped();
console.log("");
reportScaling();
