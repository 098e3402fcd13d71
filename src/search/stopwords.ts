/** Words that say nothing about what a text is about. Question words are among them: they decide the kind of a question, not its terms. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above actually after again against all also although am among an and any anybody anyone anything are
  aren't as at be because been before being below between both but by came can can't cannot come could couldn't
  did didn't do does doesn't doing don't done down during each either else ever every everybody everyone
  everything for from further get gets getting give given gives go goes going got had hadn't has hasn't have
  haven't having he he'd he'll he's hello her here here's hers herself hey hi him himself his how how's however
  i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself just let let's like made make makes
  making many may maybe me might more most much must my myself neither no nobody none nor not nothing now of
  off oh ok okay on once one only or other others ought our ours ourselves out over own per perhaps please
  quite rather really shall shan't she she'd she'll she's should shouldn't since so some somebody someone
  something still such tell than thank thanks that that's the their theirs them themselves then there there's
  these they they'd they'll they're they've thing things this those though through thus to too under unless
  until up upon us very was wasn't we we'd we'll we're we've were weren't what what's whatever when when's
  where where's whether which while who who's whom whose why why's will with within without won't would
  wouldn't yes yet you you'd you'll you're you've your yours yourself yourselves
  whats whos wheres hows whys dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt im ive
  plz pls u ur r abt bc cuz`.split(/\s+/),
);
