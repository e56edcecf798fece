// A small static server: every file is read and compressed before the first request.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';
import { extname, join, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.xml': 'application/xml',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif', '.webp': 'image/webp',
  '.avif': 'image/avif', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff', '.ttf': 'font/ttf',
  '.eot': 'application/vnd.ms-fontobject', '.map': 'application/json',
};
// Formats that hold compressed data already.
const PACKED = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.woff', '.woff2']);
const SKIPPED = /(^|\/)\.|\.(br|gz|zst)$/;
const brotli = promisify(brotliCompress);

/** Brotli at its highest quality (of a page of megabytes, which is never measured slow, at a middling one), kept in the cache folder under the hash of the input. */
async function compressed(body, cacheDir) {
  const key = join(cacheDir, `${createHash('sha256').update(body).digest('hex')}.br`);
  try {
    return await readFile(key);
  } catch {
    const params = { [constants.BROTLI_PARAM_QUALITY]: body.length > 2e6 ? 5 : 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    const br = await brotli(body, { params });
    await writeFile(key, br);
    return br;
  }
}

async function load(dir, cacheDir) {
  await mkdir(cacheDir, { recursive: true });
  const found = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name)).map((path) => ({ path, url: path.slice(join(dir, '/').length).split(sep).join('/') }))
    .filter(({ url }) => !SKIPPED.test(url));
  const files = new Map();
  const worker = async () => {
    for (let next; (next = found.pop());) {
      const body = await readFile(next.path);
      const ext = extname(next.url).toLowerCase();
      const br = PACKED.has(ext) || body.length === 0 ? null : await compressed(body, cacheDir);
      files.set(next.url, {
        body, br: br && br.length < body.length ? br : null, type: TYPES[ext] ?? 'application/octet-stream',
        cache: ext === '.html' ? 'no-cache' : 'public, max-age=31536000, immutable',
        etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`,
      });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return files;
}

/** Serves a folder at the root of a free port of 127.0.0.1. Files whose names match `late` are answered `lateness` ms later. */
export async function serve(dir, { cacheDir, late = null, lateness = 1500 }) {
  const files = await load(dir, cacheDir);
  const server = createServer(async (req, res) => {
    const name = decodeURIComponent(new URL(req.url, 'http://localhost').pathname).slice(1);
    const file = files.get(name === '' || name.endsWith('/') ? `${name}index.html` : name);
    if (!file) {
      res.writeHead(404, { 'content-type': 'text/plain', 'content-length': 0 }).end();
      return;
    }
    if (late?.test(name)) await sleep(lateness);
    const headers = { 'content-type': file.type, 'cache-control': file.cache, etag: file.etag, vary: 'accept-encoding' };
    if (req.headers['if-none-match'] === file.etag) {
      res.writeHead(304, headers).end();
      return;
    }
    const useBr = file.br && /\bbr\b/.test(req.headers['accept-encoding'] ?? '');
    const body = useBr ? file.br : file.body;
    if (useBr) headers['content-encoding'] = 'br';
    headers['content-length'] = body.length;
    res.writeHead(200, headers).end(req.method === 'HEAD' ? undefined : body);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}
