/** The JSON schema of the action plans that are exported as JSON. */
export const planFileSchema = (_before, { PlanFile, jsonSchema }) => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Action plans of Incident Docs',
  description: 'The action plans of incident documents, one object a document, as "incident-docs export --format json" writes them. Keys may be added; none is renamed.',
  ...jsonSchema(PlanFile),
});
