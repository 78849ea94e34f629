export {
  type Config,
  ConfigError,
  type IdentityProvider,
  type MailConfig,
  orExit,
  readConfig,
  readDatabaseUrl,
  readStorageConfig,
  type StorageConfig,
} from "./read-config.ts";
