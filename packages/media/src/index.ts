export { MediaError } from "./errors.ts";
export { type ImageSource, type ImageSpec, renderImage } from "./image.ts";
export { renderImages } from "./image-set.ts";
export { closeMetadataReader, type FileMetadata, readMetadata } from "./metadata.ts";
export { isWebPlayable, type Probe, probe } from "./probe.ts";
export { makeVideoPoster } from "./video-poster.ts";
export { makeVideoProxy } from "./video-proxy.ts";
