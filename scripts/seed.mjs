// npm run seed: fills a library with files to try Alcoves with.
import { runOnDatabase } from "./prepare/run-on-database.mjs";

await runOnDatabase("packages/testing/src/seed-command.ts");
