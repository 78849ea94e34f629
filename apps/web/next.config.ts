import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // Packages are consumed as source.
  transpilePackages: ["@alcoves/api", "@alcoves/config", "@alcoves/core", "@alcoves/cues"],
  serverExternalPackages: ["next-auth", "nodemailer", "openid-client", "pino"],
  // What a messenger reads of a link stands in the head of the answer, whoever asks.
  htmlLimitedBots: /.*/,
  // Pictures are made by our own worker and routes.
  images: { unoptimized: true },
  // Types are checked once, by `npm run check`: a person who starts Alcoves need not wait for it.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
