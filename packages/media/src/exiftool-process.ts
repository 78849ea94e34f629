import { DefaultExiftoolArgs, ExifTool } from "exiftool-vendored";
import { leash } from "./leash.ts";

/** When so many of its processes have ended with nothing answered, as without a part of Perl, the program is given up. */
const mostDeaths = 5;

/** An exiftool that stays open between files. */
export interface ExiftoolProcess {
  /** Asks it. @throws what it says, and when it does not start: it would be tried for ever, and whoever asks would wait as long */
  ask<Answer>(question: (exiftool: ExifTool) => Promise<Answer>): Promise<Answer>;
  /** Ends it; the next question opens it anew. */
  close(): Promise<void>;
}

/** @param command the program and its own arguments, such as an interpreter and a script */
export function createExiftoolProcess(command: readonly string[]): ExiftoolProcess {
  let shared: ExifTool | undefined;
  const waiting = new Set<(reason: Error) => void>();

  function open(): ExifTool {
    const exiftool = new ExifTool({
      exiftoolPath: leash,
      exiftoolArgs: [...command, ...DefaultExiftoolArgs],
      ignoreShebang: false,
      maxProcs: 2,
      taskTimeoutMillis: 20_000,
      minDelayBetweenSpawnMillis: 50,
    });
    let deaths = 0;
    exiftool.on("taskResolved", () => {
      deaths = 0;
    });
    exiftool.on("childEnd", (_child, reason) => {
      deaths += 1;
      if (deaths !== mostDeaths || shared !== exiftool) return;
      for (const reject of waiting) reject(new Error(`exiftool does not start: ${reason}`));
      void close();
    });
    return exiftool;
  }

  async function close(): Promise<void> {
    const exiftool = shared;
    shared = undefined;
    await exiftool?.end();
  }

  return {
    ask(question) {
      shared ??= open();
      const answer = question(shared);
      return new Promise((resolve, reject) => {
        waiting.add(reject);
        answer.then(resolve, reject).finally(() => waiting.delete(reject));
      });
    },
    close,
  };
}
