/**
 * The keys that secrets of the database are sealed under, such as those of one-time codes. They lie outside of it, in
 * `data/keys/`, or in a setting where several machines share a database.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { KeyError, type KeyFiles, keyFiles } from './key-files.ts';

export interface Sealed {
  /** Number of the key that it is sealed under. */
  readonly keyNo: number;
  /** Nonce (12 bytes), tag (16), text. */
  readonly sealed: Buffer;
}

export interface Keyring {
  /** Undefined before the first use has made a key. */
  readonly newestNo: number | undefined;
  /** Of all keys, the newest last. */
  readonly numbers: readonly number[];
  /**
   * AES-256-GCM under the newest key. `about` tells what the secret is and whose, such as its row: it opens there alone.
   * @throws KeyError
   */
  seal(plain: Uint8Array, about: string): Sealed;
  /** @throws KeyError when the key is missing, or it was sealed under another key, about something else, or altered */
  unseal(sealed: Sealed, about: string): Buffer;
  /** Makes a newer key and returns its number; what is sealed from then on is sealed under it. @throws KeyError */
  addKey(): number;
  /**
   * Removes a key for good. Nothing may be sealed under it any more, which the caller has made sure of after `addKey`;
   * the newest cannot be dropped, so that no number comes again. @throws KeyError
   */
  dropKey(no: number): void;
  /** 256 bits for one other purpose, always the same of one key; of the newest if no number is given. @throws KeyError */
  subkey(purpose: string, keyNo?: number): Buffer;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Nothing is read or made until it is needed. Each use looks at the directory anew, so that a key which another program
 * has added is used from then on, and one that is dropped is not. Where all are gone that were there, none is made anew.
 * @param from `dir`: `data/keys`; `keys`: `1:base64,2:base64`, 32 bytes each. @throws KeyError when `keys` is unreadable
 */
export function openKeyring(from: { readonly dir: string } | { readonly keys: string }): Keyring {
  const store: KeyFiles = 'dir' in from ? keyFiles(from.dir, 'secrets') : settingKeys(from.keys);
  let seen: number | undefined;
  const newest = (): number | undefined => {
    const no = store.numbers().at(-1);
    seen = no ?? seen;
    return no;
  };

  function newestOrFirst(): number {
    const no = newest();
    if (no !== undefined) return no;
    // The directory is gone: another key under the number of a lost one would have to be overwritten when that comes back.
    if (seen !== undefined) throw missing(seen);
    store.make(1, randomBytes(KEY_BYTES).toString('base64'));
    return newest() ?? 1;
  }

  function derived(no: number, info: string): Buffer {
    return Buffer.from(hkdfSync('sha256', keyOf(store, no), '', `suyuan ${info}`, KEY_BYTES));
  }

  return {
    get newestNo() {
      return newest();
    },
    get numbers() {
      return store.numbers();
    },
    seal(plain, about) {
      const keyNo = newestOrFirst();
      return { keyNo, sealed: encrypt(derived(keyNo, 'seal'), plain, about) };
    },
    unseal: ({ keyNo, sealed }, about) => decrypt(derived(keyNo, 'seal'), { keyNo, sealed }, about),
    addKey() {
      const no = (newest() ?? seen ?? 0) + 1;
      // Where another program adds one at this moment, its key is the newer one for both.
      store.make(no, randomBytes(KEY_BYTES).toString('base64'));
      return no;
    },
    dropKey(no) {
      if (!store.numbers().includes(no)) throw missing(no);
      if (no === newest()) throw new KeyError(`${no} 号密钥是最新的，不能删除 · key ${no} is the newest and stays`);
      store.remove(no);
    },
    subkey: (purpose, keyNo = newestOrFirst()) => derived(keyNo, `subkey ${purpose}`),
  };
}

function encrypt(key: Buffer, plain: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

function decrypt(key: Buffer, { keyNo, sealed }: Sealed, about: string): Buffer {
  try {
    const [nonce, rest] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES)];
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(about))
      .setAuthTag(rest.subarray(0, TAG_BYTES));
    return Buffer.concat([decipher.update(rest.subarray(TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new KeyError(
      `用 ${keyNo} 号密钥无法解开这条数据：密钥不是当初的那一把（迁移数据库时须连同 data/keys 一起），或数据已被改动 · ` +
        `key ${keyNo} does not open this: it is not the key it was sealed under (a database is moved together with ` +
        'data/keys), or it was altered',
      { cause },
    );
  }
}

function keyOf(store: KeyFiles, no: number): Buffer {
  const text = store.read(no);
  if (text === undefined) throw missing(no);
  const key = parseKey(text);
  if (key === undefined) throw new KeyError(`${no} 号密钥已损坏 · key ${no} is damaged: not 32 bytes of base64`);
  return key;
}

function missing(no: number): KeyError {
  return new KeyError(
    `缺少 ${no} 号密钥：data/keys 被移走，或数据库迁移时没有带上，请从原机器或备份中取回 · ` +
      `key ${no} is missing: data/keys was taken away, or the database was moved without data/keys; bring it from the old machine or a backup`,
  );
}

/** Undefined unless it is exactly 32 bytes. */
function parseKey(text: string): Buffer | undefined {
  const key = Buffer.from(text, 'base64');
  return /^[A-Za-z0-9+/]{43}=?$/.test(text) && key.length === KEY_BYTES ? key : undefined;
}

function settingKeys(setting: string): KeyFiles {
  const keys = new Map<number, string>();
  for (const entry of setting.split(',')) {
    const [, no = '', text = ''] = /^\s*([1-9]\d{0,8}):(\S+)\s*$/.exec(entry) ?? [];
    if (parseKey(text) === undefined || keys.has(Number(no))) {
      throw new KeyError(
        '密钥设置应为 1:base64,2:base64，每个 32 字节，编号不重复 · keys are given as 1:base64,2:base64, 32 bytes each, no number twice',
      );
    }
    keys.set(Number(no), text);
  }
  const readOnly = (): never => {
    throw new KeyError('密钥由设置给出，请在设置中增删 · the keys come from a setting: add and drop them there');
  };
  return {
    numbers: () => [...keys.keys()].sort((a, b) => a - b),
    read: (no) => keys.get(no),
    make: readOnly,
    remove: readOnly,
  };
}
