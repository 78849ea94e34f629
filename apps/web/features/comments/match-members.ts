/** Most that are offered: more are found by another letter. */
const mostOffered = 6;

/** @returns those of whose name a word, or the whole, begins as the query does, in the order given; accents and capitals do not count */
export function matchMembers<Member extends { name: string }>(
  members: readonly Member[],
  query: string,
): Member[] {
  const wanted = plain(query);
  const matches = ({ name }: Member) => {
    const whole = plain(name);
    return whole.startsWith(wanted) || whole.split(/\s+/u).some((word) => word.startsWith(wanted));
  };
  return members.filter(matches).slice(0, mostOffered);
}

function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
