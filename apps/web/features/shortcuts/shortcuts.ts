/**
 * Every shortcut of the app's pages: its keys, as `matchesChord` reads them, and the group it stands under in the list of shortcuts. Its
 * words are among the messages, by its name. The viewer has keys of its own.
 */
export const shortcuts = {
  palette: { keys: ["/", "Mod+K"], group: "everywhere" },
  focusSearch: { keys: ["/"], group: "everywhere" },
  help: { keys: ["?"], group: "everywhere" },
  open: { keys: ["Enter"], group: "files" },
  select: { keys: ["Space"], group: "files" },
  rename: { keys: ["F2"], group: "files" },
  favourite: { keys: ["F"], group: "files" },
  info: { keys: ["I"], group: "files" },
  tag: { keys: ["T"], group: "files" },
  move: { keys: ["M"], group: "files" },
  download: { keys: ["Shift+D"], group: "files" },
  trash: { keys: ["Delete"], group: "files" },
  purge: { keys: ["Shift+Delete"], group: "files" },
  keepOne: { keys: ["K"], group: "duplicates" },
  keepAll: { keys: ["Shift+K"], group: "duplicates" },
  takeOut: { keys: ["Delete"], group: "album" },
  earlier: { keys: ["<"], group: "album" },
  later: { keys: [">"], group: "album" },
  selectAll: { keys: ["Mod+A"], group: "selection" },
  clearSelection: { keys: ["Escape"], group: "selection" },
  mapZoomIn: { keys: ["Plus", "="], group: "map" },
  mapZoomOut: { keys: ["-"], group: "map" },
  mapLeft: { keys: ["ArrowLeft"], group: "map" },
  mapRight: { keys: ["ArrowRight"], group: "map" },
  mapUp: { keys: ["ArrowUp"], group: "map" },
  mapDown: { keys: ["ArrowDown"], group: "map" },
  rate1: { keys: ["1"], group: "rating" },
  rate2: { keys: ["2"], group: "rating" },
  rate3: { keys: ["3"], group: "rating" },
  rate4: { keys: ["4"], group: "rating" },
  rate5: { keys: ["5"], group: "rating" },
  rate0: { keys: ["0"], group: "rating" },
} as const satisfies Record<string, { keys: readonly string[]; group: string }>;

/** The name of a shortcut. */
export type ShortcutId = keyof typeof shortcuts;

/** What shortcuts are grouped by in their list. */
export type ShortcutGroup = (typeof shortcuts)[ShortcutId]["group"];

const ids = Object.keys(shortcuts).filter((id): id is ShortcutId => Object.hasOwn(shortcuts, id));

/** @returns the shortcuts that do something now, by group, in the order of the table */
export function groupShortcuts(
  active: ReadonlySet<ShortcutId>,
): { group: ShortcutGroup; ids: ShortcutId[] }[] {
  const here = ids.filter((id) => active.has(id));
  const groups = [...new Set(here.map((id) => shortcuts[id].group))];
  return groups.map((group) => ({ group, ids: here.filter((id) => shortcuts[id].group === group) }));
}
