import NextAuth from "next-auth";
import { authOptions } from "../../../../features/accounts/auth-options.ts";
import { noteRefusedAnswer } from "../../../../features/accounts/refused-answer.ts";

/** next-auth knows no refusal but 401; one that comes of too many tries says when to come back. */
async function handler(request: Request, context: { params: Promise<{ nextauth: string[] }> }) {
  let retryAfterSeconds: number | null = null;
  const options = authOptions(request, {
    onRateLimited: (seconds) => {
      retryAfterSeconds = seconds;
    },
  });
  const answer: Response = await NextAuth(request as never, context as never, options);
  await noteRefusedAnswer(request, answer);
  if (retryAfterSeconds === null) return answer;
  answer.headers.set("retry-after", String(retryAfterSeconds));
  return new Response(answer.body, { status: 429, headers: answer.headers });
}

export { handler as GET, handler as POST };
