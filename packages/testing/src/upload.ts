import { readFile } from "node:fs/promises";
import { basename } from "node:path";

/** Where and as whom a file is uploaded. */
export interface UploadTarget {
  url: string;
  token: string;
  libraryId: string;
  name?: string;
  path?: string;
  /** Ms since 1970, as a client says it. */
  modifiedAt?: string;
}

/** `Upload-Metadata` as tus 1.0 writes it. */
export function uploadMetadata(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString("base64")}`)
    .join(",");
}

/** Uploads a file, or bytes, in one POST and one PATCH of the tus protocol. @returns the id of the file it became */
export async function uploadFile(source: string | Buffer, target: UploadTarget): Promise<string> {
  const bytes = typeof source === "string" ? await readFile(source) : source;
  const filename = target.name ?? (typeof source === "string" ? basename(source) : "file.bin");
  const headers = { authorization: `Bearer ${target.token}`, "tus-resumable": "1.0.0" };
  const created = await fetch(`${target.url}/api/tus`, {
    method: "POST",
    headers: {
      ...headers,
      "upload-length": String(bytes.length),
      "upload-metadata": uploadMetadata({
        libraryId: target.libraryId,
        filename,
        path: target.path ?? "",
        ...(target.modifiedAt === undefined ? {} : { modifiedAt: target.modifiedAt }),
      }),
    },
  });
  if (created.status !== 201) throw new Error(`POST: ${created.status} ${await created.text()}`);
  const patched = await fetch(new URL(created.headers.get("location") ?? "", `${target.url}/api/tus`), {
    method: "PATCH",
    headers: { ...headers, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
    body: new Uint8Array(bytes),
  });
  if (patched.status !== 204) throw new Error(`PATCH: ${patched.status} ${await patched.text()}`);
  return patched.headers.get("alcoves-file-id") ?? "";
}
