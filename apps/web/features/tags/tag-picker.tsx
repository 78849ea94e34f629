"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { PickDialog } from "../../components/pick-dialog.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { TagCheckbox } from "./tag-checkbox.tsx";
import { isSameName, type TagChoice, type TagWishes, tagChoices } from "./tag-choices.ts";
import { useTagging } from "./use-tagging.ts";

/** What is tagged. */
interface TagPickerProps {
  libraryId: string;
  fileIds: readonly string[];
  folderIds: readonly string[];
  /** It is done, or not to be. */
  onDone(): void;
}

/** Asks which tags some files and folders should have: those that all of them have are ticked, those that some have are half ticked. */
export function TagPicker({ libraryId, fileIds, folderIds, onDone }: TagPickerProps) {
  const t = useTranslations("tags");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const items = { fileIds: [...fileIds], folderIds: [...folderIds] };
  const { data: tags = [] } = useQuery(trpc.tags.list.queryOptions({ libraryId }));
  const { data: uses } = useQuery({
    queryKey: [...trpc.tags.of.mutationKey(), libraryId, items],
    queryFn: () => client.tags.of.mutate({ libraryId, ...items }),
    staleTime: 0,
    gcTime: 0,
  });
  const [text, setText] = useState("");
  const [wishes, setWishes] = useState<TagWishes>(new Map());
  const tagging = useTagging(libraryId, onDone);
  const total = items.fileIds.length + items.folderIds.length;
  const { shown, canMake } = tagChoices({ tags, uses: uses ?? [], total, wishes, text });

  const toggle = ({ key, state, had }: TagChoice) => {
    const next = new Map(wishes);
    const isOn = state !== "all";
    if (had === (isOn ? "all" : "none")) next.delete(key);
    else next.set(key, isOn);
    setWishes(next);
  };
  const make = () => {
    setWishes(new Map(wishes).set(text.trim(), true));
  };
  const apply = () => {
    const chosen = (isOn: boolean) => [...wishes].filter((wish) => wish[1] === isOn).map(([key]) => key);
    const isTag = (key: string) => tags.some(({ tagId }) => tagId === key);
    tagging.put({
      ...items,
      add: chosen(true).filter(isTag),
      addNames: chosen(true).filter((key) => !isTag(key)),
      remove: chosen(false),
    });
  };
  const enter = () => {
    const found = shown.find(({ name }) => isSameName(name, text.trim())) ?? shown[0];
    if (canMake) make();
    else if (found) toggle(found);
    setText("");
  };
  return (
    <PickDialog
      title={t("pickTitle", { count: total })}
      onClose={onDone}
      label={t("find")}
      maxLength={50}
      text={text}
      onText={setText}
      onEnter={enter}
      hint={canMake ? t("makeHint", { name: text.trim() }) : undefined}
      listLabel={t("title")}
      onSubmit={apply}
      actions={
        <DialogActions
          action={t("apply")}
          onCancel={onDone}
          isDisabled={wishes.size === 0 || tagging.isPending}
        />
      }
    >
      {shown.map((choice) => (
        <TagCheckbox key={choice.key} choice={choice} isReady={uses !== undefined} onToggle={toggle} />
      ))}
      {shown.length === 0 && !canMake && <li className="py-2 text-muted">{t("none")}</li>}
    </PickDialog>
  );
}
