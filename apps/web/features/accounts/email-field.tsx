import { useTranslations } from "next-intl";
import { TextField, type TextFieldProps } from "../../components/text-field.tsx";

/** The email address that an account is known by. */
export function EmailField(field: Omit<TextFieldProps, "label">) {
  const t = useTranslations("accounts");
  return (
    <TextField
      label={t("email")}
      type="email"
      inputMode="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      {...field}
    />
  );
}
