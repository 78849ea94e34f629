"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../components/icon-button.tsx";
import { useShell } from "../shell/shell-context.ts";
import { useKeys } from "./use-keys.ts";

const groups = [
  {
    name: "viewer",
    shortcuts: [
      ["turn", ["←", "→"]],
      ["page", ["PgUp", "PgDn"]],
      ["info", ["I"]],
      ["favourite", ["F", "Shift+F"]],
      ["rate", ["1", "5"]],
      ["unrate", ["0"]],
      ["trash", ["Del"]],
      ["list", ["?"]],
      ["close", ["Esc"]],
    ],
  },
  {
    name: "photo",
    shortcuts: [
      ["zoom", ["+", "−"]],
      ["whole", ["0"]],
      ["pan", ["←", "→", "↑", "↓"]],
    ],
  },
  {
    name: "player",
    shortcuts: [
      ["play", ["Space", "K"]],
      ["seek5", ["←", "→"]],
      ["seek10", ["J", "L"]],
      ["frame", [",", "."]],
      ["rate", ["<", ">"]],
      ["volume", ["↑", "↓"]],
      ["mute", ["M"]],
      ["loop", ["R"]],
      ["captions", ["C"]],
      ["fullscreen", ["F"]],
      ["pictureInPicture", ["P"]],
    ],
  },
] as const;

/** Every key of the viewer. */
export function ShortcutList({ onClose }: { onClose(): void }) {
  const t = useTranslations("viewer");
  const isKeyboardOn = useShell()?.me.isKeyboardOn ?? true;
  useKeys(({ key }) => (key === "Escape" ? onClose : null), "first");
  return (
    <section
      aria-label={t("shortcuts")}
      data-chrome=""
      className="absolute top-14 right-4 z-20 max-h-[calc(100%-72px)] overflow-y-auto rounded-float border border-line bg-panel p-5 text-text shadow-float max-md:inset-x-3"
    >
      <div className="mb-3 flex items-center justify-between gap-4">
        <h2 className="font-semibold text-15">{t("shortcuts")}</h2>
        <IconButton label={t("closeShortcuts")} onClick={onClose}>
          <X aria-hidden="true" className="size-[18px]" />
        </IconButton>
      </div>
      {!isKeyboardOn && <p className="mb-3 max-w-72 text-13 text-muted">{t("keysOff")}</p>}
      <div className="grid gap-5">
        {groups.map(({ name: group, shortcuts }) => (
          <section key={group} aria-label={t(`shortcutGroup.${group}`)}>
            <h3 className="mb-1.5 font-[550] text-13 text-muted">{t(`shortcutGroup.${group}`)}</h3>
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
                  <dd>{t(`shortcut.${name}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </section>
  );
}
