export { packageRoot } from "../../store/package-root.ts";
