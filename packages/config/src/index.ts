export {
  type Config,
  ConfigError,
  type IdentityProvider,
  type MailConfig,
  type MapTiles,
  orExit,
  readConfig,
  readDatabaseUrl,
  readStorageConfig,
  type StorageConfig,
} from "./read-config.ts";
