import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

const present = 0x01;
const verifiedUser = 0x04;
const hasKey = 0x40;

/** What an authenticator and its browser can be made to get wrong. */
interface Wrong {
  origin?: string;
  rpId?: string;
  /** Sees nobody's finger or PIN. */
  isUnverified?: boolean;
  signCount?: number;
  userHandle?: string;
  format?: string;
  type?: string;
}

/** An authenticator in software (WebAuthn Level 3, 6), with one passkey of ES256, in a browser at `origin`. */
export function createAuthenticator(origin: string) {
  // Encoded at once: in Node 20 a key object deadlocks when the garbage collector meets its generator while it is in use.
  const { privateKey, publicKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const credentialId = randomBytes(32);
  const id = credentialId.toString("base64url");
  const credential = { id, rawId: id, type: "public-key" } as const;
  let userHandle = "";

  function authenticatorData(flags: number, signCount: number, { rpId, isUnverified }: Wrong): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(signCount);
    const all = flags | present | (isUnverified ? 0 : verifiedUser);
    return Buffer.concat([hashOf(rpId ?? new URL(origin).hostname), Buffer.from([all]), count]);
  }

  function clientData(type: string, challenge: string, wrong: Wrong): Buffer {
    const data = { type: wrong.type ?? type, challenge, origin: wrong.origin ?? origin, crossOrigin: false };
    return Buffer.from(JSON.stringify(data));
  }

  return {
    /** Makes the passkey, as `navigator.credentials.create` does. */
    create({ challenge, user }: { challenge: string; user: { id: string } }, wrong: Wrong = {}) {
      userHandle = user.id;
      // The point ends the structure, uncompressed (RFC 5480, 2.2).
      const [x, y] = [publicKey.subarray(-64, -32), publicKey.subarray(-32)];
      // A COSE key (RFC 9053, 2.1): EC2, ES256, P-256.
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(x)],
          [-3, new Uint8Array(y)],
        ]),
      );
      const length = Buffer.from([0, credentialId.length]);
      const attested = [Buffer.alloc(16), length, credentialId, Buffer.from(key)];
      const authData = Buffer.concat([authenticatorData(hasKey, wrong.signCount ?? 0, wrong), ...attested]);
      const attestation = isoCBOR.encode(
        new Map<string, string | Uint8Array | Map<string, string>>([
          ["fmt", wrong.format ?? "none"],
          ["attStmt", new Map()],
          ["authData", new Uint8Array(authData)],
        ]),
      );
      return {
        ...credential,
        response: {
          clientDataJSON: clientData("webauthn.create", challenge, wrong).toString("base64url"),
          attestationObject: Buffer.from(attestation).toString("base64url"),
          transports: ["internal"],
        },
      };
    },

    /** Proves itself, as `navigator.credentials.get` does. */
    get({ challenge }: { challenge: string }, wrong: Wrong = {}) {
      const data = clientData("webauthn.get", challenge, wrong);
      const authData = authenticatorData(0, wrong.signCount ?? 0, wrong);
      return {
        ...credential,
        response: {
          clientDataJSON: data.toString("base64url"),
          authenticatorData: authData.toString("base64url"),
          signature: sign("sha256", Buffer.concat([authData, hashOf(data)]), privateKey).toString(
            "base64url",
          ),
          userHandle: wrong.userHandle ?? userHandle,
        },
      };
    },
  };
}

function hashOf(data: string | Buffer): Buffer {
  return createHash("sha256").update(data).digest();
}
