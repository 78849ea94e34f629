import type { ReactNode } from "react";

/** What a section takes. */
interface SettingsSectionProps {
  title: string;
  text?: string;
  /** A button beside the title. */
  action?: ReactNode;
  children: ReactNode;
}

/** One matter among the settings, set apart by a hairline. */
export function SettingsSection({ title, text, action, children }: SettingsSectionProps) {
  return (
    <section aria-label={title} className="border-line border-b py-8 first:pt-6 last:border-b-0">
      <div className="mb-4 flex items-start justify-between gap-4">
        <div>
          <h2 className="font-semibold text-15">{title}</h2>
          {text && <p className="mt-0.5 text-13 text-muted">{text}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
