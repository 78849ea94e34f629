/** A file or folder of the model: where it stands, and what took it along into the trash. */
interface ModelItem {
  of: "folder" | "file";
  placeId: string | null;
  name: string;
  isTrashed: boolean;
  trashedWithId: string | null;
}
type Stand = Pick<ModelItem, "placeId" | "name" | "isTrashed">;

/** What an act asked for, with the ids it was answered with. */
export type Deed =
  | { does: "create"; id: string; placeId: string | null; name: string }
  | { does: "rename"; id: string; name: string; undoId: string }
  | { does: "move"; ids: string[]; placeId: string | null; undoId: string }
  | { does: "trash"; ids: string[]; undoId: string }
  | { does: "restore"; ids: string[]; undoId: string }
  | { does: "undo"; undoId: string };

/**
 * What the acts on a tree mean, without a database: one after another, in memory, each as plain as it can be said.
 * @param files that stand at the top before the first act
 */
export function createTreeModel(files: readonly { id: string; name: string }[]) {
  const items = new Map<string, ModelItem>(
    files.map(({ id, name }) => [
      id,
      { of: "file", placeId: null, name, isTrashed: false, trashedWithId: null },
    ]),
  );
  const undos = new Map<string, { id: string; before: Stand; after: Stand }[]>();

  const item = (id: string) => {
    const found = items.get(id);
    if (!found) throw new Error(`the model has no ${id}`);
    return found;
  };
  const standOf = (id: string): Stand => {
    const { placeId, name, isTrashed } = item(id);
    return { placeId, name, isTrashed };
  };
  const must = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`the model refuses what was done: ${what}`);
  };
  const isIn = (id: string, folderIds: ReadonlySet<string>): boolean => {
    const { placeId } = item(id);
    return placeId !== null && (folderIds.has(placeId) || isIn(placeId, folderIds));
  };
  const isLive = (placeId: string | null) => placeId === null || !item(placeId).isTrashed;
  const isFree = (name: string, placeId: string | null, but: ReadonlySet<string>) =>
    ![...items].some(
      ([id, other]) =>
        other.of === "folder" &&
        !other.isTrashed &&
        other.placeId === placeId &&
        other.name.toLowerCase() === name.toLowerCase() &&
        !but.has(id),
    );
  /** Whether a place is there once some folders are back. */
  const willBeLive = (placeId: string | null, back: ReadonlySet<string>) =>
    isLive(placeId) ||
    (placeId !== null && (back.has(placeId) || back.has(item(placeId).trashedWithId ?? "")));

  function putAway(ids: readonly string[]): string[] {
    const chosen = new Set(ids);
    const alone = ids.filter((id) => !isIn(id, chosen));
    for (const rootId of alone) {
      const root = new Set([rootId]);
      const along = [...items].filter(([id, { isTrashed }]) => !isTrashed && isIn(id, root));
      for (const [, inside] of along) Object.assign(inside, { isTrashed: true, trashedWithId: rootId });
      item(rootId).isTrashed = true;
    }
    return alone;
  }

  function bringBack(id: string, to: Pick<ModelItem, "placeId" | "name">) {
    for (const other of items.values())
      if (other.trashedWithId === id) Object.assign(other, { isTrashed: false, trashedWithId: null });
    Object.assign(item(id), { isTrashed: false, ...to });
  }

  function freeName(id: string, placeId: string | null): string {
    const { name, of } = item(id);
    let free = name;
    for (let number = 2; of === "folder" && !isFree(free, placeId, new Set([id])); number += 1)
      free = `${name} (${number})`;
    return free;
  }

  /** Does an act and keeps what its undo needs. @param act returns what it was about */
  function keeping(undoId: string, ids: readonly string[], act: () => readonly string[]): void {
    const before = new Map(ids.map((id) => [id, standOf(id)]));
    const changes = act().map((id) => ({ id, before: before.get(id) ?? standOf(id), after: standOf(id) }));
    undos.set(undoId, changes);
  }

  function takeBack(undoId: string) {
    const changes = undos.get(undoId) ?? [];
    must(changes.length > 0, "an undo of nothing");
    undos.delete(undoId);
    for (const { id, after } of changes)
      must(JSON.stringify(standOf(id)) === JSON.stringify(after), `an undo of what has changed since`);
    putAway(changes.flatMap(({ id, before, after }) => (before.isTrashed && !after.isTrashed ? [id] : [])));
    const back = changes.filter(({ before }) => !before.isTrashed);
    const backIds = new Set(back.map(({ id }) => id));
    for (const { id, before } of back) {
      must(willBeLive(before.placeId, backIds), "an undo to a place that is gone");
      if (item(id).of === "folder")
        must(isFree(before.name, before.placeId, backIds), "an undo to a taken name");
    }
    for (const { id, before, after } of changes) {
      if (!before.isTrashed && after.isTrashed) bringBack(id, before);
      else Object.assign(item(id), { placeId: before.placeId, name: before.name });
    }
    for (const { id } of changes) must(!isInItself(id), "an undo that makes a circle");
  }

  /** Whether going up from an item leads to it again. */
  function isInItself(id: string): boolean {
    const way = new Set<string>();
    for (let at: string | null = id; at !== null; at = item(at).placeId) {
      if (way.has(at)) return true;
      way.add(at);
    }
    return false;
  }

  function create({ id, placeId, name }: Extract<Deed, { does: "create" }>): void {
    must(isLive(placeId) && isFree(name, placeId, new Set()), "a new folder");
    items.set(id, { of: "folder", placeId, name, isTrashed: false, trashedWithId: null });
  }

  function rename({ id, name }: Extract<Deed, { does: "rename" }>): string[] {
    const { of, isTrashed, placeId } = item(id);
    must(!isTrashed, "a rename of what is in the trash");
    if (of === "folder") must(isFree(name, placeId, new Set([id])), "a taken name");
    item(id).name = of === "folder" ? name : `${name}.jpg`;
    return [id];
  }

  function move({ ids, placeId }: Extract<Deed, { does: "move" }>): string[] {
    must(isLive(placeId), "a move into the trash");
    for (const id of ids) {
      const { of, isTrashed, name } = item(id);
      must(!isTrashed, "a move of what is in the trash");
      if (of === "folder") must(isFree(name, placeId, new Set(ids)), "a move to a taken name");
    }
    for (const id of ids) item(id).placeId = placeId;
    for (const id of ids) must(!isInItself(id), "a move that makes a circle");
    return ids;
  }

  function trash({ ids }: Extract<Deed, { does: "trash" }>): string[] {
    for (const id of ids) must(!item(id).isTrashed, "trashing what is in the trash");
    return putAway(ids);
  }

  function restore({ ids }: Extract<Deed, { does: "restore" }>): string[] {
    const back = new Set(ids);
    for (const id of ids)
      must(item(id).isTrashed && item(id).trashedWithId === null, "a restore of what is not in the trash");
    const places = ids.map((id) => (willBeLive(item(id).placeId, back) ? item(id).placeId : null));
    for (const [at, id] of ids.entries()) {
      const placeId = places[at] ?? null;
      bringBack(id, { placeId, name: freeName(id, placeId) });
    }
    return ids;
  }

  /** @throws when the model would have refused the act */
  function perform(deed: Deed): void {
    if (deed.does === "create") create(deed);
    if (deed.does === "rename") keeping(deed.undoId, [deed.id], () => rename(deed));
    if (deed.does === "move") keeping(deed.undoId, deed.ids, () => move(deed));
    if (deed.does === "trash") keeping(deed.undoId, deed.ids, () => trash(deed));
    if (deed.does === "restore") keeping(deed.undoId, deed.ids, () => restore(deed));
    if (deed.does === "undo") takeBack(deed.undoId);
  }
  return { items, perform };
}
