import { uploadMetadata } from "./upload.ts";

/** Who speaks tus, and to which server. */
export interface TusPerson {
  url: string;
  token: string;
  libraryId: string;
}

/** The single requests of tus 1.0.0, for tests that disturb an upload between them. */
export function createTusSender({ url, token, libraryId }: TusPerson) {
  const headers = { "tus-resumable": "1.0.0", authorization: `Bearer ${token}` };

  return {
    headers,

    /** Announces an upload. @returns its address */
    async begin(sizeBytes: number, name = "a.bin"): Promise<string> {
      const answer = await fetch(`${url}/api/tus`, {
        method: "POST",
        headers: {
          ...headers,
          "upload-length": String(sizeBytes),
          "upload-metadata": uploadMetadata({ libraryId, filename: name }),
        },
      });
      if (answer.status !== 201) throw new Error(`POST: ${answer.status} ${await answer.text()}`);
      return new URL(answer.headers.get("location") ?? "", `${url}/api/tus`).href;
    },

    /** Sends bytes from an offset on. */
    patch(place: string, bytes: Buffer, offset = 0): Promise<Response> {
      return fetch(place, {
        method: "PATCH",
        headers: {
          ...headers,
          "upload-offset": String(offset),
          "content-type": "application/offset+octet-stream",
        },
        body: new Uint8Array(bytes),
      });
    },

    /** Asks how far it is. */
    head: (place: string): Promise<Response> => fetch(place, { method: "HEAD", headers }),
  };
}

/** The id in the address of an upload. */
export function uploadIdOf(place: string): string {
  return new URL(place).pathname.split("/").at(-1) ?? "";
}
