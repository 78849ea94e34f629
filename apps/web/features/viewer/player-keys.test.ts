import { expect, it } from "vitest";
import { isCharacterKey, playerAction } from "./player-keys.ts";

const press = (key: string, held: Partial<Parameters<typeof playerAction>[0]> = {}) =>
  playerAction({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

it("plays and pauses with Space and K, whatever Caps Lock says", () => {
  for (const key of [" ", "k", "K"]) expect(press(key)).toEqual({ type: "playPause" });
});

it("seeks by 5 s with arrows, 15 s with Shift, 10 s with J and L", () => {
  expect(press("ArrowLeft")).toEqual({ type: "seekBy", seconds: -5 });
  expect(press("ArrowRight", { shiftKey: true })).toEqual({ type: "seekBy", seconds: 15 });
  expect(press("j")).toEqual({ type: "seekBy", seconds: -10 });
});

it("repeats, shows captions, takes the picture out and changes speed by one key each", () => {
  expect(press("r")).toEqual({ type: "loop" });
  expect(press("C")).toEqual({ type: "captions" });
  expect(press("p")).toEqual({ type: "pictureInPicture" });
  expect(press(">", { shiftKey: true })).toEqual({ type: "rateBy", steps: 1 });
  expect(press("<")).toEqual({ type: "rateBy", steps: -1 });
  expect(press("R", { shiftKey: true })).toBeNull();
});

it("leaves the browser's own shortcuts and other keys alone", () => {
  expect(press("f", { ctrlKey: true })).toBeNull();
  expect(press("l", { metaKey: true })).toBeNull();
  expect(press("x")).toBeNull();
  expect(press("toString")).toBeNull();
});

it("knows which keys are letters, digits and signs, in any script", () => {
  for (const key of ["k", "K", "?", ",", "5", "ж", "é", "😀"]) expect(isCharacterKey(key)).toBe(true);
  for (const key of [" ", "ArrowLeft", "Enter", "Escape", "PageDown", "F5"])
    expect(isCharacterKey(key)).toBe(false);
});
