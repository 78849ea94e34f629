import type { SharedAlbum, SharedItem, SharedMoment } from "@alcoves/core/shares/schema";
import { expect, it } from "vitest";
import { shareMetadata } from "./share-metadata.ts";

const shared: SharedMoment = {
  isLocked: false,
  kind: "moment",
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

const photo: SharedItem = {
  reference: "ref",
  name: "Beach.jpg",
  kind: "photo",
  widthPx: 400,
  heightPx: 300,
  durationMs: null,
  pictureVersion: "1-abc",
  playback: null,
  playVersion: 0,
  originalSizeBytes: null,
  details: null,
  place: null,
};
const album: SharedAlbum = {
  isLocked: false,
  kind: "album",
  name: "Summer",
  count: 1,
  cover: photo,
  items: [photo],
  nextCursor: null,
  hasOriginals: false,
  expiresAt: null,
};

it("shows a photo and an album as a large picture, and offers a player of what plays alone", () => {
  for (const [share, title] of [
    [{ isLocked: false, kind: "file", item: photo, expiresAt: null }, "Beach.jpg"],
    [album, "Summer"],
  ] as const) {
    const metadata = shareMetadata(share, page);
    const images = [{ url: "https://photos.example.org/s/abc/media/thumbnail", width: 400, height: 300 }];
    expect(metadata.openGraph).toMatchObject({ type: "website", title, images });
    expect(metadata.twitter).toMatchObject({ card: "summary_large_image", title });
  }
  const film: SharedItem = { ...photo, kind: "video", playback: "ready", playVersion: 2 };
  const ofFilm = shareMetadata({ isLocked: false, kind: "file", item: film, expiresAt: null }, page);
  const streamUrl = "https://photos.example.org/s/abc/media/ref/play?v=2";
  expect(ofFilm.twitter).toMatchObject({ card: "player", players: { streamUrl } });
  const empty = shareMetadata({ ...album, cover: null, items: [], count: 0 }, page);
  expect(empty.twitter).toMatchObject({ card: "summary", images: [] });
});

it("says of a locked link nothing but that", () => {
  expect(shareMetadata({ isLocked: true }, page)).toEqual({
    title: "Locked",
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  });
});
