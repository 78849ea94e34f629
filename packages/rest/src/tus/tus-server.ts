import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { type Context, DomainError, type Services } from "@alcoves/core";
import {
  abandonUpload,
  beginUpload,
  finishUpload,
  requireUpload,
  stagingFolder,
  uploadedFileHeader,
} from "@alcoves/core/uploads";
import { EVENTS, Server } from "@tus/server";
import { toErrorAnswer } from "../domain-errors.ts";
import { HashingStore } from "./hashing-store.ts";

/** Where uploads are sent to (tus 1.0.0). */
export const tusPath = "/api/tus";

/** The tus server with the context of each request at hand: its hooks are handed the request alone. */
export interface UploadServer {
  handle(core: Context, ...request: Parameters<Server["handle"]>): Promise<void>;
}

/** Builds the tus server: it speaks the protocol, core decides. */
export function createUploadServer(services: Services): UploadServer {
  const asking = new AsyncLocalStorage<Context>();
  const store = new HashingStore({ directory: stagingFolder(services.dataPath) });
  const tus = new Server({
    path: tusPath,
    relativeLocation: true,
    respectForwardedHeaders: false,
    datastore: store,
    maxSize: services.maxUploadBytes,
    namingFunction: () => randomBytes(16).toString("hex"),
    async onUploadCreate(_request, upload) {
      if (upload.size === undefined)
        refuse(new DomainError("INVALID", "Say how large the upload is in Upload-Length."));
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
      const { fileId } = await decide(async () => {
        const own = await requireUpload(current(), upload.id);
        return finishUpload(own.ctx, own.upload, await store.takeHash(upload.id, upload.size ?? 0));
      });
      return { headers: { [uploadedFileHeader]: fileId } };
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
      if (!(error instanceof DomainError)) services.log.error({ error }, "an upload failed");
      return refuse(error);
    }
  }

  return {
    handle: (core, ...request) => asking.run(core, () => tus.handle(...request)),
  };
}

/** The tus server answers with what is thrown in this shape. */
function refuse(error: unknown): never {
  const { status, message } = toErrorAnswer(error);
  throw { status_code: status, body: `${message}\n` };
}
