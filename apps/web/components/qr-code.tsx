import { encode } from "uqr";

/** Modules that stay empty around the code (ISO/IEC 18004 asks for four). */
const quietZone = 4;

/** A text as a QR code: dark on light in both themes, because cameras look for that. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: quietZone });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-48 rounded-control border border-line bg-white"
    >
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}
