"use client";

import { FileOrder } from "@alcoves/core/files/schema";
import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../components/icon-button.tsx";
import { Menu, MenuChoice, MenuChoices, MenuHeading, MenuLine } from "../../components/menu.tsx";
import { densities, useDensity } from "../file-grid/use-density.ts";
import type { Listing } from "../files/file-order.ts";

/** What the menu takes. */
interface ViewMenuProps {
  listing: Listing;
  onChange(listing: Listing): void;
}

const ways = ["ascending", "descending"] as const;

/** How a folder is shown: what it is sorted by, which way round, and how large its tiles are. */
export function ViewMenu({ listing, onChange }: ViewMenuProps) {
  const t = useTranslations("browse");
  const [density, setDensity] = useDensity();
  return (
    <Menu
      trigger={
        <IconButton label={t("view")}>
          <SlidersHorizontal aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
        </IconButton>
      }
    >
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
    </Menu>
  );
}
