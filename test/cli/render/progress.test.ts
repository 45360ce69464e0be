import { expect, test } from "vitest";
import { progress } from "../../../src/cli/render/index.ts";

function watched(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  return {
    written,
    stream: { isTTY, columns: 60, write: (text: string) => written.push(text) },
    now: () => time,
    wait: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

test("quick work is silent", () => {
  const w = watched(true);
  const p = progress(w.stream, { now: w.now });
  p.update("simulating", 1, 60);
  w.wait(1_900);
  p.update("simulating", 60, 60);
  p.finish();
  expect(w.written).toEqual([]);
});

test("a terminal has one line that is redrawn and cleared", () => {
  const w = watched(true);
  const p = progress(w.stream, { now: w.now });
  w.wait(2_100);
  p.update("simulating", 12, 60);
  p.update("simulating", 13, 60);
  w.wait(200);
  p.update("simulating", 14, 60);
  p.finish();
  expect(w.written).toEqual([
    "\r\u001b[2Ksimulating 12 of 60 … 2 s",
    "\r\u001b[2Ksimulating 14 of 60 … 2 s",
    "\r\u001b[2K",
  ]);
});

test("elsewhere there are plain lines, seldom", () => {
  const w = watched(false);
  const p = progress(w.stream, { now: w.now });
  for (let month = 1; month <= 30; month++) {
    w.wait(1_000);
    p.update("simulating", month, 30);
  }
  p.finish();
  expect(w.written).toEqual([
    "simulating 2 of 30 … 2 s\n",
    "simulating 12 of 30 … 12 s\n",
    "simulating 22 of 30 … 22 s\n",
    "done in 30 s\n",
  ]);
});

test("work that goes on after other words, or fails, is not called done; what succeeded is, once", () => {
  const w = watched(false);
  const p = progress(w.stream, { now: w.now });
  w.wait(11_000);
  p.update("simulating", 1, 30);
  p.clear();
  w.wait(2_000);
  expect(w.written).toEqual(["simulating 1 of 30 … 11 s\n"]);
  p.finish();
  p.finish();
  expect(w.written.slice(1)).toEqual(["done in 13 s\n"]);
});

test("other words find the line of a terminal cleared", () => {
  const w = watched(true);
  const p = progress(w.stream, { now: w.now });
  w.wait(3_000);
  p.clear();
  p.update("simulating", 1, 30);
  p.clear();
  expect(w.written).toEqual(["\r\u001b[2Ksimulating 1 of 30 … 3 s", "\r\u001b[2K"]);
});

test("not wanted, nothing", () => {
  const w = watched(true);
  const p = progress(w.stream, { enabled: false, now: w.now });
  w.wait(60_000);
  p.update("simulating");
  p.finish();
  expect(w.written).toEqual([]);
});
