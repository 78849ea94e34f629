"use client";

import type { Tag } from "@alcoves/core/tags/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { PickDialog } from "../../components/pick-dialog.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { TagCheckbox } from "../tags/tag-checkbox.tsx";
import { isSameName, type TagWishes, tagChoices } from "../tags/tag-choices.ts";
import { TagDot } from "../tags/tag-dot.tsx";

/** What the tags of a moment take. */
interface MomentTagsProps {
  libraryId: string;
  tags: readonly Tag[];
  mayChange: boolean;
  onChange(tags: Tag[]): void;
}

/** The tags of a moment, and the way to others. */
export function MomentTags({ libraryId, tags, mayChange, onChange }: MomentTagsProps) {
  const t = useTranslations("editor");
  const [isPicking, setPicking] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {tags.map(({ tagId, name, color }) => (
        <span
          key={tagId}
          className="flex max-w-full items-center gap-2 rounded-full border border-line px-2.5 py-1 text-13"
        >
          <TagDot color={color} />
          <span className="truncate">{name}</span>
        </span>
      ))}
      {mayChange && (
        <Button variant="quiet" onClick={() => setPicking(true)} className="text-muted">
          <Plus aria-hidden="true" className="size-4" />
          {t("tags")}
        </Button>
      )}
      {isPicking && <MomentTagPicker {...{ libraryId, tags, onChange }} onDone={() => setPicking(false)} />}
    </div>
  );
}

type PickerProps = Pick<MomentTagsProps, "libraryId" | "tags" | "onChange"> & { onDone(): void };

/** Asks which tags a moment should have. A new tag is made at once; that the moment has it is saved with the moment. */
function MomentTagPicker({ libraryId, tags, onChange, onDone }: PickerProps) {
  const t = useTranslations("tags");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const options = trpc.tags.list.queryOptions({ libraryId });
  const { data: known = [] } = useQuery(options);
  const [text, setText] = useState("");
  const [wishes, setWishes] = useState<TagWishes>(new Map());
  const uses = tags.map(({ tagId }) => ({ tagId, count: 1 }));
  const { shown, canMake } = tagChoices({ tags: known, uses, total: 1, wishes, text });
  const wish = (key: string, isOn: boolean) => setWishes(new Map(wishes).set(key, isOn));

  const apply = async () => {
    try {
      const names = [...wishes].filter(([key, isOn]) => isOn && !known.some(({ tagId }) => tagId === key));
      const made = await Promise.all(names.map(([name]) => client.tags.create.mutate({ libraryId, name })));
      if (made.length > 0) await queryClient.invalidateQueries({ queryKey: options.queryKey });
      const kept = known.filter(({ tagId }) => wishes.get(tagId) ?? tags.some((tag) => tag.tagId === tagId));
      onChange([...kept, ...made].map(({ tagId, name, color }) => ({ tagId, name, color })));
      onDone();
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error));
    }
  };
  const enter = () => {
    const found = shown.find(({ name }) => isSameName(name, text.trim())) ?? shown[0];
    if (canMake) wish(text.trim(), true);
    else if (found) wish(found.key, found.state !== "all");
    setText("");
  };
  return (
    <PickDialog
      title={t("title")}
      onClose={onDone}
      label={t("find")}
      maxLength={50}
      text={text}
      onText={setText}
      onEnter={enter}
      hint={canMake ? t("makeHint", { name: text.trim() }) : undefined}
      listLabel={t("title")}
      onSubmit={() => void apply()}
      actions={<DialogActions action={t("apply")} onCancel={onDone} isDisabled={wishes.size === 0} />}
    >
      {shown.map((choice) => (
        <TagCheckbox
          key={choice.key}
          choice={choice}
          isReady
          onToggle={({ key, state }) => wish(key, state !== "all")}
        />
      ))}
      {shown.length === 0 && !canMake && <li className="py-2 text-muted">{t("none")}</li>}
    </PickDialog>
  );
}
