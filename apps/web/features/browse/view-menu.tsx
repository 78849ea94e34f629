"use client";

import { FileOrder } from "@alcoves/core/files/schema";
import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../components/icon-button.tsx";
import { Menu, MenuChoice, MenuChoices, MenuHeading, MenuLine } from "../../components/menu.tsx";
import { densities, useDensity } from "../file-grid/use-density.ts";
import type { Listing } from "../files/file-order.ts";
import { layouts, useLayout } from "./use-layout.ts";

/** What the menu takes. */
interface ViewMenuProps {
  listing: Listing;
  onChange(listing: Listing): void;
}

const ways = ["ascending", "descending"] as const;

/** How a folder is shown: as pictures or as a table, what it is sorted by, which way round, and how large its tiles are. */
export function ViewMenu({ listing, onChange }: ViewMenuProps) {
  const t = useTranslations("browse");
  const [layout, setLayout] = useLayout();
  return (
    <Menu
      trigger={
        <IconButton label={t("view")}>
          <SlidersHorizontal aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
        </IconButton>
      }
    >
      <MenuHeading>{t("layout")}</MenuHeading>
      <MenuChoices
        value={layout}
        onValueChange={(next) => setLayout(layouts.find((each) => each === next) ?? layout)}
      >
        {layouts.map((each) => (
          <MenuChoice key={each} value={each}>
            {t(`layouts.${each}`)}
          </MenuChoice>
        ))}
      </MenuChoices>
      <MenuLine />
      <MenuHeading>{t("sortBy")}</MenuHeading>
      <MenuChoices
        value={listing.order}
        onValueChange={(order) => onChange({ ...listing, order: FileOrder.parse(order) })}
      >
        {FileOrder.options.map((order) => (
          <MenuChoice key={order} value={order}>
            {t(`order.${order}`)}
          </MenuChoice>
        ))}
      </MenuChoices>
      <MenuLine />
      <MenuChoices
        value={listing.way}
        onValueChange={(next) =>
          onChange({ ...listing, way: ways.find((one) => one === next) ?? listing.way })
        }
      >
        {ways.map((way) => (
          <MenuChoice key={way} value={way}>
            {t(`way.${listing.order}.${way}`)}
          </MenuChoice>
        ))}
      </MenuChoices>
      {layout === "grid" && <DensityChoices />}
    </Menu>
  );
}

function DensityChoices() {
  const t = useTranslations("browse");
  const [density, setDensity] = useDensity();
  return (
    <>
      <MenuLine />
      <MenuHeading>{t("size")}</MenuHeading>
      <MenuChoices
        value={density.name}
        onValueChange={(next) =>
          setDensity(densities.find(({ name }) => name === next)?.name ?? density.name)
        }
      >
        {densities.map(({ name }) => (
          <MenuChoice key={name} value={name}>
            {t(`density.${name}`)}
          </MenuChoice>
        ))}
      </MenuChoices>
    </>
  );
}
