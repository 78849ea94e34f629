/** What every dialog of two-factor sign-in takes. It is there while it is open. */
export interface SecondFactorDialogProps {
  hasPassword: boolean;
  onClose(): void;
}
