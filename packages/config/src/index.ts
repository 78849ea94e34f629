export { type Config, ConfigError, readConfig, readConfigOrExit, type StorageConfig } from "./read-config.ts";
