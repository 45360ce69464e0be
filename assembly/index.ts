export { factorise, solve } from "./panels";
export { bindResponse, respond } from "./response";
