const typing = "input, textarea, select, [contenteditable]:not([contenteditable='false']), [role='textbox']";
const menus = "[role='menu'], [role='listbox'], [role='combobox']";
const pressed =
  "button, summary, [role='button'], [role='switch'], [role='checkbox'], [role='radio'], [role='tab']";
const open =
  "[role='dialog'][data-state='open'], [role='alertdialog'][data-state='open'], [role='menu'][data-state='open']";

/**
 * @returns whether a key belongs to what it was pressed in: a field that is typed into, a menu, a control that Space and Enter press, or a
 * dialog, wherever the focus is
 */
export function isTaken(key: string, target: EventTarget | null): boolean {
  if (document.querySelector(open)) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest(typing) || target.closest(menus)) return true;
  if (key === "Enter") return target.closest(`a[href], ${pressed}`) !== null;
  return key === " " && target.closest(pressed) !== null;
}
