"use client";

import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMarks } from "./use-marks.ts";

/** Whose rating it is. */
interface RatingStarsProps {
  libraryId: string;
  file: { fileId: string; ownRating: number | null };
}

const stars = [1, 2, 3, 4, 5];

/** One's own rating of a file, to be changed: a click on the star it ends with takes it away. */
export function RatingStars({ libraryId, file: { fileId, ownRating } }: RatingStarsProps) {
  const t = useTranslations("marks");
  const { setMarks, isPending } = useMarks(libraryId);
  return (
    <fieldset className="-ml-1.5 flex" disabled={isPending}>
      <legend className="sr-only">{t("rating")}</legend>
      {stars.map((star) => (
        <button
          key={star}
          type="button"
          aria-pressed={star === ownRating}
          aria-label={t("stars", { rating: star })}
          title={t("stars", { rating: star })}
          onClick={() => setMarks({ fileIds: [fileId], rating: star === ownRating ? null : star })}
          className="grid size-9 place-items-center rounded-control text-muted hover:text-accent focus-visible:outline-2 focus-visible:outline-accent"
        >
          <Star
            aria-hidden="true"
            strokeWidth={1.75}
            className={`size-5 ${star <= (ownRating ?? 0) ? "fill-accent text-accent" : ""}`}
          />
        </button>
      ))}
    </fieldset>
  );
}
