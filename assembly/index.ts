export { bind } from "./arrays";
export { assemble, factorise, solve } from "./panels";
export { bendThere, project, slopeBeyond, slopeBetween } from "./ray";
export { respond } from "./response";
