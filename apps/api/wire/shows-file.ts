import { type Readable } from 'node:stream';
import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const showsFile =
  (type: string) =>
  ({ summary }: { summary: string }): MethodDecorator =>
    applyDecorators(
      ApiOperation({ summary }),
      ApiResponse({ status: 200, description: summary, content: { [type]: { schema: { type: 'string', format: 'binary' } } } }),
    );

/** The page of a route, in the document, that answers with a workbook; with a photo. */
export const ShowsWorkbook = showsFile(workbookType);
export const ShowsJpeg = showsFile('image/jpeg');

/** A workbook to be kept under this name, without its ending. Names of any language: RFC 6266. */
export const workbookAnswer = (name: string, bytes: Readable | Uint8Array): StreamableFile => {
  const plain = [...name.replace(/[\p{Cc}"\\/]/gu, '')].slice(0, 120).join('') || 'workbook';
  const options = {
    type: workbookType,
    disposition: `attachment; filename="workbook.xlsx"; filename*=UTF-8''${encodeURIComponent(plain).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)}.xlsx`,
  };
  return bytes instanceof Uint8Array ? new StreamableFile(bytes, options) : new StreamableFile(bytes, options);
};
