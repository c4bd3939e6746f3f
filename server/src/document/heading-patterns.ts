import type { SectionRole } from './vocabulary';

/**
 * Headings that are made of a question or of a name, by what they ask for: "How bad is it for Acme?", "What do we tell whom?".
 * They are asked only where the phrases above know nothing. Over the words of a heading in lower case, contractions written out.
 */
export const headingPatterns: readonly (readonly [RegExp, SectionRole])[] = [
  [/^(?:what|how) else (?:contributed|helped|played)|^what (?:contributed|made it|added to)\b/, 'contributingFactors'],
  [/^how (?:bad|big|serious|severe|widespread|many|much)\b|^who (?:it|this|that|is|was|were|else is)? ?(?:being )?(?:hurts?|hit|hits|affected|affects|suffers?|suffered|loses|lost|feels it)\b/, 'impact'],
  [/^what (?:it|this|that|the \w+|does it|does this|did it|did this) ?(?:does|did|do|means?|meant|costs?|breaks?|broke) (?:to|for)\b|^what (?:does|did) (?:it|this|that) mean (?:to|for)\b/, 'impact'],
  [/^what (?:the )?(?:guests|users|customers?|clients|people|they|patients|drivers|passengers|shoppers) (?:feel|felt|see|saw|notice|noticed|experience|experienced)\b/, 'impact'],
  [/^theor(?:y|ies) (?:of|on|about) the (?:root )?cause/, 'rootCause'],
  [/^extent of the /, 'impact'],
  [/^nature of the (?:complaint|problem|issue|incident|fault)\b/, 'summary'],
  [/^when (?:did|was|were)\b|\b(?:newest|latest|oldest|earliest|most recent) (?:first|last)\b/, 'timeline'],
  [/^why (?:did|was|were|does|do|are|as far|we think)\b|^why (?:is |it |this |that |they |the .{2,40}? )(?:\w+ )?(?:broke|breaks?|fail\w*|happen\w*|went|stop\w*|crash\w*|took|keeps?|could|clos\w+|died|hung|slow\w*|down)\b/, 'rootCause'],
  [/^what (?:do|will|shall|are|should|must) we (?:do|change|fix|doing|changing|going to)\b|^who does what\b|^what happens next\b/, 'actions'],
  [/^where (?:do|does|are|is) (?:we|it|things|this|they) (?:stand|now|today)\b|^(?:status|state) (?:by|per|at|of|in)\b|^(?:site|regional|current|overall) status\b/, 'status'],
  [/^how (?!to |do |did |can |could |should ).{2,40} (?:feels?|feel about it|is feeling|are feeling|takes? it|took it|sees? it|sees? us|are doing|is doing)$/, 'sentiment'],
  [/^how (?:angry|upset|happy|annoyed|patient|calm|furious|worried|cross|mad) (?:is|are|was|were)\b/, 'sentiment'],
  [/^(?:position|view|voice|mood|temperature|attitude|tone|feeling) (?:of|at|with|from|on) (?:the )?(?:client|customer|site)\b/, 'sentiment'],
  [/^what (?:do|did|have|should|will|can) we (?:tell|told|say|said|promise|promised)\b|^who (?:needs|has|should|must|was|is|gets) (?:to )?(?:know|be told|told|informed)\b/, 'communication'],
];
