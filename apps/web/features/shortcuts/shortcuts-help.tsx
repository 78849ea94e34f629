"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useContext } from "react";
import { Dialog } from "../../components/dialog.tsx";
import { type Registry, useRegistry } from "../../components/registry.ts";
import { isSingleKey } from "./chord.ts";
import { KeyCaps } from "./key-caps.tsx";
import { groupShortcuts, type ShortcutId, shortcuts } from "./shortcuts.ts";
import { type ActiveShortcut, ShortcutsContext } from "./use-shortcut.ts";

/** What the list takes. */
interface ShortcutsHelpProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** Whether single keys do something by themselves. */
  isKeyboardOn: boolean;
}

/** Every shortcut that does something on the page, by group. */
export function ShortcutsHelp({ open, onOpenChange, isKeyboardOn }: ShortcutsHelpProps) {
  const t = useTranslations("shortcuts");
  const registry = useContext(ShortcutsContext);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")}>
      {!isKeyboardOn && (
        <p className="mb-4 text-muted">
          {t.rich("off", {
            link: (text) => (
              <Link
                href="/settings"
                onClick={() => onOpenChange(false)}
                className="text-accent-text underline"
              >
                {text}
              </Link>
            ),
          })}
        </p>
      )}
      {registry && <Groups registry={registry} isKeyboardOn={isKeyboardOn} />}
    </Dialog>
  );
}

function Groups({ registry, isKeyboardOn }: { registry: Registry<ActiveShortcut>; isKeyboardOn: boolean }) {
  const t = useTranslations("shortcuts");
  const keysOf = (id: ShortcutId) =>
    shortcuts[id].keys.filter((chord) => isKeyboardOn || !isSingleKey(chord));
  const active = new Set(useRegistry(registry).map(({ id }) => id));
  const groups = groupShortcuts(new Set([...active].filter((id) => keysOf(id).length > 0)));
  return (
    <div className="grid gap-5">
      {groups.map(({ group, ids }) => (
        <section key={group}>
          <h3 className="mb-1.5 text-12 text-muted">{t(`group.${group}`)}</h3>
          <dl className="divide-y divide-line">
            {ids.map((id) => (
              <div key={id} className="flex min-h-9 items-center justify-between gap-4 py-1">
                <dt>{t(`what.${id}`)}</dt>
                <dd className="flex items-center gap-2 text-12 text-muted">
                  {keysOf(id).map((chord, place) => (
                    <span key={chord} className="flex items-center gap-2">
                      {place > 0 && t("or")}
                      <KeyCaps chord={chord} />
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
