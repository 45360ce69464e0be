import { describe, expect, test } from "vitest";
import { formatProblems, readDataset } from "../../src/dataset/index.ts";
import { checkMeasures } from "../../src/planning/check-measures.ts";
import { changed, smallFiles, withLine } from "../dataset/small.ts";

const told = (files: Map<string, string>) => {
  const { dataset, problems } = readDataset(files);
  expect(formatProblems(problems)).toBe("");
  return formatProblems(checkMeasures(dataset));
};

test("rows that make a policy are no problem", () => {
  expect(told(smallFiles())).toBe("");
});

describe("a measure that makes no policy", () => {
  test.each([
    [
      "a recipe that is none",
      changed("measure_terms.csv", "recipe,reduce-ndpr", "recipe,reduce-ndpt"),
      'measure_terms.csv:2:1: jp-metal: unknown recipe "reduce-ndpt"; did you mean "reduce-ndpr"?',
    ],
    [
      "a capacity below zero",
      changed("measure_terms.csv", ",2000,", ",-2000,"),
      "measure_terms.csv:3:1: jp-metal: capacityTonnesPerYear: got -2000, expected more than 0; change the value",
    ],
    [
      "a term that is missing",
      changed("measure_terms.csv", /jp-metal,breakEven.*\n/, ""),
      'measures.csv:2:1: jp-metal: key "breakEvenPriceFactor" is missing; add breakEvenPriceFactor: a number',
    ],
    [
      "a term that its kind does not have",
      withLine("measure_terms.csv", "jp-metal,uses,[defence],reported,usgs,table 1,"),
      /^measure_terms\.csv:8:1: jp-metal: unknown key "uses"; /,
    ],
    [
      "a term that is a column",
      withLine("measure_terms.csv", "jp-metal,from,2025-01-01,reported,usgs,table 1,"),
      "measure_terms.csv:8:1: term: from is a column of measures.csv; write it there",
    ],
  ])("%s", (_, files, problem) => {
    if (typeof problem === "string") expect(told(files)).toBe(problem);
    else expect(told(files)).toMatch(problem);
  });
});
