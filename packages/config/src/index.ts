export {
  type Config,
  ConfigError,
  type IdentityProvider,
  orExit,
  readConfig,
  readDatabaseUrl,
  type StorageConfig,
} from "./read-config.ts";
