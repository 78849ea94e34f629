/** Addresses of the servers that this test run may use. */
export interface TestServers {
  /** The template that test databases are copied from, on a server where databases may be made and dropped. */
  readonly templateDatabaseUrl: string;
  readonly redisUrl: string;
}

/**
 * The running test servers, as scripts/test.mjs or scripts/test-servers.mjs started them.
 * @throws when there are none, saying how to get them: tests never skip for lack of a server
 */
export function testServers(): TestServers {
  const { ALCOVES_TEST_DATABASE_URL: templateDatabaseUrl, ALCOVES_TEST_REDIS_URL: redisUrl } = process.env;
  if (!templateDatabaseUrl || !redisUrl) {
    throw new Error(
      "This test needs PostgreSQL and Redis. Run it as `npm test -- --only unit <path>`, which starts them.",
    );
  }
  return { templateDatabaseUrl, redisUrl };
}
