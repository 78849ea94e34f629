/** The part of s3rver that tests use; it brings no types of its own. */
declare module "s3rver" {
  import type { RequestListener } from "node:http";

  export default class S3rver {
    constructor(options: {
      port: number;
      address: string;
      silent: boolean;
      directory: string;
      vhostBuckets: boolean;
      configureBuckets: readonly { name: string; configs: readonly string[] }[];
    });
    callback(): RequestListener;
    run(): Promise<unknown>;
    close(): Promise<void>;
  }
}
