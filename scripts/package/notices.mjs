import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The files in which a package says under which terms it may be passed on. */
const legalFile = /^(licen[cs]e|copying|notice|third-?party-?notices)/i;
const line = '-'.repeat(100);

/**
 * What must be passed on with the bundles: the licences and notices of every package of which there is something in them.
 * @param {readonly Pick<import('esbuild').Metafile, 'outputs'>[]} metafiles of the bundles
 * @returns {string} the packages that share a text stand together above it
 * @throws {Error} where a package has no licence to pass on
 */
export function thirdPartyNotices(metafiles) {
  /** @type {Map<string, string[]>} */
  const packagesByText = new Map();
  for (const [folder, bundles] of [...packagesIn(metafiles)].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const files = readdirSync(folder).filter((file) => legalFile.test(file)).sort();
    if (files.length === 0) throw new Error(`${name} is in ${bundles.join(', ')}, but comes without a licence that could be passed on.`);
    const text = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
    packagesByText.set(text, [...(packagesByText.get(text) ?? []), `${name} ${version} (${license}), in ${bundles.join(', ')}`]);
  }
  const parts = [...packagesByText].map(([text, packages]) => `${line}\n${packages.join('\n')}\n${line}\n\n${text}\n`);
  return ['Incident Docs contains software of others, under the licences below.\n', ...parts].join('\n');
}

/**
 * @param {readonly Pick<import('esbuild').Metafile, 'outputs'>[]} metafiles
 * @returns {Map<string, string[]>} the bundles in which there is code of a package, by the package's folder
 */
function packagesIn(metafiles) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const [output, { inputs }] of metafiles.flatMap(({ outputs }) => Object.entries(outputs)).sort()) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const [, folder] = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
      if (folder && bytesInOutput > 0) found.set(folder, [...new Set([...(found.get(folder) ?? []), basename(output)])]);
    }
  }
  return found;
}
