/**
 * A fetch whose failures are a sentence for a person: browsers say "Failed to fetch", a proxy in front of a stopped server
 * answers with a page where JSON is awaited. Aborting stays aborting.
 * @param unreachable the sentence
 */
export function plainFetch(unreachable: string, send: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    let answer: Response;
    try {
      answer = await send(input, init);
    } catch (cause) {
      if (init?.signal?.aborted) throw cause;
      throw new Error(unreachable, { cause });
    }
    if (answer.headers.get("content-type")?.includes("json")) return answer;
    throw new Error(unreachable);
  };
}
