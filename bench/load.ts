import autocannon from "autocannon";

/** Requests a second that a server answers to some connections over five seconds. @throws when an answer is no success */
export async function requestsPerSecond(
  url: string,
  options: { headers?: Record<string, string>; connections?: number } = {},
): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    url,
    headers: options.headers,
    connections: options.connections ?? 64,
    duration: 5,
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refusals and ${errors} errors`);
  return requests.average;
}
