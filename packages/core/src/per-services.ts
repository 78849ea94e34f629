import type { Services } from "./context.ts";

/** Makes something once for each process's services, such as a shared batch; it goes when they go. */
export function perServices<Shared>(make: (services: Services) => Shared): (services: Services) => Shared {
  const made = new WeakMap<Services, Shared>();
  return (services) => {
    const known = made.get(services);
    if (known) return known;
    const shared = make(services);
    made.set(services, shared);
    return shared;
  };
}
