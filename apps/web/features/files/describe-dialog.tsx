"use client";

import { DescribeFile, type FileDetails } from "@alcoves/core/files/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { inputLook } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";

/** What the dialog takes. */
interface DescribeDialogProps {
  libraryId: string;
  file: Pick<FileDetails, "fileId" | "description" | "writtenDescription">;
  onDone(): void;
}

/** Asks what a file shows. An empty text hides what the file itself says; what was written can be given up for that. */
export function DescribeDialog({ libraryId, file, onDone }: DescribeDialogProps) {
  const t = useTranslations("describe");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const id = useId();
  const form = useForm({
    resolver: zodResolver(DescribeFile.pick({ description: true })),
    defaultValues: { description: file.description ?? "" },
  });
  const error = form.formState.errors.description?.message;
  const { mutate, isPending } = useMutation(
    trpc.files.describe.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.files.get.pathKey() });
        onDone();
      },
      onError: ({ message }) => form.setError("description", { message }, { shouldFocus: true }),
    }),
  );
  const write = (description: string | null) => mutate({ libraryId, fileId: file.fileId, description });
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onDone()} title={t("title")}>
      <form
        noValidate
        // Keys are this form's alone: the page below has shortcuts of its own.
        onKeyDown={(event) => event.stopPropagation()}
        onSubmit={form.handleSubmit(({ description }) => write(description))}
        className="grid gap-4"
      >
        <div className="grid gap-1.5">
          <label htmlFor={id} className="font-[550] text-13">
            {t("description")}
          </label>
          <textarea
            id={id}
            rows={6}
            aria-invalid={error !== undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            {...form.register("description")}
            className={`${inputLook} resize-y py-2.5`}
          />
          {error && (
            <p id={`${id}-error`} role="alert" className="text-13 text-failed">
              {error}
            </p>
          )}
        </div>
        {file.writtenDescription !== null && (
          <Button
            variant="quiet"
            disabled={isPending}
            onClick={() => write(null)}
            className="justify-self-start"
          >
            {t("own")}
          </Button>
        )}
        <DialogActions action={t("save")} onCancel={onDone} isDisabled={isPending} />
      </form>
    </Dialog>
  );
}
