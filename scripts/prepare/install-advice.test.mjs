import { expect, it } from "vitest";
import { adviseInstall, nameNeeds } from "./install-advice.mjs";

it("names one command per package manager, for what is missing and nothing else", () => {
  const advice = adviseInstall(["redis", "ffmpeg"]);
  expect(advice).toContain("apt-get install -y --no-install-recommends redis-server ffmpeg\n");
  expect(advice).toContain("brew install redis ffmpeg\n");
  expect(advice).toContain("docker run");
  expect(advice).not.toContain("pgvector\n");
  expect(nameNeeds(["redis", "ffmpeg"])).toBe("Redis 6.2 or newer, ffmpeg with ffprobe");
});

it("offers containers for servers only", () => {
  expect(adviseInstall(["ffmpeg", "heif"])).not.toContain("docker run");
});
