import * as z from 'zod/mini';

/** `incidentDocs/format`: the edits that lay an incident document of any language out evenly. Changes nothing by itself. */
export const formatRequest = 'incidentDocs/format';
export const FormatParams = z.object({ uri: z.string() });
export type FormatParams = z.infer<typeof FormatParams>;

/** `incidentDocs/convert`: the edits that write an incident document in another notation. Changes nothing by itself. */
export const convertRequest = 'incidentDocs/convert';
export const ConvertParams = z.object({ uri: z.string(), to: z.enum(['markdown', 'plainText']) });
export type ConvertParams = z.infer<typeof ConvertParams>;
