export { renderCompare } from "./compare.ts";
export { type Progress, type ProgressOptions, type ProgressStream, progress } from "./progress.ts";
export { type RehearsalRenderOptions, renderRehearsal } from "./rehearsal.ts";
export { type Column, table } from "./table.ts";
export { paint, plain, type RenderOptions, shorten, wrap } from "./text.ts";
