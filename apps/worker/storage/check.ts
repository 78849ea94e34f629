import { type CheckListener, checkStorage } from "@alcoves/core/integrity";
import { type CheckSummary, type Finding, type Flaw, flaws } from "@alcoves/core/integrity/schema";
import { openServices } from "./open-services.ts";
import { counted, createProgressLine, inWords, printable } from "./terminal.ts";

/**
 * `npm run storage check`.
 * @returns 0 when nothing is wrong or all was repaired, 1 otherwise
 */
export async function check(asked: { fast: boolean; repair: boolean; json: boolean }): Promise<number> {
  const { services, ctx } = await openServices();
  const line = createProgressLine();
  const counts = new Map<Flaw, number>();
  const listener: CheckListener = {
    progress: ({ stage, done, total, readBytes }) =>
      line.draw(
        () =>
          `Checking ${stage}: ${done.toLocaleString("en")}${total === null ? "" : ` of ${total.toLocaleString("en")}`}, ${inWords(readBytes)} read`,
      ),
    found(finding) {
      counts.set(finding.flaw, (counts.get(finding.flaw) ?? 0) + 1);
      line.clear();
      console.log(asked.json ? JSON.stringify(finding) : sentenceOf(finding));
    },
  };
  try {
    const summary = await checkStorage(ctx, asked, listener);
    line.clear();
    if (asked.json) console.log(JSON.stringify({ summary }));
    else tell(summary, counts);
    return summary.found === summary.repaired ? 0 : 1;
  } finally {
    line.clear();
    await services.close();
  }
}

function sentenceOf({ flaw, name, library, key, repaired }: Finding): string {
  const where = [name && `“${name}”`, library && `in ${library}`].filter(Boolean).join(" ");
  return printable(`${flaw}${repaired ? " (repaired)" : ""}: ${where}${where ? ", " : ""}${key}`);
}

function tell(summary: CheckSummary, counts: ReadonlyMap<Flaw, number>): void {
  const { originals, withoutHash, blobs, readBytes, found, repaired } = summary;
  console.log(
    `Looked at ${counted(originals, "file")} and ${counted(blobs, "blob")}; ${inWords(readBytes)} of originals read.`,
  );
  if (withoutHash > 0)
    console.log(`${counted(withoutHash, "file")} without a hash yet: only the size was compared.`);
  if (found === 0) console.log("Nothing is wrong.");
  else console.log(`${counted(found, "thing")} wrong, ${repaired.toLocaleString("en")} of them repaired:`);
  for (const [flaw, count] of counts)
    console.log(`  ${count.toLocaleString("en")} × ${flaw}. ${flaws[flaw]}`);
}
