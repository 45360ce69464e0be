import { Lexer, Parser } from "yaml";

/**
 * Whether collections are nested more than so many levels deep in a YAML text. The composer of the `yaml` package recurses
 * on nesting and can take the process down with it; its token parser keeps a stack, which is watched here first.
 */
export function isNestedDeeperThan(levels: number, text: string): boolean {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    Array.from(parser.next(lexeme));
    // the stack holds the document, the collections that are open, and perhaps a scalar
    if (parser.stack.length > levels + 2) return true;
  }
  return false;
}
