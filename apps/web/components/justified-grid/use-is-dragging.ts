import { useEffect, useState } from "react";
import { hasDraggedKeys } from "./dragged-keys.ts";

/** @returns whether something is being dragged out of a grid of the page */
export function useIsDragging(): boolean {
  const [isDragging, setIsDragging] = useState(false);
  useEffect(() => {
    const begin = ({ dataTransfer }: DragEvent) => {
      if (dataTransfer && hasDraggedKeys(dataTransfer)) setIsDragging(true);
    };
    const end = () => setIsDragging(false);
    document.addEventListener("dragstart", begin);
    document.addEventListener("dragend", end);
    // What is dropped may be gone before its drag has ended.
    document.addEventListener("drop", end);
    return () => {
      document.removeEventListener("dragstart", begin);
      document.removeEventListener("dragend", end);
      document.removeEventListener("drop", end);
    };
  }, []);
  return isDragging;
}
