/** @returns the code of a refusal of our procedures (`NOT_FOUND`, `UNAUTHORIZED`, …), null for any other error */
export function codeOf(error: unknown): string | null {
  // By shape: pages are bundled with a copy of the class of their own.
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
