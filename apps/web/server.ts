import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerTrpc, createCaller } from "@alcoves/api";
import { orExit, readConfig } from "@alcoves/config";
import { createContext, createServices } from "@alcoves/core";
import { findPrincipal, sessionSeconds, signIn, signOut } from "@alcoves/core/accounts";
import {
  connectIdentity,
  describePendingLink,
  refuseAnswer,
  signInByIdentity,
} from "@alcoves/core/identities";
import { signInWithPasskey } from "@alcoves/core/passkeys";
import { proofCookieOf } from "@alcoves/core/shares";
import { renderImage } from "@alcoves/media/image";
import { createOriginReader, createRestApp } from "@alcoves/rest";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import rootPackage from "../../package.json" with { type: "json" };
import { closingInOrder, onceStopped } from "./server/close.ts";
import { createHttpServer } from "./server/http-server.ts";
import { lendInProcess } from "./server/in-process.ts";
import { createLog } from "./server/log.ts";
import { contentSecurityPolicy, isEmbed, secure, workerSecurityPolicy } from "./server/security-headers.ts";
import { readCredentials } from "./server/session-cookie.ts";

const dev = process.argv.includes("--dev");
const config = orExit(() => readConfig());
const log = createLog(config.logLevel, "web");
// biome-ignore lint/style/noProcessEnv: next-auth learns in no other way where providers send people back to
process.env.NEXTAUTH_URL = config.origin;
const services = await createServices(config, { log, renderImage });

/** Tells pages where their request comes from; whatever a client sends under this name is dropped. */
const clientAddressHeader = "x-client-address";

const readOrigin = createOriginReader(config.trustedProxies);
const { app: rest } = createRestApp({
  services,
  readCredentials: (headers) => readCredentials(headers, config),
  answerTrpc,
  origin: config.origin,
  allowedOrigins: config.allowedOrigins,
  readOrigin,
  version: rootPackage.version,
});

lendInProcess({
  createCaller,
  async apiContext(headers) {
    const credentials = await readCredentials(
      {
        authorization: headers.get("authorization") ?? undefined,
        cookie: headers.get("cookie") ?? undefined,
      },
      config,
    );
    const principal = await findPrincipal(services, credentials);
    return {
      core: createContext(services, principal, {
        address: headers.get(clientAddressHeader),
        userAgent: headers.get("user-agent"),
      }),
      requestId: headers.get("x-request-id") ?? randomUUID(),
    };
  },
  signIn,
  signInWithPasskey,
  signOut,
  signInByIdentity,
  refuseAnswer,
  connectIdentity,
  describePendingLink,
  proofCookieOf,
  identityProviders: config.identityProviders,
  mapTiles: config.mapTiles,
  origin: config.origin,
  sessionSecret: config.sessionSecret,
  sessionSeconds,
  log,
});

/** Where browsers fetch large files from, beside us. */
const mediaOrigin = await services.storage.directOrigin();

const tilesOrigin = config.mapTiles && new URL(config.mapTiles.url).origin;
const https = config.origin.startsWith("https:");
const answerMachine = getRequestListener(rest.fetch);
const server = createHttpServer();
const close = closingInOrder(server);
const pages = next({
  dev,
  dir: import.meta.dirname,
  httpServer: server,
  port: config.port,
  hostname: config.host,
});
await pages.prepare();
const answerPage = pages.getRequestHandler();

server.on("request", (request, response) => {
  secure(request, response, https);
  if (isForMachines(request)) void answerMachine(request, response);
  else void servePage(request, response);
});

/** What a share shows and gives away, beside its page. */
const sharedBytes = /^\/s\/[^/?]+\/(?:media\/|zip(?:\?|$))/;

/** /api is Hono's, but for next-auth, which is called rarely and lives in Next; so are the bytes of shares. */
function isForMachines({ url = "/" }: IncomingMessage): boolean {
  return (url.startsWith("/api/") && !url.startsWith("/api/auth/")) || sharedBytes.test(url);
}

async function servePage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const nonce = randomBytes(16).toString("base64");
  const isBuilt = request.url?.startsWith("/_next/static/") ?? false;
  const policy = isBuilt
    ? workerSecurityPolicy({ dev })
    : contentSecurityPolicy({ nonce, dev, mediaOrigin, tilesOrigin, isEmbed: isEmbed(request.url) });
  request.headers["content-security-policy"] = policy;
  request.headers["x-nonce"] = nonce;
  request.headers["x-request-id"] = randomUUID();
  const { address } = readOrigin(request);
  if (address) request.headers[clientAddressHeader] = address;
  else delete request.headers[clientAddressHeader];
  response.setHeader("content-security-policy", policy);
  response.setHeader("x-request-id", request.headers["x-request-id"]);
  await answerPage(request, response);
}

server.listen(config.port, config.host, () =>
  log.info({ port: config.port, origin: config.origin }, "web is listening"),
);

onceStopped(async () => {
  await close();
  await pages.close();
  await services.close();
});
