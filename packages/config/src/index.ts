export {
  type Config,
  ConfigError,
  type IdentityProvider,
  type MailConfig,
  orExit,
  readConfig,
  readDatabaseUrl,
  type StorageConfig,
} from "./read-config.ts";
