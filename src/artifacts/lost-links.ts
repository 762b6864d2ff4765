/** "The report can be read here", "fill in the form here": what it tells is where a link leads. */
const lostLink =
  /(?:^|\W)(?:check(?:ed)?(?: it)?(?: out)?|click|see|seen|find|found|viewed|view|read|available|access(?:ed|ible)?|listed|noted|described|defined|provided|given|taken|explained|shown|published|posted|shared|hosted|located|documented|outlined|downloaded?|live|up|is|are|be) (?:over |right )?here[.!)]*$|\b(?:form|link|page|survey|petition) here\b/i

/** Whether the point of words is a link, which is lost where they are quoted. */
export function isLostLink(words: string): boolean {
  return lostLink.test(words)
}
