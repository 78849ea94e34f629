import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exiftoolPath } from "exiftool-vendored";
import { afterAll, expect, it } from "vitest";
import { createExiftoolProcess } from "./exiftool-process.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-perl-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("is given up within seconds when it does not start, for all who wait, and is there again when it does", async () => {
  const script = join(folder, "perl");
  const broken = `#!/bin/sh\n[ -e ${folder}/mended ] && exec perl "$@"\necho "Can't locate Fcntl.pm" >&2; exit 2\n`;
  writeFileSync(script, broken, { mode: 0o755 });
  const exiftool = createExiftoolProcess([script, await exiftoolPath()]);
  const ask = () => exiftool.ask((reader) => reader.version());
  const tried = await Promise.allSettled([ask(), ask(), ask()]);
  expect(tried.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  writeFileSync(join(folder, "mended"), "");
  expect(await ask()).toMatch(/^\d+\.\d+$/);
  await exiftool.close();
}, 20_000);
