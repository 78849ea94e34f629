"use client";

import { useTranslations } from "next-intl";

const shortcuts = [
  ["turn", ["←", "→"]],
  ["page", ["PgUp", "PgDn"]],
  ["info", ["I"]],
  ["play", ["Space", "K"]],
  ["seek5", ["←", "→"]],
  ["seek10", ["J", "L"]],
  ["frame", [",", "."]],
  ["mute", ["M"]],
  ["fullscreen", ["F"]],
  ["trash", ["Del"]],
  ["list", ["?"]],
  ["close", ["Esc"]],
] as const;

/** Every key of the viewer. */
export function ShortcutList() {
  const t = useTranslations("viewer");
  return (
    <section
      aria-label={t("shortcuts")}
      className="absolute right-4 bottom-16 z-20 rounded-float border border-line bg-panel p-5 text-text shadow-2xl"
    >
      <h2 className="mb-3 font-semibold text-15">{t("shortcuts")}</h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-13">
        {shortcuts.map(([name, keys]) => (
          <div key={name} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="min-w-6 rounded-[4px] border border-line px-1.5 text-center font-sans text-12"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd className="text-muted">{t(`shortcut.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
