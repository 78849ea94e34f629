"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "../../components/dialog.tsx";
import { useShell } from "../shell/shell-context.ts";
import { KeyCaps } from "../shortcuts/key-caps.tsx";
import { editorShortcuts } from "./editor-keys.ts";

/** Every key of the editor. */
export function EditorHelp({ onClose }: { onClose(): void }) {
  const t = useTranslations("editor");
  const viewer = useTranslations("viewer");
  const isKeyboardOn = useShell()?.me.isKeyboardOn ?? true;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} title={t("help")}>
      {!isKeyboardOn && <p className="mb-3 text-13 text-muted">{viewer("keysOff")}</p>}
      <div className="grid gap-5">
        {editorShortcuts.map(({ group, shortcuts }) => (
          <section key={group} aria-label={t(`keyGroup.${group}`)}>
            <h3 className="mb-1.5 font-[550] text-13 text-muted">{t(`keyGroup.${group}`)}</h3>
            <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-13">
              {shortcuts.map(([name, keys]) => (
                <div key={name} className="contents">
                  <dt className="flex gap-1">
                    {keys.map((key) => (
                      <KeyCaps key={key} chord={key} />
                    ))}
                  </dt>
                  <dd>{t(`key.${name}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
