import type { SharedMoment } from "@alcoves/core/shares/schema";
import { expect, it } from "vitest";
import { shareMetadata } from "./share-metadata.ts";

const shared: SharedMoment = {
  isLocked: false,
  name: "The speech",
  description: "x".repeat(300),
  isSound: false,
  durationMs: 5_000,
  clip: "ready",
  version: 3,
  hasThumbnail: true,
  widthPx: 854,
  heightPx: 480,
  expiresAt: null,
};
const page = { token: "abc", origin: "https://photos.example.org", lockedTitle: "Locked" };

it("gives messengers the title, a still and the clip, at the origin of the instance", () => {
  const metadata = shareMetadata(shared, page);
  const size = { width: 854, height: 480 };
  const clip = "https://photos.example.org/s/abc/media/clip?v=3";
  expect(metadata.openGraph).toMatchObject({
    type: "video.other",
    url: "https://photos.example.org/s/abc",
    images: [{ url: "https://photos.example.org/s/abc/media/thumbnail", ...size }],
    videos: [{ url: clip, secureUrl: clip, type: "video/mp4", ...size }],
  });
  expect(metadata.twitter).toMatchObject({
    card: "player",
    players: { playerUrl: "https://photos.example.org/s/abc/embed", streamUrl: clip, ...size },
  });
  expect(metadata.description).toHaveLength(200);
});

it("names no clip that is not there yet, and offers no player of it", () => {
  const metadata = shareMetadata({ ...shared, clip: "processing", hasThumbnail: false, version: 0 }, page);
  expect(JSON.stringify(metadata)).not.toMatch(/media\/clip|"player"/);
});

it("says of a locked link nothing but that", () => {
  expect(shareMetadata({ isLocked: true }, page)).toEqual({
    title: "Locked",
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  });
});
