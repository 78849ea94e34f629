import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** Listens on a free port and tells the parent which. */
export function listen(answer: RequestListener): void {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
}
