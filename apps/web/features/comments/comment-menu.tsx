"use client";

import type { Comment } from "@alcoves/core/comments/schema";
import { Ellipsis, Link2, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { IconButton } from "../../components/icon-button.tsx";
import { Menu, MenuItem } from "../../components/menu.tsx";

/** What the menu takes. */
interface CommentMenuProps {
  comment: Comment;
  libraryId: string;
  onEdit(): void;
  onRemove(comment: Comment): void;
}

/** What else can be done with a comment. */
export function CommentMenu({ comment, libraryId, onEdit, onRemove }: CommentMenuProps) {
  const t = useTranslations("comments");
  const app = useTranslations("app");
  const icon = { "aria-hidden": true, strokeWidth: 1.75, className: "size-[18px]" } as const;
  const copyLink = async () => {
    const { origin } = window.location;
    try {
      // Missing on plain http.
      await navigator.clipboard.writeText(
        `${origin}/l/${libraryId}/edit/${comment.fileId}?comment=${comment.commentId}`,
      );
      toast.success(t("linkCopied"));
    } catch {
      toast.error(app("copyFailed"));
    }
  };
  return (
    <Menu
      className="min-w-44"
      trigger={
        <IconButton
          label={t("more", { name: comment.createdBy?.name ?? t("somebody") })}
          variant="small"
          className="shrink-0"
        >
          <Ellipsis aria-hidden="true" className="size-4" />
        </IconButton>
      }
    >
      <MenuItem onSelect={() => void copyLink()}>
        <Link2 {...icon} />
        {t("copyLink")}
      </MenuItem>
      {comment.mayChange && (
        <MenuItem onSelect={onEdit}>
          <Pencil {...icon} />
          {t("edit")}
        </MenuItem>
      )}
      {comment.mayRemove && (
        <MenuItem onSelect={() => onRemove(comment)} className="text-failed">
          <Trash2 {...icon} />
          {t("remove")}
        </MenuItem>
      )}
    </Menu>
  );
}
