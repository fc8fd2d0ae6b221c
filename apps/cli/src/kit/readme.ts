/** What a kit says of itself to whoever tests with it. */
import type { Manifest } from './manifest.ts';

export function readmes(manifest: Manifest): Readonly<Record<string, string>> {
  return { 'README.zh-CN.md': chinese(manifest), 'README.md': english(manifest) };
}

function rows({ packs }: Manifest): string {
  return packs
    .map(({ id, version, valid, invalid }) => `| \`${id}\` | ${version} | ${valid} | ${invalid} |`)
    .join('\n');
}

function english(manifest: Manifest): string {
  return `# Conformance kit

[中文](README.zh-CN.md)

EPCIS 2.0 documents with what the law's category packs find of them. With these you test a system of your own, whoever made it.

| Pack | Version | In order | Not in order |
|---|---|---|---|
${rows(manifest)}

- \`manifest.json\` every case: its files with their SHA-256, the law, and all findings that are expected.
- \`cases/PACK/STAGE/valid-N.jsonld\` a document in order. Its last event is of the stage; those before it are its history.
- \`cases/PACK/STAGE/NAME.jsonld\` a document that breaks what the name says; \`NAME.json-patch\` (RFC 6902, one operation) makes it of the
  valid one that the manifest names in \`of\`. One change may break two things, as where an element is missing that a rule asks for too.
- \`packs/\` the packs as data, \`schemas/\` JSON Schemas (2020-12) of all these files.

All persons, firms, numbers and codes are made up.

## Your system judges our documents

Hand each document to your system by itself, empty before. Write what it finds, a line of JSON for each case:

\`\`\`
{"case":"food/sale/valid-1","findings":[]}
{"case":"food/sale/expired-sold","findings":[{"event":0,"rule":"expired-sold","effect":"refuse"}]}
\`\`\`

\`suyuan conformance-kit check FOLDER --findings FILE\` compares by event, rule, element and effect. Effects: \`refuse\` the law forbids it;
\`flag\` something is missing or wrong; \`unknown\` it cannot be told, which is never a pass.

## Our judge judges your documents

\`suyuan packs judge FILES --pack PACK\` tells what is found of documents that your system makes. \`suyuan conformance-kit check FOLDER\`
without findings checks the kit itself: digests, patches, and our own judge on every case.

## What is not in it

Findings that no document by itself can show: whether the kind of organisation that recorded an event may do so (\`stage.who\`), and what is
known from elsewhere of products and parties.
`;
}

function chinese(manifest: Manifest): string {
  return `# 一致性检验包

[English](README.md)

EPCIS 2.0 文档，以及按法规整理的品类规则包对每份文档应有的发现。可用来检验您自己的系统，不论由谁开发。

| 规则包 | 版本 | 合规 | 不合规 |
|---|---|---|---|
${rows(manifest)}

- \`manifest.json\` 全部用例：文件及其 SHA-256、法规依据、应有的全部发现。
- \`cases/规则包/环节/valid-N.jsonld\` 合规的文档。最后一个事件属于该环节，之前的事件是它的历史。
- \`cases/规则包/环节/名称.jsonld\` 不合规的文档，名称就是它违反的内容；\`名称.json-patch\`（RFC 6902，只有一个操作）说明它由哪里改成，
  原文档见清单中的 \`of\`。一处改动可能同时违反两条，例如缺少的数据元也是某条规则所要求的。
- \`packs/\` 规则包数据；\`schemas/\` 上述所有文件的 JSON Schema（2020-12）。

其中的人员、单位、编号和编码均为虚构。

## 用您的系统检查我们的文档

把每份文档单独交给您的系统，交之前系统应是空的。把发现写成每个用例一行 JSON：

\`\`\`
{"case":"food/sale/valid-1","findings":[]}
{"case":"food/sale/expired-sold","findings":[{"event":0,"rule":"expired-sold","effect":"refuse"}]}
\`\`\`

\`suyuan conformance-kit check 文件夹 --findings 文件\` 按事件、规则、数据元和结果逐一比较。结果：\`refuse\` 法规禁止；
\`flag\` 缺少内容或内容有误；\`unknown\` 无法判断，不等于通过。

## 用我们的判断检查您的文档

\`suyuan packs judge 文件 --pack 规则包\` 说明您的系统生成的文档有哪些发现。\`suyuan conformance-kit check 文件夹\`
不带发现时，检查本包自身：摘要、补丁，以及本程序对每个用例的判断。

## 不包含的内容

单凭文档看不出的发现：登记事件的单位是否属于应当登记的类型（\`stage.who\`），以及从别处得知的产品和各方信息。
`;
}
