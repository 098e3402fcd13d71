import { generateKeyPairSync, sign } from 'node:crypto';

/** What may be wrong with a call. */
export interface Forgery {
  /** Seconds since 1970, as Discord sends them; signed as given. Now, where nothing is said. */
  readonly timestamp?: string;
  /** 128 hex digits, or what shall stand there instead. Null leaves the header out. */
  readonly signature?: string | null;
  /** Changes the body after it was signed. */
  readonly tamper?: (body: string) => string;
}

export interface EndpointAnswer {
  readonly status: number;
  /** Parsed where it is JSON, the text otherwise; undefined where there is none. */
  readonly body: unknown;
}

/** Discord as the caller of an interactions endpoint. */
export interface EndpointCaller {
  /** 64 hex digits, as the developer portal shows the application's public key. */
  readonly publicKey: string;
  /** A frame that is text is sent as it is. */
  call(url: string, frame: object | string, forgery?: Forgery): Promise<EndpointAnswer>;
}

/** https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers */
export function createEndpointCaller(): EndpointCaller {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    publicKey: Buffer.from(x, 'base64url').toString('hex'),
    call: async (
      url,
      frame,
      { timestamp = String(Math.floor(Date.now() / 1000)), signature, tamper } = {},
    ) => {
      const signed = typeof frame === 'string' ? frame : JSON.stringify(frame);
      const honest = sign(null, Buffer.from(timestamp + signed), privateKey).toString('hex');
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'User-Agent': 'Discord-Interactions/1.0 (+https://discord.com)',
          ...(signature !== null && { 'X-Signature-Ed25519': signature ?? honest }),
          'X-Signature-Timestamp': timestamp,
        },
        body: tamper === undefined ? signed : tamper(signed),
      });
      return { status: response.status, body: parsed(await response.text()) };
    },
  };
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
