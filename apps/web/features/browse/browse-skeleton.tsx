import { justifyRows } from "../../components/justified-grid/justify-rows.ts";

const ratios = [0.7, 1.5, 1.5, 0.9, 1.33, 1.5, 1.66, 0.75, 1.33, 1.5, 1.4, 1.4, 1.2];
const width = 1140;
const rows = justifyRows(ratios, { widthPx: width, targetHeightPx: 215, gapPx: 3 });

/** The shape of a folder while it loads: a heading, a day, rows of pictures. */
export function BrowseSkeleton({ label }: { label: string }) {
  return (
    <div
      role="status"
      aria-label={label}
      className="animate-pulse px-5 pt-3 motion-reduce:animate-none max-md:px-3"
    >
      <span className="mt-3 mb-3 block h-4 w-56 rounded bg-raised" />
      {rows.map((row) => (
        <div
          key={row.cells[0]?.index}
          className="mb-[3px] flex gap-[3px]"
          style={{ aspectRatio: width / row.heightPx }}
        >
          {row.cells.map((cell) => (
            <span
              key={cell.index}
              className="rounded-tile bg-panel"
              style={{ width: `${(cell.widthPx / width) * 100}%` }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
