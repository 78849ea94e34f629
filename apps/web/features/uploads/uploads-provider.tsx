"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { toast } from "sonner";
import { DropTarget } from "./drop-target.tsx";
import { readPicked } from "./read-drop.ts";
import type { UploadTarget } from "./upload-entry.ts";
import { UploadPanel } from "./upload-panel.tsx";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { useProcessing } from "./use-processing.ts";
import { useUploadEngine } from "./use-upload-engine.ts";
import { type Uploads, UploadsContext } from "./use-uploads.ts";

/** The uploads of the whole app, with their panel and the drop target. Mount it once, around every page. */
export function UploadsProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("uploads");
  const engine = useUploadEngine();
  const [target, setTarget] = useState<UploadTarget | null>(null);
  const filePicker = useRef<HTMLInputElement>(null);
  const folderPicker = useRef<HTMLInputElement>(null);
  const pickingFor = useRef<UploadTarget | null>(null);
  useProcessing(engine);
  useLeaveWarning(engine);

  // Not an attribute React knows; every browser does.
  useEffect(() => folderPicker.current?.setAttribute("webkitdirectory", ""), []);

  const uploads = useMemo((): Uploads => {
    const pickWith = (picker: HTMLInputElement | null, place: UploadTarget | null) => {
      pickingFor.current = place;
      if (place) picker?.click();
      else toast.error(t("noTarget"));
    };
    return {
      engine,
      target,
      setTarget,
      pick: (place) => pickWith(filePicker.current, place ?? target),
      pickFolder: (place) => pickWith(folderPicker.current, place ?? target),
      addFiles: (files, place) => void engine.add(files, place),
    };
  }, [engine, target, t]);

  const onPicked = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    // Emptying the picker below empties its list as well.
    const found = readPicked([...(currentTarget.files ?? [])]);
    const place = pickingFor.current ?? target;
    if (place) void engine.add(found, place);
    else toast.error(t("noTarget"));
    pickingFor.current = null;
    // So that picking the same files again is a change as well.
    currentTarget.value = "";
  };

  return (
    <UploadsContext value={uploads}>
      {children}
      <input
        ref={filePicker}
        type="file"
        multiple
        hidden
        // Where there is no place for files none can be picked.
        disabled={!target}
        aria-label={t("pickFiles")}
        onChange={onPicked}
      />
      <input
        ref={folderPicker}
        type="file"
        multiple
        hidden
        disabled={!target}
        aria-label={t("pickFolder")}
        onChange={onPicked}
      />
      <DropTarget target={target} onFiles={(found, place) => void engine.add(found, place)} />
      <UploadPanel />
    </UploadsContext>
  );
}
