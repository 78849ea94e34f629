import { beforeEach, describe, expect, it, vi } from "vitest";
import { aFile } from "../files/file-fixture.ts";
import { createSound, type Playing, type Sound } from "./sound.ts";

/** An element that is paused until it is told otherwise. */
function anElement() {
  const element = {
    paused: true,
    pause() {
      this.paused = true;
    },
    removeAttribute: vi.fn(),
    load: vi.fn(),
  };
  return element as typeof element & HTMLAudioElement;
}

const queue = ["a", "b", "c"].map((fileId) => aFile({ fileId, kind: "audio" }));
const playing = (fileId: string): Playing => ({
  libraryId: "library",
  fileId,
  queue,
  pageHref: "/l/library",
  startSeconds: null,
});

describe("the sound of the app", () => {
  let sound: Sound;
  let element: ReturnType<typeof anElement>;
  const now = () => sound.store.getState();
  beforeEach(() => {
    element = anElement();
    sound = createSound({ current: element });
  });

  it("goes on in the bar when the viewer closes while it plays", () => {
    const end = sound.showInViewer(playing("a"), () => undefined);
    element.paused = false;
    end();
    sound.leaveViewer();
    expect(now()).toMatchObject({ place: "bar", playing: { fileId: "a" } });
    expect(element.paused).toBe(false);
  });

  it("ends when the viewer closes while it is paused, unless it was put into the bar", () => {
    sound.showInViewer(playing("a"), () => undefined);
    sound.leaveViewer();
    expect(now().playing).toBeNull();
    sound.showInViewer(playing("a"), () => undefined);
    sound.toBar();
    sound.leaveViewer();
    expect(now()).toMatchObject({ place: "bar", playing: { fileId: "a" } });
  });

  it("lets the viewer turn while it shows it, and moves by itself in the bar", () => {
    const turnTo = vi.fn();
    const end = sound.showInViewer(playing("a"), turnTo);
    sound.move(1);
    expect(turnTo).toHaveBeenCalledExactlyOnceWith("b");
    end();
    sound.toBar();
    sound.move(1);
    expect(now().playing?.fileId).toBe("b");
    sound.move(-1);
    sound.move(-1);
    expect(now().playing?.fileId, "nothing comes before the first").toBe("a");
  });

  it("plays under photos when it is in the bar, and is not talked over by a video", () => {
    sound.showInViewer(playing("a"), () => undefined);
    sound.toBar();
    element.paused = false;
    sound.giveWayTo("photo");
    expect(element.paused).toBe(false);
    sound.giveWayTo("video");
    expect(element.paused).toBe(true);
    expect(now().playing?.fileId).toBe("a");
  });

  it("ends when the viewer that shows it turns to something else", () => {
    sound.showInViewer(playing("a"), () => undefined);
    element.paused = false;
    sound.giveWayTo("photo");
    expect(now().playing).toBeNull();
    expect(element.paused).toBe(true);
  });

  it("tries a sound that failed no more, but the next", () => {
    sound.showInViewer(playing("a"), () => undefined);
    sound.fail();
    sound.showInViewer(playing("a"), () => undefined);
    expect(now().hasFailed).toBe(true);
    sound.showInViewer(playing("b"), () => undefined);
    expect(now().hasFailed).toBe(false);
  });
});
