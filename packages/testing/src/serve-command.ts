import { readConfig } from "@alcoves/config";
import { serve } from "./serve.ts";

// The server of an instance in a process of its own, which a test may kill: startTestServer starts it.
const config = readConfig();
await serve(config, config.port);
process.send?.("listening");
