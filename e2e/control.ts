/** Plays fate with the processes of the instance under test. */
export async function fate(name: "web" | "worker" | "redis", deed: "kill" | "stop" | "start"): Promise<void> {
  const answer = await fetch(`${process.env.ALCOVES_E2E_CONTROL}/${name}/${deed}`, { method: "POST" });
  if (answer.status !== 204) throw new Error(`${name}/${deed}: ${answer.status} ${await answer.text()}`);
}
