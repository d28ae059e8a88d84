#!/usr/bin/env bash
# officeparser 8.1.1: in an RTF with tracked changes the deleted amount stays and is glued to the new one: 900950.
#
# Behaviour: \deleted marks characters that a reader of the accepted document does not see. officeparser gives them out as
# ordinary text, right before the \revised ones, without a mark or warning; the same change in an .odt is read as accepted.
#
# Why it matters: drafts of plans go from office to office with changes on. 调整后为900950万元 is a figure that nobody wrote.
#
# Seen:
#   rtf: 调整后为900950万元
#   odt: 调整后为950万元
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . officeparser@8.1.1 fflate@0.8.2 >/dev/null
cat > probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { parseOffice } from 'officeparser';

const signs = (text) => text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0)}?`);
const rtf = `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0 SimSun;}}{\\*\\revtbl{Unknown;}{A;}}\\pard ${signs('调整后为')}{\\deleted\\revauthdel1 900}{\\revised\\revauth1 950}${signs('万元')}\\par}`;

const names =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"';
const info = '<office:change-info><dc:creator>A</dc:creator><dc:date>2021-01-01T00:00:00</dc:date></office:change-info>';
const changes = `<text:tracked-changes><text:changed-region text:id="a"><text:deletion>${info}<text:p>900</text:p></text:deletion></text:changed-region><text:changed-region text:id="b"><text:insertion>${info}</text:insertion></text:changed-region></text:tracked-changes>`;
const body = `${changes}<text:p>调整后为<text:change text:change-id="a"/><text:change-start text:change-id="b"/>950<text:change-end text:change-id="b"/>万元</text:p>`;
const manifest =
  '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>';
const odt = zipSync({
  mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
  'META-INF/manifest.xml': strToU8(manifest),
  'content.xml': strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names} office:version="1.2"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  ),
});

const read = async (bytes) => (await (await parseOffice(Buffer.from(bytes))).to('text')).value.trim();
const seen = { rtf: await read(Buffer.from(rtf, 'latin1')), odt: await read(odt) };
console.log(`rtf: ${seen.rtf}\nodt: ${seen.odt}`);
assert.deepEqual(seen, { rtf: '调整后为900950万元', odt: '调整后为950万元' });
PROBE
node probe.mjs
