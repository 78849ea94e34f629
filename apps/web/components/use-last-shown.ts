import { useRef } from "react";

/**
 * While a dialog fades what it spoke of is gone already; it keeps saying the same.
 * @returns the value, or the last one there was
 */
export function useLastShown<Value>(value: Value | null): Value | null {
  const last = useRef(value);
  if (value !== null) last.current = value;
  return last.current;
}
