import type { ReactNode } from "react";
import { Mark } from "../../components/mark.tsx";

/** What a page before the app takes. */
interface DoorPageProps {
  title: string;
  text: ReactNode;
  /** What leads elsewhere, under the form. */
  foot?: ReactNode;
  children?: ReactNode;
}

/** The look of signing in and registering: a quiet form, and beside it a row of arches with a light at its end. */
export function DoorPage({ title, text, foot, children }: DoorPageProps) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(480px,1fr)_1.1fr]">
      <main className="flex flex-col items-center justify-center px-6 py-12">
        <div className="w-full max-w-[360px]">
          <Mark className="-ml-1.5 size-11" />
          <h1 className="mt-6 font-semibold text-24 tracking-[-0.018em]">{title}</h1>
          <p className="mt-1.5 mb-7 text-pretty text-15 text-muted">{text}</p>
          {children}
          {foot && <p className="mt-6 text-muted">{foot}</p>}
        </div>
      </main>
      <Arches />
    </div>
  );
}

const arches = [0, 1, 2, 3, 4, 5, 6, 7];

/** One arch behind the other, each nearer to the light. */
function Arches() {
  return (
    <div aria-hidden="true" className="relative overflow-hidden border-line border-l bg-panel max-lg:hidden">
      <svg
        aria-hidden="true"
        viewBox="0 0 800 900"
        preserveAspectRatio="xMidYMax slice"
        className="absolute inset-0 size-full"
      >
        {arches.map((place) => {
          const halfWidth = 372 - place * 46;
          const spring = 430 + place * 38;
          return (
            <path
              key={place}
              d={`M${400 - halfWidth} 900V${spring}a${halfWidth} ${halfWidth} 0 0 1 ${2 * halfWidth} 0V900Z`}
              style={{
                fill: `color-mix(in srgb, var(--accent) ${(place / 7) ** 2 * 92 + 3}%, var(--panel))`,
              }}
            />
          );
        })}
      </svg>
    </div>
  );
}
