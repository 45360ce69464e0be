import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, linter, lintKeymap } from "@codemirror/lint";
import { EditorState, type Text } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Completion } from "../../engine/asks/scenario.ts";
import type { WebProblem } from "../../engine/protocol.ts";

export interface EditorOptions {
  /** gets a shadow root, where the editor's styles are allowed by the page's security policy */
  readonly host: HTMLElement;
  readonly text: string;
  readonly label: string;
  /** what the text's problems call its file */
  readonly name: string;
  readonly onChange: (text: string) => void;
  readonly check: (text: string) => Promise<readonly WebProblem[]>;
  readonly complete: (text: string, offset: number) => Promise<readonly Completion[]>;
}

export interface OpenEditor {
  readonly goTo: (line: number, column?: number) => void;
  readonly replace: (text: string) => void;
  readonly close: () => void;
}

const CHECK_AFTER_MS = 350;

/** An editor for a scenario's text: CodeMirror, with problems and completions of the engine. */
export function openEditor(options: EditorOptions): OpenEditor {
  const root = options.host.shadowRoot ?? options.host.attachShadow({ mode: "open" });
  root.replaceChildren();
  const view = new EditorView({ root, parent: root, state: stateOf(options) });
  return {
    goTo(line, column = 1) {
      const at = placeOf(view.state.doc, line, column);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
      view.focus();
    },
    replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    close: () => view.destroy(),
  };
}

function stateOf({ text, label, name, onChange, check, complete }: EditorOptions): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      lintGutter(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      yaml(),
      syntaxHighlighting(colours),
      autocompletion({ override: [(context) => completions(context, complete)], icons: false }),
      linter(async (view) => diagnosticsOf(await check(view.state.doc.toString()), view.state.doc, name), {
        delay: CHECK_AFTER_MS,
      }),
      keymap.of([...completionKeymap, ...lintKeymap, ...historyKeymap, indentWithTab, ...defaultKeymap]),
      EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
      EditorView.updateListener.of((update) => update.docChanged && onChange(update.state.doc.toString())),
      look,
    ],
  });
}

/** The offset of a line and column, both from 1, within the text. */
function placeOf(doc: Text, line: number, column: number): number {
  const { from, to } = doc.line(Math.min(Math.max(1, line), doc.lines));
  return Math.min(from + Math.max(0, column - 1), to);
}

function diagnosticsOf(problems: readonly WebProblem[], doc: Text, name: string): Diagnostic[] {
  return problems.map(({ file, line, column, message, remedy }): Diagnostic => {
    const isHere = file === name;
    const from = isHere ? placeOf(doc, line, column ?? 1) : 0;
    const { to } = doc.lineAt(from);
    const where = isHere ? "" : `${file}:${line}: `;
    return { from, to: Math.max(from, to), severity: "error", message: `${where}${message}; ${remedy}` };
  });
}

async function completions(
  { state, pos, explicit }: CompletionContext,
  complete: EditorOptions["complete"],
): Promise<CompletionResult | null> {
  const before = state.sliceDoc(Math.max(0, pos - 2), pos);
  if (!explicit && !/[\w-]$|: $|\[$/.test(before)) return null;
  const found = await complete(state.doc.toString(), pos);
  const [first] = found;
  if (first === undefined) return null;
  return {
    from: first.from,
    filter: false,
    options: found.map(({ insert, kind, detail }) => ({
      label: insert.trim().replace(/:$/, ""),
      apply: insert,
      detail,
      type: kind === "key" ? "property" : kind === "name" ? "variable" : "enum",
    })),
  };
}

const colours = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: "var(--accent)" },
  { tag: [tags.string, tags.content], color: "var(--text)" },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: "var(--without)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--soft)", fontStyle: "italic" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: "var(--soft)" },
]);

const look = EditorView.theme({
  "&": {
    height: "min(70vh, 560px)",
    fontSize: "13px",
    color: "var(--text)",
    backgroundColor: "var(--raised)",
    border: "1px solid var(--edge)",
    borderRadius: "var(--radius)",
  },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--soft)", borderRight: "1px solid var(--rule)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--accent) 8%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--accent) 28%, transparent)",
  },
  ".cm-tooltip": {
    color: "var(--text)",
    backgroundColor: "var(--raised)",
    border: "1px solid var(--edge)",
    boxShadow: "var(--shadow)",
    fontFamily: "var(--font)",
    maxWidth: "min(560px, 86vw)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px", lineHeight: "1.4" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    color: "var(--text)",
    backgroundColor: "var(--accent-ground)",
  },
  ".cm-completionDetail": { color: "var(--soft)", fontStyle: "normal" },
  ".cm-diagnostic": { padding: "4px 10px" },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--without)" },
});
