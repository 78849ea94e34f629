import { join, resolve } from "node:path";

/** Absolute path of the project's root. */
export const root = resolve(import.meta.dirname, "../..");

/**
 * @param {...string} names
 * @returns {string} absolute path of a file of the project
 */
export function inProject(...names) {
  return join(root, ...names);
}

/** Where `npm start` keeps everything it makes; the folder that ALCOVES_DATA_PATH names. */
export function dataPath() {
  return resolve(root, process.env.ALCOVES_DATA_PATH?.trim() || "data");
}

/**
 * @param {string} name of an environment variable
 * @returns {string | undefined} its value; empty counts as not set, as in packages/config
 */
export function readVariable(name) {
  return process.env[name]?.trim() || undefined;
}
