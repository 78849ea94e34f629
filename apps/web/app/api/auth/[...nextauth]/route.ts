import NextAuth from "next-auth";
import { authOptions } from "../../../../features/accounts/auth-options.ts";

async function handler(request: Request, context: { params: Promise<{ nextauth: string[] }> }) {
  return NextAuth(request as never, context as never, authOptions(request));
}

export { handler as GET, handler as POST };
