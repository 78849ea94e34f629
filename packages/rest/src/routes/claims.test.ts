import { addPerson, startTestInstance, uploadFile } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";

const instance = await startTestInstance();
afterAll(() => instance.close());
const ada = await addPerson(instance);
const get = (path: string) =>
  fetch(instance.url + path, { headers: { authorization: `Bearer ${ada.token}` } });

describe("what a file claims to be", () => {
  const bytesOf = (text: string) => Buffer.from(text);
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );

  it.each([
    ["a page", "photo.jpg", bytesOf("<!doctype html><script>alert(1)</script>")],
    [
      "a drawing with a script",
      "a.svg",
      bytesOf("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
    ],
    [
      "a drawing that is a page too",
      "a.png",
      bytesOf("<?xml version='1.0'?><svg onload='alert(1)'><foreignObject/></svg>"),
    ],
    ["a document", "a.jpg", bytesOf("%PDF-1.4 <script>alert(1)</script>")],
    ["a script", "a.mp4", bytesOf("alert(1)")],
    ["an XML page", "a.webp", bytesOf("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>")],
  ])("matters nothing for %s called %s: it comes as a download", async (_what, name, bytes) => {
    const fileId = await uploadFile(bytes, { ...instance, ...ada, name });
    const answer = await get(`/api/media/${fileId}/original`);
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; /);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none';.*sandbox$/);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  });

  it("is told by its bytes: a picture called page.html is a picture, shown in the page or downloaded", async () => {
    const fileId = await uploadFile(png, { ...instance, ...ada, name: "page.html" });
    const answer = await get(`/api/media/${fileId}/original`);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("content-disposition")).toMatch(/^inline; /);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const download = await get(`/api/media/${fileId}/original?download`);
    expect(download.headers.get("content-disposition")).toMatch(/^attachment; /);
  });

  it.each([
    ["<img src=x onerror=alert(1)>.png", /^<img src=x onerror=alert\(1\)>\.png$/],
    ["../../etc/passwd", /^passwd$/],
    ["CON", /^CON$/],
    ["photo\u202Egpj.exe", /^photogpj\.exe$/],
    ["🏔️ Ça va.jpg", /^🏔️ Ça va\.jpg$/],
    [`${"é".repeat(200)}.jpeg`, /^é{125}\.jpeg$/],
    ["-rf", /^-rf$/],
    ["a\r\nset-cookie: x=y.png", /^aset-cookie: x=y\.png$/],
    ["%00.png", /^%00\.png$/],
    ['quote".png', /^quote"\.png$/],
    ["back\\slash.png", /^slash\.png$/],
  ])("in its name %j is a label alone", async (name, label) => {
    const fileId = await uploadFile(png, { ...instance, ...ada, name });
    const answer = await get(`/api/media/${fileId}/original`);
    expect(answer.headers.get("set-cookie")).toBeNull();
    const disposition = answer.headers.get("content-disposition") ?? "";
    expect(disposition).toMatch(/^inline; filename="[^"\\]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? "")).toMatch(label);
  });
});
