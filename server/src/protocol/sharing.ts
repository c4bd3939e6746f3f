import * as z from 'zod/mini';

/** What a plan can be written as. */
export const planFormatNames = ['csv', 'json', 'html', 'markdown', 'checklist', 'jira', 'text', 'ics'] as const;
export const PlanFormatName = z.enum(planFormatNames);
export type PlanFormatName = z.infer<typeof PlanFormatName>;

/** `incidentDocs/exportPlan`: the action plan of an open document in another format. Writes nothing. */
export const exportPlanRequest = 'incidentDocs/exportPlan';
export const ExportPlanParams = z.object({ uri: z.string(), format: PlanFormatName });
export type ExportPlanParams = z.infer<typeof ExportPlanParams>;

/** A name for the file, and its text; or why there is none. */
export const ExportedText = z.union([z.object({ name: z.string(), text: z.string() }), z.object({ refused: z.string() })]);
export type ExportedText = z.infer<typeof ExportedText>;
