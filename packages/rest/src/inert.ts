/** Whatever a file claims to be, it runs nothing: no scripts, no frames, no guessing of its type. */
export const inert = {
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};
