// The content security policy, once for the pages' meta element and once for the server's header; and the other headers.

const ANY_PAGE = {
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

// No `script-src` and no `default-src` here: policies add up, a meta element cannot vary by user agent, and kernels
// below Chromium 97 compile wasm only under 'unsafe-eval'. `script-src-elem` says nothing about compiling.
const ANY_KERNEL = {
  'script-src-elem': "'self'",
  'script-src-attr': "'none'",
  'font-src': "'none'",
  'media-src': "'none'",
  'object-src': "'none'",
  'frame-src': "'none'",
};

/** User agents that know no 'wasm-unsafe-eval': Chromium < 97, Safari and iOS < 16. For nginx's `map` as they stand. */
export const OLD_KERNELS = [
  String.raw`Chrom(e|ium)/([0-9]|[1-8][0-9]|9[0-6])\.`,
  String.raw`(iPhone|CPU) OS ([0-9]|1[0-5])_[0-9_]+ like Mac OS X`,
  String.raw`Version/([0-9]|1[0-5])\.[0-9.]+ (Mobile/[^ ]+ )?Safari/`,
];

const text = (directives) => Object.entries(directives).map(([name, value]) => `${name} ${value}`).join('; ');

/** For `<meta http-equiv>`: all that holds whatever the kernel, also where the hosting can set no header. */
export const metaPolicy = () => text({ ...ANY_KERNEL, ...ANY_PAGE });

/** For the meta element of a page that is shown in a sandbox: WebKit takes nothing there for 'self'. */
export const sandboxedMetaPolicy = () => {
  const all = { ...ANY_KERNEL, ...ANY_PAGE };
  return text(Object.fromEntries(Object.entries(all).filter(([, value]) => !value.includes("'self'"))));
};

/** For the header `Content-Security-Policy`; `origin` is the widget's own, which a sandbox in WebKit wants by name. */
export function headerPolicy(userAgent = '', origin = '') {
  const old = OLD_KERNELS.some((pattern) => new RegExp(pattern).test(userAgent));
  const compile = old ? "'unsafe-eval'" : "'wasm-unsafe-eval'";
  const policy = text({ 'default-src': "'none'", 'script-src': `'self' ${compile}`, ...ANY_PAGE });
  return origin ? policy.replaceAll("'self'", `'self' ${origin}`) : policy;
}

/** What every answer says beside the policy, also one about an error; HSTS only means something over https. */
export const EVERY_ANSWER = {
  'Access-Control-Allow-Origin': '*',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), accelerometer=(), gyroscope=(), magnetometer=()',
};
