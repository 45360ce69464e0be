import { reportImporters } from "./importers/report.ts";
import { reportIndicators } from "./indicators/report.ts";
import { reportScaling } from "./market/scaling.ts";
import { reportReading } from "./reading/report.ts";
import { reportShipped } from "./shipped/report.ts";
import { reportSweeps } from "./sweep/report.ts";

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
reportIndicators();
console.log("");
reportShipped();
console.log("");
reportScaling();
console.log("");
reportReading();
console.log("");
await reportSweeps();
console.log("");
await reportImporters();
