/** Sends a new picture of oneself. @throws Error with a sentence for the person */
export async function sendAvatar(file: Blob, unreachable: string): Promise<void> {
  await ask({ method: "PUT", body: file }, unreachable);
}

/** Removes the picture of oneself. @throws Error with a sentence for the person */
export async function removeAvatar(unreachable: string): Promise<void> {
  await ask({ method: "DELETE" }, unreachable);
}

async function ask(request: RequestInit, unreachable: string): Promise<void> {
  const answer = await fetch("/api/avatar", request).catch((cause: unknown) => {
    throw new Error(unreachable, { cause });
  });
  if (answer.ok) return;
  const { message } = await answer.json().catch(() => ({ message: unreachable }));
  throw new Error(String(message));
}
