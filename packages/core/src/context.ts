import type { Database, PrismaHandle, SqlReader } from "@alcoves/db";
import type {
  JobName,
  JobQueues,
  Nudges,
  OutgoingJob,
  QueueDesk,
  RateLimiter,
  WorkerList,
} from "@alcoves/jobs";
import type { BlobStore, OwnFolder } from "@alcoves/storage";
import type { Role } from "./libraries/schema.ts";
import type { Mailer } from "./mail/schema.ts";
import type { VariantSpec } from "./variants/schema.ts";

/** Who asks. Never null: someone without an account is a visitor. */
export type Principal =
  | { readonly kind: "visitor" }
  | {
      readonly kind: "member";
      readonly userId: string;
      readonly sessionId: string;
      readonly isInstanceOwner: boolean;
    }
  | {
      readonly kind: "token";
      readonly userId: string;
      readonly tokenId: string;
      readonly scope: "read" | "write";
      readonly isInstanceOwner: boolean;
    }
  | { readonly kind: "system"; readonly job: JobName | "upkeep" };

/** A principal with an account behind it. */
export type AccountPrincipal = Extract<Principal, { userId: string }>;

/** Where a request comes from, as sessions and the audit log remember it; nulls for what no request asked for. */
export interface Origin {
  /** IP address of the client; behind a proxy that the operator trusts, the one it names. */
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** Writes structured log lines; pino fits it. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * Renders a picture of a local file.
 * @throws an Error whose `reason` is a sentence for a person when the source cannot be read
 */
export type RenderImage = (request: {
  sourcePath: string;
  mimeType: string;
  spec: VariantSpec;
  scratchDir: string;
}) => Promise<Buffer>;

/** What a process gives to core: made once at its start. */
export interface Services {
  readonly database: Database;
  readonly queues: JobQueues;
  /** For the owner of the instance, who looks after the queues. */
  readonly queueDesk: QueueDesk;
  readonly workerList: WorkerList;
  readonly nudges: Nudges;
  readonly rateLimiter: RateLimiter;
  readonly storage: BlobStore;
  /** Makes one picture; from packages/media, which core does not import. */
  readonly renderImage: RenderImage;
  /** Folder on a local disk for uploads on their way in and for scratch files. */
  readonly dataPath: string;
  /** This process's own folder for files that live as long as one job. */
  readonly scratch: OwnFolder;
  /** Where people reach the instance, like https://photos.example.org: passkeys are bound to it. */
  readonly origin: string;
  readonly sessionSecret: string;
  readonly maxUploadBytes: number;
  /** Days until a file in the trash is deleted for good. */
  readonly trashDays: number;
  /** Sends mail; null where none is configured. */
  readonly mailer: Mailer | null;
  readonly log: Log;
  readonly clock: () => Date;
}

/** What happens after a transaction has committed. */
export interface AfterCommit {
  /** Ids of libraries and accounts that have news. */
  readonly news: Set<string>;
  /** What was asked for, on its way to the queues. */
  readonly jobs: OutgoingJob[];
}

/** What every verb of core takes first. Inside a transaction, `db` is that transaction. */
export interface Context {
  readonly services: Services;
  readonly principal: Principal;
  readonly origin: Origin;
  /** Prisma; inside `transaction`, the running transaction. */
  readonly db: PrismaHandle;
  /** Hand-written reads, always outside of the transaction. */
  readonly sql: SqlReader;
  /** Set inside `transaction` alone. */
  readonly afterCommit?: AfterCommit;
}

/** A context inside a library, for a principal whose role was decided. */
export interface LibraryContext extends Context {
  readonly access: { readonly libraryId: string; readonly role: Role };
}

const nowhere: Origin = { address: null, userAgent: null };

/** The context of one request or job. */
export function createContext(services: Services, principal: Principal, origin: Origin = nowhere): Context {
  return { services, principal, origin, db: services.database.prisma, sql: services.database.sql };
}
