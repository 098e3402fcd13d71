/** A newspaper that speaks to its readers speaks for itself: what reports somebody's words is of the story. */
export const reportsSpeech = (text: string): boolean =>
  /[,”"’] (?:\p{L}[\p{L}’'-]* ){0,6}?(?:said|says|told|tells|asked|asks|begged|wrote|writes|warned|advised|added|recalled|replied|promised|joked)\b/u.test(
    text,
  );
