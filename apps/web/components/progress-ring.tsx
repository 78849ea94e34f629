/** What a ring shows. */
interface ProgressRingProps {
  /** 0–100. */
  percent: number;
  label: string;
  className?: string;
}

const radius = 7;
const length = 2 * Math.PI * radius;

/** A thin ring that closes as work goes on; it is never quite empty, so that it shows at 0 % as well. */
export function ProgressRing({ percent, label, className }: ProgressRingProps) {
  const share = Math.min(100, Math.max(4, percent)) / 100;
  return (
    <svg viewBox="0 0 18 18" role="img" aria-label={label} className={className ?? "size-[18px]"}>
      <title>{label}</title>
      <circle
        cx="9"
        cy="9"
        r={radius}
        fill="none"
        stroke="currentColor"
        strokeOpacity="0.3"
        strokeWidth="2"
      />
      <circle
        cx="9"
        cy="9"
        r={radius}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeDasharray={`${share * length} ${length}`}
        transform="rotate(-90 9 9)"
        className="transition-[stroke-dasharray] duration-150 motion-reduce:transition-none"
      />
    </svg>
  );
}
