/// <reference path="./s3rver.d.ts" />
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { findFreePort } from "./free-port.ts";

/** A running S3 server with one empty bucket, and what a client needs to use it. */
export interface TestS3 {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  close(): Promise<void>;
}

/** Starts an S3 server on a free port of 127.0.0.1. It takes path-style addresses only. */
export async function startTestS3(): Promise<TestS3> {
  const directory = await mkdtemp(join(tmpdir(), "alcoves-s3-"));
  const port = await findFreePort();
  const bucket = "alcoves-test";
  const server = new S3rver({
    port,
    address: "127.0.0.1",
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const answer = server.callback();
  server.callback = () =>
    inTurns((request, response) => {
      if (isRefused(directory, request)) refuse(request, response);
      else answer(request, response);
    });
  await server.run();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    region: "us-east-1",
    accessKeyId: "S3RVER",
    secretAccessKey: "S3RVER",
    async close() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** S3 writes under `If-None-Match: *` only what is not there (RFC 9110, 13.1.2); s3rver takes no notice of it. */
function isRefused(directory: string, { method, headers, url = "" }: IncomingMessage): boolean {
  const isWrite = method === "PUT" || method === "POST";
  const object = `${decodeURIComponent(url.split("?")[0] ?? "")}._S3rver_object`;
  return isWrite && headers["if-none-match"] === "*" && existsSync(join(directory, object));
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  request.once("end", () => {
    response.writeHead(412, { "content-type": "application/xml" });
    response.end("<Error><Code>PreconditionFailed</Code><Message>It exists.</Message></Error>");
  });
}

/** S3 shows an object whole or not at all. s3rver writes where others read, so requests for one object take turns. */
function inTurns(answer: RequestListener): RequestListener {
  const last = new Map<string, Promise<void>>();
  return async (request, response) => {
    const path = request.url?.split("?")[0] ?? "";
    const before = last.get(path);
    last.set(path, new Promise((resolve) => response.once("close", resolve)));
    await before;
    answer(request, response);
  };
}
