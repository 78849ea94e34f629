import { DomainError } from "@alcoves/core";
import { openShare } from "@alcoves/core/shares";
import type { RestContext } from "../door.ts";
import { pictureThatFits, previewOf, type Size } from "../shared-picture-size.ts";

type Opened = Exclude<Awaited<ReturnType<typeof openShare>>, { isLocked: true }>;
type Item = Extract<Opened, { kind: "file" }>["item"];

/** The player of what has no size: sound, and a clip that is not known yet. */
const plainPlayer: Size = { widthPx: 640, heightPx: 360 };
/** The largest player where the asker names no other. */
const usualBox: Size = { widthPx: 1280, heightPx: 720 };
/** Long and short side of a still, whichever way it stands: packages/media/src/video-poster.ts takes it to fit. */
const [stillLongPx, stillShortPx] = [1280, 720];

/**
 * How another site shows a share (oEmbed 1.0), for addresses of our own shares alone.
 * @throws NOT_FOUND for every other address, and INVALID for a box that is none
 */
export async function answerOembed(c: RestContext, origin: string): Promise<Response> {
  if ((c.req.query("format") ?? "json") !== "json")
    return c.json({ message: "There is JSON alone.", requestId: c.get("requestId") }, 501);
  const box = {
    widthPx: boundOf(c.req.query("maxwidth"), usualBox.widthPx),
    heightPx: boundOf(c.req.query("maxheight"), usualBox.heightPx),
  };
  const token = tokenIn(c.req.query("url") ?? "", origin);
  // Sites ask for everyone who will see the embed: what one visitor has proved is no matter.
  const share = await openShare(c.get("core"), { token, proof: null });
  if (share.isLocked) throw new DomainError("UNAUTHENTICATED", "This link asks for a password.");
  const provider = { version: "1.0", provider_name: "Alcoves", provider_url: origin };
  const answer = { ...provider, ...describe(share, { address: `${origin}/s/${token}`, box }) };
  return c.json(answer, 200, { "cache-control": "no-store" });
}

/** Where a share is, and the largest that the asker shows. */
interface Place {
  address: string;
  box: Size;
}

/** What plays is a player, a photo is itself, and an album is a link. */
function describe(share: Opened, place: Place) {
  if (share.kind === "moment") {
    const { name, hasThumbnail } = share;
    const size = sizeOf(share);
    const still = size && hasThumbnail ? thumbnailOf(stillOf(size), place) : {};
    return { ...videoOf({ name, size }, place), ...still };
  }
  if (share.kind === "album") return { type: "link", title: share.name, ...pictureOf(share.cover, place) };
  const { item } = share;
  if (item.playback)
    return { ...videoOf({ name: item.name, size: sizeOf(item) }, place), ...pictureOf(item, place) };
  return photoOf(item, place) ?? { type: "link", title: item.name, ...pictureOf(item, place) };
}

function sizeOf({ widthPx, heightPx }: { widthPx: number | null; heightPx: number | null }): Size | null {
  return widthPx && heightPx ? { widthPx, heightPx } : null;
}

function videoOf({ name, size }: { name: string; size: Size | null }, { address, box }: Place) {
  const player = fit(size ?? plainPlayer, box);
  const html = playerOf(`${address}/embed`, { ...player, name });
  return { type: "video", title: name, width: player.widthPx, height: player.heightPx, html };
}

/** @returns null for what shows nothing, or not that small */
function photoOf({ name, reference, pictureVersion, ...item }: Item, { address, box }: Place) {
  const size = sizeOf(item);
  const picture = size && pictureVersion ? pictureThatFits(size, box) : null;
  if (!picture) return null;
  const url = `${address}/media/${reference}/${picture.name}`;
  return { type: "photo", title: name, url, width: picture.widthPx, height: picture.heightPx };
}

/** The picture that stands for a file, or for an album. */
function pictureOf(item: Item | null, place: Place) {
  const size = item?.pictureVersion ? sizeOf(item) : null;
  return size ? thumbnailOf(previewOf(size), place) : {};
}

/** @returns the token of a share's address; of any other one that was never made, which is limited and told as such */
function tokenIn(address: string, origin: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  return (url?.origin === origin && /^\/s\/([\w-]+)\/?$/.exec(url.pathname)?.[1]) || "";
}

function boundOf(text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  if (!/^[1-9]\d{0,4}$/.test(text))
    throw new DomainError("INVALID", "The largest width and height are whole numbers of pixels.");
  return Number(text);
}

function fit({ widthPx, heightPx }: Size, box: Size): Size {
  const factor = Math.min(1, box.widthPx / widthPx, box.heightPx / heightPx);
  const whole = (px: number) => Math.max(1, Math.floor(px * factor));
  return { widthPx: whole(widthPx), heightPx: whole(heightPx) };
}

/** The still of a clip. */
function stillOf(size: Size): Size {
  const [longest, shortest] =
    size.widthPx >= size.heightPx ? [stillLongPx, stillShortPx] : [stillShortPx, stillLongPx];
  return fit(size, { widthPx: longest, heightPx: shortest });
}

/** The picture has one size: where that is too large, there is none (oEmbed 1.0, 2.3.4). */
function thumbnailOf(picture: Size, { address, box }: Place) {
  if (picture.widthPx > box.widthPx || picture.heightPx > box.heightPx) return {};
  const url = `${address}/media/thumbnail`;
  return { thumbnail_url: url, thumbnail_width: picture.widthPx, thumbnail_height: picture.heightPx };
}

function playerOf(address: string, { name, widthPx, heightPx }: Size & { name: string }): string {
  const attributes = {
    src: address,
    width: String(widthPx),
    height: String(heightPx),
    title: name,
    style: "border: 0",
    referrerpolicy: "no-referrer",
    allow: "fullscreen; picture-in-picture",
  };
  const written = Object.entries(attributes).map(([key, value]) => `${key}="${escapeAttribute(value)}"`);
  return `<iframe ${written.join(" ")}></iframe>`;
}

/** Letters, digits and a few signs stay; all else is a number, marks that turn the direction of text too. */
function escapeAttribute(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:;/_-]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
