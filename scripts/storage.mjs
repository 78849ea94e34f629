// npm run storage: compares storage with the database, and moves blobs from one storage to another.
import { runOnDatabase } from "./prepare/run-on-database.mjs";

await runOnDatabase("apps/worker/storage/command.ts");
