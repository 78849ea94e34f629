export { addPasskey } from "./add.ts";
export { beginAddingPasskey } from "./begin-adding.ts";
export { beginPasskeySignIn } from "./begin-sign-in.ts";
export { listPasskeys } from "./list.ts";
export { removePasskey } from "./remove.ts";
export { renamePasskey } from "./rename.ts";
export { AddPasskey, OnePasskey, type PasskeySummary, RenamePasskey } from "./schema.ts";
export { signInWithPasskey } from "./sign-in.ts";
