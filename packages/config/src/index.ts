export {
  type Config,
  ConfigError,
  orExit,
  readConfig,
  readDatabaseUrl,
  type StorageConfig,
} from "./read-config.ts";
