import type { UploadMetadata as Schema } from "@alcoves/core/uploads/schema";
import type { z } from "zod";

/** What a client says of an upload in `Upload-Metadata`. */
export type UploadMetadata = z.input<typeof Schema>;
