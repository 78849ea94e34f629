import { Monitor, Moon, Sun } from "lucide-react";

/** The themes a person can choose, in their order, with their icons. `system` follows the device. */
export const themes = [
  { value: "light", Icon: Sun },
  { value: "dark", Icon: Moon },
  { value: "system", Icon: Monitor },
] as const;
