export {
  type Config,
  ConfigError,
  type MailConfig,
  orExit,
  readConfig,
  readDatabaseUrl,
  type StorageConfig,
} from "./read-config.ts";
