import { expect, test } from "vitest";
import { read } from "./words.ts";

test.each([
  ["ammonium paratungstate", "tungsten"],
  ["Ammoniumparawolframat", "tungsten"],
  ["APT", "tungsten"],
  ["パラタングステン酸アンモニウム", "tungsten"],
  ["wolframite", "tungsten"],
  ["Ferrowolfram", "tungsten"],
  ["vanadium pentoxide", "vanadium"],
  ["ferromanganese", "manganese"],
  ["spodumene", "lithium"],
  ["水酸化リチウム", "lithium"],
  ["nickel pig iron", "nickel"],
  ["フェロニッケル", "nickel"],
  ["Titanschwamm", "titanium"],
  ["battery anodes", "graphite"],
  ["負極材", "graphite"],
  ["stibnite", "antimony"],
  ["Monazit", "rare-earths"],
  ["NdFeB", "ndfeb"],
  ["black mass", "black-mass"],
  ["Schwarzmasse", "black-mass"],
  ["ブラックマス", "black-mass"],
])("%s is %s", (word, material) => {
  const article = /\p{Script=Katakana}|\p{Script=Han}/u.test(word)
    ? `中国は${word}の輸出を禁止した。`
    : /^[A-Z][a-zäöü]/.test(word) && word !== "NdFeB"
      ? `China hat die Ausfuhr von ${word} am Montag verboten.`
      : `China banned exports of ${word} on Monday.`;
  const { drafts } = read(article, "2025-10-28");
  expect(drafts.map((d) => d.materials.map((m) => [m.value, m.span!.text.startsWith(word)]))).toEqual([
    [[material, true]],
  ]);
});
