import { findAptRights, installPackages, updateApt } from "./apt.mjs";
import { findProgram } from "./find-tools.mjs";
import { say, step } from "./say.mjs";

/** Programs of others that tests hold ours against, by the Debian package they are in. */
const packages = {
  exiftool: "libimage-exiftool-perl",
  identify: "imagemagick",
  convert: "imagemagick",
  unzip: "unzip",
  python3: "python3",
};

/** Installs what tests alone need, where apt may; elsewhere says what is missing, and those tests are left out by name. */
export async function ensureTestTools() {
  const missing = Object.entries(packages).filter(([program]) => !findProgram(program));
  if (missing.length === 0) return;
  const asRoot = findAptRights();
  const names = [...new Set(missing.map(([, name]) => name))];
  if (!asRoot) {
    say(
      `Tests that compare with ${missing.map(([program]) => program).join(", ")} are left out: they are not here.`,
    );
    return;
  }
  await step(`Installing ${names.join(", ")} for the tests`, async () => {
    await updateApt(asRoot);
    await installPackages(asRoot, names);
  });
}
