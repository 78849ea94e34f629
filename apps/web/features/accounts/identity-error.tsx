import { type IdentityRefusal, identityRefusals } from "@alcoves/core/identities/schema";
import { useTranslations } from "next-intl";
import { FormError } from "./form-error.tsx";

/** Says why coming back from a provider did not work. The address of a page only picks among our own sentences. */
export function IdentityError({ error }: { error: string | null | undefined }) {
  const t = useTranslations("accounts");
  if (!error) return null;
  const sentence = isRefusal(error)
    ? identityRefusals[error]
    : t(error === "limited" ? "identityLimited" : "identityFailed");
  return (
    <div className="mb-4">
      <FormError message={sentence} />
    </div>
  );
}

function isRefusal(error: string): error is IdentityRefusal {
  return Object.hasOwn(identityRefusals, error);
}
