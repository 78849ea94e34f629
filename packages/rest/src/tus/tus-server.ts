import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { type Context, DomainError, type Services } from "@alcoves/core";
import {
  abandonUpload,
  asStorageError,
  beginUpload,
  finishUpload,
  isUploadId,
  requireUpload,
  stagingFolder,
  uploadedFileHeader,
  whenReceived,
} from "@alcoves/core/uploads";
import { EVENTS, Server } from "@tus/server";
import { toErrorAnswer } from "../domain-errors.ts";
import { HashingStore } from "./hashing-store.ts";

/** Where uploads are sent to (tus 1.0.0). */
export const tusPath = "/api/tus";

type OpenedUpload = Awaited<ReturnType<typeof requireUpload>>;

/** The tus server with the context of each request at hand: its hooks are handed the request alone. */
export interface UploadServer {
  handle(core: Context, ...request: Parameters<Server["handle"]>): Promise<void>;
  /**
   * Finishes an upload whose bytes are all here: a process died before it could, storage was away, or another request is at
   * it right now. @param opened what `requireUpload` gave @returns the id of its file, null while bytes are missing
   */
  finishReceived(core: Context, opened: OpenedUpload): Promise<string | null>;
}

/**
 * Builds the tus server: it speaks the protocol, core decides.
 * @param options.allowedOrigins other origins whose pages may read the answers; tus itself would let in every one
 */
export function createUploadServer(
  services: Services,
  { allowedOrigins }: { allowedOrigins: readonly string[] },
): UploadServer {
  const asking = new AsyncLocalStorage<Context>();
  const store = new HashingStore({ directory: stagingFolder(services.dataPath) });
  const tus = new Server({
    path: tusPath,
    relativeLocation: true,
    respectForwardedHeaders: false,
    allowedOrigins: (origin) => allowedOrigins.includes(origin),
    allowedCredentials: true,
    datastore: store,
    maxSize: services.maxUploadBytes,
    namingFunction: (_request, metadata) =>
      isUploadId(metadata?.uploadId) ? metadata.uploadId : randomBytes(16).toString("hex"),
    async onUploadCreate(_request, upload) {
      if (upload.size === undefined)
        throw answerOf(new DomainError("INVALID", "Say how large the upload is in Upload-Length."));
      await decide(() =>
        beginUpload(current(), {
          uploadId: upload.id,
          sizeBytes: upload.size ?? 0,
          metadata: upload.metadata,
        }),
      );
      return {};
    },
    async onUploadFinish(_request, upload) {
      const fileId = await decide(() => finish(current(), upload.id));
      return { headers: { [uploadedFileHeader]: fileId } };
    },
    onResponseError(_request, thrown) {
      // What tus throws by itself has an answer; of everything else only the sentence that doors give goes out.
      return "status_code" in thrown ? undefined : answerOf(thrown);
    },
  });
  tus.on(EVENTS.POST_TERMINATE, (_request, _response, uploadId) => {
    store.forget(uploadId);
    // The sweep removes what this leaves behind.
    abandonUpload(current(), { id: uploadId }).catch((error: unknown) =>
      services.log.error({ error, uploadId }, "an abandoned upload could not be removed"),
    );
  });

  function current(): Context {
    const core = asking.getStore();
    if (!core) throw new Error("A tus hook ran outside of a request.");
    return core;
  }

  async function decide<Result>(decision: () => Promise<Result>): Promise<Result> {
    try {
      return await decision();
    } catch (error) {
      throw answerOf(error);
    }
  }

  /** The tus server answers with what is thrown in this shape. */
  function answerOf(thrown: unknown): { status_code: number; body: string } {
    const error = asStorageError(thrown);
    if (!(error instanceof DomainError)) services.log.error({ error }, "an upload failed");
    const { status, message } = toErrorAnswer(error);
    return { status_code: status, body: `${message}\n` };
  }

  const finishing = new Map<string, Promise<string>>();

  /** Requests that come to one upload's end together share it. */
  function finish(core: Context, uploadId: string): Promise<string> {
    const known = finishing.get(uploadId);
    if (known) return known;
    const work = finishOnce(core, uploadId).finally(() => finishing.delete(uploadId));
    finishing.set(uploadId, work);
    return work;
  }

  async function finishOnce(core: Context, uploadId: string): Promise<string> {
    const { ctx, upload } = await requireUpload(core, uploadId);
    if (upload.finishedAt) return upload.fileId;
    const sha256 = await store.takeHash(uploadId, Number(upload.sizeBytes));
    return (await finishUpload(ctx, upload, sha256)).fileId;
  }

  return {
    handle: (core, ...request) => asking.run(core, () => tus.handle(...request)),
    async finishReceived(core, { ctx, upload }) {
      if (finishing.has(upload.id)) return finish(core, upload.id);
      if (upload.finishedAt) return upload.fileId;
      return (await whenReceived(ctx, upload)) ? finish(core, upload.id) : null;
    },
  };
}
