/** The pages of the rules by their ids, as Markdown. The build puts them here. */
declare const pages: Readonly<Record<string, string>>;
export default pages;
