import { type Draft, type Lexicon, readArticle } from "../../src/reading/index.ts";
import type { Label, LabelledArticle } from "./articles.ts";

export const fields = [
  "event",
  "kind",
  "date",
  "actors",
  "targets",
  "materials",
  "stages",
  "figures",
  "modality",
] as const;
export type Field = (typeof fields)[number];

/** Of what was read, how much is right, and of what there is, how much was read. */
export interface Count {
  right: number;
  wrong: number;
  missed: number;
}

export const noCount = (): Record<Field, Count> =>
  Object.fromEntries(fields.map((f) => [f, { right: 0, wrong: 0, missed: 0 }])) as Record<Field, Count>;

/** What one article adds, and what went wrong in it, in words. */
export function scoreArticle(
  article: LabelledArticle,
  lexicon: Lexicon,
): { counts: Record<Field, Count>; faults: string[] } {
  const { drafts } = readArticle(article.id, article.text, lexicon, { date: article.date });
  const counts = noCount();
  const faults: string[] = [];
  const free = new Set(drafts);
  for (const label of article.events) {
    const at = article.text.indexOf(label.at);
    const there = [...free].filter((d) => d.statements.some((s) => s.start <= at && at < s.end));
    const draft = there.find((d) => sameKind(d, label)) ?? there[0];
    if (draft === undefined) {
      counts.event.missed += 1;
      faults.push(`${article.id}: missed ${label.kind} "${label.at}"`);
      for (const field of fields.slice(2)) counts[field].missed += labelled(label, field).length;
      continue;
    }
    free.delete(draft);
    counts.event.right += 1;
    for (const field of fields.slice(1)) {
      const wanted = labelled(label, field);
      // what a label leaves open is not judged
      if ((field === "stages" && label.stages === undefined) || (field === "date" && label.date === undefined))
        continue;
      const got = read(draft, field);
      const right = wanted.filter((w) => got.includes(w));
      counts[field].right += right.length;
      counts[field].missed += wanted.length - right.length;
      counts[field].wrong += got.filter((g) => !wanted.includes(g)).length;
      if (right.length !== wanted.length || got.length !== wanted.length)
        faults.push(`${article.id} "${label.at}": ${field} got [${got.join(", ")}], wanted [${wanted.join(", ")}]`);
    }
  }
  for (const draft of free) {
    counts.event.wrong += 1;
    faults.push(`${article.id}: extra ${kindText(draft)} "${draft.title}"`);
  }
  return { counts, faults };
}

const kindText = (draft: Draft) => draft.kind.value + (draft.topic === null ? "" : ` ${draft.topic}`);
const sameKind = (draft: Draft, label: Label) =>
  kindText(draft) === label.kind + (label.topic === undefined ? "" : ` ${label.topic}`);

function labelled(label: Label, field: Field): string[] {
  switch (field) {
    case "event":
      return [];
    case "kind":
      return [label.kind + (label.topic === undefined ? "" : ` ${label.topic}`)];
    case "date":
      return [
        ...(label.date ? [label.date] : []),
        ...(label.in_force ? [`from ${label.in_force}`] : []),
        ...(label.ends ? [`to ${label.ends}`] : []),
      ];
    case "modality":
      return [label.modality ?? "stated"];
    case "stages":
      return [...(label.stages ?? [])];
    default:
      return [...label[field]];
  }
}

function read(draft: Draft, field: Field): string[] {
  switch (field) {
    case "event":
      return [];
    case "kind":
      return [kindText(draft)];
    case "date":
      return [
        ...(draft.date ? [draft.date.value] : []),
        ...(draft.inForce && draft.inForce.value !== draft.date?.value ? [`from ${draft.inForce.value}`] : []),
        ...(draft.ends ? [`to ${draft.ends.value}`] : []),
      ];
    case "modality":
      return [draft.modality.value];
    case "figures":
      return draft.figures.map((f) => `${f.value} ${f.unit}`);
    default:
      return draft[field].map((r) => r.value);
  }
}
