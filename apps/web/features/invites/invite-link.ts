/** @returns the address that an invite's holder opens, at the origin of this page */
export function inviteLink(token: string): string {
  return `${window.location.origin}/invite/${token}`;
}
