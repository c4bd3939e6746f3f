import * as z from 'zod/mini';

/** A value in the client's own settings that was not understood: the setting's whole key, and a sentence. */
export const BadSetting = z.object({ setting: z.string(), message: z.string() });
export type BadSetting = z.infer<typeof BadSetting>;

/** A setting as it holds for a document. */
export const EffectiveSetting = z.object({
  /** In the editor's way of writing, without its prefix: `files.include`, `rules.timeline-order`. */
  key: z.string(),
  /** Of a rule, its severity, or a list of it and the options, as one would write them. */
  value: z.unknown(),
  from: z.enum(['default', 'profile', 'client', 'project']),
  isDefault: z.boolean(),
});
export type EffectiveSetting = z.infer<typeof EffectiveSetting>;

/** `incidentDocs/effectiveSettings`: every setting of a document, open or not. */
export const effectiveSettingsRequest = 'incidentDocs/effectiveSettings';
export const EffectiveSettings = z.object({ projectFile: z.nullable(z.string()), settings: z.array(EffectiveSetting) });
export type EffectiveSettings = z.infer<typeof EffectiveSettings>;
