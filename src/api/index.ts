export { type Api, type ApiOptions, createApi } from "./app.ts";
export { type McpOptions, serveMcp } from "./mcp/serve-mcp.ts";
export { isLoopback, type ServeOptions, type Serving, serveApi } from "./serve.ts";
export type { ApiTexts } from "./texts.ts";
