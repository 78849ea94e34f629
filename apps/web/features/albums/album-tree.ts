import type { AlbumSummary } from "@alcoves/core/albums/schema";

/** An album with how deep it lies: 0 for one that is in none. */
export interface AlbumPlace {
  album: AlbumSummary;
  depth: number;
}

/** @returns the albums directly in an album, or in none */
export function albumsIn(albums: readonly AlbumSummary[], parentId: string | null): AlbumSummary[] {
  return albums.filter((album) => album.parentId === parentId);
}

/** @returns the albums from the top down, each followed by those in it. @param except an album that is left out with all in it */
export function albumTree(albums: readonly AlbumSummary[], except: string | null = null): AlbumPlace[] {
  const below = (parentId: string | null, depth: number): AlbumPlace[] =>
    albumsIn(albums, parentId)
      .filter(({ albumId }) => albumId !== except)
      .flatMap((album) => [{ album, depth }, ...below(album.albumId, depth + 1)]);
  return below(null, 0);
}

/** @returns the way from the top down to an album, itself last; empty for one that is not there */
export function albumPath(albums: readonly AlbumSummary[], albumId: string | null): AlbumSummary[] {
  const album = albums.find((each) => each.albumId === albumId);
  return album ? [...albumPath(albums, album.parentId), album] : [];
}

/** @returns its own cover, else that of the first album in it that has one */
export function coverOf(albums: readonly AlbumSummary[], album: AlbumSummary): AlbumSummary["cover"] {
  if (album.cover) return album.cover;
  for (const inner of albumsIn(albums, album.albumId)) {
    const cover = coverOf(albums, inner);
    if (cover) return cover;
  }
  return null;
}
