import { connect, createServer, type Socket } from "node:net";
import { findFreePort } from "./free-port.ts";

/** A way to a server that a test can close and open again, while others go on using the server. */
export interface TestGate {
  /** The server's address by this way. */
  readonly url: string;
  /** Cuts every connection and refuses new ones, as a server does that is stopped. */
  shut(): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a gate on a free port of 127.0.0.1. @param target postgresql:// or redis:// with a port */
export async function startTestGate(target: string): Promise<TestGate> {
  const port = await findFreePort();
  const to = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    const on = connect(Number(to.port), to.hostname);
    for (const [one, other] of [
      [from, on],
      [on, from],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  const open = () => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const shut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.resetAndDestroy();
    });
  await open();
  const url = new URL(target);
  url.host = `127.0.0.1:${port}`;
  return { url: url.href, open, shut, close: shut };
}
