import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";

/** What the owner can do with queues and jobs; each shows what came of it, and the page is asked for anew. */
export function useQueueActs() {
  const t = useTranslations("jobs");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const all = {
    onError: (error: { message: string }) => toast.error(error.message),
    onSettled: () => queryClient.invalidateQueries(trpc.jobs.pathFilter()),
  };
  const pause = useMutation(trpc.jobs.pause.mutationOptions(all));
  const resume = useMutation(trpc.jobs.resume.mutationOptions(all));
  const retry = useMutation(trpc.jobs.retry.mutationOptions(all));
  const remove = useMutation(trpc.jobs.remove.mutationOptions(all));
  const retryFailed = useMutation(
    trpc.jobs.retryFailed.mutationOptions({
      ...all,
      onSuccess: ({ count }) => toast.success(t("retried", { count })),
    }),
  );
  const purge = useMutation(
    trpc.jobs.purge.mutationOptions({
      ...all,
      onSuccess: ({ count }) => toast.success(t("purged", { count })),
    }),
  );
  return {
    pause: pause.mutate,
    resume: resume.mutate,
    retry: retry.mutate,
    remove: remove.mutate,
    retryFailed: retryFailed.mutate,
    purge: purge.mutate,
    isPending: [pause, resume, retry, remove, retryFailed, purge].some((act) => act.isPending),
  };
}
